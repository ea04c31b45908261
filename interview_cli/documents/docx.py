"""DOCX → text: headers, body, tables, text boxes, footers; headings and bullets are kept."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import compress
from xml.etree.ElementTree import Element

from interview_cli.documents.archive import Archive
from interview_cli.documents.extract import Extract, table_row
from interview_cli.errors import UnreadableDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING = re.compile(r"(?:heading|title|überschrift|titre|titel)\s?(\d)?", re.IGNORECASE)
_BULLET = re.compile(r"list|bullet|aufzählung", re.IGNORECASE)
_CHARACTERS = {
    f"{_W}tab": "\t",
    f"{_W}ptab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}
_NOT_IN_A_LINE = (_FALLBACK, *(f"{_W}{name}" for name in ("del", "moveFrom", "p", "txbxContent")))
_MAX_HIDDEN_HALF_POINTS = 3
"""Sizes are in half points: under 2 points."""


def read(content: bytes, source: str, keep_hidden: bool = False) -> Extract:
    """The text of all parts that a reader sees. Raises UnreadableDocument."""
    archive = Archive(content, source)
    if not _named(archive.names, "document"):
        raise UnreadableDocument(f"{source} is no Word document.", "save it anew as DOCX or PDF")
    document = _Document(keep_hidden, _styles(archive))
    parts = [document.text_of(archive.xml(name)) for name in _parts_in_order(archive.names)]
    once = dict.fromkeys(part for part in parts if part)  # headers of first and other pages
    return Extract("\n\n".join(once), tuple(document.hidden))


def _named(names: list[str], kind: str) -> list[str]:
    return sorted(name for name in names if re.fullmatch(rf"word/{kind}\d*\.xml", name))


def _parts_in_order(names: list[str]) -> list[str]:
    kinds = ("header", "document", "footnotes", "endnotes", "footer")
    return [name for kind in kinds for name in _named(names, kind)]


@dataclass(frozen=True)
class _Look:
    """What a run or a style says of how its letters look; None where it says nothing."""

    is_unseen: bool | None = None
    is_white: bool | None = None
    has_ground: bool = False


@dataclass(frozen=True)
class _Style:
    name: str
    look: _Look


def _styles(archive: Archive) -> dict[str, _Style]:
    if "word/styles.xml" not in archive.names:
        return {}
    styles = {}
    for style in archive.xml("word/styles.xml").iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        look = _look(style.find(f"{_W}rPr"))
        has_ground = any(map(_is_ground, style.iter(f"{_W}shd")))
        styles[style.get(f"{_W}styleId", "")] = _Style(
            name.get(f"{_W}val", "") if name is not None else "",
            replace(look, has_ground=has_ground),
        )
    return styles


def _look(properties: Element | None) -> _Look:
    if properties is None:
        return _Look()
    vanish = properties.find(f"{_W}vanish")
    is_unseen = None if vanish is None else vanish.get(f"{_W}val", "1") not in ("0", "false", "off")
    half_points = _value(properties, "sz")
    if half_points.isdigit() and not is_unseen:
        is_unseen = int(half_points) <= _MAX_HIDDEN_HALF_POINTS
    color = _value(properties, "color").upper()
    is_lit = _value(properties, "highlight") not in ("", "none", "white")
    return _Look(
        is_unseen,
        color == "FFFFFF" if color else None,
        is_lit or _is_ground(properties.find(f"{_W}shd")),
    )


def _value(properties: Element | None, name: str) -> str:
    element = properties.find(f"{_W}{name}") if properties is not None else None
    return element.get(f"{_W}val", "") if element is not None else ""


def _is_ground(shading: Element | None) -> bool:
    """Whether a shading has a colour that white letters can be read on."""
    if shading is None:
        return False
    fill = shading.get(f"{_W}fill", "auto").upper()
    return fill not in ("AUTO", "FFFFFF") or shading.get(f"{_W}themeFill") is not None


class _Document:
    def __init__(self, keep_hidden: bool, styles: dict[str, _Style]) -> None:
        self.hidden: list[str] = []
        self._keep_hidden = keep_hidden
        self._styles = styles
        self._has_ground = False  # whether what is read stands in a box or cell of some colour

    def text_of(self, part: Element) -> str:
        self._has_ground = _has_dark_shape(part)
        return "\n".join(self._blocks(part)).strip()

    def _blocks(self, container: Element) -> Iterator[str]:
        for child in container:
            if child.tag == f"{_W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                yield from self._table(child)
            elif not _is_placeholder(child):
                yield from self._blocks(child)

    def _table(self, table: Element) -> Iterator[str]:
        style = self._styles.get(_value(table.find(f"{_W}tblPr"), "tblStyle"))
        with self._on_ground(style is not None and style.look.has_ground):
            for row in _own(table, "tr"):
                yield table_row(map(self._cell, _own(row, "tc")))
        yield ""

    def _cell(self, cell: Element) -> str:
        with self._on_ground(_is_ground(cell.find(f"{_W}tcPr/{_W}shd"))):
            return "\n".join(self._blocks(cell)).strip()

    @contextmanager
    def _on_ground(self, is_coloured: bool) -> Iterator[None]:
        before, self._has_ground = self._has_ground, self._has_ground or is_coloured
        yield
        self._has_ground = before

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        runs = list(_runs(paragraph))
        hidden = [self._is_hidden(run, paragraph) for run in runs]
        unseen = "".join(map(_run_text, compress(runs, hidden)))
        if unseen.strip():
            self.hidden.append(" ".join(unseen.split()))
        shown = compress(runs, (self._keep_hidden or not is_hidden for is_hidden in hidden))
        text = "".join(map(_run_text, shown)).strip()
        mark = self._mark(paragraph) if text else ""
        if mark.startswith("#"):
            yield ""
        yield f"{mark}{text}"
        for box in paragraph.iter(f"{_W}txbxContent"):
            if not _is_inside(paragraph, box):
                with self._on_ground(True):
                    yield from self._blocks(box)

    def _is_hidden(self, run: Element, paragraph: Element) -> bool:
        """By what the run says, else its style, else the paragraph's."""
        own = run.find(f"{_W}rPr")
        about = paragraph.find(f"{_W}pPr")
        named = (_value(own, "rStyle"), _value(about, "pStyle"))
        looks = [_look(own), *(self._styles[one].look for one in named if one in self._styles)]
        unseen = next((look.is_unseen for look in looks if look.is_unseen is not None), False)
        white = next((look.is_white for look in looks if look.is_white is not None), False)
        shaded = about is not None and _is_ground(about.find(f"{_W}shd"))
        has_ground = self._has_ground or shaded or any(look.has_ground for look in looks)
        return bool(unseen or (white and not has_ground))

    def _mark(self, paragraph: Element) -> str:
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return ""
        style_id = _value(properties, "pStyle")
        name = self._styles[style_id].name if style_id in self._styles else style_id
        if heading := _HEADING.match(name):
            return "#" * min(6, int(heading[1] or 1)) + " "
        numbering = properties.find(f"{_W}numPr")
        if numbering is None:
            return "- " if _BULLET.search(name) else ""
        return "" if _value(numbering, "numId") == "0" else "- "


