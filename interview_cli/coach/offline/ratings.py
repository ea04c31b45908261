"""Ratings by rules: one answer → five ratings on the anchors, each with what it rests on.

A rating is a sum: what a question of its kind starts from, and a weight for each sign that an
answer shows. The weights were fitted to rated answers (`benchmarks/fit.py`), those of a sign for it
at nought or above, those of a sign against it at nought or below, so that a reason never says the
contrary of what was counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interview_cli.answers.criteria import FORWARD_KINDS, WEIGHTS
from interview_cli.answers.non_answers import non_answer
from interview_cli.answers.star import Elements, find_elements
from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.offline.forms import FORMS
from interview_cli.coach.offline.questions import bank
from interview_cli.coach.offline.signs import Sign, signs
from interview_cli.english.rules import load_toml
from interview_cli.english.words import content_stems, stem, tokens, words
from interview_cli.models import Ratings
from interview_cli.requirements.competencies import competency

_EMPTY, _HALF_EMPTY = 0.75, 0.5
_FEWEST_WORDS, _FRAGMENT = 6, 12
_TOLD = 2
_ANOTHER_QUESTION = 2
"""The relevance that the anchors give an answer to another question; the form shows that it is."""
_TELLING = 0.1
"""How many signs a reason names, and from what gain in points."""


# What an answer owes each criterion when it tells a case, and when it speaks of what is to come;
# with the highest rating whose anchor does not say the contrary.
_OWED = {
    "relevance": {"questions": 4},
    "specificity": {"amounts": 4, "names": 3, "times": 4},
    "structure": {"setting": 2, "outcomes": 2, "links": 3},
    "ownership": {"acts": 2, "reasons": 4, "decisions": 3},
    "impact": {"outcomes": 1, "measured": 3, "baseline": 4},
}
_OWED_AHEAD = _OWED | {
    "specificity": {"amounts": 4, "names": 3},
    "structure": {"links": 3},
    "ownership": {"first_person": 2, "reasons": 4},
    "impact": {"changes": 3},
}


@dataclass(frozen=True)
class RatedAnswer:
    """The ratings of one answer, the reason of each, and what it was read to hold."""

    exchange: Exchange
    ratings: Ratings
    reasons: dict[str, str]
    elements: Elements
    signs: dict[str, Sign]
    missed: dict[str, tuple[str, ...]]
    """By criterion: the signs that the answer owes and does not show, and those that speak against
    it, the costliest first."""


def rate(exchange: Exchange, facts: Facts) -> RatedAnswer:
    """Ratings of 0 to 5 by rules; caps for non-answers are applied elsewhere.

    What says nothing lowers all of them: an answer of empty sentences, whatever words they have, is
    at most 1 throughout, and one that is half empty at most 2.
    """
    elements = find_elements(exchange.answer)
    seen = signs_of(exchange, facts, elements)
    most = _most(elements, exchange, facts)
    form = [name for name in FORMS if seen[name].value]
    owed = _OWED_AHEAD if exchange.question.kind in (*FORWARD_KINDS, "gap") else _OWED
    ratings, reasons, missed = {}, {}, {}
    for criterion in WEIGHTS:
        rating = max(0, min(5, round(estimate(criterion, exchange.question.kind, seen))))
        gains = _gains(criterion, seen)
        missed[criterion] = _missed(seen, gains, owed[criterion], rating)
        if criterion == "relevance" and form:
            rating = min(rating, _ANOTHER_QUESTION)
            missed[criterion] = tuple(dict.fromkeys((*form, *missed[criterion])))
        ratings[criterion] = min(rating, most)
        reasons[criterion] = _reason(seen, gains, missed[criterion])
        if rating > most:
            reasons[criterion] += ", but says little beside"
    return RatedAnswer(exchange, Ratings(**ratings), reasons, elements, seen, missed)


def signs_of(exchange: Exchange, facts: Facts, elements: Elements) -> dict[str, Sign]:
    """The signs of an answer as `weights.toml` names them."""
    return signs(elements, exchange.question, _subject(exchange, facts), facts.company_name)


def estimate(criterion: str, kind: str, seen: Mapping[str, Sign]) -> float:
    """What the signs come to for one criterion, unbounded."""
    weights = _weights()
    counted = sum(weight * seen[name].value for name, weight in weights[criterion].items())
    return float(weights["start"][criterion][kind] + counted)


def _weights() -> dict[str, Any]:
    return load_toml("interview_cli.coach.offline", "weights.toml")


def _gains(criterion: str, seen: Mapping[str, Sign]) -> dict[str, float]:
    """What each sign adds, in points, beside an answer of the usual kind."""
    weights = _weights()
    return {
        name: weight * (seen[name].value - weights["usual"][name])
        for name, weight in weights[criterion].items()
    }


def _missed(
    seen: Mapping[str, Sign], gains: Mapping[str, float], owed: Mapping[str, int], rating: int
) -> tuple[str, ...]:
    if rating == 5:
        return ()
    against = [name for name in gains if name.startswith("no_") and gains[name] <= -_TELLING]
    lacking = [
        name
        for name, most in owed.items()
        if rating <= most and seen[name].lacking and not seen[name].value
    ]
    return tuple(sorted(lacking + against, key=lambda name: gains.get(name, 0.0)))


def _reason(seen: Mapping[str, Sign], gains: Mapping[str, float], missed: Sequence[str]) -> str:
    """What counted most for a criterion, and what most against it."""
    shown = [n for n in gains if seen[n].value and not n.startswith("no_") and gains[n] >= _TELLING]
    good = [seen[name].seen for name in sorted(shown, key=lambda name: -gains[name])[:_TOLD]]
    bad = [seen[name].against for name in missed[:1]]
    told = ", but ".join(filter(None, [" and ".join(good), *bad]))
    return told or "has a little of all that counts here"


def _most(elements: Elements, exchange: Exchange, facts: Facts) -> int:
    """The highest rating that so much emptiness, or so few words, allow.

    Whatever pads it, what is left of an answer without its empty sentences is one, or it is none.
    """
    if not elements.sentences:
        return 0
    said = "\n".join(one.text for one in elements.told)
    if non_answer(said, exchange.question.content, (facts.cv_text, facts.job_text)):
        return 1
    if elements.empty_share >= _EMPTY or elements.word_count <= _FEWEST_WORDS:
        return 1
    says_much = elements.concrete or elements.result or elements.action
    if elements.word_count <= _FRAGMENT and not says_much:
        return 1
    return 2 if elements.empty_share >= _HALF_EMPTY else 5


def _subject(exchange: Exchange, facts: Facts) -> frozenset[str]:
    """The stems that an answer to this question is expected to touch; none where people answer in
    words of their own: every second good answer to a behavioural question was found to share no
    word with it."""
    kind, topic = exchange.question.kind, exchange.question.topic
    asked = content_stems(exchange.question.content) | content_stems(topic)
    if kind == "behaviour":
        return frozenset()
    if kind == "situation":
        cues = bank()["competency"].get(competency(topic) or "", {}).get("cues", "")
        asked |= {stem(word) for word in tokens(cues)}
    if kind == "follow_up":
        before = facts.exchanges[exchange.number - 2 : exchange.number - 1]
        if not any(one.answer for one in before):
            return frozenset()
        asked |= content_stems(before[0].answer) | content_stems(before[0].question.content)
    if kind in ("opener", "motivation", "closing", "gap"):
        asked |= content_stems(facts.job_title) | content_stems(facts.job_text)
    return asked - {stem(word) for word in words("asking") | words("commonplace")}
