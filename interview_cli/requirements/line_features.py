"""Measure what tells whether a line of a CV states a requirement.

The weights of the features are fitted to readers' marks (`support_fits.py`).
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import log1p

from interview_cli.english.rules import load_rules
from interview_cli.english.words import tokenize, word_list
from interview_cli.requirements.cv_evidence import find_listed_lines, read_cv_lines
from interview_cli.requirements.cv_papers import judge_paper
from interview_cli.requirements.cv_work import find_work
from interview_cli.requirements.proof import is_done_in
from interview_cli.requirements.synonyms import find_synonyms
from interview_cli.requirements.told_features import (
    Features,
    has_all_words,
    measure_cover,
    measure_wanted,
    share_begun,
)
from interview_cli.requirements.wanted import Wanted, matches_evidence

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_JOINT = re.compile(r"[,;/•|]")
_MOST_SYNONYMS = 2
_SHARED = {"whole: count": 1.0, "whole: count begun": 0.5, "line: count": 1.0, "synonyms": 1.0}
_TEXTS_KEPT = 1_000
_WANTED_KEPT = 50


@lru_cache(maxsize=_WANTED_KEPT)
def measure_lines(wanted: Wanted, cv_text: str) -> list[tuple[str, Features]]:
    """Return each line of a CV with what tells whether it states a requirement."""
    whole = wanted.as_whole
    is_held = wanted.is_paper and judge_paper(wanted.topic, whole.topic, cv_text) != "absent"
    of_all = measure_wanted(wanted) | {
        "held": float(is_held),
        "not held": float(wanted.is_paper and not is_held),
    }
    listed = find_listed_lines(cv_text)
    work = {item.text for item in find_work(cv_text)}
    alternatives = list(map(wanted.with_topic, _split_alternatives(wanted.topic)))
    lines = read_cv_lines(cv_text)
    measured = [
        of_all
        | measure_cover(wanted, line, "line")
        | measure_cover(whole, line, "whole")
        | _measure_line(line)
        | {
            "best part": max(
                (share_begun(wanted, part) for part in _split_line(line)), default=0.0
            ),
            "named alone": float(any(_is_named_in(other, line) for other in alternatives)),
            "done": float(is_done_in(wanted.topic, line)),
            "synonyms": _count_synonyms(whole, line),
            "listed": float(line in listed),
            "work": float(line in work),
            "duty * work": float(wanted.is_duty and line in work),
        }
        for line in lines
    ]
    shared = list(map(_count_shared, measured))
    compared = {count: _compare(count, shared) for count in set(shared)}
    return [
        (line, features | compared[count] | (_list_standing(line) if count else {}))
        for line, features, count in zip(lines, measured, shared, strict=True)
    ]


def _split_alternatives(topic: str) -> list[str]:
    """Return the topics that "or" joins: one of them is enough."""
    rules = load_rules("interview_cli.requirements", "evidence.toml")
    parts = filter(None, rules["or_joint"].pattern.split(topic))
    return [part for part in parts if not rules["alike"].pattern.match(part)] or [topic]


def _is_named_in(wanted: Wanted, line: str) -> bool:
    """Return whether a line holds all words of what is a name: Excel, Go, Adobe Illustrator."""
    return wanted.topic[:1].isupper() and has_all_words(wanted, line)


def _count_synonyms(wanted: Wanted, line: str) -> float:
    shared = find_synonyms(wanted.topic).keys() & find_synonyms(line).keys()
    return float(min(_MOST_SYNONYMS, len(shared)))


def _count_shared(features: Features) -> float:
    """Return how much a line shares with what is wanted, to compare the lines of a CV by."""
    return sum(weight * features.get(name, 0.0) for name, weight in _SHARED.items())


def _compare(count: float, counts: Sequence[float]) -> Features:
    """Return how what a line shares compares with what the other lines of the CV do."""
    most, *others = sorted(counts, reverse=True)
    rival = (others or [0.0])[0] if count == most else most
    return {
        "shares most": float(count == most > 0),
        "lead": count - rival,
        "none shares": float(most == 0),
        "sharing lines": sum(other > 0 for other in counts) / len(counts),
    }


@lru_cache(maxsize=_TEXTS_KEPT)
def _measure_line(line: str) -> Features:
    """Return what a line is like, whatever is asked for."""
    return {
        "length": log1p(len(line.split())),
        "year": float(_YEAR.search(line) is not None),
        "denial": float(matches_evidence("says_no", line)),
        "capitals": float(line.isupper()),
    }


@lru_cache(maxsize=_TEXTS_KEPT)
def _list_standing(line: str) -> Features:
    """Return the words that tell whether what a line names is held, done or only wanted."""
    words = {word.lower() for word in tokenize(line)}
    return {f"says {word}": 1.0 for word in words & word_list("standing")}


@lru_cache(maxsize=_TEXTS_KEPT)
def _split_line(line: str) -> Sequence[str]:
    """Return the parts of a line that lists things."""
    return [part for part in _JOINT.split(line) if part.strip()]