def _is_placeholder(element: Element) -> bool:
    """A copy for old programs, or a field of a template that nobody has filled in."""
    return element.tag == _FALLBACK or element.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None


def _own(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table, or cells of a row, in content controls too; none of tables inside."""
    for child in element:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins"):
            yield from _own(child, name)


def _runs(element: Element) -> Iterator[Element]:
    """The runs of one paragraph, in links and fields too, but not those of text boxes in it."""
    for child in element:
        if child.tag == f"{_W}r":
            yield child
        elif child.tag not in _NOT_IN_A_LINE and not _is_placeholder(child):
            yield from _runs(child)


def _run_text(run: Element) -> str:
    return "".join(
        (child.text or "") if child.tag == f"{_W}t" else _CHARACTERS.get(child.tag, "")
        for child in run
    )


def _has_dark_shape(part: Element) -> bool:
    """Whether a shape or a picture lies in a part: white letters may stand on it."""
    return any(
        element.tag.endswith(("}solidFill", "}gradFill", "}pic", "}shape"))
        for element in part.iter()
    )


def _is_inside(paragraph: Element, box: Element) -> bool:
    """Whether a box is the copy for old programs, or lies in another box that is read."""
    outer = [*paragraph.iter(_FALLBACK), *paragraph.iter(f"{_W}txbxContent")]
    return any(one is box for old in outer if old is not box for one in old.iter())
