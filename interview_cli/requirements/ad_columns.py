"""Read tables that are set with blanks or tabs, without bars between their cells.

                       Essential   Desirable   Assessed by
Numeracy                   X                       I
A community language                   X           A
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from interview_cli.english.bullets import is_bullet
from interview_cli.requirements.ad_headings import is_heading
from interview_cli.requirements.ad_tables import find_columns, is_column_mark, is_row

_CELL = re.compile(r"\S+(?: \S+)*")
_WORD = re.compile(r"\S+")
_TAB = "\t"
_BLANK_CELL = re.compile(r"\S+(?: {1,2}\S+)*")
"""A cell of a table that is set with blanks: three of them end it."""
_MIN_CELLS = 2
_MAX_INDENT = 4
_MAX_CRITERION_HEAD_WORDS = 2
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


def mark_columns(lines: Sequence[str]) -> list[str]:
    """Return lines of which those of tables are rows with bars between their cells."""
    return _mark_tabs(_mark_cells(code_columns(lines)))


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


def _mark_cells(lines: Sequence[str]) -> list[str]:
    """Return lines of which those of a table, set in columns with blanks, are rows with bars.

    Such a table begins with a head that names an essential and a desirable column, and ends before
    the first line that has no columns. What goes on in the next line is joined to its cell.
    """
    marked: list[str] = []
    starts: list[int] = []
    row: list[str] = []
    for line, above in zip(lines, ["", *lines], strict=False):
        if is_row(line):
            marked.append(line)
            row = []
            continue
        cells = _split_columns(line)
        if find_columns([text for _, text in cells]):
            starts = _find_starts(cells)
            row = []
        elif not (starts and _is_column_row(cells, starts, above)):
            starts = starts if starts and not cells else []
            marked.append(line)
            continue
        found = _place_cells(cells, starts)
        if row and _continues(found, row):
            row[:] = [f"{cell} {more}".strip() for cell, more in zip(row, found, strict=True)]
            marked.pop()
        else:
            row = found
        marked.append(f"| {' | '.join(row)} |")
    return marked


def _split_columns(line: str) -> list[tuple[int, str]]:
    """Return the cells of a line in columns, each with the place where it starts."""
    if _TAB in line.strip():
        return [(place, cell.strip()) for place, cell in enumerate(line.split(_TAB))]
    return [(cell.start(), cell[0]) for cell in _BLANK_CELL.finditer(line)]


def _find_starts(cells: Sequence[tuple[int, str]]) -> list[int]:
    """Return where the columns start below a head, which may have none above the first one."""
    starts = [start for start, _ in cells]
    return starts if starts[0] <= _MAX_INDENT else [0, *starts]


def _is_column_row(cells: Sequence[tuple[int, str]], starts: Sequence[int], above: str) -> bool:
    if len(cells) != 1:
        return len(cells) >= _MIN_CELLS
    start, text = cells[0]
    # A cell may go on below, alone; text below the table stands below an empty line.
    is_below = bool(above.strip()) and (
        len(starts) == _MIN_CELLS or len(text.split()) <= _MAX_CRITERION_HEAD_WORDS
    )
    return start > _MAX_INDENT or is_below


def _place_cells(cells: Sequence[tuple[int, str]], starts: Sequence[int]) -> list[str]:
    """Return the cells of a row, with an empty one where a column has none."""
    if len(cells) == len(starts):
        return [text for _, text in cells]
    row = [""] * len(starts)
    for start, text in cells:
        nearest = min(range(len(starts)), key=lambda place: abs(starts[place] - start))
        row[nearest] = f"{row[nearest]} {text}".strip()
    return row


def _continues(cells: Sequence[str], row: Sequence[str]) -> bool:
    """Return whether cells go on with those of the row above: none begins a thing of its own."""
    pairs = [(cell, above) for cell, above in zip(cells, row, strict=True) if cell]
    return all(cell[:1].islower() and above for cell, above in pairs)


def _mark_tabs(lines: Sequence[str]) -> list[str]:
    """Return lines of which those with a tab between cells are rows; a bullet's tab is none."""
    return [
        f"| {' | '.join(cell.strip() for cell in line.split(_TAB))} |" if _has_cells(line) else line
        for line in lines
    ]


def _has_cells(line: str) -> bool:
    return _TAB in line.strip() and not (is_bullet(line) or is_row(line))
