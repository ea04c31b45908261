"""HTML → text: a page's own JobPosting data, or its main text; of a CV all that is shown."""

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from typing import Any

import lxml.html
from lxml import etree

from interview_cli.documents import plain
from interview_cli.documents.extract import Extract
from interview_cli.documents.job_posting import find_posting, posting_text
from interview_cli.errors import UnreadableDocument

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote dd details div dl dt fieldset figure footer h1 h2 h3 h4"
        " h5 h6 header hr label li main ol option p pre section summary table textarea tr ul",
    )
)
_NO_TEXT = ("script", "style", "noscript", "template", "svg", "iframe", "object", "head", "button")
_MARKS = {f"h{level}": "#" * level + " " for level in range(1, 7)} | {"li": "- "}
_APART = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "table", "pre")
_UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)"
    r"|font-size\s*:\s*(?:0|0?\.\d+|1(?:\.\d+)?)(?:px|pt|em)?\s*(?:;|$)"
    r"|(?<![-\w])(?:left|top|text-indent)\s*:\s*-\d{3,}"
    r"|(?<![-\w])color\s*:\s*transparent|clip\s*:\s*rect\(\s*0",
    re.IGNORECASE,
)
_WHITE = r"(?:#fff(?:fff)?\b|white\b|rgb\(255,\s*255,\s*255\))"
_WHITE_LETTERS = re.compile(rf"(?<![-\w])color\s*:\s*{_WHITE}", re.IGNORECASE)
_WHITE_GROUND = re.compile(rf"background(?:-color)?\s*:\s*{_WHITE}\s*(?:;|$)", re.IGNORECASE)
_GROUND = re.compile(r"background", re.IGNORECASE)
# What pages put around an ad, by the words of class, id and role, and by headings.
_FURNITURE = frozenset(
    re.findall(
        r"\w+",
        "cookie cookies consent gdpr nav navbar navigation menu breadcrumb breadcrumbs similar"
        " related recommended recommendations newsletter subscribe share sharing social login"
        " signin signup modal popup dropdown dialog skip skiplink contentinfo",
    )
)
_OTHER_JOBS = re.compile(
    r"^\W*(?:similar|related|recommended|more|other)\s+(?:jobs|roles|positions|openings|vacancies)"
    r"|^\W*(?:people also viewed|you (?:may|might) also|jobs you (?:may|might)|searches? similar)",
    re.IGNORECASE,
)
_SITE_FOOTER = re.compile(r"©|privacy|terms|cookies|imprint|impressum", re.IGNORECASE)


def read(content: bytes, source: str, keep_hidden: bool = False) -> Extract:
    """Raises UnreadableDocument for what holds no HTML."""
    text, notices = _decoded(content, source)
    try:
        root = lxml.html.document_fromstring(text)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableDocument(f"{source} holds no HTML.", "save the page once more") from error
    hidden: list[str] = []
    if posting := find_posting(script.text for script in _data_scripts(root)):
        text = posting_text(posting, lambda html: _fragment(html, keep_hidden, hidden))
        return Extract(text, tuple(hidden), notices)
    _take_unseen(root, keep_hidden, hidden)
    _take_furniture(root)
    return Extract(_text_of(root), tuple(hidden), notices)


def _decoded(content: bytes, source: str) -> tuple[str, tuple[str, ...]]:
    """The text, by its mark, by what the page says of itself, else as any text is read."""
    named = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", content[:4096])
    encoding = named[1].decode().lower() if named else ""
    # Browsers read these names so, since pages that bear them hold Windows' quotes and dashes.
    encoding = "cp1252" if encoding in ("iso-8859-1", "latin-1", "latin1", "us-ascii") else encoding
    is_unicode = encoding in ("", "utf-8", "utf-16") or content.startswith(_MARKS_OF_UNICODE)
    if not is_unicode:
        with suppress(UnicodeDecodeError, LookupError):
            return _undeclared(content.decode(encoding)), ()
    found = plain.read(content, source)
    return _undeclared(found.text), found.notices


_MARKS_OF_UNICODE = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def _undeclared(text: str) -> str:
    # A declaration of the encoding is refused in text that has been decoded.
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


def _data_scripts(root: Any) -> Iterator[Any]:
    return (one for one in root.iter("script") if "ld+json" in (one.get("type") or ""))


