"""Find the fault of a question that a model asked, for tests."""

from typing import Any

from interview_cli.coach.llm.question_check import QuestionCheck
from interview_cli.models import PlanSlot
from interview_cli.vocabulary import QuestionKind
from tests.fakes import facts_of


def find_fault(question: str, kind: QuestionKind = "behaviour", **facts: Any) -> str | None:
    """Return the fault of the first question of an interview, with these facts; None if none."""
    known = facts_of(**{"exchanges": (), "year": 2026} | facts)
    return QuestionCheck(known, PlanSlot(kind=kind, topic="x")).find_fault(question)
