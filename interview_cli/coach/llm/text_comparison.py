"""Compare two English questions that may ask the same.

A fit weighs what is measured here. Nearly the same words make two questions the same; one other
word in the same frame ("How do you shut it down", "How do you start it up") makes them different,
and so do two acts on one thing.
"""

from array import array
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import dist
from operator import mul
from typing import NamedTuple

from interview_cli.coach.llm.question_words import (
    MEANING,
    find_competencies,
    find_question_words,
    load_plain,
    load_sorts,
)
from interview_cli.coach.llm.sentence_vectors import (
    Vector,
    find_vector,
    measure_cosine,
    place_text,
    place_words,
    weigh_stem,
)
from interview_cli.english.words import content_stems, split_sentences, stem_word, tokenize
from interview_cli.requirements.common_questions import find_common_questions

_LEAST = 0.3
"""Added to sums of weights, so that the share of a text with few words is not extreme."""
_FRAME_WORDS = 3


class _Reading(NamedTuple):
    """A text as it is compared."""

    stems: Sequence[str]
    asking: Sequence[str]
    """The stems of the sentences that ask; without any, of the last one."""
    content: Sequence[str]
    asked_content: Sequence[str]
    """Those with meaning, each once."""
    words: frozenset[str]
    """What it is about, words of one meaning by the name of their group."""
    competencies: frozenset[str]
    sorts: frozenset[str]
    """What sorts of questions words of it show."""
    place: Vector
    asked_place: Vector
    has_context: bool


def compare_texts(text: str, earlier: str) -> dict[str, float]:
    """Return what shows whether a question asks what an earlier one does."""
    new, old = _read(text), _read(earlier)
    features = _compare_words(new.content, old.content, "text")
    features |= _compare_words(new.asked_content, old.asked_content, "asked")
    features |= _compare_meanings(new, old)
    features |= _compare_frames(new, old)
    features |= _align(new.content, old.content, "text")
    features |= _align(new.asked_content, old.asked_content, "asked")
    features["likeness"] = measure_cosine(new.place, old.place)
    features["distance"] = dist(new.place, old.place)
    features["distance of asked"] = dist(new.asked_place, old.asked_place)
    features["likeness of asked"] = measure_cosine(new.asked_place, old.asked_place)
    return features


@lru_cache(maxsize=200)
def _read(text: str) -> _Reading:
    sentences = split_sentences(text)
    asking = " ".join([part for part in sentences if "?" in part] or sentences[-1:])
    stems, asked = _stem_all(text), _stem_all(asking)
    content, asked_content = sorted(content_stems(text)), content_stems(asking)
    common = (f"common {name}" for name in find_common_questions(text))
    sorts = load_sorts()
    return _Reading(
        stems,
        asked,
        content,
        [stem for stem in dict.fromkeys(asked) if stem in asked_content],
        find_question_words(text) - load_plain(),
        frozenset(find_competencies(text)).union(common),
        frozenset(name for name, known in sorts.items() if not known.isdisjoint(asked)),
        place_text(stems),
        place_text(asked),
        len(sentences) > 1,
    )


def _stem_all(text: str) -> list[str]:
    return [stem_word(word.lower()) for word in tokenize(text)]


def _compare_words(new: Collection[str], old: Collection[str], name: str) -> dict[str, float]:
    shared = set(new) & set(old)
    own_new = [weigh_stem(stem) for stem in new if stem not in shared]
    own_old = [weigh_stem(stem) for stem in old if stem not in shared]
    together = sum(sorted(map(weigh_stem, shared)))
    all_new, all_old = sum(own_new) + together, sum(own_old) + together
    return {
        f"{name}: shared": together,
        f"{name}: share": together / (sum(own_new) + sum(own_old) + together + _LEAST),
        f"{name}: share of shorter": together / (min(all_new, all_old) + _LEAST),
        f"{name}: share of new": together / (all_new + _LEAST),
        f"{name}: share of earlier": together / (all_old + _LEAST),
        f"{name}: most shared": max(map(weigh_stem, shared), default=0.0),
        f"{name}: own of new": sum(own_new),
        f"{name}: own of earlier": sum(own_old),
        f"{name}: own of both": min(sum(own_new), sum(own_old)),
        f"{name}: most own of new": max(own_new, default=0.0),
        f"{name}: most own of earlier": max(own_old, default=0.0),
    }


