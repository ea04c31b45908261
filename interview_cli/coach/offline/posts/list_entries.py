"""Split lists as people write them: with bullets, lines, commas and "and"."""

import re

from interview_cli.coach.offline.posts.rules import load_pattern
from interview_cli.english.bullets import EDGE_MARKS, remove_bullet, split_at_bullets

_LINE_END = re.compile(r"\n|;")
_COMMA = re.compile(r",\s+|,(?=[^\d\s])")
_EDGES = f" \t,;:{EDGE_MARKS}"


def strip_marks(text: str) -> str:
    """Return a text without its bullet and the punctuation around it."""
    return " ".join(remove_bullet(text).split()).strip(_EDGES).rstrip(f".{_EDGES}")


def split_list(text: str) -> list[str]:
    """Return the entries of a list.

    Several lines, or parts between semicolons, are one entry each. A single line is split at its
    commas, and at "and" before the last entry.
    """
    parts = (part for line in _LINE_END.split(text) for part in split_at_bullets(line))
    lines = [line for part in parts if (line := strip_marks(part))]
    return _split_line(lines[0]) if len(lines) == 1 else lines


def split_names(text: str) -> list[str]:
    """Return the entries of a list of short names, which is split at every "and" as well."""
    parts = [part for entry in split_list(text) for part in load_pattern("joined").split(entry)]
    return [name for part in parts if (name := strip_marks(part))]


def _split_line(line: str) -> list[str]:
    parts = _COMMA.split(line)
    if len(parts) > 1:
        *first, last = parts
        parts = [*first, *load_pattern("joined").split(last)] if last else first
    entries = (strip_marks(load_pattern("conjunction").sub("", part)) for part in parts)
    return [entry for entry in entries if entry]
