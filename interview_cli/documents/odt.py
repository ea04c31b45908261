"""Read ODT: headings, paragraphs, lists and tables, in the order of the document."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element

from interview_cli.documents.archive import Archive
from interview_cli.documents.cleanup import join_cells
from interview_cli.documents.extraction import Extraction
from interview_cli.documents.visibility import is_too_small, is_white_hex
from interview_cli.errors import UnreadableDocument

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_NOT_TEXT = (
    f"{_TEXT}tracked-changes",
    f"{_TEXT}sequence-decls",
    f"{_TEXT}note-citation",
    f"{_TEXT}hidden-text",
    f"{_OFFICE}annotation",
)


def extract_text(content: bytes, source: str, keep_hidden: bool = False) -> Extraction:
    """Return headers, the body, then footers. Raises UnreadableDocument."""
    archive = Archive(content, source)
    if "content.xml" not in archive.names:
        raise UnreadableDocument(f"{source} is not an ODT document.", "save it again as ODT or PDF")
    roots = [
        archive.parse_part(name) for name in ("styles.xml", "content.xml") if name in archive.names
    ]
    document = _Document(
        keep_hidden,
        {name: how for root in roots for name, how in _find_hidden_styles(root)},
        {name for root in roots for name in _find_backdrop_styles(root)},
    )
    # The styles hold text only in headers and footers.
    parts = [
        *(part for root in roots[:-1] for part in root.iter(f"{_STYLE}header")),
        roots[-1],
        *(part for root in roots[:-1] for part in root.iter(f"{_STYLE}footer")),
    ]
    lines = [line for part in parts for line in [*document.read_blocks(part), ""]]
    return Extraction("\n".join(lines).strip(), tuple(document.hidden))


def _find_hidden_styles(root: Element) -> Iterator[tuple[str, str]]:
    """Yield names of styles whose text is hidden: "always", or only on white paper ("white")."""
    for style in root.iter(f"{_STYLE}style"):
        for properties in style.iter(f"{_STYLE}text-properties"):
            size = re.fullmatch(r"([\d.]+)pt", properties.get(f"{_FO}font-size", ""))
            is_white = is_white_hex(properties.get(f"{_FO}color", ""))
            has_backdrop = properties.get(f"{_FO}background-color", "transparent") != "transparent"
            name = style.get(f"{_STYLE}name", "")
            is_off = properties.get(f"{_TEXT}display") == "none"
            if is_off or (size and is_too_small(float(size[1]))):
                yield name, "always"
            elif is_white and not has_backdrop:
                yield name, "white"


def _find_backdrop_styles(root: Element) -> Iterator[str]:
    """Yield names of styles of paragraphs, cells and frames with a background colour."""
    for style in root.iter(f"{_STYLE}style"):
        for properties in style:
            fill = properties.get(f"{_FO}background-color", "transparent").lower()
            is_colored = fill != "transparent" and not is_white_hex(fill)
            if is_colored or f"{_DRAW}fill-color" in properties.attrib:
                yield style.get(f"{_STYLE}name", "")


class _Document:
    def __init__(
        self, keep_hidden: bool, hidden_styles: dict[str, str], backdrops: set[str]
    ) -> None:
        self.hidden: list[str] = []
        self._keep_hidden = keep_hidden
        self._hidden_styles = hidden_styles
        self._backdrops = backdrops
        self._has_backdrop = False  # whether the place being read has its own background colour

    def read_blocks(self, container: Element, mark: str = "") -> Iterator[str]:
        for child in container:
            if child.tag == f"{_TEXT}h":
                level = child.get(f"{_TEXT}outline-level", "1")
                depth = min(6, int(level)) if level.isdigit() else 1
                yield f"\n{'#' * depth} {self._read_words(child).strip()}"
            elif child.tag == f"{_TEXT}p":
                words = self._read_words(child).strip()
                yield f"{mark}{words}" if words else ""
            elif child.tag == f"{_TEXT}list":
                yield from self.read_blocks(child, "- ")
            elif child.tag == f"{_TABLE}table-row":
                yield join_cells(map(self._read_cell, child))
            elif child.tag not in _NOT_TEXT:
                yield from self.read_blocks(child, mark)

    def _read_cell(self, cell: Element) -> str:
        with self._on_backdrop(cell.get(f"{_TABLE}style-name")):
            return "\n".join(self.read_blocks(cell)).strip()

    @contextmanager
    def _on_backdrop(self, style: str | None) -> Iterator[None]:
        before = self._has_backdrop
        self._has_backdrop = before or style in self._backdrops
        yield
        self._has_backdrop = before

    def _read_words(self, element: Element) -> str:
        style = element.get(f"{_TEXT}style-name")
        with self._on_backdrop(style):
            inside = (element.text or "") + "".join(self._read_part(child) for child in element)
            how = self._hidden_styles.get(style or "")
            if how is None or (how == "white" and self._has_backdrop):
                return inside
        if inside.strip():
            self.hidden.append(" ".join(inside.split()))
        return inside if self._keep_hidden else ""

    def _read_part(self, child: Element) -> str:
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
        # A frame within a line holds its own paragraphs.
        if child.find(f".//{_TEXT}p") is None:
            return self._read_words(child) + tail
        with self._on_backdrop(child.get(f"{_DRAW}style-name")):
            frame = "\n".join(self.read_blocks(child))
        return f"\n{frame}\n{tail}"
