"""Derive the stage of a session and its next step: pure functions of a few facts.

Both an interview and its summary in a listing have these facts.
"""

from datetime import datetime
from typing import Literal, Protocol

from interview_cli.next_step import Action, NextStep
from interview_cli.store.expiry import is_expired
from interview_cli.store.summary import PostSummary, Summary

Stage = Literal["created", "documents_uploaded", "in_progress", "completed", "feedback_generated"]


class Progress(Protocol):
    """The facts that stage and flags are derived from."""

    @property
    def has_cv(self) -> bool: ...
    @property
    def has_job_description(self) -> bool: ...
    @property
    def question_count(self) -> int:
        """Questions asked."""

    @property
    def is_complete(self) -> bool:
        """Whether every question is answered."""

    @property
    def has_feedback(self) -> bool: ...


def stage_name(summary: Summary) -> str:
    """Return the stage of an interview, or the current step of a job post."""
    return summary.current_step if isinstance(summary, PostSummary) else derive_stage(summary)


def derive_flags(progress: Progress) -> dict[str, bool]:
    """Return the six flags that scripts rely on, by their JSON names."""
    return {
        "has_cv": progress.has_cv,
        "has_job_description": progress.has_job_description,
        "is_ready_for_interview": progress.has_cv and progress.has_job_description,
        "interview_started": progress.question_count > 0,
        "interview_complete": progress.is_complete,
        "has_feedback": progress.has_feedback,
    }


def derive_stage(progress: Progress) -> Stage:
    """Return the stage of an interview. It is derived on every read and never stored."""
    flags = derive_flags(progress)
    if flags["has_feedback"]:
        return "feedback_generated"
    if flags["interview_complete"]:
        return "completed"
    if flags["interview_started"]:
        return "in_progress"
    return "documents_uploaded" if flags["is_ready_for_interview"] else "created"


def find_next_step(summary: Summary, now: datetime) -> NextStep:
    """Return what the user can do next with a session at `now`."""
    session = summary.session_id
    if summary.shared_by:
        is_post = isinstance(summary, PostSummary)
        return NextStep(Action.SHOW_JOB_POST if is_post else Action.SHOW_INTERVIEW, session)
    if is_expired(summary, now):
        return NextStep(Action.KEEP, session)
    if isinstance(summary, PostSummary):
        is_complete = summary.current_step == "complete"
        return NextStep(Action.EXPORT_JOB_POST if is_complete else Action.SAY, session)
    stage = derive_stage(summary)
    if stage == "feedback_generated":
        return NextStep(Action.EXPORT, session)
    if stage == "completed":
        return NextStep(Action.FEEDBACK, session)
    if summary.open_question is not None:
        return NextStep(Action.ANSWER, session)
    missing = find_missing_documents(summary)
    return NextStep(Action.UPLOAD if missing else Action.ASK, session, missing=missing)


def find_missing_documents(progress: Progress) -> tuple[Literal["cv", "job"], ...]:
    """Return the documents that an interview still needs."""
    missing: list[Literal["cv", "job"]] = []
    if not progress.has_cv:
        missing.append("cv")
    if not progress.has_job_description:
        missing.append("job")
    return tuple(missing)
