"""The streams: results on stdout, talk on stderr, nothing raw on either."""

import json
import os
import sys
from contextlib import suppress
from typing import Any

from interview_cli.errors import StorageFailed
from interview_cli.text import clean, escape_json

_MAX_NAMED = 5
_SAVED = "what was saved stands; send the output elsewhere"


def result(text: str) -> None:
    """A result for people, on stdout. Raises StorageFailed where that cannot be written."""
    if text:
        result_bytes((clean(text).rstrip("\n") + "\n").encode("utf-8"))


def document(content: dict[str, Any]) -> None:
    """A result for programs: one JSON document on one line of stdout. Raises as `result` does."""
    result_bytes((escape_json(json.dumps(content, ensure_ascii=False)) + "\n").encode("utf-8"))


def result_bytes(content: bytes) -> None:
    """A whole file as the result, on stdout. Raises as `result` does."""
    if sys.stdout is None:
        raise StorageFailed("the output cannot be written: stdout is closed.", _SAVED)
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        settle()  # the reader has seen enough; the command goes on, for what it saves
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise StorageFailed(f"the output cannot be written: {reason}.", _SAVED) from error


def note(text: str) -> None:
    """A warning, or what the user must know to trust the result; on stderr, always."""
    # A closed stderr must not stop what has been asked for.
    with suppress(OSError, AttributeError, ValueError):
        sys.stderr.buffer.write((clean(text) + "\n").encode("utf-8"))
        sys.stderr.buffer.flush()


def warn_of_damaged(names: list[str]) -> None:
    """Counts the files that a listing could not read, names the first, and says what to do."""
    if not names:
        return
    shown = ", ".join(names[:_MAX_NAMED]) + (" and more" if len(names) > _MAX_NAMED else "")
    one = len(names) == 1
    which = (
        "1 file cannot be read as a session and was left as it is"
        if one
        else (f"{len(names)} files cannot be read as sessions and were left as they are")
    )
    note(f"warning: {which}: {shown} (to take one out of the way: mv FILE FILE.damaged)")


def hint(text: str) -> None:
    """What to do next, or progress; on stderr, for people only."""
    if stderr_is_terminal():
        note(text)


def confirmed(question: str) -> bool:
    """Asks on the terminal; only a yes is one. Not Typer's own: that writes to stdout."""
    with suppress(OSError, AttributeError, ValueError):  # as in note()
        sys.stderr.write(f"{clean(question)} [y/N] ")
        sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def stderr_is_terminal() -> bool:
    """Whether a person reads what is said beside the result."""
    return sys.stderr is not None and sys.stderr.isatty()


def stdout_is_terminal() -> bool:
    """Whether a person looks at the result as it is written."""
    return sys.stdout is not None and sys.stdout.isatty()


def settle() -> None:
    """Lets a stream go that cannot be written, or the interpreter would fail on it at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            with suppress(OSError, ValueError):  # ValueError: no file behind it
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