def _compare_meanings(new: _Reading, old: _Reading) -> dict[str, float]:
    shared, all_words = new.words & old.words, new.words | old.words
    features = {
        "words": len(shared) / 3,
        "share of words": len(shared) / (len(all_words) + 1),
        "meanings": sum(word.startswith(MEANING) for word in shared) / 2,
        "same competency": float(bool(new.competencies & old.competencies)),
        "other competency": float(
            bool(new.competencies and old.competencies)
            and new.competencies.isdisjoint(old.competencies)
        ),
        "sorts": len(new.sorts & old.sorts) / (1 + len(new.sorts | old.sorts)),
    }
    features |= {f"both: {sort}": 1.0 for sort in new.sorts & old.sorts}
    return features | {f"one: {sort}": 1.0 for sort in new.sorts ^ old.sorts}


def _compare_frames(new: _Reading, old: _Reading) -> dict[str, float]:
    begin = 0
    for stem, other in zip(new.asking, old.asking, strict=False):
        if stem != other:
            break
        begin += 1
    pairs = set(pairwise(new.stems)) & set(pairwise(old.stems))
    runs = _list_runs(new.stems) & _list_runs(old.stems)
    return {
        "same beginning": begin / 5,
        "same frame": float(begin >= _FRAME_WORDS),
        "same end": float(new.asking[-1:] == old.asking[-1:]),
        "pairs": len(pairs) / 5,
        "runs": len(runs) / 5,
        "length": len(new.stems) / 20,
        "length of earlier": len(old.stems) / 20,
        "difference in length": abs(len(new.asking) - len(old.asking)) / 10,
        "context": float(new.has_context),
        "context of earlier": float(old.has_context),
    }


def _list_runs(stems: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(stems, stems[1:], stems[2:], strict=False))


def _align(new: Sequence[str], old: Sequence[str], name: str) -> dict[str, float]:
    """Return how well each word with meaning has one like it in the other text."""
    missing_new, missing_old = list_missing(new, old), list_missing(old, new)
    share_new, share_old = (
        sum(missing) / (sum(map(weigh_stem, stems)) + _LEAST)
        for missing, stems in ((missing_new, new), (missing_old, old))
    )
    most_new, most_old = (max(missing, default=0.0) for missing in (missing_new, missing_old))
    own_new, own_old = sorted(set(new) - set(old)), sorted(set(old) - set(new))
    return {
        f"{name}: missing of new": share_new,
        f"{name}: missing of earlier": share_old,
        f"{name}: missing of both": min(share_new, share_old),
        f"{name}: missing of one": max(share_new, share_old),
        f"{name}: most missing of new": most_new,
        f"{name}: most missing of earlier": most_old,
        f"{name}: most missing of both": min(most_new, most_old),
        f"{name}: likeness of others": measure_cosine(place_words(own_new), place_words(own_old)),
        f"{name}: likeness of words": measure_cosine(place_words(new), place_words(old)),
    }


def list_missing(stems: Iterable[str], others: Collection[str]) -> list[float]:
    """Return how much of each stem no other stem has: its weight, less the more one is like it."""
    known = [vector for vector in map(_find_direction, others) if vector]
    return [0.0 if stem in others else _miss(stem, known) for stem in stems]


def _miss(stem: str, known: Sequence[Vector]) -> float:
    direction = _find_direction(stem)
    best = (
        max((sum(map(mul, direction, other)) for other in known), default=0.0) if direction else 0
    )
    return weigh_stem(stem) * (1 - max(0.0, best))


@lru_cache(maxsize=2_000)
def _find_direction(stem: str) -> Vector | None:
    vector, weight = find_vector(stem), weigh_stem(stem)
    return array("d", (number / weight for number in vector)) if vector and weight else None
