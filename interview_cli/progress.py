"""What a session stores of the way to the real interview: the practice plan and the debrief."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from interview_cli.stored import Score, Stored, Text, Time
from interview_cli.vocabulary import Outcome, SubjectKind


class PlannedSitting(Stored):
    """One sitting of a practice plan."""

    date: date
    """The day of the sitting, in the user's own time zone."""
    practise: Literal["subject", "interview"]
    """One subject, or a whole interview."""
    kind: SubjectKind
    topic: Text
    """The subject, or the weakest one where a whole interview is held."""
    score: Score | None = None
    """The mean score of the answers on the subject; None without a rating."""
    criterion: Text | None = None
    """The criterion on which those answers were rated lowest."""


class AskedQuestion(Stored):
    """A question of the real interview."""

    content: Text
    foreseen_by: list[Annotated[int, Field(ge=1)]] = []
    """The practised questions of the session, by number, that asked for the same."""


class Debrief(Stored):
    """What the user noted after the real interview."""

    created_at: Time
    questions: list[AskedQuestion] = []
    went: Text = ""
    """How it went, in the user's words."""
    outcome: Outcome | None = None
