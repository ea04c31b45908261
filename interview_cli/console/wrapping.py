"""Wrap text at words to the width of a terminal."""

import os
import re
from io import TextIOBase
from itertools import zip_longest
from typing import Any

_DEFAULT_SIZE = (80, 24)
_GAP = 4
"""Columns between two texts beside each other."""
_WORD = re.compile(r" *[^ ]+")
# A list mark, a quote mark, or a first column: further lines are indented to the text after it.
_HANGING = re.compile(r" *(?:(?:[-*•>]|\d+[.)]) +|[^ ]+(?: [^ ]+)*? {2,})?")


def measure_terminal(stream: "TextIOBase | Any") -> tuple[int, int]:
    """Return the columns and rows of the terminal that a stream writes to, else 80 and 24."""
    try:
        size = os.get_terminal_size(stream.fileno())
    except (OSError, ValueError, AttributeError):
        return _DEFAULT_SIZE
    return (size.columns or _DEFAULT_SIZE[0], size.lines or _DEFAULT_SIZE[1])


def wrap_words(text: str, columns: int) -> str:
    """Break the lines that are wider than `columns` at spaces.

    A word that is wider alone stays whole, so that it can be copied; the terminal folds it.
    """
    return "\n".join(_wrap_line(line, columns) for line in text.expandtabs(4).split("\n"))


def place_beside(left: str, right: str, columns: int) -> str:
    """Return two texts beside each other, each wrapped to half of the columns."""
    width = (columns - _GAP) // 2
    lefts, rights = wrap_words(left, width).split("\n"), wrap_words(right, width).split("\n")
    rows = zip_longest(lefts, rights, fillvalue="")
    return "\n".join(
        f"{first}{' ' * (width - _measure(first))}{' ' * (_GAP - 2)}│ {second}".rstrip()
        for first, second in rows
    )


def _wrap_line(line: str, columns: int) -> str:
    if _measure(line) <= columns:
        return line
    indent = _find_indent(line, columns)
    lines: list[str] = []
    current, width = "", 0
    for word in _WORD.findall(line):
        word_width = _measure(word)
        if current.strip() and width + word_width > columns:
            lines.append(current)
            current = " " * indent + word.lstrip(" ")
            width = _measure(current)
        else:
            current += word
            width += word_width
    return "\n".join([*lines, current])


def _find_indent(line: str, columns: int) -> int:
    """Return the indentation of what continues a line."""
    hanging = _HANGING.match(line)
    indent = _measure(hanging[0]) if hanging else 0
    leading = len(line) - len(line.lstrip(" "))
    return indent if indent <= columns // 3 else min(leading, columns // 3)


def _measure(text: str) -> int:
    """Return the columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    # Imported here: off a terminal nothing is measured.
    from wcwidth import wcswidth

    width = wcswidth(text)
    return width if width >= 0 else len(text)
