"""Say lines of CVs that are written in capitals in small letters, if no name can be among them."""

from itertools import pairwise, starmap

from interview_cli.english.verbs import load_verbs
from interview_cli.english.words import stem_word, tokenize, word_list
from interview_cli.trades.index import load_index

_MIN_KNOWN_CHARS = 4
"""A shorter word that is neither a verb nor a small word may be an abbreviation: "VAT"."""
_ABBREVIATIONS = ("IT", "US", "HE", "AM", "PA")
"""They are words as well when they are written small."""


def quieten(line: str) -> str | None:
    """Return a line in capitals as a sentence is written; None if a name may be in it.

    "TRAINED 40 SOLDIERS" → "Trained 40 soldiers", but of "TRAINED 40 AT WILKO" nothing is sure.
    """
    words = [word for word in tokenize(line) if word[0].isalnum()]
    is_common = all(_is_common(word) for word in words if word.isalpha())
    has_name = any(starmap(_may_name_place, pairwise(words)))
    return line.capitalize() if is_common and not has_name else None


def _may_name_place(before: str, word: str) -> bool:
    """Return whether a word behind a preposition may be a name: "in Leeds", but "in the shop"."""
    is_open = before.lower() in word_list("articles_and_prepositions") - {"a", "an", "the"}
    return is_open and word.isalpha() and not _is_small(word.lower())


def _is_small(word: str) -> bool:
    return word in word_list("stop") | word_list("amounts") | word_list("articles_and_prepositions")


def _is_common(word: str) -> bool:
    lower = word.lower()
    if word in _ABBREVIATIONS:
        return False
    if lower in load_verbs() or _is_small(lower):
        return True
    return len(word) >= _MIN_KNOWN_CHARS and stem_word(lower) in load_index()["evidence"]
