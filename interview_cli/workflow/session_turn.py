"""What a turn is made of, whatever is at work on the session: lease, expiry, saving, the coach."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from interview_cli.coach.base import Watch
from interview_cli.errors import CoachFailed, Interrupted, NotFound
from interview_cli.models import Interview, JobPost, Session
from interview_cli.store.base import Lease
from interview_cli.store.expiry import expired
from interview_cli.store.ids import short_id

Clock = Callable[[], datetime]
SILENT = Watch()
S = TypeVar("S", bound=Session)


class NewNotices(Watch):
    """Passes on what the coach says, and keeps each notice with the session, once."""

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
def coach_at_work(again: str, saved: str) -> Iterator[None]:
    """Says of whatever stops the coach what was saved, and how to go on: with it, or without.

    `again` is the command that goes on.
    """
    try:
        yield
    except KeyboardInterrupt as stop:
        raise Interrupted(f"interrupted; {saved}.", f"to go on: {again}") from stop
    except CoachFailed as error:
        first = f"{error.hint}, then" if error.hint else "to try again"
        raise CoachFailed(
            f"{saved}, but the coach failed: {error.sentence}",
            f"{first}: {again} (without a model: {again} --coach offline)",
        ) from error


def continued(lease: Lease[S], now: datetime) -> S:
    """The leased session, to go on with. Raises NotFound when it has expired."""
    refuse_expired(lease.session, now)
    return lease.session


def refuse_expired(session: Session, now: datetime) -> None:
    """Raises NotFound, with the way to bring it back."""
    if expired(session, now):
        raise NotFound(
            "Session not found or expired.",
            f"to bring it back: interview keep {short_id(session.session_id)}",
        )


def save(lease: Lease[Session], now: datetime) -> None:
    """Saves, and starts the time to live anew."""
    lease.session.last_updated = now
    lease.save()
