"""Read HTML: the JobPosting data of a page, else its text without navigation and notices."""

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from typing import Any

import lxml.html
from lxml import etree

from interview_cli.documents import plain
from interview_cli.documents.extraction import Extraction
from interview_cli.documents.job_posting import find_posting, format_posting
from interview_cli.documents.visibility import (
    MIN_OFF_PAGE_SHIFT,
    convert_to_points,
    is_too_small,
    is_too_transparent,
    is_white_hex,
)
from interview_cli.english.rules import load_rules
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
_SPACED = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "table", "pre")
"""Elements with a blank line before them."""
_LENGTH = re.compile(r"(-?\d*\.?\d+)([a-z]*)")
_WHITE_RGB = re.compile(r"rgb\(255,\s*255,\s*255\)")
_FURNITURE = frozenset(
    re.findall(
        r"\w+",
        "cookie cookies consent gdpr nav navbar navigation menu breadcrumb breadcrumbs similar"
        " related recommended recommendations newsletter subscribe share sharing social login"
        " signin signup modal popup dropdown dialog skip skiplink contentinfo",
    )
)
"""Words in class, id and role that mark navigation and other parts around the content."""
_BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LATIN_1_NAMES = ("iso-8859-1", "latin-1", "latin1", "us-ascii")


def extract_text(content: bytes, source: str, keep_hidden: bool = False) -> Extraction:
    """Return the text of a page. Raises UnreadableDocument."""
    if b"<" not in content:
        raise _no_html_error(source)
    text, notices = _decode_page(content, source)
    try:
        root = lxml.html.document_fromstring(text)
    except (etree.LxmlError, ValueError) as error:
        raise _no_html_error(source) from error
    hidden: list[str] = []
    if posting := find_posting(script.text for script in _find_data_scripts(root)):
        text = format_posting(posting, lambda html: _read_fragment(html, keep_hidden, hidden))
        return Extraction(text, tuple(hidden), notices)
    _remove_unseen(root, keep_hidden, hidden)
    _remove_furniture(root)
    return Extraction(_read_text(root), tuple(hidden), notices)


def _no_html_error(source: str) -> UnreadableDocument:
    return UnreadableDocument(f"{source} does not contain HTML.", "save the page again")


def _decode_page(content: bytes, source: str) -> tuple[str, tuple[str, ...]]:
    """Decode by byte order mark, else by the charset that the page names, else as plain text."""
    named = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", content[:4096])
    encoding = named[1].decode().lower() if named else ""
    # Browsers do the same, because pages with these names use the quotes and dashes of Windows.
    encoding = "cp1252" if encoding in _LATIN_1_NAMES else encoding
    is_unicode = encoding in ("", "utf-8", "utf-16") or content.startswith(_BYTE_ORDER_MARKS)
    if not is_unicode:
        with suppress(UnicodeDecodeError, LookupError):
            return _strip_declaration(content.decode(encoding)), ()
    extraction = plain.extract_text(content, source)
    return _strip_declaration(extraction.text), extraction.notices


def _strip_declaration(text: str) -> str:
    # lxml refuses decoded text that declares an encoding.
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


def _find_data_scripts(root: Any) -> Iterator[Any]:
    return (script for script in root.iter("script") if "ld+json" in (script.get("type") or ""))


def _read_fragment(html: str, keep_hidden: bool, hidden: list[str]) -> str:
    if "<" not in html:
        html = unescape(html)
    if "<" not in html:
        return html.strip()
    fragment = lxml.html.fragment_fromstring(html, create_parent="div")
    _remove_unseen(fragment, keep_hidden, hidden)
    return _read_text(fragment)


def _remove_unseen(root: Any, keep_hidden: bool, hidden: list[str]) -> None:
    """Remove elements without text and hidden elements; add the hidden words to `hidden`."""
    for element in root.xpath("|".join(f".//{name}" for name in _NO_TEXT)):
        element.drop_tree()
    if not keep_hidden:
        hidden += _remove_hidden(root)


def _remove_hidden(root: Any) -> list[str]:
    """Remove what a browser does not show; return its words, except those of page furniture."""
    found: list[str] = []
    removed: set[Any] = set()
    for element in list(root.iterdescendants()):
        if not isinstance(element.tag, str) or element.tag == "body":
            continue
        if element.getparent() in removed:  # the words of its parent include its words
            removed.add(element)
        elif _is_hidden(element):
            removed.add(element)
            words = " ".join(element.text_content().split())
            if words and not _is_furniture(element):
                found.append(words)
    for element in removed:
        if element.getparent() is not None and element.getparent() not in removed:
            element.drop_tree()
    return found


