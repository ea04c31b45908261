"""Measure what tells whether an answer speaks of a requirement, and whether it shows it.

The weights of the features are fitted to readers' marks (`support_fits.py`). Most of them count the
words that name a requirement: in a sentence, in the whole answer, in the question.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from math import log1p

from interview_cli.answers.sentences import parse_sentences
from interview_cli.requirements.cv_evidence import BEGINNING_CHARS, cut_to_beginnings
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.own_clauses import list_clauses
from interview_cli.requirements.proof import (
    cut_mentions,
    find_topic_names,
    is_on_subject,
    speaks_of,
    stem_names,
    tells_own_work,
)
from interview_cli.requirements.shared_words import cut_roles, share_words
from interview_cli.requirements.synonyms import find_synonyms
from interview_cli.requirements.wanted import Wanted, list_stems, matches_evidence

_MOST_COUNTED = 3
_OF = ": "
"""Between the name of a text and what is measured of the words that it shares."""
_COUNTS = ("exact", "begun", "count", "count begun", "all", "any", "first", "last")
_TEXTS_KEPT = 1_000
_WANTED_KEPT = 50
_PAIRS_KEPT = 2_000

Features = dict[str, float]


def _name_products(left: Sequence[str], right: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return the features of which each product is made, by its name."""
    return {f"{first} * {second}": (first, second) for first in left for second in right}


_TOLD_PRODUCTS = _name_products(
    ("own work", "own denial", "soft skill"),
    ("sentence: begun", "answer: begun", "question: begun"),
) | _name_products(
    ("own work", "own denial", "supposed", "present"),
    ("topic told", "text shared"),
)
_SHOWN_PRODUCTS = _name_products(("own clause", "on subject"), ("own work", "own denial"))


@lru_cache(maxsize=_WANTED_KEPT)
def measure_wanted(wanted: Wanted) -> Features:
    """Return what a requirement is like, whatever is held against it."""
    return {
        "duty": float(wanted.is_duty),
        "soft skill": float(wanted.is_soft_skill),
        "formality": float(wanted.requirement.is_formality),
        "paper": float(wanted.is_paper),
        "has names": float(bool(find_topic_names(wanted.topic))),
        "words": log1p(len(wanted.stems)),
        "or": float(matches_evidence("or_joint", wanted.topic)),
        "list": float("," in wanted.topic or " and " in wanted.topic),
    }


def measure_cover(wanted: Wanted, text: str, name: str) -> Features:
    """Return how many of the words of a requirement stand in a text, as `name: …`."""
    begun = _list_begun(wanted, text)
    if not begun:
        return {}
    begun_count = sum(begun)
    if begun_count:
        exact_count = len(_stem_text(text)[0].intersection(wanted.stems))
        counts: tuple[float, ...] = (
            exact_count / len(begun),
            begun_count / len(begun),
            min(_MOST_COUNTED, exact_count),
            min(_MOST_COUNTED, begun_count),
            begun_count == len(begun),
            True,
            begun[0],
            begun[-1],
        )
        features = dict(zip(_name_counts(name), map(float, counts), strict=True))
    else:  # as in most pairs
        features = dict.fromkeys(_name_counts(name), 0.0)
    if names := find_topic_names(wanted.topic):
        is_named = not names.isdisjoint(stem_names(text))
        features |= {f"{name}{_OF}named": float(is_named), f"{name}{_OF}unnamed": 1.0 - is_named}
    return features


@cache
def _name_counts(name: str) -> tuple[str, ...]:
    """Return the names of what is counted in a text of that name."""
    return tuple(f"{name}{_OF}{count}" for count in _COUNTS)


def has_all_words(wanted: Wanted, text: str) -> bool:
    """Return whether all words that name a requirement stand in a text; False if none name it."""
    stems, _ = _stem_text(text)
    return bool(wanted.stems) and stems.issuperset(wanted.stems)


def share_begun(wanted: Wanted, text: str) -> float:
    """Return the share of the words of a requirement, 0 to 1, of which a text has the beginning."""
    begun = _list_begun(wanted, text)
    return sum(begun) / len(begun) if begun else 0.0


def _list_begun(wanted: Wanted, text: str) -> list[bool]:
    """Return of each word of a requirement whether a text has one that begins alike."""
    _, beginnings = _stem_text(text)
    return [beginning in beginnings for beginning in _list_beginnings(wanted.stems)]


@lru_cache(maxsize=_TEXTS_KEPT)
def _list_beginnings(stems: Sequence[str]) -> tuple[str, ...]:
    return tuple(stem[:BEGINNING_CHARS] for stem in stems)


