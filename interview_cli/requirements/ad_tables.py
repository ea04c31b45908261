"""Read the tables of a job ad, as in person specifications: one row for each criterion."""

import re
from collections.abc import Iterator, Sequence

from interview_cli.english.rules import load_rules
from interview_cli.requirements.ad_headings import is_heading

_RULER = re.compile(r"^[\s|:-]+$")
_BETWEEN_CRITERIA = re.compile(r"\s*[;•●]\s*")
_HEADS = ("essential", "desirable", "assessment")
_MAX_HEAD_WORDS = 4
_MAX_CRITERION_HEAD_WORDS = 2


def is_row(line: str) -> bool:
    """Return whether a line is a row of a table, with bars between its cells."""
    return " | " in line or (line.startswith("|") and line.endswith("|"))


def is_ruler(line: str) -> bool:
    """Return whether a row only separates the head of a table from the rest."""
    return _RULER.match(line) is not None


def split_cells(line: str) -> list[str]:
    """Return the cells of a row."""
    bare = line.strip()
    if bare.startswith("|") and bare.endswith("|"):
        bare = bare[1:-1]
    return [cell.strip(" *_") for cell in f" {bare} ".split("|")]


def find_criteria(rows: Sequence[str], *, is_wanted: bool) -> Iterator[tuple[str, bool]]:
    """Yield the criteria of a table, each with whether it must be met.

    `is_wanted`: the table is in a part of the ad about what is wanted. A table elsewhere counts
    only if its rows or its head say "essential" or "desirable".
    """
    essential = desirable = -1
    split = [split_cells(row) for row in rows if not is_ruler(row)]
    firsts = [next(filter(None, cells), "") for cells in split]
    names_groups = sum(map(is_heading, firsts)) * 2 > len(firsts)
    for cells in split:
        if columns := find_columns(cells):
            essential, desirable = columns
        elif essential >= 0 and desirable < len(cells):
            yield from _read_columns(cells, essential, desirable)
        else:
            filled = [cell for cell in cells if cell]
            yield from _read_row(filled, is_wanted=is_wanted, names_groups=names_groups)


def has_code(cells: Sequence[str]) -> bool:
    """Return whether one of several cells says that the others are essential or desirable.

    The word in the first cell is a label: "Essential | A degree".
    """
    first, *others = cells
    return any(map(_is_code, others)) or (len(first) == 1 and bool(others) and _is_code(first))


def is_column_mark(word: str) -> bool:
    """Return whether a word is a mark in a table whose columns are set with blanks."""
    return _is_found("column_mark", word)


def find_columns(cells: Sequence[str]) -> tuple[int, int] | None:
    """Return the places of the essential and the desirable column, if a row is a head with both."""
    heads = {
        place: cell for place, cell in enumerate(cells) if len(cell.split()) <= _MAX_HEAD_WORDS
    }
    essential = [place for place, cell in heads.items() if _is_found("essential", cell)]
    desirable = [place for place, cell in heads.items() if _is_found("desirable", cell)]
    if essential and desirable and essential != desirable:
        return essential[0], desirable[0]
    return None


def _read_columns(
    cells: Sequence[str], essential: int, desirable: int
) -> Iterator[tuple[str, bool]]:
    """Yield the criteria of a row whose cells mark its criterion, or are criteria themselves."""
    for place, is_must in ((essential, True), (desirable, False)):
        cell = cells[place] if place < len(cells) else ""
        if _is_found("mark", cell):
            yield cells[0], is_must
        elif not _is_found("assessment", cell):
            yield from ((entry, is_must) for entry in _BETWEEN_CRITERIA.split(cell) if entry)


def _read_row(
    cells: Sequence[str], *, is_wanted: bool, names_groups: bool
) -> Iterator[tuple[str, bool]]:
    """Yield the criterion of a row in a table without columns for essential and desirable.

    `names_groups`: most of the first cells name groups of criteria, such as "Education".
    """
    codes = [cell for cell in cells if _is_code(cell)]
    if codes:
        criteria = (cell for cell in cells if not _is_code(cell))
        if criterion := max(criteria, key=_rank_as_criterion, default=""):
            yield criterion, _is_found("essential_code", codes[0])
    elif is_wanted and len(cells) > 1 and (names_groups or is_heading(cells[0])):
        if not _heads_values(cells[1]):
            yield cells[1], True
    elif is_wanted and cells and not _is_head(cells):
        yield cells[0], True


def _is_code(cell: str) -> bool:
    return _is_found("essential_code", cell) or _is_found("desirable_code", cell)


def _rank_as_criterion(cell: str) -> tuple[bool, int]:
    """Rank the cells of a row: the longest is its criterion, unless it says how it is assessed."""
    return not _is_found("assessment", cell), len(cell)


def _heads_values(cell: str) -> bool:
    """Return whether a cell beside the name of a group heads its column, or says how it is met."""
    is_short = len(cell.split()) <= _MAX_HEAD_WORDS
    return is_heading(cell) or (is_short and any(_is_found(group, cell) for group in _HEADS))


def _is_head(cells: Sequence[str]) -> bool:
    is_short = len(cells[0].split()) <= _MAX_CRITERION_HEAD_WORDS
    return len(cells) == 1 or (is_short and _is_found("criterion_head", cells[0]))


def _is_found(rule_group: str, cell: str) -> bool:
    rules = load_rules("interview_cli.requirements", "ad_tables.toml")
    return rules[rule_group].pattern.search(cell) is not None
