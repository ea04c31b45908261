"""What every turn is made of: a lease, the check of expiry, saving, a coach that may fail."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from interview_cli.coach.base import Watch
from interview_cli.errors import CoachFailed, Interrupted, SessionExpired
from interview_cli.models import Interview, JobPost, Session
from interview_cli.next_step import Hint, NextStep, Resume
from interview_cli.store.base import Lease
from interview_cli.store.expiry import expired

Clock = Callable[[], datetime]
SILENT = Watch()
S = TypeVar("S", bound=Session)


class NewNotices(Watch):
    """Pass on what the coach reports, and keep each notice with the session, once."""

    def __init__(self, session: Interview | JobPost, watch: Watch) -> None:
        self.shows_text = watch.shows_text
        self._session = session
        self._watch = watch

    def notice(self, text: str) -> None:
        if text not in self._session.notices:
            self._session.notices.append(text)
            self._watch.notice(text)

    def waiting(self, whom: str) -> None:
        self._watch.waiting(whom)

    def text(self, so_far: str) -> None:
        self._watch.text(so_far)

    def done(self) -> None:
        self._watch.done()


@contextmanager
def coach_at_work(step: NextStep, saved: str) -> Iterator[None]:
    """When something stops the coach, say what was saved and how to go on, with or without it.

    `step` is what goes on from here.
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


def continued(lease: Lease[S], now: datetime) -> S:
    """Return the leased session. Raises SessionExpired."""
    refuse_expired(lease.session, now)
    return lease.session


def refuse_expired(session: Session, now: datetime) -> None:
    """Raise SessionExpired for a session that has expired."""
    if expired(session, now):
        raise SessionExpired(session.session_id)


def save(lease: Lease[Session], now: datetime) -> None:
    """Save the session and restart its time to live."""
    lease.session.mark_changed(now)
    lease.save()
