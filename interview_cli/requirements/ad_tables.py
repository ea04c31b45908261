"""Read the tables of a job ad, as in person specifications: one row for each criterion."""

import re
from collections.abc import Iterator, Sequence

from interview_cli.english.rules import load_rules
from interview_cli.requirements.ad_headings import is_heading

_RULER = re.compile(r"^[\s|:-]+$")
_BETWEEN_CRITERIA = re.compile(r"\s*[;•●]\s*")
_COLUMN_GAP = re.compile(r" {3,}|\t+")
_MIN_COLUMNS = 2
_HEADS = ("essential", "desirable", "assessment")
_MAX_HEAD_WORDS = 4
_MAX_CRITERION_HEAD_WORDS = 2


def is_row(line: str) -> bool:
    """Return whether a line is a row of a table, with bars between its cells."""
    return " | " in line or (line.startswith("|") and line.endswith("|"))


def split_cells(line: str) -> list[str]:
    """Return the cells of a row."""
    bare = line.strip()
    if bare.startswith("|") and bare.endswith("|"):
        bare = bare[1:-1]
    return [cell.strip(" *_") for cell in f" {bare} ".split("|")]


def mark_columns(lines: Sequence[str]) -> list[str]:
    """Return lines of which those of a table, set in columns with blanks, are rows with bars.

    Such a table begins with a head that names an essential and a desirable column, and ends before
    the first line that has no columns.
    """
    marked, is_table = [], False
    for line in lines:
        cells = [cell for cell in _COLUMN_GAP.split(line.strip()) if cell]
        is_head = len(cells) > _MIN_COLUMNS and find_columns(cells) is not None
        is_table = is_head or (is_table and len(cells) >= _MIN_COLUMNS)
        marked.append(f"| {' | '.join(cells)} |" if is_table else line)
    return marked


def find_criteria(rows: Sequence[str], *, is_wanted: bool) -> Iterator[tuple[str, bool]]:
    """Yield the criteria of a table, each with whether it must be met.

    `is_wanted`: the table is in a part of the ad about what is wanted. A table elsewhere counts
    only if its rows or its head say "essential" or "desirable".
    """
    essential = desirable = -1
    split = [split_cells(row) for row in rows if not _RULER.match(row)]
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
