"""The streams: results on stdout, talk on stderr, nothing raw on either."""

import json
import os
import sys
from contextlib import suppress
from typing import Any

from interview_cli.errors import StorageFailed
from interview_cli.text import clean, escape_json


def result(text: str) -> None:
    """A result for people, on stdout. Raises BrokenPipeError, or StorageFailed for a full disk."""
    if text:
        _write(clean(text).rstrip("\n") + "\n")


def document(content: dict[str, Any]) -> None:
    """A result for programs: one JSON document on one line of stdout."""
    _write(escape_json(json.dumps(content, ensure_ascii=False)) + "\n")


def note(text: str) -> None:
    """A warning, or what the user must know to trust the result; on stderr, always."""
    _talk(text)


def hint(text: str) -> None:
    """What to do next, or progress; on stderr, for people only."""
    if sys.stderr is not None and sys.stderr.isatty():
        _talk(text)


def _write(text: str) -> None:
    result_bytes(text.encode("utf-8"))


def result_bytes(content: bytes) -> None:
    """A whole file as the result, on stdout. Raises as `result` does."""
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _let_go_of_stdout()
        raise
    except OSError as error:
        _let_go_of_stdout()
        raise StorageFailed(
            f"the output cannot be written: {(error.strerror or 'unknown reason').lower()}.",
            "what was saved stands; send the output elsewhere",
        ) from error


def confirmed(question: str) -> bool:
    """Asks on the terminal; only a yes is one. Not Typer's own: that writes to stdout."""
    sys.stderr.write(f"{clean(question)} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _let_go_of_stdout() -> None:
    """Lets the interpreter flush into nothing at its end what could not be written."""
    with suppress(OSError, ValueError):  # ValueError: no file behind it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _talk(text: str) -> None:
    # A closed stderr must not stop what has been asked for.
    with suppress(OSError, AttributeError, ValueError):
        sys.stderr.buffer.write((clean(text) + "\n").encode("utf-8"))
        sys.stderr.buffer.flush()
