"""Choose what a review advises to do next time with an answer: one thing."""

from collections.abc import Mapping
from dataclasses import dataclass

from interview_cli.answers.clauses import lower_first
from interview_cli.answers.criteria import find_asked, leave_out_unasked, weigh_ratings
from interview_cli.coach.offline.rated_answer import HIGHEST, RatedAnswer
from interview_cli.coach.offline.remark_choice import (
    NOTHING,
    Advice,
    Remarks,
    word_advice,
)
from interview_cli.coach.offline.remark_fits import load_bound
from interview_cli.coach.offline.remark_guards import declines_offer, find_own_gap
from interview_cli.coach.offline.review_points import WEAK
from interview_cli.english.foreign import is_foreign

_NEARLY = 0.8
"""An advice of this share of the greatest usefulness may stand for one that was given before."""
_ASK, _GAP = "ask", "gap"
_LOW = 300
"""A score, 0 to 500, below which an answer gets advice even if it is less likely to help."""
_PROBABLY = 0.5
_IF_ONE = "If you change one thing: {}"
_OTHER_LANGUAGE = "Answer in English, or practise with a language model, which reads yours."
_STANDING_COMPLETE = "That answers it. Say it in one breath, and offer to show the paper."
_STANDING_DATED = "That answers it: what is missing, and by when. Say it in one breath."
_STANDING_OPEN = "Add the date: since when you have it, or from when on you will."
_HEARD = (
    "Practise it once without notes.",
    "Say it aloud once, and listen where you hesitate.",
    "Tell it to somebody once, in this order.",
    "Say it once more on the evening before.",
)
"""For an answer of which it is not clear enough what would help."""


@dataclass(frozen=True)
class Step:
    """A piece of advice."""

    text: str
    code: str = ""
    """What it is about, as `remark_words.toml` names it; empty for advice of another kind."""
    usefulness: float = 0.0
    """How likely it helps, 0 to 2."""
    is_change: bool = True
    """Whether it asks for a change."""
    is_sure: bool = True
    """Whether it is likely that it helps."""


def choose_step(remarks: Remarks, given: Mapping[str, int]) -> Step:
    """Return the advice on an answer: what would help most, or nearly so, and was given least."""
    answer = remarks.answer
    number, kind = answer.exchange.number, answer.exchange.question.kind
    if is_foreign(answer.exchange.answer):
        return Step(_OTHER_LANGUAGE)
    if answer.missed:
        return Step(word_advice(answer.missed.name, kind, 0), usefulness=1.0)
    if answer.tells_standing:
        return _advise_on_standing(answer)
    if declines_offer(answer.reading):
        return Step(word_advice(_ASK, kind, 0, is_told=True), _ASK)
    advice = _choose_advice(remarks, given)
    if advice is None:
        return _choose_addition(remarks) or Step(_HEARD[number % len(_HEARD)], is_change=False)
    if advice.code == NOTHING:
        return Step(word_advice(NOTHING, kind, number), NOTHING, is_change=False)
    is_told = advice.code in remarks.told
    text = word_advice(advice.code, kind, given.get(advice.code, 0), is_told=is_told)
    return Step(text, advice.code, advice.apt.usefulness)


def _choose_addition(remarks: Remarks) -> Step | None:
    """Return the likeliest advice on an answer that is rated low; None for any other.

    Readers called two in three of these sensible, and one in four of such answers good as it is.
    """
    answer, kind = remarks.answer, remarks.answer.exchange.question.kind
    is_low = weigh_ratings(leave_out_unasked(answer.ratings, kind)) < _LOW
    is_good = any(
        each.code == NOTHING and each.apt.sensible >= _PROBABLY for each in remarks.advice
    )
    # Of an answer that tells its steps, to tell one more closely is false six times in seven.
    advice = [
        each for each in remarks.advice if each.code != NOTHING and each.code not in remarks.told
    ]
    is_weak = is_low or answer.criteria["relevance"].rating <= WEAK
    if is_good or not advice or not is_weak or answer.reading.asks_employer:
        return None
    best = max(advice, key=lambda each: each.apt.sensible)
    addition = _IF_ONE.format(lower_first(word_advice(best.code, kind, 0)))
    return Step(addition, best.code, best.apt.usefulness, is_sure=False)


def _advise_on_standing(answer: RatedAnswer) -> Step:
    standing = answer.tells_standing
    if standing and standing.says_when:
        text = _STANDING_COMPLETE if standing.has_it else _STANDING_DATED
        return Step(text, is_change=False)
    return Step(_STANDING_OPEN, usefulness=1.0)


def _choose_advice(remarks: Remarks, given: Mapping[str, int]) -> Advice | None:
    """Return the advice to give; None if none is likely enough to be sensible."""
    answer = remarks.answer
    asked = find_asked(answer.exchange.question.kind)
    ratings = [answer.criteria[name].rating for name in asked]
    advice = remarks.advice
    if find_own_gap(answer.reading):
        return next(each for each in advice if each.code == _GAP)
    if min(ratings) == HIGHEST:
        return next(each for each in advice if each.code == NOTHING)
    if min(ratings) <= WEAK:  # nobody is told to leave a weak answer as it is
        advice = tuple(each for each in advice if each.code != NOTHING)
    best = advice[0]
    near = [
        each
        for each in advice
        if each.apt.sensible >= load_bound("keep" if each.code == NOTHING else "advice")
        and each.apt.usefulness >= _NEARLY * best.apt.usefulness
        and (each.code == NOTHING) == (best.code == NOTHING)
    ]
    return min(near, key=lambda each: given.get(each.code, 0), default=None)
