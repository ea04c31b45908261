"""Leave out what a job board puts around an ad: buttons, notices, ratings, other jobs."""

import re
from collections.abc import Sequence

from interview_cli.english.bullets import remove_bullet
from interview_cli.english.rules import Rules
from interview_cli.job_posts.word_lists import load_phrases

_PACKAGE, _FILE = "interview_cli.requirements", "page_furniture.toml"
_RULES = Rules(_PACKAGE, _FILE)
_BETWEEN_PARTS = re.compile(r"\s{3,}|\s+[·•|]\s+|\s+[–—-]\s+")
_BEFORE = re.compile(r"^[^\w★⭐©£€$₹(←<«]+")
_AFTER = re.compile(r"[^\w★☆⭐)!?.+:]+$")
_MAX_CHARS = 200
"""A longer line is text."""
_LEAST_AD = 0.5
"""Other jobs follow an ad that has at least so much of the letters."""


def remove_page_furniture(lines: Sequence[str]) -> list[str]:
    """Return lines without those of the page around the ad, and without other jobs at its end.

    A word such as "Follow" or "Search" is left out only beside what is surely of the page.
    """
    ad = _cut_other_jobs(lines)
    is_left_out = [_is_furniture(line) for line in ad]
    for place, line in enumerate(ad):
        if place and line[:1].islower() and ad[place - 1].strip() and not is_left_out[place - 1]:
            is_left_out[place] = False  # the rest of a sentence
    for places in (range(len(ad)), range(len(ad) - 1, -1, -1)):
        _spread_to_words(ad, is_left_out, places)
    return [line for line, is_out in zip(ad, is_left_out, strict=True) if not is_out]


def _cut_other_jobs(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines before the heading of other jobs, if they are most of a page."""
    for place, line in enumerate(lines):
        if _RULES.matches("other_jobs", _strip(line)) and ":" not in line.strip().rstrip(":"):
            before, behind = (sum(map(len, part)) for part in (lines[:place], lines[place:]))
            if before >= _LEAST_AD * (before + behind):
                return lines[:place]
    return lines


def _spread_to_words(lines: Sequence[str], is_left_out: list[bool], places: range) -> None:
    """Mark the words of a page that follow, in the order of the places, what is left out."""
    is_beside = False
    for place in places:
        if lines[place].strip():
            is_left_out[place] |= is_beside and _is_furniture(lines[place], with_words=True)
            is_beside = is_left_out[place]


def _is_furniture(line: str, *, with_words: bool = False) -> bool:
    """Return whether a line, or each of its parts, is of the page; one of them must be surely."""
    bare = _strip(line)
    if not bare or len(bare) > _MAX_CHARS:
        return False
    if _is_surely_of_page(bare):
        return True
    parts = [part for part in map(_strip, _BETWEEN_PARTS.split(line)) if part]
    is_sure = [_is_surely_of_page(part) for part in parts]
    return (any(is_sure) or with_words) and all(
        sure or _is_page_word(part) for sure, part in zip(is_sure, parts, strict=True)
    )


def _is_surely_of_page(part: str) -> bool:
    is_rule = _RULES.matches("page", part) or _RULES.matches("other_jobs", part)
    return is_rule or _is_phrase("page_phrases", part)


def _is_page_word(part: str) -> bool:
    return _is_phrase("page_words", part) or _RULES.matches("page_word", part)


def _strip(text: str) -> str:
    """Return a text without the marks and symbols around it."""
    return _AFTER.sub("", _BEFORE.sub("", remove_bullet(text.strip()).replace("’", "'")))


def _is_phrase(name: str, text: str) -> bool:
    phrases = load_phrases(_FILE, name, _PACKAGE)
    return text.lower().rstrip(".:?") in phrases
