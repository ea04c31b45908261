"""What job boards put around an ad: navigation, notices, other jobs.

A name in an attribute is one witness. An element is left out only if a second one agrees: links,
the words of a notice, or little text. What holds most of a page is never left out.
"""

import re
from collections.abc import Iterator
from typing import Any

from interview_cli.documents.account import Account, Reason, count_letters
from interview_cli.english.rules import Rules

_RULES = Rules("interview_cli.documents", "rules.toml")

_FURNITURE_TAGS = ("nav", "dialog", "form")
_NEVER = ("html", "body", "main", "article", "h1")
_NAVIGATION = frozenset(
    re.findall(
        r"\w+",
        "cookie cookies consent gdpr nav navbar navigation menu breadcrumb breadcrumbs newsletter"
        " subscribe share sharing login signin signup skip skiplink contentinfo",
    )
)
"""Words in class, id and role that mark parts around the content."""
_AMBIGUOUS = frozenset(
    re.findall(
        r"\w+",
        "similar related recommended recommendations social modal popup dropdown dialog",
    )
)
"""Likewise, but they also name parts of the content: related experience, social work."""
_MOST = 0.5
"""An element with at least this share of the letters of a page is not furniture."""
_SHORT_CHARS = 60
_LINKED = 0.5
"""With at least this share of its letters in links and buttons, a text is navigation."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MIN_AD_LETTERS = 20
"""Other jobs follow an ad of at least this many letters."""


def remove_furniture(root: Any, account: Account) -> None:
    """Leave out navigation, notices and other jobs; keep headers, asides and footers of a CV."""
    most = _MOST * count_letters(root.text_content())
    for element in list(root.iterdescendants()):
        if not isinstance(element.tag, str) or not _is_within(element, root):
            continue
        if _is_furniture(element) and not _is_content(element, most):
            _leave_out(element, Reason.FURNITURE, account)
    for heading in list(root.iter(*_HEADINGS[1:])):
        matches = _RULES.pattern("other_jobs_heading").match(heading.text_content())
        if matches and _is_within(heading, root):
            _end_ad(root, heading, account)


def _is_within(element: Any, root: Any) -> bool:
    return any(parent is root for parent in element.iterancestors())


def _leave_out(element: Any, reason: Reason, account: Account) -> None:
    if account.leave_out(reason, "\n".join(element.itertext())):
        element.drop_tree()


def _is_content(element: Any, most: float) -> bool:
    if element.tag in _NEVER or next(element.iter("main", "article", "h1"), None) is not None:
        return True
    return count_letters(element.text_content()) >= most


def _is_furniture(element: Any) -> bool:
    if element.tag in _FURNITURE_TAGS:
        return True
    if element.tag == "button":
        return not _is_heading_button(element)
    if element.tag in ("header", "footer"):
        has_links = len(element.findall(".//a")) > 1
        rule = _RULES.pattern(f"site_{element.tag}")
        return has_links and rule.search(element.text_content()) is not None
    names = " ".join(element.get(name) or "" for name in ("class", "id", "role")).lower()
    words = set(re.findall(r"[a-z]+", names))
    if words.isdisjoint(_NAVIGATION | _AMBIGUOUS):
        return False
    return _looks_like_furniture(element, is_short_enough=not words.isdisjoint(_NAVIGATION))


def _looks_like_furniture(element: Any, is_short_enough: bool) -> bool:
    """Whether the text of an element agrees with its name."""
    text = " ".join(element.text_content().split())
    if not text or (is_short_enough and len(text) <= _SHORT_CHARS):
        return True
    linked = sum(count_letters(link.text_content()) for link in element.iter("a", "button"))
    if linked >= _LINKED * count_letters(text):
        return True
    is_other_jobs = _RULES.matches("other_jobs_heading", text)
    return is_other_jobs or _RULES.is_found("page_notice", text)


def _is_heading_button(button: Any) -> bool:
    """Whether a button is the heading of a part that it opens, not an action."""
    if button.getparent() is not None and button.getparent().tag in (*_HEADINGS, "summary"):
        return True
    if button.get("aria-expanded") or button.get("aria-controls"):
        return True
    after = button.getnext()
    is_followed = after is not None and after.tag in ("div", "section", "ul", "ol", "p", "dl")
    return is_followed and bool(after.text_content().strip()) and not (button.tail or "").strip()


def _end_ad(root: Any, heading: Any, account: Account) -> None:
    """Leave out other jobs: their heading and what follows it, up to the next part of the ad."""
    start = _find_start(heading)
    if not _has_ad_before(root, start):
        return
    level = heading.tag
    for element in [start, *_find_rest(start, level)]:
        _leave_out(element, Reason.OTHER_JOBS, account)


def _find_start(heading: Any) -> Any:
    """Return the outermost box that begins with this heading and is no part of the ad."""
    start = heading
    while True:
        parent = start.getparent()
        is_box = parent is not None and parent.tag in ("section", "aside", "div", "header")
        if not is_box or parent.getparent() is None or (parent.text or "").strip():
            return start
        if parent.index(start) != 0 and any(
            sibling.text_content().strip() for sibling in start.itersiblings(preceding=True)
        ):
            return start
        start = parent


def _find_rest(start: Any, level: str) -> Iterator[Any]:
    """Yield what follows in the same box, up to a heading of the same or a higher level."""
    if start.tag not in _HEADINGS:
        return
    for element in start.itersiblings():
        if not isinstance(element.tag, str):
            continue
        if element.tag in _HEADINGS and element.tag <= level:
            return
        yield element


def _has_ad_before(root: Any, start: Any) -> bool:
    """Whether enough text of the page stands before this element."""
    letters = 0
    for element in root.iter():
        if element is start:
            return letters >= _MIN_AD_LETTERS
        if isinstance(element.tag, str):
            letters += count_letters(element.text or "")
        letters += count_letters(element.tail or "") if element is not root else 0
    return False
