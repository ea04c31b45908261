"""The seam: what the workflow asks of a store of sessions, whatever keeps them."""

from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol, TypeVar

from interview_cli.store.files.summaries import InterviewSummary, PostSummary, Summary

__all__ = ["InterviewSummary", "PostSummary", "Summary"]

if TYPE_CHECKING:  # A listing must not pay for pydantic.
    from interview_cli.models import Session

S = TypeVar("S", bound="Session")
S_co = TypeVar("S_co", bound="Session", covariant=True)


@dataclass(frozen=True)
class Listing:
    """Sessions, most recently created first; `total` counts those that were not read, too."""

    heads: list[Summary]
    total: int
    damaged: list[str]


@dataclass(frozen=True)
class Skipped:
    """A file that collect left alone, and why."""

    file: str
    reason: str
    refused: bool = False
    """By the system; to be in use or damaged is the file's own affair."""


@dataclass
class Collection:
    """What one collection of expired sessions looked at and did."""

    dry_run: bool
    checked: int = 0
    removed: list[str] = field(default_factory=list)
    kept: int = 0
    skipped: list[Skipped] = field(default_factory=list)


class Lease(Protocol[S_co]):
    """One session, held by this process alone until the turn ends."""

    @property
    def session(self) -> S_co:
        """The session as it was last loaded or saved; change it, then save."""

    def save(self) -> None:
        """Makes the session's present state durable, as often as the turn needs.

        Raises StorageFailed; the state saved before then stands.
        """


class Store(Protocol):
    """Sessions, each created once, changed under a lease, and removed whole."""

    def create(self, session: "Session") -> None:
        """Keeps a new session. Raises StorageFailed."""

    def load(self, session_id: str, kind: type[S]) -> S:
        """The session as it was last saved, without a lock; `kind` may be Session, for any.

        Raises NotFound, also for one of another kind, SessionDamaged or StorageFailed.
        """

    def head(self, session_id: str) -> Summary:
        """What a listing shows of one session. Raises as `load` does."""

    def heads(self, limit: int | None = None) -> Listing:
        """The newest `limit` sessions, or all; damaged ones are named, never raised."""

    def find(self, typed: str, now: datetime, kind: str | None = None) -> str:
        """The id that SESSION means (see `store.ids.resolve`). By their names, and by `latest`,
        only those of `kind` are meant where one is given. Raises NotFound."""

    def latest(self, now: datetime, kind: str | None = None) -> str:
        """The session, of `kind` or of any, updated last that has not expired. Raises NotFound
        where there is none."""

    def turn(self, session_id: str, kind: type[S]) -> AbstractContextManager[Lease[S]]:
        """A lease on one session of a kind.

        Raises NotFound as `load` does, SessionBusy when another holds it for longer than the
        store's time-out, SessionDamaged or StorageFailed.
        """

    def remove(self, session_id: str) -> None:
        """Deletes the session and all that is kept with it. Raises as `turn` does."""

    def collect(
        self,
        now: datetime,
        *,
        ttl: str | None = None,
        finished: bool = False,
        dry_run: bool = False,
        at_most_every: timedelta | None = None,
    ) -> Collection:
        """Deletes what has expired at `now` (see `store.expiry.expired`); never waits for a lock.

        What is damaged, in use or no session is left alone. Does nothing when the last collection
        is not yet `at_most_every` ago.
        """
