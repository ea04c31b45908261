"""Read DOCX: headers, body, tables, text boxes, notes and footers, with headings and bullets.

python-docx and mammoth lose headers, text boxes and symbols, and none of docx2python, mammoth and
docx2txt tells which letters are hidden, so the parts are read here.
"""

from collections.abc import Iterator
from itertools import groupby
from xml.etree.ElementTree import Element

from interview_cli.documents.account import Account, Reason
from interview_cli.documents.alternative_parts import read_alternative_part
from interview_cli.documents.cleanup import join_cells
from interview_cli.documents.docx_looks import (
    PAPER,
    UNKNOWN,
    Ground,
    Styles,
    find_reason,
    parse_look,
    parse_shading,
)
from interview_cli.documents.docx_runs import (
    DELETED,
    find_relation,
    find_runs,
    is_placeholder,
    read_run,
)
from interview_cli.documents.ooxml import FALLBACK, A, M, Package, R, W, is_on, read_value
from interview_cli.english.rules import load_rules
from interview_cli.errors import UnreadableDocument

_LETTERS = (f"{W}t", f"{W}delText", f"{A}t", f"{M}t")
_APART = (*DELETED, f"{W}txbxContent", f"{A}p")
_CHOICES = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo")


def extract_text(content: bytes, source: str, account: Account) -> str:
    """Return headers, the body, notes, then footers. Raises UnreadableDocument."""
    package = Package(content, source)
    if not package.main:
        raise UnreadableDocument(
            f"{source} is not a Word document.", "save it again as DOCX or PDF"
        )
    document = _Document(package, source, account)
    body = package.parse(package.main)
    names = [
        *_find_used(package, body, "headerReference"),
        package.main,
        *package.related(package.main, "footnotes", "endnotes"),
        *_find_used(package, body, "footerReference"),
    ]
    texts = [document.read_part(name) for name in dict.fromkeys(names)]
    document.report_unread()
    # The headers of the first and of the other pages are often the same.
    return "\n\n".join(dict.fromkeys(text for text in texts if text))


def _find_used(package: Package, body: Element, reference: str) -> Iterator[str]:
    """Yield the headers or footers that a section of the document refers to."""
    relationships = package.relationships(package.main)
    for element in body.iter(f"{W}{reference}"):
        target = relationships.get(element.get(f"{R}id", ""))
        if target is not None and target.target:
            yield target.target


