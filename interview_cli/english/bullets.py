"""The marks before the entries of a list in plain text: bullets, numbers, letters, boxes."""

import re

BULLET_DOTS = "•●○■▪◦‣·"
"""Characters that are bullets wherever they stand between spaces or at the start of a line."""
EDGE_MARKS = f"-*–—{BULLET_DOTS}"
"""Bullets that are not part of a text when they stand at its start or end."""
SYMBOL_FONT_BULLETS = "\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc\uf076\uf02d"
"""Bullets of the Symbol and Wingdings fonts."""

_ARROWS = f"►▶➢➤→»✓✔✅☑❖◆{SYMBOL_FONT_BULLETS}"
"""Characters that are bullets at the start of a line."""
_PICTURES = "\U0001f300-\U0001faff"
"""Pictographs, of which some ads put one before each entry."""
_NUMERAL = r"(?=[ivx])x{0,2}(?:ix|iv|v?i{0,3})|(?=[IVX]{2})X{0,2}(?:IX|IV|V?I{0,3})"
"""A Roman numeral to 39: "iii", "IV", and no initial: "V. Smith"."""
_NUMBER = rf"\d{{1,2}}[.)]|\(?[a-h]\)|[a-h]\.(?=\s+[A-Z])|\(?(?:{_NUMERAL})[.)]"
_BULLET = re.compile(
    rf"^\s*(?:(?:[{BULLET_DOTS}{_ARROWS}{_PICTURES}*–—+>~-]|>>|=>|o(?=\s)|{_NUMBER})\s+|-(?=[A-Z][a-z])"
    rf"|[{BULLET_DOTS}{_ARROWS}](?=\w))"
)
_MARK_BETWEEN = re.compile(r"(?:(?<=\s)|^)\(?(?P<mark>[a-h]|\d{1,2})[.)]\s+(?=\w)")
_DOT_BETWEEN = re.compile(rf"(?<=\S)\s+[{BULLET_DOTS}]\s+")


def is_bullet(line: str) -> bool:
    """Return whether a line begins with the mark of a list."""
    return _BULLET.match(line) is not None


def remove_bullet(line: str) -> str:
    """Return a line without the mark of a list before it."""
    return _BULLET.sub("", line)


def split_at_bullets(line: str) -> list[str]:
    """Split a line at the bullets inside it: "cut hair • sweep", "(a) cut hair (b) sweep"."""
    return [part for piece in _DOT_BETWEEN.split(line) for part in _split_numbered(piece)]


def _split_numbered(line: str) -> list[str]:
    """Split a line before the numbers or letters inside it, if they count from the first on."""
    marks = list(_MARK_BETWEEN.finditer(line))
    first = marks[0]["mark"] if marks else ""
    names = "abcdefgh" if first == "a" else [str(number) for number in range(1, len(marks) + 1)]
    if len(marks) < 2 or any(
        mark["mark"] != name for mark, name in zip(marks, names, strict=False)
    ):
        return [line]
    starts = [0, *(mark.start() for mark in marks if mark.start())]
    ends = [*starts[1:], len(line)]
    return [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]
