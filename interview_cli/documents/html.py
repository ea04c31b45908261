"""HTML → text: a page's own JobPosting data, or its main text; of a CV all that is shown."""

import json
import re
from collections.abc import Iterator
from typing import Any

import lxml.html
from lxml import etree

from interview_cli.documents.extract import Extract
from interview_cli.errors import UnreadableDocument

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5"
        " h6 header hr li main nav ol p pre section table tr ul",
    )
)
_NO_TEXT = ("script", "style", "noscript", "template", "svg", "iframe", "object", "head", "button")
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)"
    r"|font-size\s*:\s*(?:0|1(?:\.\d+)?)(?:px|pt)?\s*(?:;|$)"
    r"|(?:left|top|text-indent)\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
_WHITE = re.compile(
    r"(?<![-\w])color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgb\(255,\s*255,\s*255\))", re.I
)
_GROUND = re.compile(r"background", re.IGNORECASE)
# What is shown to no candidate as part of the ad, and hidden for good reasons.
_FURNITURE = re.compile(r"cookie|consent|menu|nav|modal|popup|dropdown|dialog|sr-only|skip", re.I)
_MARKS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "li": "- "}
_APART = ("h1", "h2", "h3", "h4", "p", "ul", "ol", "table")


def read(content: bytes, source: str, keep_hidden: bool = False) -> Extract:
    """Raises UnreadableDocument for what holds no HTML."""
    text = _decoded(content)
    try:
        root = lxml.html.document_fromstring(text)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableDocument(f"{source} holds no HTML.", "save the page once more") from error
    posting = next(_postings(root), None)
    hidden = [] if keep_hidden else list(_take_hidden(root))
    if posting:
        return Extract(_posting_text(posting), tuple(hidden))
    return Extract(_main_text(root), tuple(hidden))


def _decoded(content: bytes) -> str:
    named = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", content[:4096])
    for encoding in ("utf-8-sig", named[1].decode() if named else "cp1252"):
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        # A declaration of the encoding is refused in text that has been decoded.
        return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    return content.decode("cp1252", errors="replace")


def _postings(root: Any) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            yield from _typed(json.loads(script.text or "", strict=False))
        except (ValueError, RecursionError):
            continue


def _typed(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for one in data:
            yield from _typed(one)
    if isinstance(data, dict):
        kinds = data.get("@type")
        is_posting = "JobPosting" in (kinds if isinstance(kinds, list) else [kinds])
        if is_posting and isinstance(data.get("description"), str):
            yield data
        yield from _typed(data.get("@graph"))


def _posting_text(posting: dict[str, Any]) -> str:
    """Title, employer, place, terms, then the description and whatever texts stand beside it."""
    organization = posting.get("hiringOrganization")
    company = organization.get("name") if isinstance(organization, dict) else organization
    kinds = [str(kind).replace("_", " ").lower() for kind in _listed(posting.get("employmentType"))]
    facts = [company, *_places(posting.get("jobLocation")), *kinds]
    flat = ", ".join(str(fact) for fact in facts if fact)
    parts = [f"# {posting.get('title', '')}", flat, _fragment(posting["description"])]
    for name in ("responsibilities", "qualifications", "experienceRequirements", "skills",
                 "educationRequirements", "jobBenefits"):  # fmt: skip
        value = posting.get(name)
        if isinstance(value, (str, list)) and value:
            body = "\n".join(_fragment(str(one)) for one in _listed(value))
            if body not in parts[2]:
                heading = re.sub(r"([A-Z])", r" \1", name).lower().strip().capitalize()
                parts.append(f"## {heading}\n\n{body}")
    return "\n\n".join(part for part in parts if part.strip())


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _places(location: Any) -> Iterator[str]:
    for place in _listed(location):
        address = place.get("address") if isinstance(place, dict) else place
        if isinstance(address, dict):
            names = ("addressLocality", "addressRegion", "addressCountry")
            yield ", ".join(
                str(address[name]) for name in names if isinstance(address.get(name), str)
            )
        elif isinstance(address, str):
            yield address


def _fragment(html: str) -> str:
    if "<" not in html and "&lt;" in html:
        html = html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    if "<" not in html:
        return html.strip()
    return _text_of(lxml.html.fragment_fromstring(html, create_parent="div"))


def _take_hidden(root: Any) -> Iterator[str]:
    """Removes what a browser does not show, and gives the words that are no page furniture."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in ("html", "body", *_NO_TEXT):
            continue
        style = element.get("style") or ""
        is_white = _WHITE.search(style) and not _has_ground(element)
        if not (_HIDDEN_STYLE.search(style) or "hidden" in element.attrib or is_white):
            continue
        words = " ".join(element.text_content().split())
        name = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
        if words and not _FURNITURE.search(name) and element.tag not in ("nav", "form", "dialog"):
            yield words
        if element.getparent() is not None:
            element.drop_tree()


def _has_ground(element: Any) -> bool:
    ancestors = [element, *element.iterancestors()]
    return any(_GROUND.search(one.get("style") or "") or one.get("class") for one in ancestors)


def _main_text(root: Any) -> str:
    # Imported here: half a second and 20 MB that JobPosting data spare.
    import trafilatura

    everything = _text_of(root)
    found = trafilatura.extract(
        lxml.html.tostring(root, encoding="unicode"),
        output_format="markdown",
        include_comments=False,
        include_links=False,
        include_images=False,
        favor_recall=True,
    )
    # Where there is next to no furniture to leave out, leaving something out is a loss.
    has_furniture = root.find(".//nav") is not None or _FURNITURE.search(_names(root)) is not None
    return found if found and has_furniture else everything


def _names(root: Any) -> str:
    return " ".join(
        f"{one.get('class') or ''} {one.get('id') or ''}"
        for one in root.iter("div", "section", "ul", "aside")
    )


def _text_of(root: Any) -> str:
    lines: list[str] = [""]
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if not isinstance(element.tag, str):
            _append(lines, element.tail)
        elif event == "start":
            _open(lines, element.tag)
            if element.tag not in _NO_TEXT:
                _append(lines, element.text)
        else:
            if element.tag in _BLOCKS and lines[-1].strip():
                lines.append("")
            if element is not root:
                _append(lines, element.tail)
    text = "\n".join(line.rstrip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _open(lines: list[str], tag: str) -> None:
    if tag == "br" or (tag in _BLOCKS and lines[-1].strip()):
        lines.append("")
    if tag in ("td", "th") and lines[-1].strip():
        lines[-1] += " | "
    if tag in _APART and lines[-2:-1] != [""]:
        lines.append("")
    lines[-1] += _MARKS.get(tag, "")


def _append(lines: list[str], text: str | None) -> None:
    words = re.sub(r"\s+", " ", text or "")
    is_start = lines[-1] in ("", *_MARKS.values())
    lines[-1] += words.lstrip() if is_start else words
