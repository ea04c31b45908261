"""The marks before the entries of a list in plain text: bullets, numbers, letters, boxes."""

import re

_BULLET = re.compile(r"^\s*(?:[-*•●▪◦‣–—·►➢➤→»>✓✔✅☑]|o(?=\s)|\d{1,2}[.)]|\(?[a-h]\))\s+")


def is_bullet(line: str) -> bool:
    """Return whether a line begins with the mark of a list."""
    return _BULLET.match(line) is not None


def remove_bullet(line: str) -> str:
    """Return a line without the mark of a list before it."""
    return _BULLET.sub("", line)
