"""What the questions of an interview are about, across sessions: pure functions."""

from dataclasses import dataclass

from interview_cli.models import Interview, PlanSlot, Question
from interview_cli.requirements.competencies import find_competency, find_competency_title
from interview_cli.text import begin_with_capital
from interview_cli.trades.topics import TradePart, parse_topic
from interview_cli.vocabulary import SubjectKind

_ABOUT_REQUIREMENTS = ("requirement", "gap", "situation")
_PART_TITLES: dict[TradePart, str] = {
    "methods": "Know-how",
    "situations": "Difficult situations",
}
"""What people call the parts of a trade's own work."""


@dataclass(frozen=True)
class Subject:
    """A competency, a requirement of the job, or the trade's own work."""

    kind: SubjectKind
    name: str
    """The name of the competency, or the topic as plans store it."""

    @property
    def title(self) -> str:
        """What people call it, with a capital; it also stands within a sentence."""
        if self.kind == "competency":
            return find_competency_title(self.name)
        parsed = parse_topic(self.name)
        if parsed is None:
            return begin_with_capital(self.name)
        trade, part = parsed
        return f"{_PART_TITLES[part]} in {trade.label}"

    @property
    def area(self) -> str:
        """The line of work of a trade's own work; any other subject is an area of its own."""
        parsed = parse_topic(self.name) if self.kind == "trade" else None
        return parsed[0].name if parsed else f"{self.kind}: {self.name}"


def find_subject(question: Question | PlanSlot, job_title: str) -> Subject | None:
    """Return what a question is about; None for an opener and for questions of its kind."""
    if competency := find_competency(question.topic):
        return Subject("competency", competency)
    if parse_topic(question.topic):
        return Subject("trade", question.topic)
    is_of_job = question.kind in _ABOUT_REQUIREMENTS and question.topic not in ("", job_title)
    return Subject("requirement", question.topic) if is_of_job else None


def list_subjects(interview: Interview) -> list[Subject | None]:
    """Return the subject of each question; a follow-up has that of the question before it."""
    subjects: list[Subject | None] = []
    for question in interview.questions:
        is_follow_up = question.kind == "follow_up" and bool(subjects)
        found = subjects[-1] if is_follow_up else find_subject(question, interview.job_title)
        subjects.append(found)
    return subjects
