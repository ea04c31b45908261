"""The parts of every turn: a lease, the check of expiry, saving, and a coach that may fail."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from interview_cli.coach.base import ProgressListener
from interview_cli.errors import CoachFailed, Conflict, Interrupted
from interview_cli.models import Interview
from interview_cli.next_step import Action, Hint, NextStep, Resume
from interview_cli.store.base import Lease
from interview_cli.store.expiry import is_expired
from interview_cli.store.ids import explain_expired
from interview_cli.stored import Session

if TYPE_CHECKING:  # An interview must not pay for the models of job posts.
    from interview_cli.post_models import JobPost

Clock = Callable[[], datetime]
NO_PROGRESS = ProgressListener()
S = TypeVar("S", bound=Session)


class RecordingListener(ProgressListener):
    """Pass on what the coach reports, and keep each notice with the session, once."""

    def __init__(self, session: "Interview | JobPost", listener: ProgressListener) -> None:
        self.shows_text = listener.shows_text
        self._session = session
        self._listener = listener

    def notice(self, text: str) -> None:
        if text not in self._session.notices:
            self._session.notices.append(text)
            self._listener.notice(text)

    def waiting(self, whom: str) -> None:
        self._listener.waiting(whom)

    def text(self, so_far: str) -> None:
        self._listener.text(so_far)

    def done(self) -> None:
        self._listener.done()

    def strike_out(self, fault: str) -> None:
        self._listener.strike_out(fault)


@contextmanager
def explain_coach_failure(step: NextStep, saved: str) -> Iterator[None]:
    """When the coach fails or is interrupted, report what was saved and how to continue.

    `saved` says what was saved; `step` is the step to continue with.
    """
    try:
        yield
    except KeyboardInterrupt as stop:
        raise Interrupted(f"interrupted; {saved}.", Resume(step)) from stop
    except CoachFailed as error:
        raise CoachFailed(
            f"{saved}, but the coach failed: {error.message}",
            Resume(step, first=_single_step(error.hint), offers_offline=True),
        ) from error


def _single_step(hint: Hint | None) -> NextStep | str | None:
    return hint.first if isinstance(hint, Resume) else hint


def require_live(lease: Lease[S], now: datetime) -> S:
    """Return the leased session. Raises SessionExpired."""
    require_not_expired(lease.session, now)
    return lease.session


def require_not_expired(session: Session, now: datetime) -> None:
    """Raise SessionExpired for a session that has expired."""
    if is_expired(session, now):
        raise explain_expired(session)


def save_turn(lease: Lease[Session], now: datetime) -> None:
    """Save the session and restart its time to live."""
    lease.session.mark_changed(now)
    lease.save()


def explain_finished(interview: Interview) -> Conflict:
    """Return the error for a change that comes too late."""
    if interview.feedback:
        return Conflict(
            "feedback was given, so nothing can be changed any more.",
            NextStep(Action.COPY_INTERVIEW, interview.session_id),
        )
    return explain_complete(interview)


def explain_complete(interview: Interview) -> Conflict:
    """Return the error for a question that is too many."""
    return Conflict("every question is answered.", NextStep(Action.FEEDBACK, interview.session_id))
