"""What a listing shows of a session, read from the whole of its file without pydantic."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interview_cli.settings import DEFAULT_QUESTIONS, MAX_QUESTIONS
from interview_cli.store.files import disk
from interview_cli.store.files.heads import (
    Head,
    checked,
    exactly,
    head_fields,
    one_of,
    parse,
    text,
    time,
)
from interview_cli.vocabulary import FOCUSES, LEVELS, POST_STEPS, QUESTION_KINDS

if TYPE_CHECKING:  # A listing must not pay for pydantic.
    from interview_cli.models import Session


@dataclass(frozen=True)
class InterviewSummary(Head):
    """A head, and how far the interview has come."""

    max_questions: int
    has_cv: bool
    has_job_description: bool
    question_count: int
    answered_count: int
    open_question: str | None
    has_feedback: bool
    interview_score: int | None


@dataclass(frozen=True)
class PostSummary(Head):
    """A head, and how far the job post has come."""

    current_step: str
    """One of `vocabulary.POST_STEPS`."""


Summary = InterviewSummary | PostSummary


def read_summary(path: Path) -> Summary:
    """Raises FileNotFoundError, SessionDamaged or StorageFailed."""
    return summarized(path, parse(path, disk.read(path)))


def summarized(path: Path, data: dict[str, Any]) -> Summary:
    """The summary of a session file's data. Raises SessionDamaged, naming `path`."""
    return checked(path, data, _summary)


def summary_of(session: "Session") -> Summary:
    """The summary of a session at hand, which need not be read from its file once more."""
    return _summary(json.loads(session.to_json()))


def _summary(data: dict[str, Any]) -> Summary:
    return _post(data) if data["kind"] == "job_post" else _interview(data)


def _post(data: dict[str, Any]) -> PostSummary:
    fields = head_fields(data)
    for message in exactly(list, data.get("messages", [])):
        one_of(message["role"], ("user", "assistant"))
        text(message["content"])
        time(message["timestamp"])
    exactly(dict, data.get("sources", {}))
    if exactly(bool, data.get("is_complete", False)):
        fields["finished_at"] = fields["finished_at"] or fields["last_updated"]
    return PostSummary(
        **fields, current_step=one_of(data.get("current_step", POST_STEPS[0]), POST_STEPS)
    )


def _interview(data: dict[str, Any]) -> InterviewSummary:
    asked, answered, open_question = _conversation(data.get("messages", []))
    feedback = data.get("feedback")
    fields = head_fields(data)
    maximum = exactly(int, data.get("max_questions", DEFAULT_QUESTIONS))
    if not 1 <= maximum <= MAX_QUESTIONS or asked > maximum:
        raise ValueError("number of questions")
    _check_rest(data, answered)
    if answered >= maximum or feedback is not None:
        fields["finished_at"] = fields["finished_at"] or fields["last_updated"]
    return InterviewSummary(
        **fields,
        max_questions=maximum,
        has_cv=_has_text(data.get("cv_text")),
        has_job_description=_has_text(data.get("job_description_text")),
        question_count=asked,
        answered_count=answered,
        open_question=open_question,
        has_feedback=feedback is not None,
        interview_score=None if feedback is None else _score(feedback["interview_score"]),
    )


def _check_rest(data: dict[str, Any], answered: int) -> None:
    """What a summary does not show, but a session must hold rightly. Raises ValueError or the like.

    The model checks more; here is what makes a listing call a file good that no command can open.
    """
    one_of(data.get("focus", "mixed"), FOCUSES)
    one_of(data.get("level"), (None, *LEVELS))
    text(data.get("language", "en"))
    _has_text(data.get("fence"))
    for notice in exactly(list, data.get("notices", [])):
        text(notice)
    for slot in exactly(list, data.get("plan", [])):
        one_of(slot["kind"], QUESTION_KINDS)
        text(slot["topic"])
    feedback = data.get("feedback")
    if feedback is not None and len(exactly(list, feedback["answers"])) != answered:
        raise ValueError("feedback on other answers")


def _conversation(messages: Any) -> tuple[int, int, str | None]:
    """Questions asked, questions answered, and the open question if there is one."""
    for index, message in enumerate(exactly(list, messages)):
        one_of(message["role"], ("user",) if index % 2 else ("assistant",))
        text(message["content"])
        time(message["timestamp"])
        exactly(bool, message.get("skipped", False))
    answered = len(messages) // 2
    asked = len(messages) - answered
    return asked, answered, text(messages[-1]["content"]) if asked > answered else None


def _score(value: Any) -> int:
    if not 0 <= exactly(int, value) <= 100:
        raise ValueError("a score out of bounds")
    return int(value)


def _has_text(value: Any) -> bool:
    return value is not None and bool(exactly(str, value))
