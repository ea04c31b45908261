"""Note the real interview, and compare what was asked with what was practised."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from interview_cli.errors import InvalidInput
from interview_cli.limits import MAX_ANSWER_CHARS, MAX_IMPORTED_QUESTIONS
from interview_cli.models import Interview, PlanSlot
from interview_cli.progress import AskedQuestion, Debrief
from interview_cli.store.base import Store
from interview_cli.text import clean_input, is_blank
from interview_cli.vocabulary import Outcome
from interview_cli.workflow.rates import Rate
from interview_cli.workflow.real_questions import read_question
from interview_cli.workflow.same_question import is_same_question
from interview_cli.workflow.session_turn import require_live, save_turn

_MARK = re.compile(r"^\s*(?:[-*•–]|\(?\d{1,3}[.):])\s+")
"""The bullet or the number before a question in a list."""


@dataclass(frozen=True)
class DebriefInput:
    """What the user noted; None for what is to stay as it was."""

    questions: tuple[str, ...] | None = None
    went: str | None = None
    outcome: Outcome | None = None
    replaces: bool = False
    """Whether the questions and the words take the place of those noted before."""

    @property
    def is_empty(self) -> bool:
        return (self.questions, self.went, self.outcome) == (None, None, None)


@dataclass(frozen=True)
class Foresight:
    """How well the practised questions foresaw the real ones."""

    recall: Rate
    """How many of the real questions were practised."""
    precision: Rate
    """How many of the practised questions were asked."""


def parse_asked(text: str) -> tuple[str, ...]:
    """Return the questions of a list, one a line, each once, without bullets and numbers.

    Raises InvalidInput for none, or too many.
    """
    lines = (_MARK.sub("", line).strip() for line in clean_input(text, "the list").split("\n"))
    questions = tuple(dict.fromkeys(line for line in lines if not is_blank(line)))
    if not questions:
        raise InvalidInput("no question is given.", "write one question a line")
    _require_few(questions)
    return questions


def _require_few(questions: Sequence[str]) -> None:
    if len(questions) > MAX_IMPORTED_QUESTIONS:
        raise InvalidInput(
            f"{len(questions)} questions are given; at most {MAX_IMPORTED_QUESTIONS} are allowed.",
            "leave out the less important ones",
        )


def parse_went(text: str) -> str:
    """Return how the interview went. Raises InvalidInput if it is too long or not UTF-8."""
    words = clean_input(text, "how it went")
    _require_short(words)
    return words


def _require_short(words: str) -> None:
    if len(words) > MAX_ANSWER_CHARS:
        raise InvalidInput(
            f"how it went has {len(words):,} characters; {MAX_ANSWER_CHARS:,} are allowed."
        )


def store_debrief(store: Store, session_id: str, given: DebriefInput, now: datetime) -> Interview:
    """Store what the user noted, beside what was noted before or in its place.

    An outcome always takes the place of the earlier one; what is not given stays as it was. Raises
    InvalidInput if all of it together is too much, SessionExpired and what the store raises.
    """
    with store.turn(session_id, Interview) as lease:
        interview = require_live(lease, now)
        before = interview.debrief or Debrief(created_at=now)
        both = given if given.replaces else _add(given, before)
        noted: dict[str, Any] = {
            "questions": None if both.questions is None else _match(both.questions, interview),
            "went": both.went,
            "outcome": both.outcome,
        }
        changes = {name: value for name, value in noted.items() if value is not None}
        interview.debrief = before.model_copy(update=changes | {"created_at": now})
        save_turn(lease, now)
        return interview


def _add(given: DebriefInput, before: Debrief) -> DebriefInput:
    """Return what was noted before and what is given now, each question and text once."""
    questions, went = given.questions, given.went
    if questions is not None:
        earlier = (question.content for question in before.questions)
        questions = tuple(dict.fromkeys([*earlier, *questions]))
        _require_few(questions)
    if went is not None and before.went:
        went = before.went if went in before.went else f"{before.went}\n\n{went}"
        _require_short(went)
    return replace(given, questions=questions, went=went)


def _match(asked: Sequence[str], interview: Interview) -> list[AskedQuestion]:
    practised = list(enumerate(interview.questions, start=1))
    return [
        AskedQuestion(
            content=content,
            foreseen_by=[
                number for number, question in practised if is_same_question(content, question)
            ],
        )
        for content in asked
    ]


def measure_foresight(interview: Interview) -> Foresight:
    """Compare the noted questions with those that were practised in the session."""
    asked = interview.debrief.questions if interview.debrief else []
    foreseeing = {number for question in asked for number in question.foreseen_by}
    return Foresight(
        recall=Rate(sum(bool(question.foreseen_by) for question in asked), len(asked)),
        precision=Rate(len(foreseeing), len(interview.questions) if asked else 0),
    )


def list_unforeseen(interview: Interview) -> list[PlanSlot]:
    """Return the noted questions that were not practised, as slots of the next interview."""
    asked = interview.debrief.questions if interview.debrief else []
    return [read_question(question.content) for question in asked if not question.foreseen_by]
