"""Put the lines of a page in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from interview_cli.english.bullets import is_bullet
from interview_cli.english.rules import load_rules

_MIN_GUTTER = 8.0
"""Least width of the blank between columns, in points; a quarter of it where lines are aligned."""
_MIN_COLUMN_LINES = 3
_MAX_ASIDE_CHARS = 32
"""A longer text is not a date or a place next to a line."""
_MIN_DATED_ROWS = 2
_MIN_LEVEL_CELLS = 3
_CELL_GAP = 0.5
"""A gap of at least so many line heights separates the cells of a column."""
_LEVEL = 0.3
"""Level lines differ by less than this share of the smaller height."""
_FAR_GAP = 1.0
"""Lines of running text have a smaller gap, in line heights."""
_PARAGRAPH_GAP = 0.9
"""A gap of more line heights than this starts a paragraph."""


@dataclass(frozen=True)
class Line:
    """A line of text and its box, in points from the top left corner of the page."""

    left: float
    right: float
    top: float
    bottom: float
    text: str
    is_row: bool = False
    """Whether it is a row of a table, which may be higher than a line."""


def join_in_reading_order(lines: Sequence[Line]) -> str:
    """Return the text from top to bottom, column after column, with a blank line at each gap."""
    regions = _split_regions(sorted(lines, key=lambda line: (line.top, line.left)))
    return "\n\n".join(filter(None, map(_join_region, regions)))


def _split_regions(lines: list[Line]) -> list[list[Line]]:
    """Split lines, from top to bottom, into regions of one column each.

    A line across the whole page separates the columns above it from those below it.
    """
    gutter = _find_gutter(lines)
    if gutter is None:
        return [lines] if lines else []
    regions: list[list[Line]] = []
    band: list[Line] = []
    whole: list[Line] = []
    for line in lines:
        if line.left < gutter < line.right:
            regions += _split_columns(band, gutter)
            band = []
            whole.append(line)
        else:
            regions += [whole] if whole else []
            whole = []
            band.append(line)
    regions += [whole] if whole else []
    return regions + _split_columns(band, gutter)


def _split_columns(band: list[Line], gutter: float) -> list[list[Line]]:
    left = [line for line in band if line.right <= gutter]
    right = [line for line in band if line.left >= gutter]
    if not left or not right:
        return [band] if band else []
    if _are_rows(left, right):
        return [sorted(band, key=lambda line: (round(line.top / 3), line.left))]
    if cells := _join_level_cells(left, right):
        return [cells]
    return [*_split_regions(left), *_split_regions(right)]


def _are_rows(left: list[Line], right: list[Line]) -> bool:
    """Whether one column belongs to the lines of the other: dates, places, labels, bullets."""
    if all(_is_label(line) and _has_partner(line, right) for line in left):
        return True
    if _is_dated_table([*left, *right]):
        return True
    if any(len(line.text.strip()) > _MAX_ASIDE_CHARS for line in right):
        return False
    ends, starts = [line.right for line in right], [line.left for line in right]
    is_flush_right = max(ends) - min(ends) < 2 < max(starts) - min(starts)
    return is_flush_right or all(_is_aside(line) and _has_partner(line, left) for line in right)


def _join_level_cells(left: list[Line], right: list[Line]) -> list[Line]:
    """Return the lines of two columns cell by cell, or nothing if they are no rows of a table.

    They are if each cell at the right begins level with one at the left, as labels and values of a
    form do; a cell at the left may have none beside it. Lines of two columns may be level by
    chance, so cells of one line each must be far apart.
    """
    labels = _split_cells(left, ())
    starts = [label[0] for label in labels]
    values = _split_cells(right, starts)
    if min(len(labels), len(values)) < _MIN_LEVEL_CELLS:
        return []
    if any(_has_partner(line, starts) for value in values for line in value[1:]):
        return []
    if max(map(len, [*labels, *values])) == 1 and not _are_far_apart(left):
        return []
    joined: list[Line] = []
    for label in labels:
        joined += label
        level = [value for value in values if _are_level(label[0], value[0])]
        joined += [line for value in level for line in value]
    return joined if len(joined) == len(left) + len(right) else []


def _split_cells(column: list[Line], starts: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of a column in groups with a gap between them, or a start beside them."""
    cells: list[list[Line]] = []
    for line in column:
        is_near = cells and _measure_gap(cells[-1][-1], line) < _CELL_GAP
        if is_near and not any(_are_level(line, start) for start in starts):
            cells[-1].append(line)
        else:
            cells.append([line])
    return cells


