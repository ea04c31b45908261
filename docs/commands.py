"""Write `docs/commands.md` and the manual page `docs/interview.1` from the program.

Run it as `python -m docs.commands` after a change of a command.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from interview_cli import __version__
from interview_cli.cli import app
from interview_cli.console.help import EXIT_CODES, describe_param, find_examples
from interview_cli.console.options import COMMON_NAMES
from interview_cli.setting_table import SETTINGS

FOLDER = Path(__file__).parent
_ABOUT = "practise a job interview in the terminal"


@dataclass(frozen=True)
class Page:
    """What is written of one command."""

    path: str
    """What is typed, such as `interview job-post new`."""
    usage: str
    about: str
    examples: dict[str, str]
    own: list[tuple[str, str]]
    """Arguments and options that only this command has, and what they do."""
    common: list[tuple[str, str]]


def build_documents() -> dict[Path, str]:
    """Return the content of each generated file."""
    pages = list(_describe_all())
    return {
        FOLDER / "commands.md": write_markdown(pages),
        FOLDER / "interview.1": write_manual(pages),
    }


def _describe_all() -> Iterator[Page]:
    root = typer.main.get_command(app)
    context = root.context_class(root, info_name="interview", **root.context_settings)
    yield from _describe(root, context)


def _describe(command: Any, context: Any) -> Iterator[Page]:
    own: list[tuple[str, str]] = []
    common: list[tuple[str, str]] = []
    for param in command.get_params(context):
        if record := describe_param(param, context):
            (common if param.name in COMMON_NAMES else own).append(record)
    yield Page(
        context.command_path,
        " ".join(command.collect_usage_pieces(context)),
        (command.help or "").strip(),
        find_examples(context),
        own,
        common,
    )
    for name in getattr(command, "summaries", ()):
        subcommand = command.get_command(context, name)
        yield from _describe(
            subcommand, subcommand.context_class(subcommand, context, info_name=name)
        )


def write_markdown(pages: list[Page]) -> str:
    """Return the pages as Markdown."""
    root = pages[0]
    lines = [
        "# Commands",
        "",
        "<!-- Made by python -m docs.commands: change the commands, then run it again. -->",
        "",
        "`interview COMMAND --help` prints the same.",
    ]
    for page in pages:
        lines += ["", f"{'##' if page is root else '###'} {page.path}", "", page.about, ""]
        for purpose, example in page.examples.items():
            lines += [f"    # {purpose}", *(f"    {line}" for line in example.split("\n"))]
        lines += ["", f"Usage: `{page.path} {page.usage}`"]
        if page.own:
            lines += ["", *_write_table(page.own)]
        if page is root:
            lines += ["", "Every command takes these options too:", "", *_write_table(page.common)]
            lines += ["", "| exit code | when |", "| --- | --- |"]
            lines += [f"| {code} | {meaning} |" for code, meaning in EXIT_CODES]
    return "\n".join(lines) + "\n"


def _write_table(records: list[tuple[str, str]]) -> list[str]:
    rows = [f"| `{_escape_cell(written)}` | {_escape_cell(about)} |" for written, about in records]
    return ["| option | does |", "| --- | --- |", *rows]


def _escape_cell(text: str) -> str:
    return text.replace("|", r"\|")


def write_manual(pages: list[Page]) -> str:
    """Return the pages as one manual page, in the macros of man(7)."""
    root, *others = pages
    lines = [
        f'.TH INTERVIEW 1 "" "interview {__version__}" "User Commands"',
        ".SH NAME",
        f"interview \\- {_ABOUT}",
        ".SH SYNOPSIS",
        f".B interview\n{_escape(root.usage)}",
        ".SH DESCRIPTION",
        _escape(root.about),
        ".SH EXAMPLES",
        *_write_examples(root.examples),
        ".SH OPTIONS",
        *_write_list([*root.own, *root.common]),
        ".SH COMMANDS",
    ]
    for page in others:
        lines += [f".SS {_escape(f'{page.path} {page.usage}')}", _escape(page.about)]
        lines += [*_write_examples(page.examples), *_write_list(page.own)]
    lines += [".SH EXIT STATUS", *_write_list(list(EXIT_CODES)), ".SH ENVIRONMENT"]
    lines += _write_list([(setting.variable, setting.about) for setting in SETTINGS])
    return "\n".join(lines) + "\n"


def _write_examples(examples: dict[str, str]) -> list[str]:
    lines = []
    for purpose, command in examples.items():
        lines += [".PP", f"{_escape(purpose)}:", ".PP", ".nf", ".RS"]
        lines += [*map(_escape, command.split("\n")), ".RE", ".fi"]
    return lines


def _write_list(records: list[tuple[str, str]]) -> list[str]:
    return [
        line
        for written, about in records
        for line in (".TP", f"\\fB{_escape(written)}\\fR", _escape(about))
    ]


def _escape(text: str) -> str:
    """Escape what man(7) would read as a macro, a hyphen or a quote of its own."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")
    return f"\\&{escaped}" if escaped.startswith((".", "\\(aq")) else escaped


def main() -> None:
    """Write the files, and name those that changed."""
    for path, content in build_documents().items():
        if not path.exists() or path.read_text("utf-8") != content:
            path.write_text(content, "utf-8")
            sys.stdout.write(f"{path.name} changed\n")


if __name__ == "__main__":
    main()