def _is_hidden(element: Any) -> bool:
    if not element.attrib:  # most elements of a page with a million tags
        return False
    style = _parse_style(element)
    if "hidden" in element.attrib or _is_unseen(style) or _is_off_page(style):
        return True
    is_white = _is_white(style.get("color", "")) or _is_white(element.get("color") or "")
    return is_white and not _has_backdrop(element)


def _parse_style(element: Any) -> dict[str, str]:
    """Return the declarations of a style attribute in lower case."""
    declarations = (part.partition(":") for part in (element.get("style") or "").split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in declarations}


def _is_unseen(style: dict[str, str]) -> bool:
    opacity, _ = _parse_length(style.get("opacity", ""))
    return (
        style.get("display", "").startswith("none")
        or style.get("visibility", "").startswith("hidden")
        or style.get("color", "").startswith("transparent")
        or re.match(r"rect\(\s*0", style.get("clip", "")) is not None
        or (opacity is not None and is_too_transparent(opacity))
        or _is_tiny(style.get("font-size", ""))
    )


def _is_tiny(font_size: str) -> bool:
    size, unit = _parse_length(font_size)
    points = None if size is None else convert_to_points(size, unit)
    return points is not None and is_too_small(points)


def _is_off_page(style: dict[str, str]) -> bool:
    shifts = (_parse_length(style.get(name, ""))[0] for name in ("left", "top", "text-indent"))
    return any(shift is not None and shift <= -MIN_OFF_PAGE_SHIFT for shift in shifts)


def _parse_length(value: str) -> tuple[float | None, str]:
    """Return the number of a CSS value and its unit, if it begins with a number."""
    length = _LENGTH.match(value)
    return (float(length[1]), length[2]) if length else (None, "")


def _is_white(color: str) -> bool:
    color = color.removesuffix("!important").strip()
    return is_white_hex(color) or _WHITE_RGB.match(color) is not None


def _has_backdrop(element: Any) -> bool:
    """Return whether text may have a coloured background; a class may set one in a style sheet."""
    for box in (element, *element.iterancestors()):
        style = _parse_style(box)
        fill = style.get("background", style.get("background-color", ""))
        if fill and _is_white(fill):
            return False
        has_fill = any(name.startswith("background") for name in style)
        if has_fill or box.get("class") or box.get("bgcolor"):
            return True
    return False


def _remove_furniture(root: Any) -> None:
    """Remove navigation, notices and other jobs; keep headers, asides and footers of a CV."""
    for element in list(root.iterdescendants()):
        if not isinstance(element.tag, str) or element.tag in ("html", "body", "main", "article"):
            continue
        if element.getparent() is not None and (_is_furniture(element) or _is_footer(element)):
            element.drop_tree()
    for heading in list(root.iter("h1", "h2", "h3", "h4", "h5")):
        box = heading.getparent()
        if box is None or not _load_rule("other_jobs_heading").match(heading.text_content()):
            continue
        (box if box.tag in ("section", "aside", "div") else heading).drop_tree()


def _load_rule(group: str) -> re.Pattern[str]:
    return load_rules("interview_cli.documents", "rules.toml")[group].pattern


def _is_furniture(element: Any) -> bool:
    if element.tag in ("nav", "dialog", "form"):
        return True
    names = " ".join(element.get(name) or "" for name in ("class", "id", "role")).lower()
    return not _FURNITURE.isdisjoint(re.findall(r"[a-z]+", names))


def _is_footer(element: Any) -> bool:
    if element.tag != "footer" or len(element.findall(".//a")) < 2:
        return False
    return _load_rule("site_footer").search(element.text_content()) is not None


def _read_text(root: Any) -> str:
    lines: list[str] = [""]
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if not isinstance(element.tag, str):
            _append_text(lines, element.tail)
        elif event == "start":
            _open_element(lines, element.tag)
            _append_text(lines, element.text, is_kept=element.tag == "pre")
        else:
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
    if tag in ("td", "th") and lines[-1].strip():
        lines[-1] += " | "
    if tag in _SPACED and lines[-2:-1] != [""] and lines[-1] not in _MARKS.values():
        lines.append("")
    lines[-1] += _MARKS.get(tag, "")


def _append_text(lines: list[str], text: str | None, *, is_kept: bool = False) -> None:
    if is_kept and text:
        first, *rest = text.splitlines()
        lines[-1] += first
        lines += rest
        return
    words = re.sub(r"\s+", " ", text or "")
    is_start = lines[-1] in ("", *_MARKS.values())
    lines[-1] += words.lstrip() if is_start else words
