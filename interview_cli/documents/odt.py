"""ODT → text: headings, paragraphs, lists and tables, in their order."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element

from interview_cli.documents.archive import Archive
from interview_cli.documents.extract import Extract, table_row
from interview_cli.errors import UnreadableDocument

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_MIN_SIZE = 2.0
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_NOT_TEXT = (
    f"{_TEXT}tracked-changes",
    f"{_TEXT}sequence-decls",
    f"{_TEXT}note-citation",
    f"{_TEXT}hidden-text",
    f"{_OFFICE}annotation",
)


def read(content: bytes, source: str, keep_hidden: bool = False) -> Extract:
    """Headers, then the body. Raises UnreadableDocument."""
    archive = Archive(content, source)
    if "content.xml" not in archive.names:
        raise UnreadableDocument(f"{source} is no ODT document.", "save it anew as ODT or PDF")
    roots = [archive.xml(name) for name in ("styles.xml", "content.xml") if name in archive.names]
    document = _Document(
        keep_hidden,
        {name: how for root in roots for name, how in _unseen(root)},
        {name for root in roots for name in _grounds(root)},
    )
    # Of the styles only the headers and footers are text.
    parts = [
        *(part for root in roots[:-1] for part in root.iter(f"{_STYLE}header")),
        roots[-1],
        *(part for root in roots[:-1] for part in root.iter(f"{_STYLE}footer")),
    ]
    lines = [line for part in parts for line in [*document.blocks(part), ""]]
    return Extract("\n".join(lines).strip(), tuple(document.hidden))


def _unseen(root: Element) -> Iterator[tuple[str, str]]:
    """Styles of text that nobody sees, at all (`always`) or on white paper (`white`)."""
    for style in root.iter(f"{_STYLE}style"):
        for properties in style.iter(f"{_STYLE}text-properties"):
            size = re.fullmatch(r"([\d.]+)pt", properties.get(f"{_FO}font-size", ""))
            is_white = properties.get(f"{_FO}color", "").lower() == "#ffffff"
            has_ground = properties.get(f"{_FO}background-color", "transparent") != "transparent"
            name = style.get(f"{_STYLE}name", "")
            is_none = properties.get(f"{_TEXT}display") == "none"
            if is_none or (size and float(size[1]) < _MIN_SIZE):
                yield name, "always"
            elif is_white and not has_ground:
                yield name, "white"


def _grounds(root: Element) -> Iterator[str]:
    """Styles of paragraphs, cells and frames that have a colour of their own."""
    for style in root.iter(f"{_STYLE}style"):
        for properties in style:
            fill = properties.get(f"{_FO}background-color", "transparent").lower()
            if fill not in ("transparent", "#ffffff") or f"{_DRAW}fill-color" in properties.attrib:
                yield style.get(f"{_STYLE}name", "")


class _Document:
    def __init__(self, keep_hidden: bool, unseen: dict[str, str], grounds: set[str]) -> None:
        self.hidden: list[str] = []
        self._keep_hidden = keep_hidden
        self._unseen = unseen
        self._grounds = grounds
        self._has_ground = False  # whether what is read stands in a box or cell of some colour

    def blocks(self, container: Element, mark: str = "") -> Iterator[str]:
        for child in container:
            if child.tag == f"{_TEXT}h":
                level = child.get(f"{_TEXT}outline-level", "1")
                depth = min(6, int(level)) if level.isdigit() else 1
                yield f"\n{'#' * depth} {self._words(child).strip()}"
            elif child.tag == f"{_TEXT}p":
                words = self._words(child).strip()
                yield f"{mark}{words}" if words else ""
            elif child.tag == f"{_TEXT}list":
                yield from self.blocks(child, "- ")
            elif child.tag == f"{_TABLE}table-row":
                yield table_row(map(self._cell, child))
            elif child.tag not in _NOT_TEXT:
                yield from self.blocks(child, mark)

    def _cell(self, cell: Element) -> str:
        with self._on_ground(cell.get(f"{_TABLE}style-name")):
            return "\n".join(self.blocks(cell)).strip()

    @contextmanager
    def _on_ground(self, style: str | None) -> Iterator[None]:
        before, self._has_ground = self._has_ground, self._has_ground or style in self._grounds
        yield
        self._has_ground = before

    def _words(self, element: Element) -> str:
        style = element.get(f"{_TEXT}style-name")
        with self._on_ground(style):
            inside = (element.text or "") + "".join(self._part(child) for child in element)
            how = self._unseen.get(style or "")
            if how is None or (how == "white" and self._has_ground):
                return inside
        if inside.strip():
            self.hidden.append(" ".join(inside.split()))
        return inside if self._keep_hidden else ""

    def _part(self, child: Element) -> str:
        tail = child.tail or ""
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            return " " * (min(int(count), 100) if count.isdigit() else 1) + tail
        if child.tag == f"{_TEXT}tab":
            return "\t" + tail
        if child.tag == f"{_TEXT}line-break":
            return "\n" + tail
        if child.tag in _NOT_TEXT:
            return tail
        # A frame in a line holds paragraphs of its own.
        if child.find(f".//{_TEXT}p") is None:
            return self._words(child) + tail
        with self._on_ground(child.get(f"{_DRAW}style-name")):
            frame = "\n".join(self.blocks(child))
        return f"\n{frame}\n{tail}"
