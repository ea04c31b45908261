"""The help of commands: examples, usage, own options, and the options of every command."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from interview_cli.english.rules import load_toml

EXIT_CODES = (
    ("0", "done"),
    ("1", "internal error (a bug)"),
    ("2", "wrong options, or input that can never work"),
    ("3", "session not found or expired, or several fit"),
    ("4", "right command, wrong stage"),
    ("5", "the model failed; what you said is saved"),
    ("6", "a damaged file, or a disk that refuses"),
    ("7", "another process holds the session; try again"),
    ("129, 130, 143", "interrupted; what was acknowledged is saved"),
)
"""What each exit code means, as briefly as possible."""
_CHOICES = re.compile(r"<([^<>]+)>")
_EXTRAS = re.compile(r" *\[([^\[\]]+)\]$")
_BOTH_BOUNDS = re.compile(r"(\d+)<=x<=(\d+)")
_LEAST = re.compile(r"x>=(\d+)")


def load_examples() -> dict[str, dict[str, str]]:
    """Return the examples of each command, by what they are for."""
    return load_toml("interview_cli.console", "examples.toml")


def find_examples(ctx: Any) -> dict[str, str]:
    """Return the examples of the command of a context."""
    names: list[str] = []
    while ctx.parent is not None:  # the root's own name is what the user typed to start it
        names.insert(0, ctx.info_name)
        ctx = ctx.parent
    return load_examples().get(" ".join(names) or "interview", {})


def write_examples(ctx: Any, formatter: Any) -> None:
    """Write the examples, each below what it is for."""
    examples = find_examples(ctx)
    if not examples:
        return
    with formatter.section("Examples" if len(examples) > 1 else "Example"):
        for purpose, command in examples.items():
            formatter.write(f"  # {purpose}\n  {command}\n".replace("\n    ", "\n      "))
    formatter.write("\n")


def write_options(ctx: Any, formatter: Any, command: Any, common: Iterable[str]) -> None:
    """Write the arguments, the command's own options, and in a section of their own the rest."""
    names = frozenset(common)
    arguments: list[tuple[str, str]] = []
    own: list[tuple[str, str]] = []
    shared: list[tuple[str, str]] = []
    for param in command.get_params(ctx):
        record = describe_param(param, ctx)
        if record is None:
            continue
        if param.param_type_name == "argument":
            arguments.append(record)
        else:
            (shared if param.name in names else own).append(record)
    for title, records in (
        ("Arguments", arguments),
        ("Options", own),
        ("Options of every command", shared),
    ):
        if records:
            with formatter.section(title):
                formatter.write_dl(records)


def write_commands(formatter: Any, summaries: Mapping[str, str]) -> None:
    """Write the subcommands with their summaries, which Typer would cut."""
    with formatter.section("Commands"):
        formatter.write_dl(list(summaries.items()))


def describe_param(param: Any, ctx: Any) -> tuple[str, str] | None:
    """Return how a parameter is written and what it does; None if it is hidden.

    Typer writes the choices in the place of the value, where they break out of narrow windows.
    """
    record = param.get_help_record(ctx)
    if record is None:
        return None
    written, about = record
    sentences, extras = _EXTRAS.sub("", about), _EXTRAS.search(about)
    found = _CHOICES.search(written)
    if found:
        written = _CHOICES.sub(str(param.name).upper(), written)
    if found and "|" in found[1]:
        sentences += f" One of: {', '.join(found[1].split('|'))}."
    if extras:
        sentences += f" ({_spell_bounds(extras[1])})"
    return written, sentences.strip()


def _spell_bounds(extras: str) -> str:
    return _LEAST.sub(r"\1 or more", _BOTH_BOUNDS.sub(r"\1 to \2", extras))


def write_exit_codes(formatter: Any) -> None:
    """Write what each exit code means."""
    with formatter.section("Exit codes"):
        formatter.write_dl(EXIT_CODES)
