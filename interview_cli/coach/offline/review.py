"""The offline coach's review: comments, strengths, weaknesses and CV improvements from ratings."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from interview_cli.answers.criteria import (
    MIN_PRAISED_RATING,
    WEIGHTS,
    find_asked,
    leave_out_unasked,
)
from interview_cli.answers.non_answers import explain_non_answer
from interview_cli.answers.repeats import find_same_case
from interview_cli.coach.base import OFFLINE, Facts, Judgement, Review
from interview_cli.coach.offline.features.base import LOWERS
from interview_cli.coach.offline.improvements import suggest_improvements
from interview_cli.coach.offline.rated_answer import RatedAnswer
from interview_cli.coach.offline.ratings import rate_answer
from interview_cli.coach.offline.review_points import (
    EARNED,
    find_missing_answers,
    find_praise,
    find_strengths,
    find_weaknesses,
)
from interview_cli.coach.offline.review_steps import Step, choose_step, find_worst
from interview_cli.coach.offline.review_summary import summarise
from interview_cli.coach.offline.told_cases import find_admitted_gap
from interview_cli.english.foreign import is_foreign
from interview_cli.models import Ratings
from interview_cli.requirements.coverage import map_requirements
from interview_cli.requirements.given_answers import GivenAnswer

_STANDING = "You say where you stand with it."
_PERFECT = (
    "Tell it just like this. Say it aloud, and aim for two minutes or less.",
    "Keep it as it is, and practise it once without notes.",
    "Leave it so, and tell it to somebody who doesn't know your work.",
    "Leave it as it is. Say it aloud once more on the evening before.",
)
_HEARD = (
    "Practise it once without notes.",
    "Say it aloud once, and listen where you hesitate.",
    "Tell it to somebody once, in this order.",
    "Say it once more on the evening before.",
)
"""For an answer that is not rated high, although nothing is known that it lacks."""
_ON_THE_POINT = "Begin with one sentence that answers the question as it was asked."
_OTHER_LANGUAGE = "Answer in English, or practise with a language model, which reads yours."
_SOUND = "It answers the question, and nothing in it stands in the way."
_NO_REMARK = "These rules found nothing in it to single out."
_MISSING = ("What is missing: {}.", "One thing is missing: {}.")
_WEAKENED = ("What weakens it: {}.", "One thing weakens it: {}.")
_GAP = "You say openly that this is missing."
_NEAREST = "Add what comes nearest to it, and how and by when you would learn it."
_TOLD_KINDS = ("opener", "requirement", "behaviour")
"""Kinds of questions that each ask for another case."""


def review_answers(facts: Facts) -> Review:
    """Judge every answer and find what they share; the same facts give the same review."""
    rated = [rate_answer(exchange, facts) for exchange in facts.exchanges]
    foreign = [answer for answer in rated if is_foreign(answer.exchange.answer)]
    answered = [
        answer for answer in rated if not (answer in foreign or _is_non_answer(answer, facts))
    ]
    strengths = find_strengths(
        [answer for answer in answered if answer.criteria["relevance"].rating >= MIN_PRAISED_RATING]
    )
    weaknesses = find_weaknesses(
        answered, praised={strength.quote for strength in strengths if strength.quote}
    )
    unanswered = [answer for answer in rated if answer not in answered and answer not in foreign]
    repeated, missing = find_missing_answers(unanswered)
    judged = list(_judge_answers(rated))
    judgements = tuple(judgement for judgement, _ in judged)
    steps = {judgement.number: step.text for judgement, step in judged if step.is_change}
    return Review(
        judgements=judgements,
        strengths=tuple(strengths),
        weaknesses=(*repeated, *weaknesses, *missing),
        cv_improvements=tuple(_suggest_cv_improvements(facts, answered)),
        summary=summarise(rated, answered, unanswered, foreign, steps),
        coach=OFFLINE,
        model=None,
    )


def _is_non_answer(answer: RatedAnswer, facts: Facts) -> bool:
    exchange = answer.exchange
    documents = (facts.cv_text, facts.job_text)
    is_same = answer.repeat is not None and not answer.repeat.new_text
    return (
        exchange.skipped
        or is_same
        or bool(explain_non_answer(exchange.answer, exchange.question.content, documents))
    )


def _judge_answers(rated: Sequence[RatedAnswer]) -> Iterator[tuple[Judgement, Step]]:
    """Yield a judgement of each answer and its advice: the praise and advice given least so far."""
    given: Counter[str] = Counter()
    for answer in rated:
        praise = _choose_praise(answer, given)
        step = _choose_any_step(answer, given)
        given.update(filter(None, (praise.text, step.question)))
        earlier = [other.exchange.answer for other in rated[: answer.exchange.number - 1]]
        yield _judge_answer(answer, praise, step, _note_repeat(answer, earlier)), step


@dataclass(frozen=True)
class _Praise:
    text: str = ""
    """Empty if there is nothing to praise."""
    proof: tuple[str, ...] = ()
    criterion: str = ""


def _choose_praise(answer: RatedAnswer, given: Mapping[str, int]) -> _Praise:
    """Return the praise for a criterion that is rated highest, of several the rarest so far.

    A story that answers another question is not praised.
    """
    asked = () if answer.missed else find_asked(answer.exchange.question.kind)
    praises = [
        _Praise(*praise, name)
        for name in asked
        if (praise := find_praise(answer, name)) is not None
    ]
    return min(
        praises,
        key=lambda praise: (-answer.criteria[praise.criterion].rating, given[praise.text]),
        default=_Praise(),
    )


def _judge_answer(answer: RatedAnswer, praise: _Praise, step: Step, note: str) -> Judgement:
    if is_foreign(answer.exchange.answer):
        return _leave_unrated(answer.exchange.number, step)
    is_sound = answer.criteria["relevance"].rating >= EARNED
    parts = []
    if praise.text:
        strengths = answer.describe_strengths(praise.criterion, praise.text)
        parts.append(f"{praise.text}.")
        if strengths:
            parts.append(f"You also {strengths}.")
    if find_admitted_gap(answer.reading):
        parts.append(_GAP)
    else:
        parts += filter(None, [_describe_weak_side(answer, step)])
    if answer.is_unclear and not answer.missed:
        parts.append("I could not tell how it answers the question.")
    if note:
        parts.append(note)
    return Judgement(
        number=answer.exchange.number,
        ratings=leave_out_unasked(answer.ratings, answer.exchange.question.kind),
        reasons=answer.reasons,
        comment=" ".join(parts) or (_SOUND if is_sound else _NO_REMARK),
        evidence=next(iter(praise.proof), None),
        next_time=step.text,
    )


def _choose_any_step(answer: RatedAnswer, given: Mapping[str, int]) -> Step:
    """Return the advice on an answer, also if nothing is known that is missing."""
    if is_foreign(answer.exchange.answer):
        return Step(_OTHER_LANGUAGE, "")
    if find_admitted_gap(answer.reading) and not answer.tells_standing:
        return Step(_NEAREST, _NEAREST)
    if step := choose_step(answer, given):
        return step
    if answer.is_beside:
        return Step(_ON_THE_POINT, "")
    asked = find_asked(answer.exchange.question.kind)
    is_good = all(answer.criteria[name].rating >= EARNED for name in asked)
    texts = _PERFECT if is_good else _HEARD
    return Step(texts[answer.exchange.number % len(texts)], "", is_change=False)


def _describe_weak_side(answer: RatedAnswer, step: Step) -> str:
    """Say what holds an answer back; empty if it is good, or nothing is known that would help."""
    if answer.missed:
        return f"You {answer.missed.describe_weakness(answer.reading)}."
    if answer.tells_standing:
        return "" if answer.criteria["relevance"].rating >= EARNED else _STANDING
    worst = find_worst(answer)
    if answer.criteria[worst].rating >= EARNED or not step.question:
        return ""
    return _describe_weakness(answer, _find_known_weakness(answer, worst))


def _find_known_weakness(answer: RatedAnswer, worst: str) -> str:
    """Return the criterion that is rated lowest; of several the one of which something is known."""
    lowest = answer.criteria[worst].rating
    near = [
        name
        for name in find_asked(answer.exchange.question.kind)
        if answer.criteria[name].rating == lowest and answer.describe_fault(name)
    ]
    is_known = bool(answer.describe_fault(worst)) or answer.knows_weakness(worst)
    return worst if is_known or not near else min(near, key=answer.rank_criterion)


def _note_repeat(answer: RatedAnswer, earlier: Sequence[str]) -> str:
    """Say which part of an answer, or which case, an earlier one told; empty if none did."""
    if answer.repeat:
        number = answer.repeat.number
        return f"The rest repeats your answer to question {number}, so I rated only what is new."
    if answer.exchange.question.kind not in _TOLD_KINDS:
        return ""
    same = find_same_case(answer.exchange.answer, earlier)
    if same is None:
        return ""
    return f"You told this case in answer {same} already; another one would show more of you."


def _leave_unrated(number: int, step: Step) -> Judgement:
    return Judgement(
        number=number,
        ratings=Ratings(**dict.fromkeys(WEIGHTS)),
        reasons={},
        comment="This answer is not in English. The offline coach reads only English, so it kept "
        "the answer and did not rate it.",
        evidence=None,
        next_time=step.text,
    )


def _describe_weakness(answer: RatedAnswer, criterion: str) -> str:
    """Say what is missing or too much; empty if nothing is known."""
    fault, weakness = answer.find_worst_fault(criterion), answer.find_weakness(criterion)[0]
    is_fair = answer.criteria[criterion].rating >= MIN_PRAISED_RATING
    if not fault and (is_fair or not answer.knows_weakness(criterion)):
        return ""
    why = f"you {fault.describe_weakness(answer.reading)}" if fault else _lower_first(weakness)
    leads = _WEAKENED if fault and fault.direction == LOWERS else _MISSING
    return leads[answer.exchange.number % len(leads)].format(why)


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _suggest_cv_improvements(facts: Facts, answered: list[RatedAnswer]) -> list[str]:
    told_answers = [
        GivenAnswer(
            each.number, each.question.kind, each.question.topic, each.answer, each.question.content
        )
        for each in (answer.exchange for answer in answered)
    ]
    return suggest_improvements(
        map_requirements(facts.job_text, facts.cv_text, told_answers), facts.cv_text
    )
