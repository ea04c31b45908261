"""Measure whether an answer speaks of the same work as the documents of its interview."""

import math
from collections.abc import Collection, Mapping
from functools import cache

from interview_cli.english.rules import load_toml

_PREFIX_LENGTH = 5
_MIN_DOCUMENT_STEMS = 60
"""Shorter documents share too few words with any answer."""
_MIN_RARE_STEMS = 6
"""A shorter answer may share no rare word with anything."""
_MAX_SHARED = 1
"""One shared rare word may be chance. Of 72 good answers to their own questions in the benchmark's
interviews, 4 share no more with question, ad, CV and trade; of good answers from other trades, 61
in 100."""


def cut_stems(stems: Collection[str]) -> frozenset[str]:
    """Return the first letters of stems: those of one family of words are often the same."""
    return frozenset(stem[:_PREFIX_LENGTH] for stem in stems)


def cut_rare_stems(stems: Collection[str]) -> frozenset[str]:
    """Return the first letters of stems, without those that answers of all trades share."""
    return cut_stems(stems) - _load_common_stems()


def is_unrelated(
    stems: Collection[str], documents: Collection[str], vocabulary: Collection[str]
) -> bool:
    """Return whether an answer with these stems hardly shares a rare word with the question, ad and
    CV (`documents`) and with the words of the trade. Never of a short answer or of short documents.
    """
    rare = cut_rare_stems(stems)
    known = cut_stems(documents)
    if len(rare) < _MIN_RARE_STEMS or len(known) < _MIN_DOCUMENT_STEMS:
        return False
    return len(rare & (known | cut_stems(vocabulary))) <= _MAX_SHARED


def measure_likeness(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """Return how alike two texts are in the trades that they speak of, -1 to 1.

    `left` and `right` say how much each text speaks of each trade, the same trades for both; the
    result is the cosine of the angle between them. Of good tuning answers under their own questions
    one in twenty stays below 0.2; under a question of another role three in four do.
    """
    product = math.sqrt(sum(x * x for x in left.values()) * sum(y * y for y in right.values()))
    return sum(x * right[trade] for trade, x in left.items()) / product if product else 0.0


@cache
def _load_common_stems() -> frozenset[str]:
    """Return the first letters of stems that answers of all trades share."""
    return frozenset(load_toml("interview_cli.coach.offline", "common_stems.toml")["stems"].split())
