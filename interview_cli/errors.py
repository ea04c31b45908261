"""Every failure a user can meet: one class each, with its exit code and its name in JSON."""

from typing import Any, ClassVar


class InterviewError(Exception):
    """One sentence for the user, and at most one hint that names the command to run next."""

    exit_code: ClassVar[int]
    code: ClassVar[str]
    beside: ClassVar[dict[str, Any]] = {}
    """What stands in the JSON document beside status, code, error and hint."""

    def __init__(self, sentence: str, hint: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint


class Defect(InterviewError):
    """A failure of ours; its text may quote a CV or an answer, so that only its place is named."""

    exit_code = 1
    code = "internal"


class UsageError(InterviewError):
    """Options that do not go together, or miss what the command needs."""

    exit_code = 2
    code = "usage"


class InvalidInput(InterviewError):
    """Input that can never work, however often it is tried."""

    exit_code = 2
    code = "invalid"


class UnreadableDocument(InvalidInput):
    """A CV or job description from which no usable text can be had."""


class NotFound(InterviewError):
    """No such session, more than one, or one that has expired."""

    exit_code = 3
    code = "not_found"


class PostNotFound(NotFound):
    """No such job post, or one that has expired."""

    beside: ClassVar[dict[str, Any]] = {
        "session_id": None,
        "agent_response": "I'm sorry, but your session has expired. Let's start fresh!",
        "is_complete": False,
        "job_data": {},
        "current_step": "getting_basic_info",
    }


class Conflict(InterviewError):
    """The right command at the wrong stage."""

    exit_code = 4
    code = "conflict"


class CoachFailed(InterviewError):
    """The coach gave nothing usable; what the user said is saved."""

    exit_code = 5
    code = "llm"


class StorageFailed(InterviewError):
    """A damaged file, or a disk that refuses; nothing was lost."""

    exit_code = 6
    code = "storage"


class SessionDamaged(StorageFailed):
    """A file in the session folder that is no session this version can read."""


class SessionBusy(InterviewError):
    """Another process holds this session."""

    exit_code = 7
    code = "busy"


class Interrupted(InterviewError):
    """The user stopped a wait for the coach; what was acknowledged is saved."""

    exit_code = 130
    code = "interrupted"
