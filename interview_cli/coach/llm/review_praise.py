"""Tell whether praise is about the answer that it names."""

from functools import cache
from typing import Any

from interview_cli.coach.llm.question_repeats import find_meanings
from interview_cli.coach.llm.rules import PACKAGE, find_pattern
from interview_cli.english.rules import load_toml
from interview_cli.english.words import content_stems, find_measures, stem_word, tokenize

_MIN_QUOTE_STEMS = 2
_MIN_PREFIX = 5
"""Words with so many first letters in common have one meaning (apprentice, apprenticeship)."""


def says_something(quote: str) -> bool:
    """Return whether an English quote has enough words of meaning, or figures, to show anything."""
    return len(content_stems(quote)) + len(find_measures(quote)) >= _MIN_QUOTE_STEMS


def is_about(praise: str, answer: str, question: str = "", documents: str = "") -> bool:
    """Return whether an English answer has a word of its praise, or shows all qualities it names.

    A word may also be one of the question, or have a synonym in the answer. Words in which any
    answer may be praised ("a clear example") do not count. Praise that tells
    an act in other words may paraphrase the answer, unless its words are those of the `documents`:
    what the job asks for is not shown by an answer on something else.
    """
    stems = {stem for stem in content_stems(praise) if stem.isalpha()}
    named = stems - load_general_stems()
    shown = frozenset(map(stem_word, tokenize(answer)))
    starts = {stem[:_MIN_PREFIX] for stem in shown | content_stems(question)}
    if not named or any(stem[:_MIN_PREFIX] in starts for stem in named):
        return True
    words = " ".join(word for word in tokenize(praise) if stem_word(word) in named)
    if not find_meanings(words).isdisjoint(find_meanings(answer)):
        return True
    by_name = _load_qualities()
    qualities = [by_name[stem] for stem in named if stem in by_name] or [
        by_name[stem] for stem in stems if stem in by_name
    ]
    if qualities:
        return not any(map(shown.isdisjoint, qualities))
    tells_act = find_pattern("review_check", "tells_act").match(praise) is not None
    return tells_act and named.isdisjoint(content_stems(documents))


@cache
def load_general_stems() -> frozenset[str]:
    """Return the stems of words in which any answer may be judged."""
    return _stem(_load()["general_praise"])


@cache
def _load_qualities() -> dict[str, frozenset[str]]:
    """Return the stems that show a quality by each stem that names it."""
    return {
        stem: _stem(entry["shown_by"])
        for entry in _load()["quality"]
        for stem in _stem(entry["named"])
    }


def _stem(words: str) -> frozenset[str]:
    return frozenset(map(stem_word, words.split()))


def _load() -> dict[str, Any]:
    return load_toml(PACKAGE, "review_words.toml")
