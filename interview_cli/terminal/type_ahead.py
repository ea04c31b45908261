"""Keep what is typed while no editor is open: it is neither sent nor lost."""

import locale
import os
import select
import sys
import termios
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_cli.text import remove_controls

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyPress

_CHUNK_BYTES = 65_536
_LOCAL_FLAGS = 3
_CONTROL_CHARS = 6
"""Places in what termios.tcgetattr returns."""
_TERMINAL_GONE = (OSError, ValueError, termios.error)


@dataclass
class TypeAhead:
    """What was typed during a `hold_type_ahead` block; known after its end."""

    text: str = ""


@contextmanager
def hold_type_ahead() -> Iterator[TypeAhead]:
    """Keep keys that arrive during the block from the screen, and collect them as text.

    Ctrl-C and Ctrl-Z still act. Without a terminal on stdin nothing is held.
    """
    held = TypeAhead()
    with read_single_keys():
        try:
            yield held
        finally:
            held.text = take_type_ahead()


def take_type_ahead() -> str:
    """Return what was typed before the call and read by nobody, as text.

    Keys are text here: none of them sends anything. Call it within `read_single_keys`.
    """
    from prompt_toolkit.input import create_input
    from prompt_toolkit.input.typeahead import get_typeahead
    from prompt_toolkit.input.vt100_parser import Vt100Parser

    # Keys that came together with the one that ended the last editor.
    keys = get_typeahead(create_input())
    parser = Vt100Parser(keys.append)
    with suppress(*_TERMINAL_GONE):
        parser.feed_and_flush(_read_pending().decode("utf-8", "surrogateescape"))
    return remove_controls(repair_encoding(_type_keys(keys)))


@contextmanager
def read_single_keys() -> Iterator[None]:
    """Stop the terminal from showing keys, and from waiting for the end of a line, for a block.

    Does nothing where stdin is not a terminal.
    """
    try:
        before = termios.tcgetattr(sys.stdin)
    except (*_TERMINAL_GONE, AttributeError):
        yield
        return
    changed = [*before[:_CONTROL_CHARS], [*before[_CONTROL_CHARS]]]
    changed[_LOCAL_FLAGS] &= ~(termios.ICANON | termios.ECHO)
    changed[_LOCAL_FLAGS] |= termios.NOFLSH  # Ctrl-C must not discard what was typed before it.
    changed[_CONTROL_CHARS][termios.VMIN] = 1
    changed[_CONTROL_CHARS][termios.VTIME] = 0
    try:
        termios.tcsetattr(sys.stdin, termios.TCSANOW, changed)
        yield
    finally:
        with suppress(*_TERMINAL_GONE):
            termios.tcsetattr(sys.stdin, termios.TCSANOW, before)


def repair_encoding(text: str) -> str:
    """Decode the bytes that were not UTF-8 as the terminal's own encoding, else as Latin-1."""
    content = text.encode("utf-8", "surrogateescape")
    for encoding in ("utf-8", locale.getpreferredencoding(False), "latin-1"):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return text


def _read_pending() -> bytes:
    content = b""
    while select.select([sys.stdin], [], [], 0)[0]:
        chunk = os.read(sys.stdin.fileno(), _CHUNK_BYTES)
        if not chunk:
            break
        content += chunk
    return content


def _type_keys(keys: "Iterable[KeyPress]") -> str:
    """Return the text that the keys would have typed."""
    from prompt_toolkit.keys import Keys

    text = ""
    is_escaped = False
    for press in keys:
        if press.key == Keys.BracketedPaste:
            text += press.data
        elif press.key in (Keys.ControlM, Keys.ControlJ):
            text += "\n"
        elif press.key in (Keys.ControlH, Keys.Backspace):
            text = text[:-1]
        elif len(press.key) == 1 and not is_escaped:
            text += press.data
        is_escaped = press.key == Keys.Escape
    return text
