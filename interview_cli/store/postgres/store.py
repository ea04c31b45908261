"""PostgresStore: keep each session in a row, and lease it for a turn.

A turn is a lease, not a transaction: none is open while a model is called. Each statement is a
transaction of its own, and durable when it returns (`synchronous_commit`).
"""

import re
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from psycopg.types.json import Jsonb

from interview_cli.errors import (
    InterviewError,
    SessionBusy,
    SessionDamaged,
    SessionMissing,
    StorageFailed,
)
from interview_cli.settings import MIN_ID_PART_CHARS
from interview_cli.store.base import Collection, Listing, Skipped, Store
from interview_cli.store.expiry import CollectionRule, find_expiry
from interview_cli.store.ids import (
    explain_busy,
    explain_read_only,
    find_latest,
    is_id,
    resolve_id,
    select_kind,
    short_id,
)
from interview_cli.store.postgres import statements
from interview_cli.store.postgres.connection import ConnectionLost, Connections
from interview_cli.store.postgres.heads import build_head, parse_head
from interview_cli.store.postgres.shares import PostgresShares
from interview_cli.store.summary import Summary, summarize

if TYPE_CHECKING:  # A listing must not pay for pydantic.
    from interview_cli.models import Session
    from interview_cli.store.health import Finding

S = TypeVar("S", bound="Session")
BATCH = 500
"""Rows that one statement of `collect` reads or deletes."""
_LEAST_ID = "00000000-0000-0000-0000-000000000000"
_LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff"
_PART_OF_ID = re.compile(rf"[0-9a-f-]{{{MIN_ID_PART_CHARS},36}}")
_POLL_S = 0.1
"""How often a turn asks whether another one has ended."""


@dataclass
class PostgresLease(Generic[S]):
    """A session that is leased to this process.

    The token grows with each lease, so what a process saves that was away for too long, while
    another one took the session over, is refused (fencing).
    """

    store: "PostgresStore"
    session: S
    token: int
    version: int

    def save(self) -> None:
        row = _build_row(self.session)
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
        return bool(self.store.run(statements.SAVE, **row, **where))

    def _was_kept(self) -> bool:
        """Return whether the change is stored; not if another process has changed it since."""
        where = {"id": self.session.session_id, "token": self.token, "saved": self.version + 1}
        return bool(self.store.run(statements.KEPT, **where))