def _are_far_apart(column: list[Line]) -> bool:
    return all(_measure_gap(above, line) >= _FAR_GAP for above, line in pairwise(column))


def _measure_gap(above: Line, line: Line) -> float:
    """Return the blank between two lines of a column, in heights of the lower line."""
    return (line.top - above.bottom) / (line.bottom - line.top)


def _are_level(line: Line, other: Line) -> bool:
    middle, other_middle = (line.top + line.bottom) / 2, (other.top + other.bottom) / 2
    height = min(line.bottom - line.top, other.bottom - other.top)
    return abs(middle - other_middle) < _LEVEL * height


def _is_dated_table(lines: Sequence[Line]) -> bool:
    """Whether each row begins with a date, except one row of headings.

    A line that nothing stands beside may be a heading, or go on with a cell above it.
    """
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.top):
        if rows and _has_partner(line, rows[-1][:1]):
            rows[-1].append(line)
        else:
            rows.append([line])
    firsts = [min(row, key=lambda line: line.left) for row in rows if len(row) > 1]
    dated = sum(map(_is_aside, firsts))
    return dated >= _MIN_DATED_ROWS and len(firsts) - dated <= 1


def _is_label(line: Line) -> bool:
    text = line.text.strip()
    return _is_aside(line) or text.endswith(":") or is_bullet(f"{text} ")


def _is_aside(line: Line) -> bool:
    return len(line.text.strip()) <= _MAX_ASIDE_CHARS and _has_date(line.text)


def _has_date(text: str) -> bool:
    dates = load_rules("interview_cli.documents", "rules.toml")["date_words"].pattern
    return dates.search(text) is not None


def _has_partner(line: Line, others: Sequence[Line]) -> bool:
    return any(other.top < line.bottom and line.top < other.bottom for other in others)


def _find_gutter(lines: Sequence[Line]) -> float | None:
    """Return the middle of a blank strip between two columns that few lines cross, in points."""
    best: tuple[int, float] | None = None
    for edge in sorted({line.left for line in lines}):
        aligned = sum(abs(line.left - edge) < 1 for line in lines)
        blank = _MIN_GUTTER if aligned < _MIN_COLUMN_LINES else _MIN_GUTTER / 4
        left = [line for line in lines if line.right <= edge - blank]
        right = [line for line in lines if line.left >= edge - 0.5]
        crossing = len(lines) - len(left) - len(right)
        if min(len(left), len(right)) < _MIN_COLUMN_LINES or crossing * 3 > len(lines):
            continue
        side_by_side = sum(_has_partner(line, left) for line in right)
        beside = sum(_has_partner(line, right) for line in left)
        if min(side_by_side, beside) < _MIN_COLUMN_LINES - 1:
            continue
        middle = (max(line.right for line in left) + edge) / 2
        score = side_by_side + beside - 2 * crossing
        if best is None or score > best[0]:
            best = (score, middle)
    return best[1] if best else None


def _join_region(lines: list[Line]) -> str:
    if not lines:
        return ""
    heights = [line.bottom - line.top for line in lines if not line.is_row]
    usual_height = median(heights) if heights else 0.0
    rows = [lines[0].text.strip()]
    for before, line in pairwise(lines):
        gap = line.top - before.bottom
        # The lines of a large heading are further apart than those of the text.
        height = max(usual_height, min(before.bottom - before.top, line.bottom - line.top))
        same_row = abs(line.top - before.top) < height / 3 and line.left > before.right
        if same_row:
            rows[-1] += f"  {line.text.strip()}"
        else:
            rows.append(("\n" if gap > height * _PARAGRAPH_GAP else "") + line.text.strip())
    return "\n".join(rows)
