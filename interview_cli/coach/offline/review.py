"""The offline coach's review: comments, strengths, weaknesses and CV improvements from ratings."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from interview_cli.answers.criteria import MIN_PRAISED_RATING, WEIGHTS
from interview_cli.answers.non_answers import explain_non_answer
from interview_cli.answers.repeats import find_same_case
from interview_cli.coach.base import OFFLINE, Facts, Judgement, Review
from interview_cli.coach.offline.concrete_steps import make_concrete
from interview_cli.coach.offline.improvements import suggest_improvements
from interview_cli.coach.offline.missing_papers import name_missing_papers
from interview_cli.coach.offline.own_words import AdTasks
from interview_cli.coach.offline.rated_answer import RatedAnswer
from interview_cli.coach.offline.ratings import rate_answer
from interview_cli.coach.offline.remark_choice import Praise, Remarks
from interview_cli.coach.offline.remark_texts import is_excess, word_lack, word_praise
from interview_cli.coach.offline.review_points import (
    EARNED,
    find_missing_answers,
    find_strengths,
    find_weaknesses,
)
from interview_cli.coach.offline.review_steps import Step, choose_step
from interview_cli.coach.offline.review_summary import summarise
from interview_cli.coach.offline.shown_weaknesses import stays_general
from interview_cli.coach.offline.sound_sides import describe_best_side
from interview_cli.coach.offline.told_gains import find_told_results
from interview_cli.coach.offline.told_gaps import (
    closes_on_gap,
    declines_offer,
    find_own_gap,
    tells_all_of_gap,
    tells_nearest,
)
from interview_cli.coach.offline.told_later import find_told_later
from interview_cli.coach.offline.told_work import find_untold_case
from interview_cli.english.foreign import is_foreign
from interview_cli.models import Ratings
from interview_cli.requirements.asked_criteria import find_asked, leave_out_unasked
from interview_cli.requirements.coverage import map_requirements
from interview_cli.requirements.extract import find_duties
from interview_cli.requirements.given_answers import GivenAnswer

_STANDING = "You say where you stand with it."
_SOUND = (
    "A sound answer.",
    "This holds up as it is.",
    "Nothing in it needs to be put right.",
    "It can stand like this.",
)
_UNEVEN = (
    "It answers, and could show more of you.",
    "It answers; one point told more closely would carry it.",
)
"""For answers that are rated low."""
_GENERAL = "It stays general: no case of your own, and no figure."
_COULD_LIFT = ("What could lift it: {}.", "One thing could lift it: {}.")
_FEW_WORDS = ("It answers in few words.", "It answers, and stops early.")
_MAX_FEW = 40
"""In words: a shorter answer that is rated low is not called sound."""
_DECLINED = "A plain no is an answer here, and nothing is wrong with it."
_MISSING = ("What is missing: {}.", "One thing is missing: {}.")
_WEAKENED = ("What weakens it: {}.", "One thing weakens it: {}.")
_TOLD_LATER = "What it lacks stands in answer {}: you told it only when you were asked again."
_GAP = "You say openly that this is missing."
_GAP_BRIDGED = "You say openly what is missing, and what comes nearest to it."
_GAP_CLOSED = "You say openly what is missing, and how you will close it."
_HONEST = "honest"
_ANSWERS = "answers"
"""A praise that most good answers deserve: beside another one it is said once."""
_OUTCOMES = ("before", "measured", "result", "figures")
"""Praises of which one is enough."""
_TOLD_KINDS = ("opener", "requirement", "behaviour")
"""Kinds of questions that each ask for another case."""


def review_answers(facts: Facts) -> Review:
    """Judge every answer and find what they share; the same facts give the same review."""
    rated = [rate_answer(exchange, facts) for exchange in facts.exchanges]
    foreign = [answer for answer in rated if is_foreign(answer.exchange.answer)]
    answered = [
        answer for answer in rated if not (answer in foreign or _is_non_answer(answer, facts))
    ]
    later = find_told_later(rated)
    remarks = [Remarks(answer, later.get(answer.exchange.number)) for answer in rated]
    of_answered = [each for each in remarks if each.answer in answered]
    strengths = find_strengths(
        [
            each
            for each in of_answered
            if _may_be_praised(each.answer)
            and each.answer.criteria["relevance"].rating >= MIN_PRAISED_RATING
        ]
    )
    unanswered = [
        answer
        for answer in rated
        if not (answer in answered or answer in foreign or declines_offer(answer.reading))
    ]
    repeated, missing = find_missing_answers(unanswered)
    told = _list_told(answered)
    judged = list(_judge_answers(remarks, AdTasks(facts.job_text, facts.cv_text, told)))
    judgements = tuple(judgement for judgement, _ in judged)
    steps = {judgement.number: step for judgement, step in judged if step.is_change}
    # An answer that may stay as it is has no weakness that is worth a word.
    weaknesses = find_weaknesses(
        [each for each in of_answered if each.answer.exchange.number in steps],
        praised={strength.quote for strength in strengths if strength.quote},
    )
    praises = {
        each.answer.exchange.number: word_praise(
            each.praises[0].code, each.answer.exchange.question.kind
        )
        for each in of_answered
        if each.praises and _may_be_praised(each.answer)
    }
    mapped = map_requirements(facts.job_text, facts.cv_text, told, facts.year, facts.day)
    summary = summarise(rated, answered, unanswered, foreign, steps, praises)
    return Review(
        judgements=judgements,
        strengths=tuple(strengths),
        weaknesses=(*repeated, *weaknesses, *missing),
        cv_improvements=tuple(
            suggest_improvements(
                mapped,
                facts.cv_text,
                told,
                find_duties(facts.job_text),
                facts.year,
                find_untold_case(
                    answered,
                    facts.cv_text,
                    {gain.number for gain in find_told_results(told, facts.cv_text)},
                ),
            )
        ),
        summary=" ".join(filter(None, [name_missing_papers(mapped), summary])),
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


def _may_be_praised(answer: RatedAnswer) -> bool:
    """Return whether an answer is rated high in something, and says what a gap question asks."""
    asked = find_asked(answer.exchange.question)
    return not answer.missed and max(answer.criteria[name].rating for name in asked) >= EARNED


def _judge_answers(answers: Sequence[Remarks], tasks: AdTasks) -> Iterator[tuple[Judgement, Step]]:
    """Yield a judgement of each answer and its advice: the praise and advice given least so far."""
    given: Counter[str] = Counter()
    texts = [remarks.answer.exchange.answer for remarks in answers]
    for place, remarks in enumerate(answers):
        praises = _choose_praises(remarks, given)
        step = make_concrete(choose_step(remarks, given), remarks, given, tasks)
        kind = remarks.answer.exchange.question.kind
        words = [word_praise(praise.code, kind, given[praise.code]) for praise in praises]
        given.update([*(praise.code for praise in praises), step.code, step.names or ""])
        note = _note_repeat(remarks.answer, texts[:place])
        judgement = _judge_answer(remarks, praises, words, step, note, given)
        given.update([judgement.comment])
        yield judgement, step


def _choose_praises(remarks: Remarks, given: Mapping[str, int]) -> list[Praise]:
    """Return at most two praises, those given least so far, that do not say nearly the same."""
    if not _may_be_praised(remarks.answer):
        return []
    rarest = sorted(remarks.praises, key=lambda praise: given.get(praise.code, 0))
    seconds = [
        praise
        for praise in rarest[1:]
        if not (praise.code in _OUTCOMES and rarest[0].code in _OUTCOMES)
        and not (praise.code == _ANSWERS and given.get(_ANSWERS))
    ]
    return [*rarest[:1], *seconds[:1]]


def _judge_answer(
    remarks: Remarks,
    praises: Sequence[Praise],
    words: Sequence[str],
    step: Step,
    note: str,
    given: Mapping[str, int],
) -> Judgement:
    answer = remarks.answer
    if is_foreign(answer.exchange.answer):
        return _leave_unrated(answer.exchange.number, step)
    parts = [f"{lead} {praise}." for lead, praise in zip(("You", "You also"), words, strict=False)]
    if declines_offer(answer.reading):
        parts = [_DECLINED]
    elif closes_on_gap(answer.reading) and not step.code:
        parts.append(_GAP)
    elif not find_own_gap(answer.reading):
        parts += filter(None, [_describe_weak_side(remarks, step)])
    elif not any(praise.code == _HONEST for praise in praises):
        parts.append(_describe_gap(answer))
    if note:
        parts.append(note)
    return Judgement(
        number=answer.exchange.number,
        ratings=leave_out_unasked(answer.ratings, answer.exchange.question),
        reasons=answer.reasons,
        comment=" ".join(parts) or _fill_comment(remarks, step, given),
        evidence=praises[0].quote if praises else None,
        next_time=step.text,
    )


def _describe_weak_side(remarks: Remarks, step: Step) -> str:
    """Say what holds an answer back; empty if that is not likely enough."""
    answer = remarks.answer
    if remarks.later:
        return _TOLD_LATER.format(remarks.later)
    if answer.missed:
        return f"You {answer.missed.describe_weakness(answer.reading)}."
    if answer.tells_standing:
        return "" if answer.criteria["relevance"].rating >= EARNED else _STANDING
    if not remarks.is_weak_in(step.code):
        return ""
    leads = _WEAKENED if is_excess(step.code) and not step.aim else _MISSING
    lack = step.aim.lack if step.aim else word_lack(step.code, answer.exchange.question.kind)
    return leads[answer.exchange.number % len(leads)].format(lack)


def _describe_gap(answer: RatedAnswer) -> str:
    if tells_nearest(answer.reading):
        return _GAP_BRIDGED
    return _GAP_CLOSED if tells_all_of_gap(answer.reading) else _GAP


def _fill_comment(remarks: Remarks, step: Step, given: Mapping[str, int]) -> str:
    """Say what would help an answer of which nothing is certain, or that it can stand."""
    answer = remarks.answer
    if stays_general(remarks) and not (step.is_sure and step.code):
        return _GENERAL
    if not step.is_change or not step.code:
        if remarks.is_low and answer.exchange.question.kind == "gap":
            return _STANDING
        if remarks.is_low and answer.reading.whole_word_count <= _MAX_FEW:
            return min(_FEW_WORDS, key=lambda words: given.get(words, 0))
        if shown := describe_best_side(answer, given):
            return shown
        texts = _UNEVEN if remarks.is_low else _SOUND
        return min(texts, key=lambda blank: given.get(blank, 0))
    is_told = step.code in remarks.told
    lack = word_lack(step.code, answer.exchange.question.kind, is_told=is_told)
    lead = _COULD_LIFT[answer.exchange.number % len(_COULD_LIFT)]
    if step.aim:
        return lead.format(step.aim.lack)
    return lead.format(f"fewer {lack}" if is_excess(step.code) else lack)


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


def _list_told(answered: list[RatedAnswer]) -> list[GivenAnswer]:
    """Return the answers as the map of requirements reads them."""
    return [
        GivenAnswer(
            each.number, each.question.kind, each.question.topic, each.answer, each.question.content
        )
        for each in (answer.exchange for answer in answered)
    ]
