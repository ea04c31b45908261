"""Choose what a review advises to add to an answer next time: one thing that is really absent."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from interview_cli.answers.criteria import find_asked
from interview_cli.coach.base import Exchange
from interview_cli.coach.offline.features.base import Feature
from interview_cli.coach.offline.rated_answer import RatedAnswer
from interview_cli.coach.offline.remark_rules import load_remark_pattern
from interview_cli.coach.offline.review_points import WEAK
from interview_cli.text import shorten

_HIGHEST = 5
_MIN_QUOTED_CHARS, _QUOTED_CHARS = 30, 90
_CLAUSE_END = re.compile(r"[,;:] | [-–—] ")
_WHY_THIS_JOB = "End with one sentence on why this job is your next step."
_STANDING_COMPLETE = "That answers it. Say it in one breath, and offer to show the paper."
_STANDING_DATED = "That answers it: what is missing, and by when. Say it in one breath."
_STANDING_OPEN = "Add the date: since when you have it, or from when on you will."


@dataclass(frozen=True)
class Step:
    """A piece of advice."""

    text: str
    question: str
    """The advice without what it quotes: two answers may get the same."""
    is_change: bool = True
    """Whether it asks for a change; otherwise nothing is known that is missing."""


def find_worst(answer: RatedAnswer) -> str:
    """Return the criterion that is rated lowest; of two the later, because a missing result costs
    more than a loose thread."""
    return min(reversed(find_asked(answer.exchange.question.kind)), key=answer.rank_criterion)


def choose_step(answer: RatedAnswer, given: Mapping[str, int]) -> Step | None:
    """Return the advice on an answer: of what would help most, what was not yet advised.

    None if nothing is known that is missing.
    """
    steps = list(_list_steps(answer))
    return min(steps, key=lambda step: given.get(step.question, 0), default=None)


def _list_steps(answer: RatedAnswer) -> Iterator[Step]:
    """Yield what is absent or too much, in the criteria that are rated lowest first."""
    if answer.missed:
        yield _word_fault(answer, answer.missed)
        return
    if answer.tells_standing:
        has_it, says_when = answer.tells_standing.has_it, answer.tells_standing.says_when
        dated = _STANDING_COMPLETE if has_it else _STANDING_DATED
        advice = dated if says_when else _STANDING_OPEN
        yield Step(advice, advice, is_change=not says_when)
        return
    worst = find_worst(answer)
    lowest = answer.criteria[worst].rating
    asked = find_asked(answer.exchange.question.kind)
    others = sorted((name for name in asked if name != worst), key=answer.rank_criterion)
    for name in (worst, *others):
        found = answer.criteria[name]
        if found.rating == _HIGHEST or found.rating > max(lowest + 1, WEAK):
            continue
        yield from (_word_fault(answer, fault) for fault in found.faults)
        if not found.faults and found.rating <= WEAK and answer.knows_weakness(name):
            question = answer.find_weakness(name)[1]
            yield Step(question, question)
    if _owes_next_step(answer.exchange):
        yield Step(_WHY_THIS_JOB, _WHY_THIS_JOB)


def _owes_next_step(exchange: Exchange) -> bool:
    """Return whether an opener asks for more than a day at work, and the answer tells no aim."""
    asks_for_day = load_remark_pattern("asks_for_day").search(exchange.question.content)
    tells_aim = load_remark_pattern("this_job").search(exchange.answer)
    return exchange.question.kind == "opener" and not (asks_for_day or tells_aim)


def _word_fault(answer: RatedAnswer, fault: Feature) -> Step:
    """Return the question that asks for what is missing, with the sentence where it is missing."""
    sentences = fault.felt_in(answer.reading)
    if not sentences:
        return Step(fault.next_question, fault.next_question)
    quote = _quote_beginning(sentences[0]).rstrip(".!?,;:")
    return Step(f"You say “{quote}”. {fault.next_question}", fault.next_question)


def _quote_beginning(sentence: str) -> str:
    """Return a sentence, or its beginning up to a comma if it is long: no phrase is cut in two."""
    if len(sentence) <= _QUOTED_CHARS:
        return sentence
    ends = [found.start() for found in _CLAUSE_END.finditer(sentence, _MIN_QUOTED_CHARS)]
    end = max((end for end in ends if end <= _QUOTED_CHARS), default=0)
    return f"{sentence[:end]} …" if end else shorten(sentence, _QUOTED_CHARS)
