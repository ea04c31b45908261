"""Lease a session for a turn, and save what the turn made of it.

A turn is a lease, not a transaction: none is open while a model is called.
"""

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from interview_cli.errors import InterviewError, SessionBusy, SessionMissing
from interview_cli.store.ids import explain_busy, explain_read_only, is_id, short_id
from interview_cli.store.postgres import statements
from interview_cli.store.postgres.connection import Connections
from interview_cli.store.postgres.faults import ConnectionLost
from interview_cli.store.postgres.rows import build_row
from interview_cli.store.postgres.shares import PostgresShares

if TYPE_CHECKING:  # A listing must not pay for pydantic.
    from interview_cli.stored import Session

S = TypeVar("S", bound="Session")
_POLL_S = 0.1
"""How often a turn asks whether another one has ended."""


@dataclass
class PostgresLease(Generic[S]):
    """A session that is leased to this process.

    The token grows with each lease, so what a process saves that was away for too long, while
    another one took the session over, is refused (fencing).
    """

    leases: "Leases"
    session: S
    token: int
    version: int

    def save(self) -> None:
        row = build_row(self.session)
        try:
            is_saved = self._write(row)
        except ConnectionLost:
            # Whether the change was kept is unknown; the row tells. If the server is still at it,
            # the second write waits for its end and changes nothing.
            is_saved = self._was_kept() or self._write(row) or self._was_kept()
        if not is_saved:
            raise SessionBusy(
                f"another process took session {short_id(self.session.session_id)} over.",
                "run the same command again: this change was not saved, earlier ones were",
            )
        self.version += 1

    def _write(self, row: dict[str, Any]) -> bool:
        where = {"token": self.token, "version": self.version}
        return bool(self.leases.run(statements.SAVE, **row, **where))

    def _was_kept(self) -> bool:
        """Return whether the change is stored; not if another process has changed it since."""
        where = {"id": self.session.session_id, "token": self.token, "saved": self.version + 1}
        return bool(self.leases.run(statements.KEPT, **where))


class Leases:
    """The leases of one owner's sessions."""

    def __init__(
        self, connections: Connections, owner: str, lock_timeout_s: float, lease_s: float
    ) -> None:
        """`lock_timeout_s`: how long to wait for another turn; `lease_s`: how long one may take."""
        self._connections = connections
        self._owner = owner
        self._lock_timeout_s = lock_timeout_s
        self._lease = timedelta(seconds=lease_s)

    @contextmanager
    def lease(self, session_id: str) -> Iterator[tuple[int, int, str]]:
        """Lease a session for a `with` block. Yield the token, the version and the document.

        Raises NotFound, SessionBusy or StorageFailed.
        """
        if not is_id(session_id):
            raise SessionMissing
        taker = secrets.randbelow(statements.TAKERS)
        is_refused = False
        try:
            try:
                lease = self._take(session_id, taker)
            except InterviewError:
                is_refused = True
                raise
            yield lease
        finally:
            # Also after a signal that came when the server had given the lease and not said so.
            if not is_refused:
                self._release(session_id, taker)

    def run(self, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        """Run one statement of this owner (see `Connections.run`)."""
        return self._connections.run(self._owner, statement, **values)

    def _take(self, session_id: str, taker: int) -> tuple[int, int, str]:
        deadline = time.monotonic() + self._lock_timeout_s
        values = {"id": session_id, "lease": self._lease, "taker": taker}
        while True:
            rows = self._run_repeatable(statements.LEASE, **values)
            if rows:
                token, version, doc = rows[0]
                return token, version, doc
            if not self._run_repeatable(statements.VERSION, id=session_id):
                raise self._explain_missing(session_id)
            if time.monotonic() >= deadline:
                raise explain_busy(session_id)
            time.sleep(_POLL_S)

    def _explain_missing(self, session_id: str) -> InterviewError:
        """Return the error for a session that this owner does not have."""
        shared = PostgresShares(self._connections, self._owner).read("version", session_id)
        return explain_read_only(session_id, shared[0]) if shared else SessionMissing()

    def _release(self, session_id: str, taker: int) -> None:
        # A lease that cannot be given back ends by itself.
        with suppress(InterviewError):
            try:
                self._run_repeatable(statements.RELEASE, id=session_id, taker=taker)
            except (KeyboardInterrupt, SystemExit):  # a signal that came just now
                self._run_repeatable(statements.RELEASE, id=session_id, taker=taker)
                raise

    def _run_repeatable(self, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        return self._connections.run_repeatable(self._owner, statement, **values)
