"""What the environment says of the terminal and of programs that users choose there."""

import os
from collections.abc import Mapping
from typing import NamedTuple

_DEFAULT_PAGER = "less -FRX"


def can_move_cursor(environ: Mapping[str, str] = os.environ) -> bool:
    """Return whether the terminal says that it can do more than print lines (`TERM`)."""
    return environ.get("TERM", "") not in ("", "dumb", "unknown")


def find_editor_command(environ: Mapping[str, str] = os.environ) -> str:
    """Return the command of the user's own editor (`VISUAL`, else `EDITOR`), or ""."""
    return environ.get("VISUAL") or environ.get("EDITOR") or ""


def find_certificate_file(environ: Mapping[str, str] = os.environ) -> str | None:
    """Return the file of trusted certificates that the user names (`SSL_CERT_FILE`), if any."""
    return environ.get("SSL_CERT_FILE") or None


class Pager(NamedTuple):
    """A program that shows long output page by page."""

    words: list[str]
    """The command."""
    environment: dict[str, str]


def find_pager(environ: Mapping[str, str] = os.environ) -> Pager | None:
    """Return the pager of `$PAGER`, by default `less -FRX`; None for no pager or `cat`."""
    # Imported here: most commands page nothing.
    import shlex

    try:
        words = shlex.split(environ.get("PAGER", _DEFAULT_PAGER))
    except ValueError:  # an open quote
        return None
    if not words or words == ["cat"]:
        return None
    # What git sets: a pager that is called without options shows colour and ends on one page.
    return Pager(words, {"LESS": "FRX", "LV": "-c", "LESSCHARSET": "utf-8", **environ})


def is_dumb_terminal(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the terminal can do nothing but print lines."""
    return environ.get("TERM", "dumb") in ("", "dumb")
