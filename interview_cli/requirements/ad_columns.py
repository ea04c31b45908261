"""Read the columns of a person specification that is set with blanks.

                       Essential   Desirable   Assessed by
Numeracy                   X                       I
A community language                   X           A
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from interview_cli.requirements.ad_headings import is_heading
from interview_cli.requirements.ad_tables import find_columns, is_column_mark

_CELL = re.compile(r"\S+(?: \S+)*")
_WORD = re.compile(r"\S+")
_MIN_CELLS = 2
_CODES = ("E", "D")
_NEAR = 8
"""In characters."""
_MOST_PENDING = 2
"""A criterion takes at most so many lines before the one with its mark."""
_MOST_AHEAD = 20
_AHEAD = 3
"""A table goes on over an empty line if one of so many lines behind it has a mark."""


class _Columns(NamedTuple):
    """The middles of the heads of the two columns."""

    essential: float
    desirable: float

    def find_code(self, line: str) -> tuple[str, str] | None:
        """Return the criterion in a line and the code of the column that its mark is below."""
        words = _WORD.finditer(line)
        marks = (word for word in words if self._is_below(word) and is_column_mark(word[0]))
        mark = next(marks, None)
        if mark is None or not line[: mark.start()].strip():
            return None
        place = _find_middle(mark)
        is_left = abs(place - self.essential) <= abs(place - self.desirable)
        code = mark[0] if mark[0] in _CODES else _CODES[not is_left]
        return " ".join(line[: mark.start()].split()), code

    def _is_below(self, word: re.Match[str]) -> bool:
        """Return whether a word stands below one of the columns, or near to one."""
        heads = self.essential, self.desirable
        return any(abs(_find_middle(word) - head) <= _NEAR for head in heads)


def code_columns(lines: Sequence[str]) -> list[str]:
    """Return lines, of which those of such a table are rows with the code of their column, E or D.

    The head of a table with marks says nothing more, and is left out.
    """
    coded: list[str] = []
    pending: list[str] = []
    columns: _Columns | None = None
    has_marks = False
    head_place = 0
    for place, line in enumerate(lines):
        if head := _find_head(line):
            columns, has_marks, head_place = head, False, len(coded) + len(pending)
        elif columns and has_marks and not (line.strip() or _goes_on(columns, lines, place)):
            columns = None
        if columns and (found := columns.find_code(line)):
            criterion, code = found
            coded.append(f"| {' '.join(' '.join([*pending, criterion]).split())} | {code} |")
            if not has_marks:
                coded[head_place] = ""
            pending, has_marks = [], True
        elif columns and line.strip() and not (head or is_heading(line)):
            pending.append(line)
            coded += pending[:-_MOST_PENDING]
            pending = pending[-_MOST_PENDING:]
        else:
            coded += [*pending, line]
            pending = []
    return coded + pending


def _goes_on(columns: _Columns, lines: Sequence[str], place: int) -> bool:
    """Return whether one of the next lines with text, from a place on, has a mark."""
    ahead = islice(filter(str.strip, islice(lines, place, place + _MOST_AHEAD)), _AHEAD)
    return any(columns.find_code(line) for line in ahead)


def _find_head(line: str) -> _Columns | None:
    cells = list(_CELL.finditer(line))
    if "|" in line or len(cells) < _MIN_CELLS:
        return None
    columns = find_columns([cell[0] for cell in cells])
    return columns and _Columns(*(_find_middle(cells[place]) for place in columns))


def _find_middle(cell: re.Match[str]) -> float:
    return (cell.start() + cell.end()) / 2
