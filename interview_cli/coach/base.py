"""The seam: facts in, typed reply out, whoever does the thinking."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from interview_cli.models import PlanSlot, Question, Ratings
from interview_cli.vocabulary import Focus, Level


@dataclass(frozen=True)
class Exchange:
    """A question, counted from 1, with its answer; the answer is empty when it was skipped."""

    number: int
    question: Question
    answer: str
    skipped: bool


@dataclass(frozen=True)
class Facts:
    """All that a coach may go by. `seed` is the session's id: equal facts, equal offline reply."""

    seed: str
    job_title: str
    company_name: str
    language: str
    focus: Focus
    level: Level
    cv_text: str
    job_text: str
    exchanges: tuple[Exchange, ...]


@dataclass(frozen=True)
class QuestionReply:
    """A question, who thought of it, and what the user should know about how."""

    content: str
    coach: str
    model: str | None
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Judgement:
    """A coach's view of one answer; caps, scores and the check of the quote are not its business.

    `reasons` says for each criterion what its rating rests on; it may be empty.
    """

    number: int
    ratings: Ratings
    reasons: dict[str, str]
    comment: str
    evidence: str | None
    next_time: str


@dataclass(frozen=True)
class Point:
    """A strength or a weakness, with the answer that showed it and the words that did."""

    text: str
    number: int
    quote: str | None


@dataclass(frozen=True)
class Review:
    """A coach's view of the whole interview: one judgement an answer, in order."""

    judgements: tuple[Judgement, ...]
    strengths: tuple[Point, ...]
    weaknesses: tuple[Point, ...]
    cv_improvements: tuple[str, ...]
    summary: str
    coach: str
    model: str | None


OnText = Callable[[str], None]
"""Takes a part of a reply as soon as there is one, for display only."""


class Coach(Protocol):
    """Who asks and who judges.

    `deadline_s` is the time a call may take, in seconds, None for no limit. Every call raises
    CoachFailed when nothing usable comes of it.
    """

    def question(
        self,
        facts: Facts,
        slot: PlanSlot,
        *,
        deadline_s: float | None = None,
        on_text: OnText | None = None,
    ) -> QuestionReply:
        """The next question, on what the slot is about. For a follow-up the slot's topic is what
        the last answer lacks: `action`, `result` or `number`."""

    def review(self, facts: Facts, *, deadline_s: float | None = None) -> Review:
        """Ratings of every answer, and what they say together."""
