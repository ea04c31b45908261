"""Lines of a page with their places → the order in which a person reads them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_GUTTER = 8.0
"""Least width of the blank between columns, in points; a quarter of it where lines are aligned."""
_COLUMN_LINES = 3
_ASIDE = re.compile(r"\d{4}|present|today|now\b|heute|\bsince\b", re.IGNORECASE)
_ASIDE_CHARS = 32
_BULLET = re.compile(r"[•·▪●○◦–—*-]")


@dataclass(frozen=True)
class Line:
    """A line of text and its box, in points from the page's top left corner."""

    left: float
    right: float
    top: float
    bottom: float
    text: str


def in_reading_order(lines: Sequence[Line]) -> str:
    """The lines from top to bottom, columns one after the other, a blank line at each wide gap."""
    regions = _regions(sorted(lines, key=lambda line: (line.top, line.left)))
    return "\n\n".join(filter(None, map(_region_text, regions)))


def _regions(lines: list[Line]) -> list[list[Line]]:
    """Runs of lines that stand one under the other; what spans the page parts columns above it
    from those below it."""
    gutter = _gutter(lines)
    if gutter is None:
        return [lines] if lines else []
    regions: list[list[Line]] = []
    band: list[Line] = []
    whole: list[Line] = []
    for line in lines:
        if line.left < gutter < line.right:
            regions += _columns(band, gutter)
            band = []
            whole.append(line)
        else:
            regions += [whole] if whole else []
            whole = []
            band.append(line)
    regions += [whole] if whole else []
    return regions + _columns(band, gutter)


def _columns(band: list[Line], gutter: float) -> list[list[Line]]:
    left = [line for line in band if line.right <= gutter]
    right = [line for line in band if line.left >= gutter]
    if not left or not right:
        return [band] if band else []
    if _are_rows(left, right):
        return [sorted(band, key=lambda line: (round(line.top / 3), line.left))]
    return [*_regions(left), *_regions(right)]


def _are_rows(left: list[Line], right: list[Line]) -> bool:
    """Whether one side belongs to the rows of the other: dates, places, labels, bullets."""
    if all(_is_label(line) and _has_partner(line, right) for line in left):
        return True
    if any(len(line.text.strip()) > _ASIDE_CHARS for line in right):
        return False
    ends, starts = [line.right for line in right], [line.left for line in right]
    is_flush_right = max(ends) - min(ends) < 2 < max(starts) - min(starts)
    return is_flush_right or all(_is_aside(line) and _has_partner(line, left) for line in right)


def _is_label(line: Line) -> bool:
    text = line.text.strip()
    return _is_aside(line) or text.endswith(":") or _BULLET.fullmatch(text) is not None


def _is_aside(line: Line) -> bool:
    return len(line.text.strip()) <= _ASIDE_CHARS and _ASIDE.search(line.text) is not None


def _has_partner(line: Line, others: Sequence[Line]) -> bool:
    return any(other.top < line.bottom and line.top < other.bottom for other in others)


def _gutter(lines: Sequence[Line]) -> float | None:
    """The middle of a blank strip with columns on both sides of it, crossed by few lines."""
    best: tuple[int, float] | None = None
    for edge in sorted({line.left for line in lines}):
        aligned = sum(abs(line.left - edge) < 1 for line in lines)
        blank = _GUTTER if aligned < _COLUMN_LINES else _GUTTER / 4
        left = [line for line in lines if line.right <= edge - blank]
        right = [line for line in lines if line.left >= edge - 0.5]
        crossing = len(lines) - len(left) - len(right)
        if min(len(left), len(right)) < _COLUMN_LINES or crossing * 3 > len(lines):
            continue
        side_by_side = sum(_has_partner(line, left) for line in right)
        beside = sum(_has_partner(line, right) for line in left)
        if min(side_by_side, beside) < _COLUMN_LINES - 1:
            continue
        middle = (max(line.right for line in left) + edge) / 2
        score = side_by_side + beside - 2 * crossing
        if best is None or score > best[0]:
            best = (score, middle)
    return best[1] if best else None


def _region_text(lines: list[Line]) -> str:
    if not lines:
        return ""
    usual = median(line.bottom - line.top for line in lines)
    rows = [lines[0].text.strip()]
    for before, line in pairwise(lines):
        gap = line.top - before.bottom
        same_row = abs(line.top - before.top) < usual / 3 and line.left > before.right
        if same_row:
            rows[-1] += f"  {line.text.strip()}"
        else:
            rows.append(("\n" if gap > usual * 0.9 else "") + line.text.strip())
    return "\n".join(rows)
