"""DOCX → text: headers, body, tables, text boxes, footers; headings and bullets are kept."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element

from interview_cli.documents.archive import Archive
from interview_cli.documents.extract import Extract
from interview_cli.errors import UnreadableDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING = re.compile(r"(?:heading|title|überschrift|titre|titel)\s?(\d)?", re.IGNORECASE)
_BULLET = re.compile(r"list|bullet|aufzählung", re.IGNORECASE)
_MAX_HIDDEN_HALF_POINTS = 3
"""Sizes are in half points: under 2 points."""


def read(content: bytes, source: str, keep_hidden: bool = False) -> Extract:
    """The text of all parts that a reader sees. Raises UnreadableDocument."""
    archive = Archive(content, source)
    if "word/document.xml" not in archive.names:
        raise UnreadableDocument(f"{source} is no Word document.", "save it anew as DOCX or PDF")
    document = _Document(keep_hidden, _style_names(archive))
    parts = [document.text_of(archive.xml(name)) for name in _parts_in_order(archive.names)]
    once = dict.fromkeys(part for part in parts if part)  # headers of first and other pages
    return Extract("\n\n".join(once), tuple(document.hidden))


def _parts_in_order(names: list[str]) -> list[str]:
    def named(kind: str) -> list[str]:
        return sorted(name for name in names if re.fullmatch(rf"word/{kind}\d*\.xml", name))

    return [*named("header"), "word/document.xml", *named("footnotes"), *named("footer")]


def _style_names(archive: Archive) -> dict[str, str]:
    if "word/styles.xml" not in archive.names:
        return {}
    names = {}
    for style in archive.xml("word/styles.xml").iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None:
            names[style.get(f"{_W}styleId", "")] = name.get(f"{_W}val", "")
    return names


class _Document:
    def __init__(self, keep_hidden: bool, styles: dict[str, str]) -> None:
        self.hidden: list[str] = []
        self._keep_hidden = keep_hidden
        self._styles = styles
        self._has_ground = False  # whether what is read stands in a box or cell of some colour

    def text_of(self, part: Element) -> str:
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self._blocks(part))).strip()

    def _blocks(self, container: Element) -> Iterator[str]:
        for child in container:
            if child.tag == f"{_W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                yield from self._table(child)
            elif child.tag != _FALLBACK:  # the same once more, for old programs
                yield from self._blocks(child)

    def _table(self, table: Element) -> Iterator[str]:
        """A row a line where its cells are short, else cell after cell."""
        for row in table.iter(f"{_W}tr"):
            cells = [self._cell(cell) for cell in row.findall(f"{_W}tc")]
            cells = [cell for cell in cells if cell]
            one_line = all("\n" not in cell for cell in cells)
            yield " | ".join(cells) if one_line else "\n\n".join(cells)
        yield ""

    def _cell(self, cell: Element) -> str:
        with self._on_ground(cell.find(f"{_W}tcPr/{_W}shd") is not None):
            return "\n".join(self._blocks(cell)).strip()

    @contextmanager
    def _on_ground(self, is_coloured: bool) -> Iterator[None]:
        before, self._has_ground = self._has_ground, self._has_ground or is_coloured
        yield
        self._has_ground = before

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        runs = list(_runs(paragraph))
        has_ground = self._has_ground or paragraph.find(f"{_W}pPr/{_W}shd") is not None
        unseen_runs = [run for run in runs if _is_hidden(run, has_ground)]
        unseen = "".join(map(_run_text, unseen_runs))
        if unseen.strip():
            self.hidden.append(" ".join(unseen.split()))
        shown = runs if self._keep_hidden else [run for run in runs if run not in unseen_runs]
        text = "".join(map(_run_text, shown)).strip()
        mark = self._mark(paragraph) if text else ""
        if mark.startswith("#"):
            yield ""
        yield f"{mark}{text}"
        for box in paragraph.iter(f"{_W}txbxContent"):
            if not _is_fallback(paragraph, box):
                with self._on_ground(True):
                    yield from self._blocks(box)

    def _mark(self, paragraph: Element) -> str:
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return ""
        style = properties.find(f"{_W}pStyle")
        style_id = style.get(f"{_W}val", "") if style is not None else ""
        name = self._styles.get(style_id, style_id)
        if heading := _HEADING.match(name):
            return "#" * min(6, int(heading[1] or 1)) + " "
        is_listed = properties.find(f"{_W}numPr") is not None or _BULLET.search(name)
        return "- " if is_listed else ""


def _runs(element: Element) -> Iterator[Element]:
    """The runs of one paragraph, in links and fields too, but not those of text boxes in it."""
    for child in element:
        if child.tag == f"{_W}r":
            yield child
        elif child.tag not in (_FALLBACK, f"{_W}del", f"{_W}p", f"{_W}txbxContent"):
            yield from _runs(child)


def _run_text(run: Element) -> str:
    marks = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
    return "".join(
        (child.text or "") if child.tag == f"{_W}t" else marks.get(child.tag, "") for child in run
    )


def _is_hidden(run: Element, has_ground: bool) -> bool:
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return False
    vanish = properties.find(f"{_W}vanish")
    if vanish is not None and vanish.get(f"{_W}val", "1") not in ("0", "false", "off"):
        return True
    size = properties.find(f"{_W}sz")
    half_points = size.get(f"{_W}val", "") if size is not None else ""
    if half_points.isdigit() and int(half_points) <= _MAX_HIDDEN_HALF_POINTS:
        return True
    color = properties.find(f"{_W}color")
    is_white = color is not None and color.get(f"{_W}val", "").upper() == "FFFFFF"
    return is_white and not has_ground and properties.find(f"{_W}shd") is None


def _is_fallback(paragraph: Element, box: Element) -> bool:
    return any(one is box for old in paragraph.iter(_FALLBACK) for one in old.iter())