class _Document:
    def __init__(self, package: Package, source: str, account: Account) -> None:
        self._package = package
        self._source = source
        self._account = account
        self._read: set[str] = set()
        self._part = ""
        styles = package.related(package.main, "styles") or [package.find("word/styles.xml")]
        self._styles = Styles(package.parse(styles[0]) if styles[0] else None)
        self._ground = Ground()

    def read_part(self, name: str) -> str:
        self._part = name
        self._read.add(name)
        root = self._package.parse(name)
        self._account.hold("\n".join(_find_letters(root)))
        self._ground = Ground(UNKNOWN if _has_shape(root) else self._find_page_color(root))
        return "\n".join(self._read_blocks(root)).strip()

    def report_unread(self) -> None:
        """Note the text of the parts that are not read, each with its reason."""
        for name in self._package.xml_parts:
            if name in self._read:
                continue
            try:
                root = self._package.parse(name)
            except UnreadableDocument:  # a part that is not read may be damaged
                continue
            words = "\n".join(_find_letters(root))
            self._account.hold(words)
            self._account.leave_out(_find_reason_of_part(root), words)

    def _find_page_color(self, root: Element) -> str:
        background = root.find(f"{W}background")
        if background is None:
            return PAPER
        settings = self._package.related(self._package.main, "settings")
        is_shown = not settings or is_on(self._package.parse(settings[0]), "displayBackgroundShape")
        color = background.get(f"{W}color", "auto")
        return color if is_shown and color != "auto" else PAPER

    def _read_blocks(self, container: Element) -> Iterator[str]:
        for child in container:
            if child.tag == f"{W}p":
                yield from self._read_paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._read_table(child)
            elif child.tag == f"{W}altChunk":
                yield self._read_alternative(child)
            elif child.tag in DELETED:
                self._leave_out(Reason.DELETED, child)
            elif is_placeholder(child) and self._leave_out(Reason.PLACEHOLDER, child):
                continue
            elif child.tag != FALLBACK:
                yield from self._read_blocks(child)

    def _leave_out(self, reason: Reason, element: Element) -> bool:
        return self._account.leave_out(reason, " ".join(_find_letters(element)))

    def _read_alternative(self, chunk: Element) -> str:
        """Return the text of a file of another format that Word shows in this place."""
        relationship = self._package.relationships(self._part).get(chunk.get(f"{R}id", ""))
        if relationship is None or not relationship.target:
            return ""
        self._read.add(relationship.target)
        content = self._package.read(relationship.target)
        return read_alternative_part(content, self._source, self._account)

    def _read_table(self, table: Element) -> Iterator[str]:
        properties = table.find(f"{W}tblPr")
        look = self._styles.find(read_value(properties, "tblStyle")).look
        own = parse_shading(properties.find(f"{W}shd")) if properties is not None else None
        with self._ground.on(look.ground if own is None else own):
            for row in _find_own(table, "tr"):
                if row.find(f"{W}trPr/{W}del") is not None:
                    self._leave_out(Reason.DELETED, row)
                else:
                    yield join_cells(map(self._read_cell, _find_own(row, "tc")))
        yield ""

    def _read_cell(self, cell: Element) -> str:
        if cell.find(f"{W}tcPr/{W}cellDel") is not None:
            self._leave_out(Reason.DELETED, cell)
            return ""
        with self._ground.on(parse_shading(cell.find(f"{W}tcPr/{W}shd"))):
            return "\n".join(self._read_blocks(cell)).strip()

    def _read_paragraph(self, paragraph: Element) -> Iterator[str]:
        apart = list(_find_apart(paragraph))
        for element in apart:
            if element.tag in DELETED:
                self._leave_out(Reason.DELETED, element)
            elif is_placeholder(element):
                self._leave_out(Reason.PLACEHOLDER, element)
        text = "".join(self._read_runs(paragraph)).strip()
        mark = self._find_mark(paragraph) if text else ""
        if mark.startswith("#"):
            yield ""
        yield f"{mark}{text}"
        for element in apart:
            yield from self._read_apart(element)

    def _read_apart(self, element: Element) -> Iterator[str]:
        """Yield the text of a box, a drawing, a diagram or a chart within a paragraph."""
        if element.tag == f"{W}txbxContent":
            with self._ground.on(UNKNOWN):
                yield from self._read_blocks(element)
        elif element.tag == f"{A}p":
            yield "".join(letters.text or "" for letters in element.iter(f"{A}t"))
        elif relation := find_relation(element):
            yield from self._read_drawing(relation)

    def _read_runs(self, paragraph: Element) -> Iterator[str]:
        """Yield the letters of a paragraph that are returned; a hidden run is noted as one."""
        about = paragraph.find(f"{W}pPr")
        runs = [(self._find_reason(run, about), read_run(run)) for run in find_runs(paragraph)]
        for reason, group in groupby(runs, key=lambda pair: pair[0]):
            text = "".join(letters for _, letters in group)
            if reason is None or not self._account.leave_out(reason, text):
                yield text

    def _find_reason(self, run: Element, about: Element | None) -> Reason | None:
        """Return why a run is hidden, by its own properties, its style's and its paragraph's."""
        own = run.find(f"{W}rPr")
        style = self._styles.find(read_value(about, "pStyle")).look
        if own is not None and len(own):
            style = (
                parse_look(own).over(self._styles.find(read_value(own, "rStyle")).look).over(style)
            )
        shading = parse_shading(about.find(f"{W}shd")) if about is not None else None
        return find_reason(style, self._ground.color if shading is None else shading)

    def _read_drawing(self, relation: str) -> Iterator[str]:
        """Yield the texts of a diagram or a chart."""
        target = self._package.relationships(self._part).get(relation)
        if target is None or not target.target or target.target in self._read:
            return
        self._read.add(target.target)
        root = self._package.parse(target.target)
        self._account.hold("\n".join(_find_letters(root)))
        for paragraph in root.iter(f"{A}p"):
            yield "".join(letters.text or "" for letters in paragraph.iter(f"{A}t"))

    def _find_mark(self, paragraph: Element) -> str:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return ""
        name = self._styles.find(read_value(properties, "pStyle")).name
        rules = load_rules("interview_cli.documents", "rules.toml")
        if heading := rules["heading_style"].pattern.match(name):
            return "#" * min(6, int(heading[1] or 1)) + " "
        numbering = properties.find(f"{W}numPr")
        if numbering is None:
            return "- " if rules["list_style"].pattern.search(name) else ""
        return "" if read_value(numbering, "numId") == "0" else "- "


def _find_own(element: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, without those of tables inside it."""
    for child in element:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in _CHOICES:
            yield from _find_own(child, name)


def _find_apart(element: Element) -> Iterator[Element]:
    """Yield the outermost parts of a paragraph that are not its own letters.

    Deleted words, empty fields, text boxes, and what drawings say; copies for old programs do not
    count.
    """
    for child in element:
        if child.tag == FALLBACK:
            continue
        if child.tag in _APART or find_relation(child) or is_placeholder(child):
            yield child
        elif len(child):
            yield from _find_apart(child)


def _find_letters(element: Element) -> Iterator[str]:
    """Yield all pieces of text, except copies for old programs and the reading aids of ruby."""
    for child in element:
        if child.tag in _LETTERS:
            yield child.text or ""
        elif child.tag not in (FALLBACK, f"{W}rt"):
            yield from _find_letters(child)


def _find_reason_of_part(root: Element) -> Reason:
    kind = root.tag.rpartition("}")[2]
    if kind in ("hdr", "ftr"):
        return Reason.UNUSED_HEADER
    return Reason.COMMENT if kind == "comments" else Reason.OTHER_PART


def _has_shape(part: Element) -> bool:
    """Whether a part has a shape or picture, which may be behind white letters."""
    return any(
        element.tag.endswith(("}solidFill", "}gradFill", "}pic", "}shape"))
        for element in part.iter()
    )
