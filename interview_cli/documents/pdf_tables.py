"""Read the ruled tables of a PDF page cell by cell, where PyMuPDF finds their lines."""

from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise
from typing import Any

from interview_cli.documents.cleanup import join_cells
from interview_cli.documents.layout import Line, join_in_reading_order
from interview_cli.documents.pdf_glyphs import Box, Glyph
from interview_cli.documents.pdf_lines import make_lines
from interview_cli.english.bullets import is_bullet
from interview_cli.pdf_library import pymupdf

_PATHS = ("fill-path", "stroke-path")
_MAX_RULE_PT = 2.0
"""A rule is no wider than this, and at least so high:"""
_MIN_RULE_PT = 8.0
_MAX_PATHS = 3_000
"""A page with more is a drawing; to look for tables there takes seconds."""
_PADDING = 1.5
"""The blank at the right of a cell and the space before a wrapped word, in heights of the line."""


def split_tables(page: Any, glyphs: Sequence[Glyph]) -> tuple[list[Line], list[Glyph]]:
    """Return a line for each row of the tables of a page, and the letters outside of them.

    The cells of a row are joined as in a table of a DOCX. Text that is turned is left where it is.
    """
    tables = _find_tables(page)
    if not tables:
        return [], list(glyphs)
    rows: list[Line] = []
    rest = [glyph for glyph in glyphs if glyph.turn]
    level = [glyph for glyph in glyphs if not glyph.turn]
    for table in tables:
        for row in table.rows:
            texts = []
            for box in row.cells:
                inside, level = _split_at(box, level)
                texts.append(_read_cell(inside, box) if inside else "")
            if text := join_cells(texts):
                left, top, right, bottom = row.bbox
                rows.append(Line(left, right, top, bottom, text, is_row=True))
    return rows, level + rest


def _find_tables(page: Any) -> list[Any]:
    """Return the tables with at least two rows and two columns between drawn lines."""
    if page.rotation or not _has_rules(page):
        return []
    import_module("pymupdf.table")  # left out at first
    pymupdf.no_recommend_layout()  # it would be printed to stdout
    found = page.find_tables(strategy="lines_strict").tables
    return [table for table in found if table.row_count > 1 and table.col_count > 1]


def _has_rules(page: Any) -> bool:
    """Whether a page has a rule that may separate columns. The lines under headings do not."""
    paths = [(kind, box) for kind, box in page.get_bboxlog() if kind in _PATHS]
    return len(paths) <= _MAX_PATHS and any(
        bottom - top >= _MIN_RULE_PT and (kind == "stroke-path" or right - left <= _MAX_RULE_PT)
        for kind, (left, top, right, bottom) in paths
    )


def _split_at(box: Box | None, glyphs: list[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """Return the letters inside a cell, and the others. What another cell spans has no box."""
    inside: list[Glyph] = []
    outside: list[Glyph] = []
    for glyph in glyphs:
        (inside if box and _holds(box, glyph) else outside).append(glyph)
    return inside, outside


def _holds(box: Box, glyph: Glyph) -> bool:
    left, top, right, bottom = box
    x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
    return left <= x <= right and top <= y <= bottom


def _read_cell(glyphs: Sequence[Glyph], box: Box) -> str:
    """Return the text of a cell, with its wrapped lines joined."""
    lines = make_lines(glyphs)
    text = join_in_reading_order(lines)
    if len(lines) != text.count("\n") + 1:  # it has columns or gaps of its own
        return text
    ordered = sorted(lines, key=lambda line: line.top)
    joined = ordered[0].text.strip()
    for above, line in pairwise(ordered):
        joined += (" " if _is_wrapped(above, line, box) else "\n") + line.text.strip()
    return joined


def _is_wrapped(above: Line, line: Line, box: Box) -> bool:
    """Whether a line goes on with the one above: its first word found no room there."""
    text = line.text.strip()
    if is_bullet(f"{text} "):
        return False
    first = len(text.split()[0]) / len(text) * (line.right - line.left)
    return above.right + first > box[2] - _PADDING * (line.bottom - line.top)
