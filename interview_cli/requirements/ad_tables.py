"""Read the tables of a job ad, as in person specifications: one row for each criterion."""

import re
from collections.abc import Iterator, Sequence

from interview_cli.english.rules import load_rules
from interview_cli.requirements.ad_headings import is_heading

_RULER = re.compile(r"^[\s|:-]+$")
_BETWEEN_CRITERIA = re.compile(r"\s*[;•●]\s*")
_CELL = re.compile(r"\S+(?: {1,2}\S+)*")
"""A cell of a table that is set with blanks: three of them end it."""
_CODE_BEFORE = re.compile(
    r"^\s*(?:\d{1,2}[.)]\s+)?[(\[]?(?P<code>[ED])(?:[)\]]|\s*[:.–—-](?=\s)|(?=\s{2}))\s+"
    r"(?P<criterion>\w.*)$"
)
_CODE_BEHIND = re.compile(
    r"^\W*(?:\d{1,2}[.)]\s+)?(?P<criterion>\w.*?)\s*"
    r"(?:\s[–—-]\s*|[(\[])(?P<code>[ED])[)\]]?\.?$"
)
_MIN_CODES = 2
_MIN_COLUMNS = 2
_HEADS = ("essential", "desirable", "assessment")
_MAX_INDENT = 4
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
        if row and _goes_on(found, row):
            row[:] = [f"{cell} {more}".strip() for cell, more in zip(row, found, strict=True)]
            marked.pop()
        else:
            row = found
        marked.append(f"| {' | '.join(row)} |")
    return marked


def _split_columns(line: str) -> list[tuple[int, str]]:
    """Return the cells of a line in columns, each with the place where it starts."""
    if "\t" in line.strip():
        return [(place, cell.strip()) for place, cell in enumerate(line.split("\t"))]
    return [(cell.start(), cell[0]) for cell in _CELL.finditer(line)]


def _find_starts(cells: Sequence[tuple[int, str]]) -> list[int]:
    """Return where the columns start below a head, which may have none above the first one."""
    starts = [start for start, _ in cells]
    return starts if starts[0] <= _MAX_INDENT else [0, *starts]


def _is_column_row(cells: Sequence[tuple[int, str]], starts: Sequence[int], above: str) -> bool:
    if len(cells) != 1:
        return len(cells) >= _MIN_COLUMNS
    start, text = cells[0]
    # A cell may go on below, alone; text below the table stands below an empty line.
    is_below = bool(above.strip()) and (
        len(starts) == _MIN_COLUMNS or len(text.split()) <= _MAX_CRITERION_HEAD_WORDS
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


def _goes_on(cells: Sequence[str], row: Sequence[str]) -> bool:
    """Return whether cells go on with those of the row above: none begins a thing of its own."""
    pairs = [(cell, above) for cell, above in zip(cells, row, strict=True) if cell]
    return all(cell[:1].islower() and above for cell, above in pairs)


def mark_codes(lines: Sequence[str]) -> list[str]:
    """Return lines of which those with E for essential or D for desirable are rows with bars.

    The letter stands before or behind the criterion; one such line alone is left as it is.
    """
    found = [_CODE_BEFORE.match(line) or _CODE_BEHIND.match(line) for line in lines]
    if sum(code is not None for code in found) < _MIN_CODES:
        return list(lines)
    return [
        f"| {code['criterion']} | {code['code']} |" if code else line
        for code, line in zip(found, lines, strict=True)
    ]


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
