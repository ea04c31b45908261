"""Read the tables of a job ad that only lay it out: headings and labels with what is below them.

    | What you'll do | What you'll bring |      | Main duties | Process payroll; answer staff |
    | Build reports  | SQL               |      | Systems     | iTrent                        |

Tables of criteria, with what is essential and desirable, are read elsewhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest

from interview_cli.requirements.ad_headings import (
    find_heading_part,
    find_label_part,
    is_fact_label,
    is_heading,
)
from interview_cli.requirements.ad_tables import (
    find_columns,
    has_code,
    is_row,
    is_ruler,
    split_cells,
)
from interview_cli.text import begin_with_capital

_BETWEEN_ENTRIES = "•"
_LABELLED_CELLS = 2
_MAX_LABEL_WORDS = 5


def open_tables(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines of which tables that lay out an ad are headings, entries and labelled lines."""
    for is_table, group in groupby(lines, key=is_row):
        rows = list(group)
        yield from (_open_table(rows) or rows) if is_table else rows


def _open_table(rows: Sequence[str]) -> list[str]:
    """Return the lines that a table lays out; none if it is of another kind."""
    split = [split_cells(row) for row in rows if not is_ruler(row)]
    if not split or any(find_columns(cells) or has_code(cells) for cells in split):
        return []
    head, *body = split
    if body and _heads_parts(head):
        return list(_list_columns(head, body))
    labelled = [cells for cells in split if _is_labelled(cells)]
    says_more = len(split) == 1 or any(_says_more(cells) for cells in labelled)
    if len(labelled) * 2 > len(split) and says_more:
        return [line for cells in split for line in _label_row(cells)]
    return []


def _heads_parts(head: Sequence[str]) -> bool:
    """Return whether the cells of a row head different parts of the ad, or one alone does."""
    parts = [find_heading_part(cell) for cell in head]
    is_short = all(len(cell.split()) <= _MAX_LABEL_WORDS for cell in head)
    return is_short and all(parts) and (len(head) == 1 or len(set(parts)) > 1)


def _list_columns(head: Sequence[str], body: Sequence[Sequence[str]]) -> Iterator[str]:
    for heading, column in zip(head, zip_longest(*body, fillvalue=""), strict=False):
        yield from ("", f"## {heading}", *_list_entries(column))
    yield ""


def _list_entries(cells: Iterable[str]) -> list[str]:
    entries = (entry.strip() for cell in cells for entry in cell.split(_BETWEEN_ENTRIES))
    return [f"- {entry}" for entry in entries if entry]


def _is_labelled(cells: Sequence[str]) -> bool:
    label, *values = list(filter(None, cells)) or [""]
    is_label = is_fact_label(label) or is_heading(label) or find_label_part(label) is not None
    return is_label and len(values) == _LABELLED_CELLS - 1 and not is_heading(values[0])


def _says_more(cells: Sequence[str]) -> bool:
    """Return whether a row is about the job itself, and not only about what it asks for."""
    label = next(filter(None, cells))
    return is_fact_label(label) or find_label_part(label) not in ("wanted", "nice", None)


def _label_row(cells: Sequence[str]) -> Iterator[str]:
    label, *values = list(filter(None, cells)) or [""]
    value = "; ".join(values)
    if _BETWEEN_ENTRIES in value:
        yield from ("", f"## {label}", *_list_entries(values), "")
    elif value:
        yield f"{begin_with_capital(label).rstrip(' :')}: {value}"
    else:
        yield label