def _fragment(html: str, keep_hidden: bool, hidden: list[str]) -> str:
    if "<" not in html:
        html = unescape(html)
    if "<" not in html:
        return html.strip()
    fragment = lxml.html.fragment_fromstring(html, create_parent="div")
    _take_unseen(fragment, keep_hidden, hidden)
    return _text_of(fragment)


def _take_unseen(root: Any, keep_hidden: bool, hidden: list[str]) -> None:
    """Removes what holds no text for a reader; the words that were hidden go into `hidden`."""
    for element in root.xpath("|".join(f".//{name}" for name in _NO_TEXT)):
        element.drop_tree()
    if not keep_hidden:
        hidden += _take_hidden(root)


def _take_hidden(root: Any) -> list[str]:
    """Removes what a browser does not show, and gives the words that are no page furniture."""
    found: list[str] = []
    taken: set[Any] = set()
    for element in list(root.iterdescendants()):
        if not isinstance(element.tag, str) or element.tag == "body":
            continue
        if element.getparent() in taken:  # with all that was around it
            taken.add(element)
        elif _is_hidden(element):
            taken.add(element)
            words = " ".join(element.text_content().split())
            if words and not _is_furniture(element):
                found.append(words)
    for element in taken:
        if element.getparent() is not None and element.getparent() not in taken:
            element.drop_tree()
    return found


def _is_hidden(element: Any) -> bool:
    style = element.get("style") or ""
    if _UNSEEN_STYLE.search(style) or "hidden" in element.attrib:
        return True
    is_white = _WHITE_LETTERS.search(style) or (element.get("color") or "").lower() in _WHITES
    return bool(is_white) and not _has_ground(element)


_WHITES = ("white", "#fff", "#ffffff")


def _has_ground(element: Any) -> bool:
    """Whether letters may stand on a colour; what a class means only the style sheet knows."""
    for one in (element, *element.iterancestors()):
        style = one.get("style") or ""
        if _WHITE_GROUND.search(style):
            return False
        if _GROUND.search(style) or one.get("class") or one.get("bgcolor"):
            return True
    return False


def _take_furniture(root: Any) -> None:
    """Removes navigation, notices and other jobs; headers, asides and footers of a CV stay."""
    for element in list(root.iterdescendants()):
        if not isinstance(element.tag, str) or element.tag in ("html", "body", "main", "article"):
            continue
        if element.getparent() is not None and (_is_furniture(element) or _is_footer(element)):
            element.drop_tree()
    for heading in list(root.iter("h1", "h2", "h3", "h4", "h5")):
        box = heading.getparent()
        if box is None or not _OTHER_JOBS.search(heading.text_content()):
            continue
        (box if box.tag in ("section", "aside", "div") else heading).drop_tree()


def _is_furniture(element: Any) -> bool:
    if element.tag in ("nav", "dialog", "form"):
        return True
    names = " ".join(element.get(name) or "" for name in ("class", "id", "role")).lower()
    return not _FURNITURE.isdisjoint(re.findall(r"[a-z]+", names))


def _is_footer(element: Any) -> bool:
    if element.tag != "footer" or len(element.findall(".//a")) < 2:
        return False
    return _SITE_FOOTER.search(element.text_content()) is not None


def _text_of(root: Any) -> str:
    lines: list[str] = [""]
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if not isinstance(element.tag, str):
            _append(lines, element.tail)
        elif event == "start":
            _open(lines, element.tag)
            _append(lines, element.text, is_kept=element.tag == "pre")
        else:
            if element.tag in _BLOCKS and lines[-1].strip():
                lines.append("")
            if element is not root:
                _append(lines, element.tail)
    text = "\n".join(line.rstrip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _open(lines: list[str], tag: str) -> None:
    is_begun = lines[-1].strip() and lines[-1] not in _MARKS.values()
    if tag == "br" or (tag in _BLOCKS and is_begun):
        lines.append("")
    if tag in ("td", "th") and lines[-1].strip():
        lines[-1] += " | "
    if tag in _APART and lines[-2:-1] != [""] and lines[-1] not in _MARKS.values():
        lines.append("")
    lines[-1] += _MARKS.get(tag, "")


def _append(lines: list[str], text: str | None, *, is_kept: bool = False) -> None:
    if is_kept and text:
        first, *rest = text.splitlines()
        lines[-1] += first
        lines += rest
        return
    words = re.sub(r"\s+", " ", text or "")
    is_start = lines[-1] in ("", *_MARKS.values())
    lines[-1] += words.lstrip() if is_start else words
