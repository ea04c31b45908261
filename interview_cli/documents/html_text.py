"""The text of HTML elements, with marks for headings and lists."""

import re
from dataclasses import dataclass, field
from html import unescape
from itertools import pairwise
from typing import Any

from lxml import etree

from interview_cli.documents.cleanup import join_cells

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote dd details div dl dt fieldset figure footer h1 h2 h3 h4"
        " h5 h6 header hr label li main ol option p pre section summary table textarea tr ul"
        " button",
    )
)
_MARKS = {f"h{level}": "#" * level + " " for level in range(1, 7)} | {"li": "- "}
_SPACED = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "table", "pre")
"""Elements with a blank line before them."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_MAX_UNESCAPES = 5


def has_tags(text: str) -> bool:
    """Whether a text contains the tags of HTML."""
    return _TAG.search(text) is not None


def unescape_fully(text: str) -> str:
    """Return text without entities, also if it was escaped several times; stop at real tags."""
    for _ in range(_MAX_UNESCAPES):
        plain = unescape(text)
        if plain == text or has_tags(text):
            break
        text = plain
    return text


def read_text(root: Any) -> str:
    """Return the text of an element, a line for each block."""
    lines: list[str] = [""]
    rows: list[_Row] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if not isinstance(element.tag, str):
            _append_text(lines, element.tail)
        elif event == "start":
            _open_element(lines, element.tag)
            _open_cell(lines, rows, element.tag)
            _append_text(lines, element.text, is_kept=element.tag == "pre")
        else:
            if element.tag == "tr" and rows:
                rows.pop().close(lines)
            if element.tag in _BLOCKS and lines[-1].strip():
                lines.append("")
            if element is not root:
                _append_text(lines, element.tail)
    text = "\n".join(line.rstrip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _open_element(lines: list[str], tag: str) -> None:
    has_begun = lines[-1].strip() and lines[-1] not in _MARKS.values()
    if tag == "br" or (tag in _BLOCKS and has_begun):
        lines.append("")
    if tag in _SPACED and lines[-2:-1] != [""] and lines[-1] not in _MARKS.values():
        lines.append("")
    lines[-1] += _MARKS.get(tag, "")


def _open_cell(lines: list[str], rows: list["_Row"], tag: str) -> None:
    if tag == "tr":
        rows.append(_Row())
    elif tag in ("td", "th") and rows:
        if rows[-1].cells or lines[-1].strip():
            lines.append("")
        rows[-1].cells.append(len(lines) - 1)


@dataclass
class _Row:
    """A row of a table that is being read, and the lines at which it and its cells begin."""

    cells: list[int] = field(default_factory=list)

    def close(self, lines: list[str]) -> None:
        """Replace the lines of the cells by one line, if each cell is short."""
        if not self.cells:
            return
        bounds = pairwise([*self.cells, len(lines)])
        cells = ["\n".join(lines[start:end]) for start, end in bounds]
        lines[self.cells[0] :] = join_cells(cell.strip() for cell in cells).split("\n")


def _append_text(lines: list[str], text: str | None, *, is_kept: bool = False) -> None:
    if is_kept and text:
        first, *rest = text.splitlines()
        lines[-1] += first
        lines += rest
        return
    words = re.sub(r"\s+", " ", text or "")
    is_start = lines[-1] in ("", *_MARKS.values())
    lines[-1] += words.lstrip() if is_start else words