def measure_told(wanted: Wanted, answer: GivenAnswer) -> list[tuple[str, Features]]:
    """Return each sentence of an answer with what tells whether it speaks of a requirement."""
    sentences = answer.sentences
    denials = [_measure_sentence(text)["own denial"] for text in sentences]
    of_all = (
        measure_wanted(wanted)
        | measure_cover(wanted, answer.answer, "answer")
        | measure_cover(wanted, answer.question, "question")
        | {
            "own denials": max(denials, default=0.0),
            "no question": float(not answer.question),
        }
    )
    return [
        (sentence, _measure_told_in(wanted, sentence, of_all) | _measure_place(place, sentences))
        for place, sentence in enumerate(sentences)
    ]


def _measure_told_in(wanted: Wanted, sentence: str, of_all: Features) -> Features:
    shared = measure_shared(wanted, sentence)
    features = of_all | _measure_sentence(sentence) | measure_cover(wanted, sentence, "sentence")
    features |= shared | {"by words": float(speaks_of(wanted.topic, sentence))}
    return features | _multiply(features, _TOLD_PRODUCTS)


def _measure_place(place: int, sentences: Sequence[str]) -> Features:
    return {"place": place / len(sentences), "opening": float(place == 0)}


def measure_shown(wanted: Wanted, measured: Mapping[str, float], sentence: str) -> Features:
    """Return what tells whether a sentence that speaks of a requirement shows it.

    `measured` is what `measure_told` returns with it.
    """
    # How many words are shared does not tell: who admits a gap names it too.
    features = {name: value for name, value in measured.items() if _OF not in name} | {
        "on subject": float(is_on_subject(wanted.topic, sentence)),
        "mention": float(cut_mentions(sentence) != sentence.strip(" ,;")),
        "synonyms": float(
            not find_synonyms(wanted.topic).keys().isdisjoint(find_synonyms(sentence))
        ),
    }
    owners = _list_owners(wanted, sentence)
    features |= {
        "own clause": float(any(owners)),
        "others' clause": float(bool(owners) and not any(owners)),
    }
    return features | _multiply(features, _SHOWN_PRODUCTS)


def _list_owners(wanted: Wanted, sentence: str) -> list[bool]:
    """Return of each clause that names most of a requirement whether it is the speaker's own."""
    counts = [
        (len(_stem_text(clause)[0].intersection(wanted.stems)), is_own)
        for clause, is_own in list_clauses(sentence)
    ]
    most = max((count for count, _ in counts), default=0)
    return [is_own for count, is_own in counts if most and count == most]


@lru_cache(maxsize=_PAIRS_KEPT)
def measure_shared(wanted: Wanted, sentence: str) -> Features:
    """Return how many words a sentence shares with the topic and the whole text of a requirement.

    Words of any work, such as "patients", are told from those that few other texts have.
    """
    told = cut_roles(sentence)
    features: Features = {}
    for name, text in (("topic", wanted.topic), ("text", wanted.requirement.text)):
        shared = share_words(text, told)
        measured = {
            "shared": shared.shared / max(1, shared.wanted),
            "told": min(_MOST_COUNTED, shared.told),
            "exact": min(_MOST_COUNTED, shared.exact),
            "head": shared.has_head,
            "names": shared.has_names,
            "most": shared.is_most,
            "any": shared.shared > 0,
            "any telling": shared.told > 0,
        }
        features |= {f"{name} {key}": float(value) for key, value in measured.items()}
    return features


@lru_cache(maxsize=_TEXTS_KEPT)
def _measure_sentence(text: str) -> Features:
    """Return what a sentence is like, whatever is asked for."""
    parts = parse_sentences(text)
    return {
        "own work": float(any(map(tells_own_work, parts))),
        "acts": float(any(part.acts for part in parts)),
        "present": float(any(part.present_verbs for part in parts)),
        "supposed": float(any(part.is_hypothetical for part in parts)),
        "others' act": float(any(part.has_others_act for part in parts)),
        "I": float(any(part.i_count for part in parts)),
        "we": float(any(part.we_count for part in parts)),
        "figures": float(any(part.numbers for part in parts)),
        "denial": float(matches_evidence("says_no", text)),
        "own denial": float(matches_evidence("denies_own", text)),
        "asks": float("?" in text),
        "length": log1p(len(text.split())),
    }


def _multiply(features: Mapping[str, float], products: Mapping[str, tuple[str, str]]) -> Features:
    return {
        name: features[first] * features.get(second, 0.0)
        for name, (first, second) in products.items()
    }


@lru_cache(maxsize=_TEXTS_KEPT)
def _stem_text(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stems of all words of a text, and their beginnings."""
    stems = frozenset(list_stems(text))
    return stems, cut_to_beginnings(stems)
