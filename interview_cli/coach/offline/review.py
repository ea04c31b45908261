"""The offline coach's review: comments, strengths, weaknesses and CV improvements from ratings."""

from collections import Counter
from collections.abc import Iterator, Sequence

from interview_cli.answers.criteria import (
    MIN_PRAISED_RATING,
    WEIGHTS,
    find_asked,
    leave_out_unasked,
)
from interview_cli.answers.non_answers import explain_non_answer
from interview_cli.coach.base import OFFLINE, Facts, Judgement, Review
from interview_cli.coach.offline.improvements import suggest_improvements
from interview_cli.coach.offline.ratings import RatedAnswer, rate_answer
from interview_cli.coach.offline.review_points import (
    EARNED,
    choose_praise,
    find_strengths,
    find_weaknesses,
)
from interview_cli.coach.offline.review_summary import summarise
from interview_cli.english.foreign import is_foreign
from interview_cli.models import Ratings
from interview_cli.requirements.coverage import GivenAnswer, map_requirements
from interview_cli.text import shorten

_HIGHEST = 5
_PERFECT = "I found nothing that is missing. Say it aloud, and aim for two minutes or less."
_LEADS = (
    "{name} holds it back: {why}.",
    "You can gain most in {lower}: {why}.",
    "Work on {lower}: {why}.",
    "Its weak side is {lower}: {why}.",
)
_QUOTED_CHARS = 90


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
    return Review(
        judgements=tuple(_judge_answers(rated)),
        strengths=tuple(strengths),
        weaknesses=tuple(weaknesses),
        cv_improvements=tuple(_suggest_cv_improvements(facts, answered)),
        summary=summarise(rated, answered, foreign),
        coach=OFFLINE,
        model=None,
    )


def _is_non_answer(answer: RatedAnswer, facts: Facts) -> bool:
    exchange = answer.exchange
    documents = (facts.cv_text, facts.job_text)
    return exchange.skipped or bool(
        explain_non_answer(exchange.answer, exchange.question.content, documents)
    )


def _judge_answers(rated: Sequence[RatedAnswer]) -> Iterator[Judgement]:
    """Yield a judgement of each answer, with the praise that was given least so far."""
    given: Counter[str] = Counter()
    for answer in rated:
        asked = find_asked(answer.exchange.question.kind)
        highest = max(answer.criteria[name].rating for name in asked)
        best = min(
            (name for name in asked if answer.criteria[name].rating == highest),
            key=lambda name: given[choose_praise(answer, name)[0]],
        )
        given[choose_praise(answer, best)[0]] += 1
        yield _judge_answer(answer, best)


def _judge_answer(answer: RatedAnswer, best: str) -> Judgement:
    if is_foreign(answer.exchange.answer):
        return _leave_unrated(answer.exchange.number)
    asked = find_asked(answer.exchange.question.kind)
    # Of two that are as low, the later: a missing result costs more than a loose thread.
    worst = min(reversed(asked), key=lambda name: answer.criteria[name].rating)
    praise, proof = choose_praise(answer, best)
    has_strength = answer.criteria[best].rating >= EARNED
    has_weakness = answer.criteria[worst].rating < EARNED
    parts = []
    if has_strength:
        strengths = answer.describe_strengths(best)
        parts.append(f"{praise}: you {strengths}." if strengths else f"{praise}.")
    if has_weakness:
        parts.append(_describe_weakness(answer, worst))
    if answer.is_unclear and worst != "relevance":
        parts.append("I could not tell how it answers the question.")
    return Judgement(
        number=answer.exchange.number,
        ratings=leave_out_unasked(answer.ratings, answer.exchange.question.kind),
        reasons=answer.reasons,
        comment=" ".join(parts),
        evidence=next(iter(proof), None),
        next_time=_suggest_next_step(answer, worst) if _can_gain(answer, worst) else _PERFECT,
    )


def _can_gain(answer: RatedAnswer, criterion: str) -> bool:
    """Return whether a criterion is weak, or something is known that would raise it."""
    rating = answer.criteria[criterion].rating
    return rating < EARNED or (rating < _HIGHEST and bool(answer.criteria[criterion].faults))


def _leave_unrated(number: int) -> Judgement:
    return Judgement(
        number=number,
        ratings=Ratings(**dict.fromkeys(WEIGHTS)),
        reasons={},
        comment="This answer is not in English. The offline coach reads only English, so it kept "
        "the answer and did not rate it.",
        evidence=None,
        next_time="Answer in English, or practise with a language model, which reads yours.",
    )


def _describe_weakness(answer: RatedAnswer, criterion: str) -> str:
    fault, weakness = answer.describe_fault(criterion), answer.find_weakness(criterion)[0]
    why = f"you {fault}" if fault else weakness[:1].lower() + weakness[1:]
    # Vary the wording from answer to answer.
    lead = _LEADS[answer.exchange.number % len(_LEADS)]
    return lead.format(name=criterion.capitalize(), lower=criterion, why=why)


def _suggest_next_step(answer: RatedAnswer, criterion: str) -> str:
    """Return the question that asks for what is missing, with the sentence where it is missing."""
    fault = answer.find_worst_fault(criterion)
    question = answer.find_weakness(criterion)[1]
    sentences = fault.felt_in(answer.reading) if fault else ()
    if not sentences:
        return question
    return f"You say “{shorten(sentences[0], _QUOTED_CHARS).rstrip('.!?')}”. {question}"


def _suggest_cv_improvements(facts: Facts, answered: list[RatedAnswer]) -> list[str]:
    told_answers = [
        GivenAnswer(each.number, each.question.kind, each.question.topic, each.answer)
        for each in (answer.exchange for answer in answered)
    ]
    return suggest_improvements(
        map_requirements(facts.job_text, facts.cv_text, told_answers), facts.cv_text
    )
