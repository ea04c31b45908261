"""Where an interview stands and what comes next: pure functions of a few facts.

A listing knows these facts from a session's summary, a turn from the whole session.
"""

from datetime import datetime
from typing import Literal, Protocol

from interview_cli.next_step import Action, NextStep
from interview_cli.store.base import PostSummary, Summary
from interview_cli.store.expiry import expired

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
    def answered_count(self) -> int:
        """Questions answered."""

    @property
    def max_questions(self) -> int: ...
    @property
    def has_feedback(self) -> bool: ...


def stage_name(summary: Summary) -> str:
    """Return the stage of an interview, or the current step of a job post."""
    return summary.current_step if isinstance(summary, PostSummary) else derive_stage(summary)


def derive_flags(progress: Progress) -> dict[str, bool]:
    """Return the six facts that scripts rely on."""
    return {
        "has_cv": progress.has_cv,
        "has_job_description": progress.has_job_description,
        "is_ready_for_interview": progress.has_cv and progress.has_job_description,
        "interview_started": progress.question_count > 0,
        "interview_complete": progress.answered_count >= progress.max_questions,
        "has_feedback": progress.has_feedback,
    }


def derive_stage(progress: Progress) -> Stage:
    """Return the stage of an interview. It is derived on every read and never stored."""
    if progress.has_feedback:
        return "feedback_generated"
    flags = derive_flags(progress)
    if flags["interview_complete"]:
        return "completed"
    if flags["interview_started"]:
        return "in_progress"
    return "documents_uploaded" if flags["is_ready_for_interview"] else "created"


def find_next_step(summary: Summary, now: datetime) -> NextStep:
    """Return what takes the session on at `now`."""
    session = summary.session_id
    if expired(summary, now):
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
