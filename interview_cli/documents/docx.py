"""Read DOCX: headers, body, tables, text boxes and footers, with headings and bullets."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import compress
from xml.etree.ElementTree import Element

from interview_cli.documents.archive import Archive
from interview_cli.documents.cleanup import join_cells
from interview_cli.documents.extraction import Extraction
from interview_cli.documents.visibility import (
    HALF_POINTS_A_POINT,
    is_too_small,
    is_white_hex,
)
from interview_cli.english.rules import load_rules
from interview_cli.errors import UnreadableDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CHARACTERS = {
    f"{_W}tab": "\t",
    f"{_W}ptab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}
_NOT_IN_LINE = (_FALLBACK, *(f"{_W}{name}" for name in ("del", "moveFrom", "p", "txbxContent")))


def extract_text(content: bytes, source: str, keep_hidden: bool = False) -> Extraction:
    """Return headers, the body, notes, then footers. Raises UnreadableDocument."""
    archive = Archive(content, source)
    if not _find_parts(archive.names, "document"):
        raise UnreadableDocument(
            f"{source} is not a Word document.", "save it again as DOCX or PDF"
        )
    document = _Document(keep_hidden, _parse_styles(archive))
    parts = [document.read_part(archive.parse_part(name)) for name in _sort_parts(archive.names)]
    # The headers of the first and of the other pages are often the same.
    unique = dict.fromkeys(part for part in parts if part)
    return Extraction("\n\n".join(unique), tuple(document.hidden))


def _find_parts(names: list[str], kind: str) -> list[str]:
    return sorted(name for name in names if re.fullmatch(rf"word/{kind}\d*\.xml", name))


def _sort_parts(names: list[str]) -> list[str]:
    kinds = ("header", "document", "footnotes", "endnotes", "footer")
    return [name for kind in kinds for name in _find_parts(names, kind)]


@dataclass(frozen=True)
class _Look:
    """How the letters of a run or a style look; None where it does not say."""

    is_unseen: bool | None = None
    """Whether they are marked as hidden, or too small."""
    is_white: bool | None = None
    has_backdrop: bool = False
    """Whether white letters can be read on their background."""


@dataclass(frozen=True)
class _Style:
    name: str
    look: _Look


def _parse_styles(archive: Archive) -> dict[str, _Style]:
    if "word/styles.xml" not in archive.names:
        return {}
    styles = {}
    for style in archive.parse_part("word/styles.xml").iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        look = _parse_look(style.find(f"{_W}rPr"))
        has_backdrop = any(map(_is_backdrop, style.iter(f"{_W}shd")))
        styles[style.get(f"{_W}styleId", "")] = _Style(
            name.get(f"{_W}val", "") if name is not None else "",
            replace(look, has_backdrop=has_backdrop),
        )
    return styles


def _parse_look(properties: Element | None) -> _Look:
    if properties is None:
        return _Look()
    vanish = properties.find(f"{_W}vanish")
    is_unseen = None if vanish is None else vanish.get(f"{_W}val", "1") not in ("0", "false", "off")
    half_points = _read_value(properties, "sz")
    if half_points.isdigit() and not is_unseen:
        is_unseen = is_too_small(int(half_points) / HALF_POINTS_A_POINT)
    color = _read_value(properties, "color")
    is_lit = _read_value(properties, "highlight") not in ("", "none", "white")
    return _Look(
        is_unseen,
        is_white_hex(color) if color else None,
        is_lit or _is_backdrop(properties.find(f"{_W}shd")),
    )


def _read_value(properties: Element | None, name: str) -> str:
    element = properties.find(f"{_W}{name}") if properties is not None else None
    return element.get(f"{_W}val", "") if element is not None else ""


def _is_backdrop(shading: Element | None) -> bool:
    """Whether white letters can be read on the colour of a shading."""
    if shading is None:
        return False
    fill = shading.get(f"{_W}fill", "auto")
    is_colored = fill.lower() != "auto" and not is_white_hex(fill)
    return is_colored or shading.get(f"{_W}themeFill") is not None


class _Document:
    def __init__(self, keep_hidden: bool, styles: dict[str, _Style]) -> None:
        self.hidden: list[str] = []
        self._keep_hidden = keep_hidden
        self._styles = styles
        self._has_backdrop = False  # whether the place being read has its own background colour

    def read_part(self, part: Element) -> str:
        self._has_backdrop = _has_dark_shape(part)
        return "\n".join(self._read_blocks(part)).strip()

    def _read_blocks(self, container: Element) -> Iterator[str]:
        for child in container:
            if child.tag == f"{_W}p":
                yield from self._read_paragraph(child)
            elif child.tag == f"{_W}tbl":
                yield from self._read_table(child)
            elif not _is_placeholder(child):
                yield from self._read_blocks(child)

    def _read_table(self, table: Element) -> Iterator[str]:
        style = self._styles.get(_read_value(table.find(f"{_W}tblPr"), "tblStyle"))
        with self._on_backdrop(style is not None and style.look.has_backdrop):
            for row in _find_own(table, "tr"):
                yield join_cells(map(self._read_cell, _find_own(row, "tc")))
        yield ""

    def _read_cell(self, cell: Element) -> str:
        with self._on_backdrop(_is_backdrop(cell.find(f"{_W}tcPr/{_W}shd"))):
            return "\n".join(self._read_blocks(cell)).strip()

    @contextmanager
    def _on_backdrop(self, is_colored: bool) -> Iterator[None]:
        before = self._has_backdrop
        self._has_backdrop = before or is_colored
        yield
        self._has_backdrop = before

    def _read_paragraph(self, paragraph: Element) -> Iterator[str]:
        runs = list(_find_runs(paragraph))
        hidden = [self._is_hidden(run, paragraph) for run in runs]
        unseen = "".join(map(_read_run, compress(runs, hidden)))
        if unseen.strip():
            self.hidden.append(" ".join(unseen.split()))
        shown = compress(runs, (self._keep_hidden or not is_hidden for is_hidden in hidden))
        text = "".join(map(_read_run, shown)).strip()
        mark = self._find_mark(paragraph) if text else ""
        if mark.startswith("#"):
            yield ""
        yield f"{mark}{text}"
        for box in paragraph.iter(f"{_W}txbxContent"):
            if not _is_inside(paragraph, box):
                with self._on_backdrop(True):
                    yield from self._read_blocks(box)

    def _is_hidden(self, run: Element, paragraph: Element) -> bool:
        """Whether a run is hidden, by its own properties, else its style, else its paragraph's."""
        own = run.find(f"{_W}rPr")
        about = paragraph.find(f"{_W}pPr")
        names = (_read_value(own, "rStyle"), _read_value(about, "pStyle"))
        styles = [self._styles[name] for name in names if name in self._styles]
        looks = [_parse_look(own), *(style.look for style in styles)]
        unseen = next((look.is_unseen for look in looks if look.is_unseen is not None), False)
        white = next((look.is_white for look in looks if look.is_white is not None), False)
        shaded = about is not None and _is_backdrop(about.find(f"{_W}shd"))
        has_backdrop = self._has_backdrop or shaded or any(look.has_backdrop for look in looks)
        return bool(unseen or (white and not has_backdrop))

    def _find_mark(self, paragraph: Element) -> str:
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return ""
        style_id = _read_value(properties, "pStyle")
        name = self._styles[style_id].name if style_id in self._styles else style_id
        rules = load_rules("interview_cli.documents", "rules.toml")
        if heading := rules["heading_style"].pattern.match(name):
            return "#" * min(6, int(heading[1] or 1)) + " "
        numbering = properties.find(f"{_W}numPr")
        if numbering is None:
            return "- " if rules["list_style"].pattern.search(name) else ""
        return "" if _read_value(numbering, "numId") == "0" else "- "


