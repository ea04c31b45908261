"""Measure what shows whether a point of an English review is about what was said.

Fits weigh it: whether praise is shown by its quote and its answer, and whether a point states what
neither the CV nor an answer holds.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from interview_cli.coach.llm.review_praise import list_qualities, load_general_stems
from interview_cli.coach.llm.sentence_vectors import Vector, measure_cosine, place_words, weigh_stem
from interview_cli.coach.llm.text_comparison import list_missing
from interview_cli.english.words import (
    content_stems,
    find_measures,
    find_names,
    split_sentences,
    stem_word,
    tokenize,
)

_LEAST = 0.3
_MOST_TELLING = 3


class Told(NamedTuple):
    """The texts that a point may be about."""

    cv: str
    job: str
    answers: Sequence[str]
    questions: Sequence[str]


def find_praise_features(
    praise: str, quote: str, answer: str, question: str, job: str
) -> dict[str, float]:
    """Return how far a quote, its answer and the ad have what an English praise is about."""
    stems = _list_content(praise)
    named = _list_named(stems)
    quoted, told, ad = map(_list_content, (quote, answer, job))
    features = _cover(stems, quoted, {"quote": stems, "named: quote": named})
    features |= _cover(stems, told, {"answer": stems, "named: answer": named})
    features |= _cover(stems, _list_content(f"{question} {answer}"), {"exchange": stems})
    features |= _cover(stems, ad, {"job": stems})
    place = place_words(stems)
    features |= {
        "likeness to quote": measure_cosine(place, place_words(quoted)),
        "likeness to answer": measure_cosine(place, place_words(told)),
        "likeness to sentence": _find_most_like(place, map(_list_content, split_sentences(answer))),
        "likeness to job": measure_cosine(place, place_words(ad)),
        "general": (len(stems) - len(named)) / 5,
        "length": len(stems) / 8,
        "length of quote": len(quoted) / 8,
        "figures": float(bool(find_measures(praise))),
        "figures of quote": float(bool(find_measures(quote))),
    }
    features |= _compare_qualities(stems, quote, answer)
    return features | _list_words(praise)


def find_invention_features(text: str, quote: str, told: Told) -> dict[str, float]:
    """Return how far CV and answers, or all texts, have what an English text states.

    The text is a point of a review or a question; a question has no quote.
    """
    stems = _list_content(text)
    named = _list_named(stems)
    own = f"{told.cv} {' '.join(told.answers)}"
    every = " ".join((own, told.job, *told.questions))
    sentences = list(map(_list_content, split_sentences(own)))
    together = [sum(weigh_stem(stem) for stem in named if stem in known) for known in sentences]
    features = _cover(stems, _list_content(own), {"own": stems, "named: own": named})
    features |= _cover(stems, _list_content(every), {"all": stems})
    features |= _cover(named, _list_content(" ".join(told.answers)), {"named: answers": named})
    features |= _cover(named, _list_content(quote), {"named: quote": named})
    features |= {
        "has a quote": float(bool(quote)),
        "likeness to sentence": _find_most_like(place_words(stems), sentences),
        "most in a sentence": max(together, default=0.0),
        "unknown names": float(
            sum(name.casefold() not in every.casefold() for name in find_names(text))
        ),
        "length": len(stems) / 8,
    }
    return features | _list_words(text, are_paired=True)


def _find_most_like(place: Vector, sentences: Iterable[Sequence[str]]) -> float:
    likeness = (measure_cosine(place, place_words(sentence)) for sentence in sentences)
    return max(likeness, default=0.0)


@lru_cache(maxsize=200)
def _list_content(text: str) -> tuple[str, ...]:
    stems = content_stems(text)
    ordered = dict.fromkeys(map(stem_word, tokenize(text)))
    return tuple(stem for stem in ordered if stem in stems)


def _list_named(stems: Iterable[str]) -> list[str]:
    """Return the stems of words in which not just any answer may be judged."""
    return [stem for stem in stems if stem not in load_general_stems()]


def _cover(
    stems: Sequence[str], others: Collection[str], parts: Mapping[str, Sequence[str]]
) -> dict[str, float]:
    """Return how far parts of the stems of a text, or stems like them, are among others."""
    missing = dict(zip(stems, list_missing(stems, others), strict=True))
    features: dict[str, float] = {}
    for name, part in parts.items():
        features |= _measure_cover([stem for stem in part if stem in missing], missing, name)
    return features


def _measure_cover(
    stems: Sequence[str], missing: Mapping[str, float], name: str
) -> dict[str, float]:
    weights = [weigh_stem(stem) for stem in stems]
    total = sum(weights) + _LEAST
    new = [weight for stem, weight in zip(stems, weights, strict=True) if missing[stem]]
    most = sorted((missing[stem] for stem in stems), reverse=True)
    features = {
        f"{name}: share": 1 - sum(new) / total,
        f"{name}: missing share": sum(most) / total,
        f"{name}: missing": sum(most) / (len(stems) + 1),
        f"{name}: new": sum(new),
        f"{name}: most new": max(new, default=0.0),
    }
    most = [*most, *[0.0] * _MOST_TELLING][:_MOST_TELLING]
    return features | {f"{name}: missing {place}": most[place] for place in range(_MOST_TELLING)}


def _compare_qualities(stems: Iterable[str], quote: str, answer: str) -> dict[str, float]:
    quoted, told = (frozenset(map(stem_word, tokenize(text))) for text in (quote, answer))
    qualities = list_qualities(stems)
    return {
        "qualities": float(len(qualities)),
        "qualities in quote": float(sum(not words.isdisjoint(quoted) for words in qualities)),
        "qualities not in answer": float(sum(words.isdisjoint(told) for words in qualities)),
    }


def _list_words(text: str, *, are_paired: bool = False) -> dict[str, float]:
    stems = list(map(stem_word, tokenize(text)))
    features = {f"word {stem}": 1.0 for stem in stems}
    if are_paired:
        features |= {f"words {first} {second}": 1.0 for first, second in pairwise(stems)}
    return features
