"""Summaries: what a listing and `gc` need to know of a session, without pydantic."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:  # A listing must not pay for pydantic.
    from interview_cli.models import Interview
    from interview_cli.post_models import JobPost
    from interview_cli.stored import Session


@dataclass(frozen=True)
class CommonFields:
    """The fields that sessions of every kind have."""

    kind: str
    """`interview` or `job_post`."""
    session_id: str
    name: str
    """A name to type, made of company and title."""
    created_at: datetime
    """Aware, UTC; so are the other times."""
    last_updated: datetime
    ttl: str
    """Time to live, as `settings.parse_ttl` reads it."""
    keep: bool
    finished_at: datetime | None
    """As stored; a file written by hand may lack it."""
    job_title: str
    """Empty in a job post that has no title yet."""
    company_name: str
    shared_by: str | None = field(default=None, kw_only=True)
    """The owner, if it belongs to another one who shares it. Not stored with the session."""

    @property
    def is_finished(self) -> bool:
        """Whether the session is finished, as far as these fields tell."""
        return self.finished_at is not None


COMMON_STORED_FIELDS = frozenset({field.name for field in fields(CommonFields)} - {"shared_by"})
"""The names of the common fields that are stored with a session."""


@dataclass(frozen=True)
class InterviewSummary(CommonFields):
    """The common fields, and how far the interview has come."""

    max_questions: int
    has_cv: bool
    has_job_description: bool
    question_count: int
    """Questions asked."""
    answered_count: int
    """Questions answered."""
    open_question: str | None
    has_feedback: bool
    interview_score: int | None
    """0 to 100; None before feedback."""
    interview_date: date | None = None
    """The day of the real interview, where the user is; None if it is not known."""

    @property
    def has_answer(self) -> bool:
        """Whether the user answered a question; a skipped one counts."""
        return self.answered_count > 0

    @property
    def is_complete(self) -> bool:
        """Whether every question is answered."""
        return self.answered_count >= self.max_questions

    @property
    def is_finished(self) -> bool:
        return super().is_finished or self.is_complete or self.has_feedback


@dataclass(frozen=True)
class PostSummary(CommonFields):
    """The common fields, and how far the job post has come."""

    current_step: str
    """One of `vocabulary.POST_STEPS`."""
    is_complete: bool
    """Whether the employer confirmed the post."""
    has_answer: bool
    """Whether the employer said anything yet."""

    @property
    def is_finished(self) -> bool:
        return super().is_finished or self.is_complete


Summary = InterviewSummary | PostSummary


def summarize(session: "Session") -> Summary:
    """Return the summary of a session in memory."""
    if session.kind == "job_post":
        return _summarize_post(cast("JobPost", session))
    return _summarize_interview(cast("Interview", session))


def _summarize_interview(interview: "Interview") -> InterviewSummary:
    question, feedback = interview.open_question, interview.feedback
    return InterviewSummary(
        **_copy_common_fields(interview),
        max_questions=interview.max_questions,
        has_cv=interview.has_cv,
        has_job_description=interview.has_job_description,
        question_count=interview.question_count,
        answered_count=interview.answered_count,
        open_question=question.content if question else None,
        has_feedback=interview.has_feedback,
        interview_score=feedback.interview_score if feedback else None,
        interview_date=interview.interview_date,
    )


def _summarize_post(post: "JobPost") -> PostSummary:
    return PostSummary(
        **_copy_common_fields(post),
        current_step=post.current_step,
        is_complete=post.is_complete,
        has_answer=any(message.role == "user" for message in post.messages),
    )


def _copy_common_fields(session: "Interview | JobPost") -> dict[str, Any]:
    return {
        "kind": session.kind,
        "session_id": session.session_id,
        "name": session.name,
        "created_at": session.created_at,
        "last_updated": session.last_updated,
        "ttl": session.ttl,
        "keep": session.keep,
        "finished_at": session.finished_at,
        "job_title": session.job_title,
        "company_name": session.company_name,
    }
