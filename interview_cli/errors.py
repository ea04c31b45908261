"""Every failure a user can meet: one class each, with its exit code and its name in JSON."""

from os.path import basename
from pathlib import Path
from typing import Any, ClassVar

from interview_cli.next_step import Action, Hint, NextStep


class InterviewError(Exception):
    """One sentence for the user, and at most one hint: what to do next."""

    exit_code: ClassVar[int]
    code: ClassVar[str]
    extra: ClassVar[dict[str, Any]] = {}
    """The fields of the JSON document after status, code, error and hint."""

    def __init__(self, message: str, hint: Hint | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InternalError(InterviewError):
    """A bug. Only its place is named: its own text may quote a CV or an answer."""

    exit_code = 1
    code = "internal"

    @classmethod
    def locate(cls, error: Exception) -> "InternalError":
        """Return the failure for an exception that nobody expected, with its place."""
        # Imported here: only a bug needs it.
        from traceback import extract_tb

        frame = extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} in {basename(frame.filename)}, line {frame.lineno}"
        hint = "for the traceback, run the same command with INTERVIEW_DEBUG=1"
        return cls(f"internal error (a bug): {place}.", hint)


class UsageError(InterviewError):
    """Options are missing or cannot be combined."""

    exit_code = 2
    code = "usage"


class InvalidInput(InterviewError):
    """The input cannot be used."""

    exit_code = 2
    code = "invalid"


class UnreadableDocument(InvalidInput):
    """A CV or job description has no usable text."""


class NotFound(InterviewError):
    """The session does not exist, is ambiguous, has the other kind or has expired."""

    exit_code = 3
    code = "not_found"


class SessionMissing(NotFound):
    """No session has this id."""

    def __init__(self) -> None:
        super().__init__("Session not found or expired.", NextStep(Action.LIST_SESSIONS))


class SessionExpired(NotFound):
    """The session has expired and was not deleted yet: it can be kept."""

    def __init__(self, session_id: str, label: str) -> None:
        """`label` names the session for people."""
        super().__init__(
            f"Session not found or expired: {label} has expired.",
            NextStep(Action.KEEP, session_id),
        )


class PostNotFound(NotFound):
    """The job post does not exist or has expired."""

    extra: ClassVar[dict[str, Any]] = {
        "session_id": None,
        "agent_response": "I'm sorry, but your session has expired. Let's start fresh!",
        "is_complete": False,
        "job_data": {},
        "current_step": "getting_basic_info",
    }

    @classmethod
    def explain(cls, error: NotFound) -> "PostNotFound":
        """Return the failure for a job post that `error` did not find."""
        is_expired = isinstance(error, SessionExpired)
        hint = error.hint if is_expired else NextStep(Action.CREATE_JOB_POST)
        message = "Session not found or expired. Please start a new conversation."
        return cls(message, hint)


class Conflict(InterviewError):
    """The command is not possible at this stage."""

    exit_code = 4
    code = "conflict"


class ReadOnly(Conflict):
    """The session belongs to another owner, who shares it to be read."""


class CoachFailed(InterviewError):
    """The coach gave nothing usable; what the user said is saved."""

    exit_code = 5
    code = "llm"


class StorageFailed(InterviewError):
    """A file is damaged, or the disk refuses; nothing was lost."""

    exit_code = 6
    code = "storage"


class SessionDamaged(StorageFailed):
    """A file in the session folder that this version cannot read as a session."""


class SessionBusy(InterviewError):
    """Another process holds this session."""

    exit_code = 7
    code = "busy"


class Interrupted(InterviewError):
    """The user stopped the wait for the coach; everything acknowledged is saved."""

    exit_code = 130
    code = "interrupted"


def explain_path(path: Path) -> str:
    """Return the hint for a path that is not there: the working directory may be gone."""
    try:
        Path.cwd()
    except FileNotFoundError:
        if not path.is_absolute():
            return "the working directory was deleted: change to another one, or give a full path"
    except OSError:
        pass
    return "check the path"
