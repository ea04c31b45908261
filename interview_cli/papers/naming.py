"""Take texts apart into words, so that names of papers are found however they are written."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from interview_cli.english.rules import load_toml

_WORD = re.compile(r"(?:[^\W_]+(?:['’]s\b)?|\+|&)")
_POSSESSIVE = re.compile(r"['’]s\Z")
_WORDS = ("interview_cli.papers", "words.toml")
_MIN_PLURAL = 5
_FORMS_KEPT = 8192


class Word(NamedTuple):
    """A word of a text, and where it stands."""

    text: str
    plain: str
    """In small letters, without the ending of a plural."""
    start: int
    end: int


def split_words(text: str) -> list[Word]:
    """Return the words of a text, each mark between words left out."""
    return [Word(found[0], _fold(found[0]), *found.span()) for found in _WORD.finditer(text)]


def fold_names(names: Iterable[str]) -> list[str]:
    """Return the words by which names are found, with spaces between them, each once."""
    return list(dict.fromkeys(map(_fold_name, names)))


def _fold_name(name: str) -> str:
    words = split_words(name)
    if len(words) == 1 and not name.islower():
        return name  # one word with capitals is found as it is written
    return " ".join(word.plain for word in words)


@lru_cache(maxsize=_FORMS_KEPT)
def _fold(word: str) -> str:
    plain = _POSSESSIVE.sub("", word.lower())
    if len(plain) >= _MIN_PLURAL and plain.endswith("s") and not plain.endswith(("ss", "us", "is")):
        plain = plain[:-1]
    same: dict[str, str] = load_toml(*_WORDS)["same"]
    return same.get(plain, plain)
