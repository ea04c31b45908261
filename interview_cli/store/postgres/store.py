"""PostgresStore: keep each session in a row.

Each statement is a transaction of its own, and durable when it returns (`synchronous_commit`).
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from interview_cli.errors import SessionMissing
from interview_cli.limits import MIN_ID_PART_CHARS
from interview_cli.store.base import Collection, Listing, Store
from interview_cli.store.expiry import CollectionRule
from interview_cli.store.ids import find_latest, is_id, resolve_id, select_kind
from interview_cli.store.postgres import statements
from interview_cli.store.postgres.connection import Connections
from interview_cli.store.postgres.leases import Leases, PostgresLease
from interview_cli.store.postgres.rows import (
    build_listing,
    build_row,
    parse_any_kind,
    parse_row,
    parse_summary,
)
from interview_cli.store.postgres.shares import PostgresShares
from interview_cli.store.summary import Summary

if TYPE_CHECKING:  # A listing must not pay for pydantic.
    from interview_cli.store.health import Finding
    from interview_cli.stored import Session

S = TypeVar("S", bound="Session")
_PART_OF_ID = re.compile(rf"[0-9a-f-]{{{MIN_ID_PART_CHARS},36}}")


class PostgresStore(Store):
    """The sessions of one owner in a database. Messages name a session by its id."""

    def __init__(
        self, connections: Connections, owner: str, lock_timeout_s: float, lease_s: float
    ) -> None:
        """`lease_s`: how long a turn may take before another process may take the session over."""
        self._connections = connections
        self._owner = owner
        self._leases = Leases(connections, owner, lock_timeout_s, lease_s)
        self._shares = PostgresShares(connections, owner)
        self._last_read: tuple[str, str | None] = ("", None)
        """The session that was read or found last, and who shares it, which is asked next."""

    def create(self, session: "Session") -> None:
        # Nobody else has this id: a row that exists already was kept before the connection broke.
        self._run_repeatable(statements.ADD, **build_row(session), kind=session.kind)

    def load(self, session_id: str, kind: type[S]) -> S:
        return parse_row(session_id, self.read_document(session_id), kind)

    def summary(self, session_id: str) -> Summary:
        head = self._read("head::text", session_id)
        return parse_summary(session_id, head, self.shared_by(session_id))

    def summaries(
        self, limit: int | None = None, offset: int = 0, kind: str | None = None
    ) -> Listing:
        rows = self._run_repeatable(statements.PAGE, kind=kind, limit=limit, offset=offset)
        total = rows[0][2] if rows else self._run_repeatable(statements.COUNT, kind=kind)[0][0]
        return build_listing([row[:2] for row in rows], total)

    def shared(self, limit: int | None = None, offset: int = 0) -> Listing:
        return build_listing(*self._shares.list_heads(limit, offset))

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
        with self._leases.lease(session_id) as (token, version, doc):
            session = parse_row(session_id, doc.encode("utf-8"), kind)
            yield PostgresLease(self._leases, session, token, version)

    def remove(self, session_id: str) -> None:
        with self._leases.lease(session_id) as (token, _, doc):
            parse_any_kind(session_id, doc.encode("utf-8"))
            self._run_repeatable(statements.DELETE, id=session_id, token=token)

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
        # Imported here: no other method needs it.
        from interview_cli.store.postgres.collector import Collector

        collector = Collector(self._connections, self._owner)
        if at_most_every and collector.has_collected_within(at_most_every, now):
            return Collection(dry_run)
        rule = CollectionRule(now, ttl, finished, spares)
        return collector.collect(rule, dry_run=dry_run)

    def list_ids(self) -> list[str]:
        query = "select id::text from interview_sessions where owner = %(owner)s order by id"
        return [row[0] for row in self._run_repeatable(query)]

    def read_document(self, session_id: str) -> bytes:
        document: str = self._read("doc", session_id)
        return document.encode("utf-8")

    def add_document(self, session_id: str, document: bytes) -> bool:
        session = parse_any_kind(session_id, document)
        row = build_row(session) | {"doc": document.decode("utf-8"), "kind": session.kind}
        # Run twice, it would say that the session had been there.
        return bool(self._connections.run(self._owner, statements.ADD, **row))

    def check(self, now: datetime) -> "list[Finding]":
        # Imported here: only `doctor` needs it.
        from interview_cli.store.postgres.health import check_database

        return check_database(self._connections, self._owner, now)

    def read_version(self, session_id: str) -> int | None:
        """Return how often a session was saved, or None if there is none. Raises StorageFailed."""
        rows = self._run_repeatable(statements.VERSION, id=session_id)
        return rows[0][0] if rows else None

    def _run_repeatable(self, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        return self._connections.run_repeatable(self._owner, statement, **values)

    def _match_ids(self, typed: str) -> list[str]:
        """Return the ids that begin or end with a text, without reading all ids of the owner."""
        if is_id(typed):
            return [typed] if self.read_version(typed) is not None else []
        if not _PART_OF_ID.fullmatch(typed):
            return []
        first, last = (
            typed + whole[len(typed) :] for whole in (statements.LEAST_ID, statements.LAST_ID)
        )
        # Else it is the end of an id, with its dashes elsewhere.
        bounds = (first, last) if is_id(first) else (None, None)
        values = {"typed": typed, "first": bounds[0], "last": bounds[1]}
        return [row[0] for row in self._run_repeatable(statements.MATCH, **values)]

    def _read(self, column: str, session_id: str) -> Any:
        if not is_id(session_id):
            raise SessionMissing
        where = "where owner = %(owner)s and id = %(id)s"
        rows = self._run_repeatable(
            f"select {column} from interview_sessions {where}", id=session_id
        )
        shared = None if rows else self._shares.read(column, session_id)
        if not rows and shared is None:
            raise SessionMissing
        owner, value = shared or (None, rows[0][0])
        self._last_read = (session_id, owner)
        return value
