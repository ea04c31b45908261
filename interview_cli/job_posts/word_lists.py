"""Load word lists that are kept as data."""

import re
from functools import cache

from interview_cli.english.rules import load_toml

_HERE = "interview_cli.job_posts"


@cache
def load_words(file: str, name: str, package: str = _HERE) -> frozenset[str]:
    """Return a list of single words. Raises KeyError."""
    return frozenset(load_toml(package, file)[name].split())


@cache
def load_phrases(file: str, name: str, package: str = _HERE) -> tuple[str, ...]:
    """Return a list whose entries may have several words: a comma ends each. Raises KeyError."""
    return split_phrases(load_toml(package, file)[name])


def split_phrases(text: str) -> tuple[str, ...]:
    """Split a list at its commas."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip())


def has_any_word(text: str, words: frozenset[str]) -> bool:
    """Return whether a text contains one of the words; case does not matter."""
    return not words.isdisjoint(re.findall(r"\w+", text.lower()))


def pick_group(match: re.Match[str], name: str) -> str | None:
    """Return what a group matched; entries of one rule group number theirs: what, what2, what3."""
    groups = match.groupdict()
    return next(
        (groups[key] for key in groups if key.rstrip("0123456789") == name and groups[key]), None
    )


def next_word(text: str, end: int) -> str:
    """Return the word behind a place in a text, in small letters; empty without one."""
    following = re.match(r"\W*(\w+)", text[end:])
    return following[1].lower() if following else ""
