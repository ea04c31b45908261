"""Ask the user for a choice, a name or a file, one line at a time."""

import re
import shlex
import sys
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

from interview_cli.console.output import print_note
from interview_cli.console.wrapping import measure_terminal, wrap_words
from interview_cli.context import Run
from interview_cli.text import remove_controls

_ROOM_TO_TYPE = 4
"""Columns that are left free after a prompt."""


def ask_line(run: Run, prompt: str, *, completes_paths: bool = False) -> str | None:
    """Return the line that the user types, stripped, or None for Ctrl-D."""
    # Imported here: only a sitting pays for it.
    from interview_cli.terminal.prompts import read_prompt

    columns, _ = measure_terminal(sys.stderr)
    *lines, last = wrap_words(remove_controls(prompt), columns - _ROOM_TO_TYPE).split("\n")
    for line in lines:
        print_note(line)
    typed = read_prompt(f"{last} ", completes_paths=completes_paths, plain=run.settings.is_plain)
    return None if typed is None else typed.strip()


def ask_choice(run: Run, prompt: str, choices: Collection[str], on_end: str) -> str:
    """Return one of the choices in lower case; "" stands for Enter, `on_end` for Ctrl-D."""
    while (typed := ask_line(run, prompt)) is not None:
        if typed.lower() in choices:
            return typed.lower()
        named = ", ".join(choice or "Enter" for choice in choices)
        print_note(f"“{typed}” is not one of {named}")
    return on_end


def parse_path(typed: str) -> Path:
    """Return the path that was typed, or dropped on the terminal.

    Terminals drop a path in quotes, with its spaces escaped, or as a file URL.
    """
    # No such user, a name that is too long, or a zero byte: no file has that name.
    with suppress(OSError, RuntimeError, ValueError):
        if Path(typed).expanduser().exists():
            return Path(typed).expanduser()
    try:
        words = shlex.split(typed)
    except ValueError:  # an apostrophe in a name
        words = [typed.replace("\\ ", " ")]
    path = words[0] if len(words) == 1 else typed
    if re.match(r"file://", path):
        path = unquote(urlsplit(path).path)
    try:
        return Path(path).expanduser()
    except RuntimeError:  # ~ of an unknown user
        return Path(path)
