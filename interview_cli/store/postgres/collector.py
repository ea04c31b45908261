"""Delete the expired sessions of an owner in batches, beside any number of other collectors."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from interview_cli.errors import SessionDamaged, StorageFailed
from interview_cli.store.base import Collection, Skipped
from interview_cli.store.expiry import CollectionRule
from interview_cli.store.postgres import statements
from interview_cli.store.postgres.connection import Connections
from interview_cli.store.postgres.rows import parse_summary

BATCH = 500
"""Rows that one statement reads or deletes."""


class Collector:
    """Collects for one owner."""

    def __init__(self, connections: Connections, owner: str) -> None:
        self._connections = connections
        self._owner = owner

    def collect(self, rule: CollectionRule, *, dry_run: bool) -> Collection:
        """Delete what a rule allows, and return what was found. Raises StorageFailed."""
        collection = Collection(dry_run)
        now = rule.now
        collection.checked, clock = self._read(statements.COUNT, kind=None)[0]
        # A clock of this machine that is ahead must not make sessions expire.
        rule = rule._replace(now=min(now, clock))
        for batch in self._list_batches(rule):
            wanted = dict(_select_deleted(batch, rule, collection))
            collection.removed += wanted if dry_run else self._delete_batch(wanted)
        collection.kept = collection.checked - len(collection.removed) - len(collection.skipped)
        if not dry_run:
            self._remember_collection(now)
        return collection

    def has_collected_within(self, span: timedelta, now: datetime) -> bool:
        """Whether the last collection of this owner is less than a span away."""
        rows = self._read(statements.COLLECTED_AT)
        return bool(rows) and abs(now - rows[0][0]) < span

    def _list_batches(self, rule: CollectionRule) -> Iterator[list[tuple[Any, ...]]]:
        """Yield the rows that may have expired, by their ids."""
        after = statements.LEAST_ID
        # Only the usual rule is the one that `expires_at` was computed by.
        is_other_rule = rule.ttl is not None or rule.finished
        values = {"now": rule.now, "batch": BATCH, "is_other_rule": is_other_rule}
        while rows := self._read(statements.EXPIRED, after=after, **values):
            yield rows
            after = str(rows[-1][0])

    def _delete_batch(self, wanted: dict[str, int]) -> list[str]:
        """Delete the sessions that still have these versions, and return the ids of those gone."""
        if not wanted:
            return []
        values = {"ids": list(wanted), "versions": list(wanted.values())}
        # Run twice, it would not say what the first run deleted.
        rows = self._connections.run(self._owner, statements.COLLECT, **values)
        gone = {str(row[0]) for row in rows}
        return [session_id for session_id in wanted if session_id in gone]

    def _remember_collection(self, now: datetime) -> None:
        # On a full disk too: what was deleted makes room. Collecting again too early is harmless.
        with suppress(StorageFailed):
            self._connections.run(self._owner, statements.REMEMBER_COLLECTION, now=now)

    def _read(self, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        return self._connections.run_repeatable(self._owner, statement, **values)


def _select_deleted(
    rows: list[tuple[Any, ...]], rule: CollectionRule, collection: Collection
) -> Iterator[tuple[str, int]]:
    """Yield id and version of the sessions that a rule deletes, and note those that are skipped."""
    for row_id, version, head, is_leased in rows:
        session_id = str(row_id)
        try:
            is_allowed = rule.allows(parse_summary(session_id, head))
        except SessionDamaged:
            collection.skipped.append(Skipped(session_id, "damaged"))
            continue
        if is_allowed and is_leased:
            collection.skipped.append(Skipped(session_id, "in use"))
        elif is_allowed:
            yield session_id, version
