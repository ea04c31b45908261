"""Read HTML: the text of a page, or the JobPosting data in it, whichever tells more of the ad.

trafilatura was weighed: it finds the main text of articles, but drops contact lines of a CV and
short lists of an ad, and does not tell which words are hidden.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import lxml.html
from lxml import etree

from interview_cli.documents.account import Account, Reason
from interview_cli.documents.html_furniture import remove_furniture
from interview_cli.documents.html_hidden import remove_hidden
from interview_cli.documents.html_text import has_tags, read_text, unescape_fully
from interview_cli.documents.job_posting import Page, choose_text, find_postings
from interview_cli.documents.web_encoding import decode_page
from interview_cli.errors import UnreadableDocument
from interview_cli.limits import MIN_DOCUMENT_CHARS

_NO_TEXT = (
    "script", "style", "noscript", "template", "svg", "iframe", "object", "head", "annotation",
    "annotation-xml",
)  # fmt: skip
"""Elements that a browser does not show as text; an annotation is a copy of a formula."""


def extract_text(content: bytes, source: str, account: Account) -> str:
    """Return the text of a page. Raises UnreadableDocument."""
    if b"<" not in content:
        raise _no_html_error(source)
    text = decode_page(content, source, account)
    try:
        # lxml refuses decoded text that declares an encoding.
        root = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (etree.LxmlError, ValueError) as error:
        raise _no_html_error(source) from error
    postings = find_postings(script.text for script in _find_data(root))
    titles = [element.text_content() for element in root.iter("title", "h1")]
    if account.is_cv or not postings:
        has_frames = next(root.iter("frame", "iframe"), None) is not None
        has_script = any("json" not in (script.get("type") or "") for script in root.iter("script"))
        text = _read_body(root, account)
        if len(text) < MIN_DOCUMENT_CHARS and not account.find_suspects(text):
            _refuse_shell(source, bool(postings), has_frames, has_script)
        return text
    # What is left out of the body counts only if the body is taken.
    trial = account.copy()
    page = Page(titles, _read_body(root, trial))
    # A value is asked for more than once; what is hidden in it is reported once.
    chosen = choose_text(postings, page, cache(lambda html: read_fragment(html, account)))
    if chosen.is_body:
        account.adopt(trial)
        return chosen.text
    rest = chosen.find_rest(page)
    if account.leave_out(Reason.REST_OF_PAGE, rest):
        return chosen.text
    account.adopt(trial)
    return f"{chosen.text}\n\n{rest}"


def read_fragment(html: str, account: Account) -> str:
    """Return the text of a value that may be HTML, escaped once, several times or not at all."""
    html = unescape_fully(html)
    if not has_tags(html):
        return html.strip()
    fragment = lxml.html.fragment_fromstring(html, create_parent="div")
    _remove_elements_without_text(fragment)
    remove_hidden(fragment, account)
    return unescape_fully(read_text(fragment))


def _no_html_error(source: str) -> UnreadableDocument:
    return UnreadableDocument(f"{source} does not contain HTML.", "save the page again")


def _refuse_shell(source: str, has_posting: bool, has_frames: bool, has_script: bool) -> None:
    """Raise UnreadableDocument for a page whose text is elsewhere."""
    if has_posting:
        raise UnreadableDocument(
            f"{source} is no CV: it holds the data of a job posting and hardly any other text.",
            "if it is the ad, give it as the job description",
        )
    if has_frames:
        raise UnreadableDocument(
            f"{source} has no text of its own: it shows other pages in frames.",
            "open the frame with the text as a page of its own, and save that",
        )
    if has_script:
        raise UnreadableDocument(
            f"{source} has almost no text of its own: a script of the page fetches it.",
            "save the page from the browser once it is shown, or paste its text",
        )


def _find_data(root: Any) -> Iterator[Any]:
    return (script for script in root.iter("script") if "ld+json" in (script.get("type") or ""))


def _read_body(root: Any, account: Account) -> str:
    _remove_elements_without_text(root)
    account.hold(root.text_content())
    # Hidden notices and menus are parts of a page that nobody asks for: they go first.
    if not account.is_cv:
        remove_furniture(root, account)
    remove_hidden(root, account)
    return read_text(root)


def _remove_elements_without_text(root: Any) -> None:
    for element in root.xpath("|".join(f".//{name}" for name in _NO_TEXT)):
        element.drop_tree()
    for comment in root.xpath("//comment()"):
        if comment.getparent() is not None:
            comment.drop_tree()
