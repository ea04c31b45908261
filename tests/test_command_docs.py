"""The help of every command, and the documents made from it."""

import shlex
from pathlib import Path
from typing import Any

import pytest
import typer

from docs.commands import build_documents
from interview_cli.cli import COMMANDS, app
from interview_cli.commands.job_post import POST_COMMANDS
from interview_cli.console.help import EXIT_CODES, load_examples
from tests.cases import each
from tests.conftest import Line

PATHS = ["", *COMMANDS, *(f"job-post {name}" for name in POST_COMMANDS)]
DOCUMENTS = build_documents()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_documents_are_what_the_program_says(path: Path) -> None:
    assert path.read_text("utf-8") == DOCUMENTS[path], "renew it: make docs"


def read_help(path: str, columns: int) -> list[str]:
    """Return the help of a command in a window of this width."""
    command: Any = typer.main.get_command(app)
    context = command.context_class(command, info_name="interview", terminal_width=columns)
    for name in path.split():
        command = command.get_command(context, name)
        context = command.context_class(command, context, info_name=name)
    return str(command.get_help(context)).splitlines()


@each("path", PATHS)
def test_help_begins_with_an_example_and_fits_sixty_columns(path: str) -> None:
    rows = read_help(path, 60)
    assert rows[0] in ("Example:", "Examples:")
    assert rows[1].startswith("  # ")
    assert rows[2].startswith(f"  interview {path}".rstrip())
    assert f"Usage: interview {path}".rstrip() in "\n".join(rows)
    assert [row for row in rows if len(row) > 60] == []
    assert not any(mark in row for row in rows for mark in "─│╭╰")


def test_the_list_of_commands_shows_the_summary_of_each() -> None:
    root: Any = typer.main.get_command(app)
    context = root.context_class(root, info_name="interview")
    for group in (root, root.get_command(context, "job-post")):
        for name, summary in group.summaries.items():
            assert summary == group.get_command(context, name).help.strip()


@pytest.mark.parametrize("path", PATHS)
def test_the_short_form_of_help(line: Line, path: str) -> None:
    assert line(*path.split(), "-h") == line(*path.split(), "--help")


def test_the_exit_codes_are_in_the_help(line: Line) -> None:
    shown = " ".join(line("--help").stdout.split())
    for code, meaning in EXIT_CODES:
        assert f"{code} {meaning}" in shown


def examples() -> list[str]:
    return [command for named in load_examples().values() for command in named.values()]


@each("example", examples())
def test_every_example_is_a_command_that_can_be_parsed(example: str) -> None:
    words = shlex.split(example.replace("\\\n", " "))
    assert words[0] == "interview"
    command: Any = typer.main.get_command(app)
    context = command.make_context("interview", words[1:])
    while context._protected_args:
        name, command, rest = command.resolve_command(
            context, [*context._protected_args, *context.args]
        )
        context = command.make_context(name, rest, parent=context)


def test_only_commands_have_examples() -> None:
    assert set(load_examples()) == {path or "interview" for path in PATHS}
