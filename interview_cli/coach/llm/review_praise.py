"""Words of praise, and what shows the qualities that it names."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from interview_cli.coach.llm.question_words import find_meanings
from interview_cli.coach.llm.rules import PACKAGE, find_pattern
from interview_cli.english.rules import load_toml
from interview_cli.english.words import content_stems, find_measures, stem_word, tokenize

_MIN_QUOTE_STEMS = 2
_MIN_PREFIX = 5
"""Words with so many first letters in common have one meaning (apprentice, apprenticeship)."""


def says_something(quote: str) -> bool:
    """Return whether an English quote has enough words of meaning, or figures, to show anything."""
    return len(content_stems(quote)) + len(find_measures(quote)) >= _MIN_QUOTE_STEMS


@cache
def load_general_stems() -> frozenset[str]:
    """Return the stems of words in which any answer may be judged."""
    return _stem(_load()["general_praise"])


def shows_quality(praise: str, answer: str, question: str) -> bool:
    """Return whether an English answer has a word of the quality that its praise names.

    A word may also be one of the question, or have a synonym in the answer. Words in which any
    answer may be praised ("a clear example") do not count. Praise that tells an act names none.
    """
    if not find_pattern("review_check", "names_quality").match(praise):
        return True
    stems = {stem for stem in content_stems(praise) if stem.isalpha()}
    named = stems - load_general_stems()
    shown = frozenset(map(stem_word, tokenize(answer)))
    starts = {stem[:_MIN_PREFIX] for stem in shown | content_stems(question)}
    if not named or any(stem[:_MIN_PREFIX] in starts for stem in named):
        return True
    words = " ".join(word for word in tokenize(praise) if stem_word(word) in named)
    if not find_meanings(words).isdisjoint(find_meanings(answer)):
        return True
    qualities = list_qualities(named) or list_qualities(stems)
    return bool(qualities) and not any(map(shown.isdisjoint, qualities))


def list_qualities(stems: Iterable[str]) -> list[frozenset[str]]:
    """Return the stems that show each quality that one of these stems names."""
    by_name = _load_qualities()
    return [by_name[stem] for stem in stems if stem in by_name]


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
