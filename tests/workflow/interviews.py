"""Interviews on a store in memory, at each stage that the workflow knows."""

from datetime import UTC, datetime, timedelta
from typing import Any

from interview_cli.models import Answer, Interview, Question
from tests.conftest import CV, JOB, STORY
from tests.fakes import MemoryStore

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=1)
EXPIRED = NOW + timedelta(hours=25)
SESSION = "01930001-0000-7000-8000-000000000001"


def read_clock() -> datetime:
    return LATER


def build(*answers: str, is_open: bool = False, questions: int = 2, **fields: Any) -> Interview:
    """Return an interview with these answers, and an open question after them if `is_open`."""
    messages: list[Question | Answer] = []
    for number, answer in enumerate(answers, start=1):
        messages.append(Question(content=f"Question {number}?", timestamp=NOW))
        messages.append(Answer(content=answer, timestamp=NOW, skipped=not answer))
    if is_open:
        messages.append(Question(content=f"Question {len(answers) + 1}?", timestamp=NOW))
    defaults = {
        "session_id": SESSION,
        "created_at": NOW,
        "last_updated": NOW,
        "job_title": "Electrician",
        "company_name": "Acme",
        "max_questions": questions,
        "cv_text": CV,
        "job_description_text": JOB,
        "messages": messages,
    }
    return Interview.model_validate(defaults | fields)


def store_of(interview: Interview) -> MemoryStore:
    store = MemoryStore()
    store.create(interview)
    return store


def load(store: MemoryStore) -> Interview:
    return store.load(SESSION, Interview)


FIRST, SECOND = STORY, f"{STORY} That was another school."
