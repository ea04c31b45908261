"""The documents that the REST endpoints answer with, for their description in OpenAPI.

They describe what `render/payload.py` builds; a test compares both.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from interview_cli.models import Feedback, StudyReview


class Document(BaseModel):
    """At least these fields; later versions may add some."""

    model_config = ConfigDict(extra="allow")


class ErrorDocument(Document):
    """What every failure answers with."""

    status: Literal["error"]
    code: Literal[
        "internal",
        "usage",
        "invalid",
        "not_found",
        "conflict",
        "llm",
        "storage",
        "busy",
        "interrupted",
    ]
    error: str
    """One sentence."""
    hint: str | None
    """What to do next."""


class Flags(Document):
    """How far an interview has come."""

    has_cv: bool
    has_job_description: bool
    is_ready_for_interview: bool
    interview_started: bool
    interview_complete: bool
    has_feedback: bool


class CommonDocument(Document):
    """What sessions of every kind have."""

    status: Literal["ok"]
    session_id: str
    short_id: str
    name: str
    kind: Literal["interview", "job_post"]
    job_title: str
    company_name: str
    stage: str
    created_at: str
    last_updated: str
    expires_at: str | None
    expired: bool
    keep: bool
    next_command: str


class StatusDocument(CommonDocument):
    """Where an interview stands."""

    question_count: int
    answered_count: int
    max_questions: int
    open_question: str | None
    interview_score: int | None
    flags: Flags


class ListingDocument(Document):
    """Some of the sessions, the newest first."""

    status: Literal["ok"]
    sessions: list[CommonDocument]
    total: int
    damaged: list[str]


class SharesDocument(Document):
    """Who may read a session."""

    status: Literal["ok"]
    session_id: str
    shared_with: list[str]


class UploadedDocument(Document):
    """What was read of a document."""

    document: Literal["cv", "job"]
    kind: str
    characters: int
    words: int
    sections: list[str]
    hidden: list[str]


class UploadDocument(StatusDocument):
    """An interview after an upload."""

    documents: list[UploadedDocument]
    notices: list[str]


class TurnDocument(Document):
    """The conversation after a turn."""

    status: Literal["ok"]
    session_id: str
    number: int | None
    of: int
    answered_count: int
    question: str | None
    is_complete: bool
    coach: str | None
    model: str | None


class FeedbackDocument(Document):
    """The feedback as it is stored."""

    status: Literal["ok"]
    session_id: str
    feedback: Feedback


class StudyDocument(Document):
    """The ratings of one answer; null for a skipped one."""

    status: Literal["ok"]
    session_id: str
    number: int
    study: StudyReview | None


class SessionDocument(Document):
    """A session as it is stored."""

    status: Literal["ok"]
    session: dict[str, Any]


class PostDocument(Document):
    """A job post after a turn."""

    status: Literal["success"]
    session_id: str
    company_id: str
    company_name: str
    agent_response: str
    is_complete: bool
    job_data: dict[str, Any]
    current_step: Literal["getting_basic_info", "collecting_details", "reviewing", "complete"]
    missing: list[str]
    coach: str | None
    model: str | None


class PostDetailsDocument(PostDocument):
    """A job post with its whole conversation."""

    created_at: str
    last_updated: str
    conversation_turns: int
    conversation_history: list[str]
    sources: dict[str, list[int]]


class DeletedPostDocument(Document):
    """The job post that was deleted."""

    status: Literal["success"]
    session_id: str


_FAILURES = {
    400: "Fields are missing, or cannot be used.",
    401: "The token is missing.",
    403: "Another site asks, the Host header does not name this server, or another user shares the "
    "session to be read only.",
    404: "The session does not exist or has expired.",
    405: "This address does not take that method.",
    409: "Not possible at this stage, or busy (then with Retry-After).",
    413: "The request is too large.",
    500: "A bug, or a damaged file.",
    502: "The coach failed; what was said is saved.",
    503: "The server stops; what was said is saved.",
    507: "The disk is full; nothing was lost.",
}
# By reference: with a model, the framework would build a reader for each failure of each route.
FAILURES: dict[int | str, dict[str, Any]] = {
    status: {
        "description": about,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ErrorDocument"}}},
    }
    for status, about in _FAILURES.items()
}


def describe(document: type[Any]) -> dict[int | str, dict[str, Any]]:
    """Return how OpenAPI describes an answer without checking each one."""
    return {200: {"model": document, "description": "Done."}}
