"""Read ODT: headings, paragraphs, lists and tables, in the order of the document."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element

from interview_cli.documents.account import Account, Reason
from interview_cli.documents.archive import Archive
from interview_cli.documents.cleanup import join_cells
from interview_cli.documents.visibility import is_too_small, is_white_hex
from interview_cli.errors import UnreadableDocument

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_FORM = "{urn:oasis:names:tc:opendocument:xmlns:form:1.0}"
_MATH = "{http://www.w3.org/1998/Math/MathML}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_OBJECTS = (f"{_DRAW}object", f"{_DRAW}object-ole")
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LEFT_OUT = {
    f"{_TEXT}tracked-changes": Reason.DELETED,
    f"{_TEXT}hidden-text": Reason.MARKED_HIDDEN,
    f"{_OFFICE}annotation": Reason.COMMENT,
    f"{_TEXT}ruby-text": None,
    f"{_TEXT}sequence-decls": None,
    f"{_TEXT}note-citation": None,
    f"{_TEXT}hidden-paragraph": None,
    f"{_OFFICE}forms": None,
}
"""Elements that are not read, with the reason for which their words are left out."""


def extract_text(content: bytes, source: str, account: Account) -> str:
    """Return headers, the body, then footers. Raises UnreadableDocument."""
    archive = Archive(content, source)
    if "content.xml" not in archive.names:
        raise UnreadableDocument(f"{source} is not an ODT document.", "save it again as ODT or PDF")
    roots = [
        archive.parse_part(name) for name in ("styles.xml", "content.xml") if name in archive.names
    ]
    document = _Document(account, roots, archive)
    # The styles hold text only in headers and footers.
    parts = [
        *(part for root in roots[:-1] for part in root.iter(f"{_STYLE}header")),
        roots[-1],
        *(part for root in roots[:-1] for part in root.iter(f"{_STYLE}footer")),
    ]
    lines = [line for part in parts for line in [*document.read_blocks(part), ""]]
    lines += document.find_unplaced_entries()
    for part in [*parts, *document.objects]:
        for paragraph in _find_paragraphs(part):
            account.hold("".join(_find_letters(paragraph)))
    return "\n".join(lines).strip()


def _find_letters(element: Element) -> Iterator[str]:
    """Yield the pieces of text in an element, except those that only help to read others."""
    if _LEFT_OUT.get(element.tag, Reason.COMMENT) is not None:
        yield element.text or ""
        for child in element:
            yield from _find_letters(child)
            yield child.tail or ""


def _find_symbols(formula: Element) -> Iterator[str]:
    """Yield the symbols of a formula, without its copy in the language of another program."""
    for child in formula:
        if not child.tag.startswith(f"{_MATH}annotation"):
            yield (child.text or "").strip()
            yield from _find_symbols(child)


def _find_paragraphs(element: Element) -> Iterator[Element]:
    """Yield the outermost paragraphs and headings."""
    for child in element:
        if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            yield child
        else:
            yield from _find_paragraphs(child)


def _find_hidden_styles(root: Element) -> Iterator[tuple[str, Reason]]:
    """Yield names of styles whose text is hidden; white letters only on white paper."""
    for style in root.iter(f"{_STYLE}style"):
        for properties in style.iter(f"{_STYLE}text-properties"):
            size = re.fullmatch(r"([\d.]+)pt", properties.get(f"{_FO}font-size", ""))
            is_white = is_white_hex(properties.get(f"{_FO}color", ""))
            has_backdrop = properties.get(f"{_FO}background-color", "transparent") != "transparent"
            name = style.get(f"{_STYLE}name", "")
            if properties.get(f"{_TEXT}display") == "none":
                yield name, Reason.MARKED_HIDDEN
            elif size and is_too_small(float(size[1])):
                yield name, Reason.TINY
            elif is_white and not has_backdrop:
                yield name, Reason.WHITE


def _find_backdrop_styles(root: Element) -> Iterator[str]:
    """Yield names of styles of paragraphs, cells and frames with a background colour."""
    for style in root.iter(f"{_STYLE}style"):
        for properties in style:
            fill = properties.get(f"{_FO}background-color", "transparent").lower()
            is_colored = fill != "transparent" and not is_white_hex(fill)
            if is_colored or f"{_DRAW}fill-color" in properties.attrib:
                yield style.get(f"{_STYLE}name", "")


def _has_dark_page(root: Element) -> bool:
    """Whether the page of a document has a background colour."""
    return any(
        not is_white_hex(properties.get(f"{_FO}background-color", "transparent"))
        and properties.get(f"{_FO}background-color", "transparent") != "transparent"
        for properties in root.iter(f"{_STYLE}page-layout-properties")
    )


def _find_entries(root: Element) -> Iterator[tuple[str, str]]:
    """Yield the id and the value of each form control that somebody has filled in."""
    for control in root.iter():
        if not control.tag.startswith(_FORM):
            continue
        value = control.get(f"{_FORM}current-value") or control.get(f"{_FORM}value") or ""
        kind = control.tag.removeprefix(_FORM)
        if kind in ("checkbox", "radio"):
            state = control.get(f"{_FORM}current-state") or control.get(f"{_FORM}current-selected")
            label = control.get(f"{_FORM}label", "")
            value = f"☑ {label}".strip() if state in ("checked", "true") else ""
        elif kind in ("textarea", "text") and not value:
            value = "\n".join("".join(line.itertext()) for line in control.iter(f"{_TEXT}p"))
        elif kind in ("button", "hidden", "image", "fixed-text", "properties", "property"):
            value = ""
        if value.strip():
            yield control.get(f"{_FORM}id") or control.get(_XML_ID) or value, value


class _Document:
    def __init__(self, account: Account, roots: list[Element], archive: Archive) -> None:
        self._account = account
        self._archive = archive
        self.objects: list[Element] = []
        """The charts, tables and other documents within this one that have been read."""
        self._hidden_styles = {
            name: reason for root in roots for name, reason in _find_hidden_styles(root)
        }
        self._backdrops = {name for root in roots for name in _find_backdrop_styles(root)}
        self._has_backdrop = any(map(_has_dark_page, roots))
        """Whether the place being read has a background colour of its own."""
        self._entries = dict(_find_entries(roots[-1]))

    def find_unplaced_entries(self) -> list[str]:
        """Return the values of the form controls that stand nowhere in the text."""
        return list(self._entries.values())

    def read_blocks(self, container: Element, mark: str = "") -> Iterator[str]:
        for child in container:
            if child.tag == f"{_TEXT}h":
                level = child.get(f"{_TEXT}outline-level", "1")
                depth = min(6, int(level)) if level.isdigit() else 1
                yield f"\n{'#' * depth} {self._read_paragraph(child)}"
            elif child.tag == f"{_TEXT}p":
                words = self._read_paragraph(child)
                yield f"{mark}{words}" if words else ""
            elif child.tag == f"{_TEXT}list":
                yield from self.read_blocks(child, "- ")
            elif child.tag == f"{_TABLE}table-row":
                yield join_cells(map(self._read_cell, child))
            elif child.tag in _OBJECTS:
                yield self._read_object(child)
            elif not self._is_left_out(child):
                yield from self.read_blocks(child, mark)

    def _is_left_out(self, element: Element) -> bool:
        """Note the words of an element that is not read; return whether it is not read."""
        if element.tag in _LEFT_OUT:
            reason = _LEFT_OUT[element.tag]
            words = element.get(f"{_TEXT}string-value") or "".join(element.itertext())
            return reason is None or self._account.leave_out(reason, words)
        if element.tag == f"{_TEXT}section" and element.get(f"{_TEXT}display") == "none":
            words = "\n".join(element.itertext())
            return self._account.leave_out(Reason.MARKED_HIDDEN, words)
        return False

    def _read_paragraph(self, paragraph: Element) -> str:
        mark = paragraph.find(f".//{_TEXT}hidden-paragraph")
        words = self._read_words(paragraph).strip()
        is_hidden = mark is not None and mark.get(f"{_TEXT}is-hidden") == "true"
        if is_hidden and self._account.leave_out(Reason.MARKED_HIDDEN, words):
            return ""
        return words

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
            reason = self._hidden_styles.get(style or "")
            is_seen = reason is None or (reason is Reason.WHITE and self._has_backdrop)
        if is_seen or reason is None:
            return inside
        return "" if self._account.leave_out(reason, inside) else inside

    def _read_part(self, child: Element) -> str:
        tail = child.tail or ""
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            return " " * (min(int(count), 100) if count.isdigit() else 1) + tail
        if child.tag == f"{_TEXT}tab":
            return "\t" + tail
        if child.tag == f"{_TEXT}line-break":
            return "\n" + tail
        if child.tag == f"{_DRAW}control":
            entry = self._entries.pop(child.get(f"{_DRAW}control", ""), "")
            return f"{entry}{tail}"
        if self._is_left_out(child):
            return tail
        embedded = next((part for part in child if part.tag in _OBJECTS), None)
        if embedded is not None:
            return self._read_object(embedded) + tail
        # A frame within a line holds its own paragraphs.
        if child.find(f".//{_TEXT}p") is None:
            return self._read_words(child) + tail
        with self._on_backdrop(child.get(f"{_DRAW}style-name")):
            frame = "\n".join(self.read_blocks(child))
        return f"\n{frame}\n{tail}"

    def _read_object(self, element: Element) -> str:
        """Return the text of a formula, a chart or another document within this one."""
        folder = element.get(_HREF, "").removeprefix("./").rstrip("/")
        name = f"{folder}/content.xml"
        formula = element.find(f"{_MATH}math")
        if formula is None and folder and name in self._archive.names:
            root = self._archive.parse_part(name)
            if root.tag != f"{_MATH}math":
                self.objects.append(root)
                return "\n".join(["", *filter(None, self.read_blocks(root)), ""])
            formula = root
        words = "" if formula is None else "".join(_find_symbols(formula))
        self._account.hold(words)
        return words