class PostgresStore(Store):
    """The sessions of one owner in a database. Messages name a session by its id."""

    def __init__(
        self, connections: Connections, owner: str, lock_timeout_s: float, lease_s: float
    ) -> None:
        """`lease_s`: how long a turn may take before another process may take the session over."""
        self._connections = connections
        self._owner = owner
        self._lock_timeout_s = lock_timeout_s
        self._lease = timedelta(seconds=lease_s)
        self._shares = PostgresShares(connections, owner)
        self._last_read: tuple[str, str | None] = ("", None)
        """The session that was read or found last, and who shares it, which is asked next."""

    def create(self, session: "Session") -> None:
        # Nobody else has this id: a row that exists already was kept before the connection broke.
        self._run_twice(statements.ADD, **_build_row(session), kind=session.kind)

    def load(self, session_id: str, kind: type[S]) -> S:
        return _parse(session_id, self.read_document(session_id), kind)

    def summary(self, session_id: str) -> Summary:
        head = self._read("head", session_id)
        return _parse_head(session_id, head, self.shared_by(session_id))

    def summaries(
        self, limit: int | None = None, offset: int = 0, kind: str | None = None
    ) -> Listing:
        rows = self._run_twice(statements.PAGE, kind=kind, limit=limit, offset=offset)
        total = rows[0][2] if rows else self._run_twice(statements.COUNT, kind=kind)[0][0]
        return _build_listing([row[:2] for row in rows], total)

    def shared(self, limit: int | None = None, offset: int = 0) -> Listing:
        return _build_listing(*self._shares.list_heads(limit, offset))

    def shared_by(self, session_id: str) -> str | None:
        last_id, owner = self._last_read
        if last_id == session_id:
            return owner
        if self.read_version(session_id) is not None:
            return None
        found = self._shares.read("version", session_id)
        return found[0] if found else None

    def find(self, typed: str, now: datetime, kind: str | None = None) -> str:
        try:
            found = self._find_own(typed, now, kind)
        except SessionMissing:
            shared = self.shared().summaries
            if not shared or typed.casefold() == "latest":
                raise
            ids = list(dict.fromkeys(summary.session_id for summary in shared))
            return resolve_id(typed, ids, lambda: shared, now, kind)
        self._last_read = (found, None)
        return found

    def _find_own(self, typed: str, now: datetime, kind: str | None) -> str:
        ids = self._match_ids(typed.casefold())
        return resolve_id(typed, ids, lambda: self.summaries().summaries, now, kind)

    def latest(self, now: datetime, kind: str | None = None) -> str:
        return find_latest(select_kind(self.summaries().summaries, kind), now)

    @contextmanager
    def turn(self, session_id: str, kind: type[S]) -> Iterator[PostgresLease[S]]:
        with self._leased(session_id) as (token, version, doc):
            session = _parse(session_id, doc.encode("utf-8"), kind)
            yield PostgresLease(self, session, token, version)

    def remove(self, session_id: str) -> None:
        with self._leased(session_id) as (token, _, doc):
            _parse_any_kind(session_id, doc.encode("utf-8"))
            self._run_twice(statements.DELETE, id=session_id, token=token)

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
        collection = Collection(dry_run)
        if at_most_every and self._has_collected_within(at_most_every, now):
            return collection
        collection.checked, clock = self.run(statements.COUNT, kind=None)[0]
        # A clock of this machine that is ahead must not make sessions expire.
        rule = CollectionRule(min(now, clock), ttl, finished, spares)
        for batch in self._list_batches(rule):
            wanted = dict(_select_deleted(batch, rule, collection))
            collection.removed += wanted if dry_run else self._delete_batch(wanted)
        collection.kept = collection.checked - len(collection.removed) - len(collection.skipped)
        if not dry_run:
            self._remember_collection(now)
        return collection

    def _list_batches(self, rule: CollectionRule) -> Iterator[list[tuple[Any, ...]]]:
        """Yield the rows that may have expired, by their ids."""
        after = _LEAST_ID
        # Only the usual rule is the one that `expires_at` was computed by.
        is_other_rule = rule.ttl is not None or rule.finished
        values = {"now": rule.now, "batch": BATCH, "is_other_rule": is_other_rule}
        while rows := self.run(statements.EXPIRED, after=after, **values):
            yield rows
            after = str(rows[-1][0])

    def _delete_batch(self, wanted: dict[str, int]) -> list[str]:
        """Delete the sessions that still have these versions, and return the ids of those gone."""
        if not wanted:
            return []
        rows = self.run(statements.COLLECT, ids=list(wanted), versions=list(wanted.values()))
        gone = {str(row[0]) for row in rows}
        return [session_id for session_id in wanted if session_id in gone]

    def list_ids(self) -> list[str]:
        query = "select id::text from interview_sessions where owner = %(owner)s order by id"
        return [row[0] for row in self.run(query)]

    def read_document(self, session_id: str) -> bytes:
        document: str = self._read("doc", session_id)
        return document.encode("utf-8")

    def add_document(self, session_id: str, document: bytes) -> bool:
        session = _parse_any_kind(session_id, document)
        row = _build_row(session) | {"doc": document.decode("utf-8"), "kind": session.kind}
        return bool(self.run(statements.ADD, **row))

    def check(self, now: datetime) -> "list[Finding]":
        # Imported here: only `doctor` needs it.
        from interview_cli.store.postgres.health import check_database

        return check_database(self._connections, self._owner, now)

    def read_version(self, session_id: str) -> int | None:
        """Return how often a session was saved, or None if there is none. Raises StorageFailed."""
        rows = self._run_twice(statements.VERSION, id=session_id)
        return rows[0][0] if rows else None

    def run(self, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        """Run one statement of this owner (see `Connections.run`)."""
        return self._connections.run(self._owner, statement, **values)

    def _match_ids(self, typed: str) -> list[str]:
        """Return the ids that begin or end with a text, without reading all ids of the owner."""
        if is_id(typed):
            return [typed] if self.read_version(typed) is not None else []
        if not _PART_OF_ID.fullmatch(typed):
            return []
        first, last = (typed + whole[len(typed) :] for whole in (_LEAST_ID, _LAST_ID))
        # Else it is the end of an id, with its dashes elsewhere.
        bounds = (first, last) if is_id(first) else (None, None)
        values = {"typed": typed, "first": bounds[0], "last": bounds[1]}
        return [row[0] for row in self._run_twice(statements.MATCH, **values)]

    def _run_twice(self, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        """Run a statement that may be repeated, and once more if the connection breaks."""
        try:
            return self.run(statement, **values)
        except ConnectionLost:
            return self.run(statement, **values)

    def _read(self, column: str, session_id: str) -> Any:
        if not is_id(session_id):
            raise SessionMissing
        where = "where owner = %(owner)s and id = %(id)s"
        rows = self._run_twice(f"select {column} from interview_sessions {where}", id=session_id)
        shared = None if rows else self._shares.read(column, session_id)
        if not rows and shared is None:
            raise SessionMissing
        owner, value = shared or (None, rows[0][0])
        self._last_read = (session_id, owner)
        return value

    @contextmanager
    def _leased(self, session_id: str) -> Iterator[tuple[int, int, str]]:
        """Lease a session for a `with` block. Yield the token, the version and the document.

        Raises NotFound, SessionBusy or StorageFailed.
        """
        if not is_id(session_id):
            raise SessionMissing
        taker = secrets.randbelow(statements.TAKERS)
        is_refused = False
        try:
            try:
                lease = self._take_lease(session_id, taker)
            except InterviewError:
                is_refused = True
                raise
            yield lease
        finally:
            # Also after a signal that came when the server had given the lease and not said so.
            if not is_refused:
                self._release(session_id, taker)

    def _take_lease(self, session_id: str, taker: int) -> tuple[int, int, str]:
        deadline = time.monotonic() + self._lock_timeout_s
        while True:
            rows = self._run_twice(statements.LEASE, id=session_id, lease=self._lease, taker=taker)
            if rows:
                token, version, doc = rows[0]
                return token, version, doc
            if self.read_version(session_id) is None:
                raise self._explain_missing(session_id)
            if time.monotonic() >= deadline:
                raise explain_busy(session_id)
            time.sleep(_POLL_S)

    def _explain_missing(self, session_id: str) -> InterviewError:
        """Return the error for a session that this owner does not have."""
        shared = self._shares.read("version", session_id)
        return explain_read_only(session_id, shared[0]) if shared else SessionMissing()

    def _release(self, session_id: str, taker: int) -> None:
        # A lease that cannot be given back ends by itself.
        with suppress(InterviewError):
            try:
                self._run_twice(statements.RELEASE, id=session_id, taker=taker)
            except (KeyboardInterrupt, SystemExit):  # a signal that came just now
                self._run_twice(statements.RELEASE, id=session_id, taker=taker)
                raise

    def _has_collected_within(self, span: timedelta, now: datetime) -> bool:
        rows = self.run("select collected_at from interview_collections where owner = %(owner)s")
        return bool(rows) and abs(now - rows[0][0]) < span

    def _remember_collection(self, now: datetime) -> None:
        statement = """
            insert into interview_collections (owner, collected_at) values (%(owner)s, %(now)s)
            on conflict (owner) do update set collected_at = excluded.collected_at
        """
        # On a full disk too: what was deleted makes room. Collecting again too early is harmless.
        with suppress(StorageFailed):
            self.run(statement, now=now)


def _select_deleted(
    rows: list[tuple[Any, ...]], rule: CollectionRule, collection: Collection
) -> Iterator[tuple[str, int]]:
    """Yield id and version of the sessions that a rule deletes, and note those that are skipped."""
    for row_id, version, head, is_leased in rows:
        session_id = str(row_id)
        try:
            is_allowed = rule.allows(_parse_head(session_id, head))
        except SessionDamaged:
            collection.skipped.append(Skipped(session_id, "damaged"))
            continue
        if is_allowed and is_leased:
            collection.skipped.append(Skipped(session_id, "in use"))
        elif is_allowed:
            yield session_id, version


def _build_row(session: "Session") -> dict[str, Any]:
    """Return the id, head, document and time of expiry of a row. Raises StorageFailed."""
    # Imported here: a listing must not pay for pydantic.
    from interview_cli.store.document.sessions import format_session

    content = format_session(session, short_id(session.session_id))
    summary = summarize(session)
    return {
        "id": session.session_id,
        "head": Jsonb(build_head(summary)),
        "doc": content.decode("utf-8"),
        "expires_at": find_expiry(summary, summary.last_updated),
        "clock": datetime.now(UTC),
    }


def _parse(session_id: str, document: bytes, kind: type[S]) -> S:
    # Imported here: a listing must not pay for pydantic.
    from interview_cli.store.document.sessions import parse_session

    return parse_session(Path(session_id), document, kind)


def _parse_any_kind(session_id: str, document: bytes) -> "Session":
    from interview_cli.models import Session

    return _parse(session_id, document, Session)


def _build_listing(rows: list[tuple[Any, ...]], total: int) -> Listing:
    """Return the listing of rows with an id, a head and, if it is shared, an owner."""
    found: list[Summary] = []
    damaged: list[str] = []
    for session_id, head, *owner in rows:
        try:
            found.append(_parse_head(str(session_id), head, *owner))
        except InterviewError:
            damaged.append(str(session_id))
    return Listing(found, total=total, damaged=damaged)


def _parse_head(session_id: str, head: dict[str, Any], shared_by: str | None = None) -> Summary:
    try:
        return parse_head(head, shared_by)
    except (KeyError, TypeError, ValueError) as error:
        raise SessionDamaged(f"session {short_id(session_id)} is damaged: its head.") from error
