"""Spell the words of a title as the trades do: "Store Keeper" is "storekeeper"."""

import re
from collections.abc import Iterator

from interview_cli.english.words import word_list
from interview_cli.trades.index import load_index, stem_title

_WORD = re.compile(r"[^\W\d_]+")
_TWO_WORDS = re.compile(r"(?=\b(?P<first>[^\W\d_]+) (?P<last>[^\W\d_]+)\b)")
_SHORTEST = 3
"""Shorter parts of a word are no words of their own."""


def spell_title(title: str) -> str:
    """Return a title with words that belong together or apart as the trades write them.

    Words stay as they are if a trade writes them so: a "stone mason".
    """
    for pair in reversed(list(_TWO_WORDS.finditer(title))):
        if joined := _join(pair["first"], pair["last"]):
            title = title[: pair.start()] + joined + title[pair.end("last") :]
    return _WORD.sub(lambda word: _divide(word[0]) or word[0], title)


def _join(first: str, last: str) -> str | None:
    """Return two words as one if the trades have only that: "Green Keeper"."""
    joined = f"{first}{last}".lower()
    if len(first) < _SHORTEST or len(last) < _SHORTEST or {first, last} & word_list("title_links"):
        return None
    return joined if _is_used(joined) and not _is_used(f"{first} {last}") else None


def _divide(word: str) -> str | None:
    """Return the title of two words that an unknown word is: "busdriver"."""
    if len(word) < 2 * _SHORTEST or _is_used(word):
        return None
    return next((title for title in _list_divided(word.lower()) if _is_title(title)), None)


def _list_divided(word: str) -> Iterator[str]:
    for place in range(_SHORTEST, len(word) - _SHORTEST + 1):
        yield f"{word[:place]} {word[place:]}"


def _is_used(words: str) -> bool:
    return " ".join(stem_title(words)) in load_index()["evidence"]


def _is_title(words: str) -> bool:
    return " ".join(stem_title(words)) in load_index()["titles"]