def _is_placeholder(element: Element) -> bool:
    """Return whether it is a copy for old programs, or an empty field of a template."""
    return element.tag == _FALLBACK or element.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None


def _find_own(element: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, without those of tables inside it."""
    for child in element:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins"):
            yield from _find_own(child, name)


def _find_runs(element: Element) -> Iterator[Element]:
    """Yield the runs of a paragraph, in links and fields too, without those of its text boxes."""
    for child in element:
        if child.tag == f"{_W}r":
            yield child
        elif child.tag not in _NOT_IN_LINE and not _is_placeholder(child):
            yield from _find_runs(child)


def _read_run(run: Element) -> str:
    return "".join(
        (child.text or "") if child.tag == f"{_W}t" else _CHARACTERS.get(child.tag, "")
        for child in run
    )


def _has_dark_shape(part: Element) -> bool:
    """Return whether a part has a shape or picture, which may be behind white letters."""
    return any(
        element.tag.endswith(("}solidFill", "}gradFill", "}pic", "}shape"))
        for element in part.iter()
    )


def _is_inside(paragraph: Element, box: Element) -> bool:
    """Whether a box is a copy for old programs, or lies in another box that is read."""
    containers = [*paragraph.iter(_FALLBACK), *paragraph.iter(f"{_W}txbxContent")]
    return any(
        element is box
        for container in containers
        if container is not box
        for element in container.iter()
    )
