"""Write results to stdout and everything else to stderr, never raw control characters."""

import json
import os
import sys
from contextlib import suppress
from typing import Any

from interview_cli.console.switches import NO_INPUT, QUIET, is_given
from interview_cli.errors import StorageFailed, UsageError
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.text import escape_json, remove_controls

_MAX_NAMED = 5
_SAVED = "everything saved is still there; send the output elsewhere"


def print_result(text: str) -> None:
    """Print a result for people on stdout, wrapped on a terminal.

    Raises StorageFailed if it cannot be written.
    """
    print_exactly(_wrap(text, sys.stdout) if is_stdout_terminal() else text)


def print_exactly(text: str) -> None:
    """Print a result whose lines must stay whole, such as a path or a line for crontab.

    Raises StorageFailed.
    """
    if text:
        write_stdout((remove_controls(text).rstrip("\n") + "\n").encode("utf-8"))


def print_json(content: dict[str, Any]) -> None:
    """Print one JSON document on one line of stdout. Raises StorageFailed."""
    write_stdout((escape_json(json.dumps(content, ensure_ascii=False)) + "\n").encode("utf-8"))


def write_stdout(content: bytes) -> None:
    """Write a whole file to stdout. Raises StorageFailed."""
    if sys.stdout is None:
        raise StorageFailed("the output cannot be written: stdout is closed.", _SAVED)
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        flush_or_discard()  # the reader closed the pipe; the command still saves its changes
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise StorageFailed(f"the output cannot be written: {reason}.", _SAVED) from error


def print_note(text: str) -> None:
    """Print a warning or a fact behind the result on stderr, also when it is not a terminal."""
    # A closed stderr must not stop the command.
    with suppress(OSError, AttributeError, ValueError):
        lines = _wrap(text, sys.stderr) if is_stderr_terminal() else text
        sys.stderr.buffer.write((remove_controls(lines) + "\n").encode("utf-8"))
        sys.stderr.buffer.flush()


def print_apart(text: str) -> None:
    """Print a result with a blank line before and after it."""
    print_note("")
    print_result(text)
    print_note("")


def warn_of_damaged(names: list[str]) -> None:
    """Count the files that a listing could not read, and name the first ones.

    The listing does not say why; `show` does.
    """
    if not names:
        return
    shown = ", ".join(names[:_MAX_NAMED]) + (" and more" if len(names) > _MAX_NAMED else "")
    files = "1 file" if len(names) == 1 else f"{len(names)} files"
    first = NextStep(Action.SHOW_INTERVIEW, names[0].removesuffix(".json"))
    print_note(
        f"warning: {files} cannot be read: {shown} (for the reason and what to do: "
        f"{spell_command(first)})"
    )


def print_hint(text: str) -> None:
    """Print a next step or progress on stderr, only when that is a terminal."""
    if is_stderr_terminal() and not is_given(QUIET):
        print_note(text)


def ask_yes_no(question: str) -> bool:
    """Ask on stderr; only y and yes count as yes. Typer's own prompt writes to stdout."""
    with suppress(OSError, AttributeError, ValueError):  # a closed stderr, as in print_note
        prompt = f"{remove_controls(question)} [y/N]"
        sys.stderr.write((_wrap(prompt, sys.stderr) if is_stderr_terminal() else prompt) + " ")
        sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def confirm(question: str, *, refusal: str, hint: str) -> bool:
    """Ask on a terminal. Elsewhere raise UsageError: `refusal` says what is asked before."""
    if is_given(NO_INPUT):
        raise UsageError(f"{refusal}, and --no-input forbids that.", hint)
    if not (sys.stdin and sys.stdin.isatty()):
        raise UsageError(f"{refusal}, and this is not a terminal.", hint)
    return ask_yes_no(question)


def _wrap(text: str, stream: Any) -> str:
    # Imported here: off a terminal nothing is wrapped.
    from interview_cli.console.wrapping import measure_terminal, wrap_words

    columns, _ = measure_terminal(stream)
    return wrap_words(remove_controls(text), columns)


def is_stderr_terminal() -> bool:
    """Whether a person reads stderr."""
    return sys.stderr is not None and sys.stderr.isatty()


def is_stdout_terminal() -> bool:
    """Whether a person reads stdout."""
    return sys.stdout is not None and sys.stdout.isatty()


def flush_or_discard() -> None:
    """Flush both streams; discard what cannot be written, or the interpreter fails at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            with suppress(OSError, ValueError):  # ValueError: the stream has no file
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
