"""The Store protocol: what the workflow needs from anything that keeps sessions.

Methods take ids and content. Only the store knows how it keeps a session, as a file or a row.
Messages may show the name that the store uses.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from interview_cli.store.summary import Summary

if TYPE_CHECKING:  # A listing must not pay for pydantic.
    from interview_cli.store.health import Finding
    from interview_cli.stored import Session

S = TypeVar("S", bound="Session")
S_co = TypeVar("S_co", bound="Session", covariant=True)


class Listing(NamedTuple):
    """Some of the sessions in a store."""

    summaries: list[Summary]
    """Most recently created first."""
    total: int
    """All sessions in the store, including damaged ones and those beyond the limit."""
    damaged: list[str]
    """The sessions that could not be read, by the names that the store uses in messages."""


class Skipped(NamedTuple):
    """A session that `collect` did not delete, although it may have expired."""

    session: str
    """The name that the store uses in messages, such as a file name."""
    reason: str
    is_refused: bool = False
    """Whether the system refused to read or delete it. False if it is in use or damaged."""


@dataclass
class Collection:
    """What one collection of expired sessions checked and deleted."""

    dry_run: bool
    checked: int = 0
    removed: list[str] = field(default_factory=list)
    """The ids of deleted sessions; in a dry run, those that would be deleted."""
    kept: int = 0
    skipped: list[Skipped] = field(default_factory=list)

    def add(self, other: "Collection") -> None:
        """Count what a collection of another owner's sessions did too."""
        self.checked += other.checked
        self.removed += other.removed
        self.kept += other.kept
        self.skipped += other.skipped


class Lease(Protocol[S_co]):
    """A session that only this process may change until the turn ends."""

    @property
    def session(self) -> S_co:
        """The session as last loaded or saved. Change it, then save."""

    def save(self) -> None:
        """Make the present state of the session durable. A turn may save several times.

        Raises StorageFailed; the state saved before stays.
        """


class Store(Protocol):
    """Keeps sessions. Each is created once, changed under a lease, and removed as a whole."""

    def create(self, session: "Session") -> None:
        """Save a new session. Raises StorageFailed."""

    def load(self, session_id: str, kind: type[S]) -> S:
        """Return the session as last saved. Takes no lock. The type Session means any kind.

        Raises NotFound, also for a session of another kind, SessionDamaged or StorageFailed.
        """

    def summary(self, session_id: str) -> Summary:
        """Return the summary of one session. Raises as `load` does."""

    def summaries(
        self, limit: int | None = None, offset: int = 0, kind: str | None = None
    ) -> Listing:
        """Return the newest `limit` sessions of a kind after the first `offset`, or all of them.

        Damaged sessions raise nothing; they are of no kind.
        """

    def find(self, typed: str, now: datetime, kind: str | None = None) -> str:
        """Return the id of the session that a user typed (see `store.ids.resolve_id`).

        `kind` limits the search by name, and `latest`, to one kind. Raises NotFound, also for the
        name of a session of another kind.
        """

    def latest(self, now: datetime, kind: str | None = None) -> str:
        """Return the id of the unexpired session that was updated last.

        `kind` limits the search to one kind. Raises SessionMissing if there is none, and
        SessionExpired, naming the one updated last, if all have expired.
        """

    def turn(self, session_id: str, kind: type[S]) -> AbstractContextManager[Lease[S]]:
        """Lease a session of a kind for the length of a `with` block.

        Raises NotFound as `load` does, ReadOnly for a shared session, SessionBusy if another
        process holds the session for longer than the store's time-out, SessionDamaged or
        StorageFailed.
        """

    def remove(self, session_id: str) -> None:
        """Delete a session and everything kept with it. Raises as `turn` does."""

    def collect(
        self,
        now: datetime,
        *,
        ttl: str | None = None,
        finished: bool = False,
        dry_run: bool = False,
        spares: Callable[[Summary], bool] | None = None,
        at_most_every: timedelta | None = None,
    ) -> Collection:
        """Delete the sessions that have expired at `now`. Never waits for a lock.

        `ttl` and `finished` change what expires (see `store.expiry`). A session
        for which `spares` returns True is not deleted. Sessions that are damaged or in use are
        left alone. Does nothing if the last collection was less than
        `at_most_every` ago.
        """

    def list_ids(self) -> list[str]:
        """Return the ids of all sessions, oldest first. Raises StorageFailed."""

    def read_document(self, session_id: str) -> bytes:
        """Return a session as it is kept, byte for byte. Raises NotFound or StorageFailed."""

    def add_document(self, session_id: str, document: bytes) -> bool:
        """Keep a document that another store returned, unless the session exists already.

        Return whether it was added. Raises SessionDamaged, and StorageFailed.
        """

    def shared(self, limit: int | None = None, offset: int = 0) -> Listing:
        """Return sessions of any kind that other owners share with this one, newest first.

        They can be loaded and found; `turn` and `remove` raise ReadOnly. A store of one person has
        none.
        """
        return Listing([], total=0, damaged=[])

    def shared_by(self, session_id: str) -> str | None:
        """Return the owner who shares a session with this one; None for the owner's own."""
        return None

    def check(self, now: datetime) -> "list[Finding]":
        """Say of each part of the store whether it is well. Changes nothing, raises nothing."""
