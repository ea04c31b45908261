"""Check a database: that it is reached, its tables, its roles, its clock and its leases."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from interview_cli.errors import InterviewError, StorageFailed
from interview_cli.store.health import Finding
from interview_cli.store.postgres.connection import Connection, Connections
from interview_cli.store.postgres.faults import READ_ONLY

_MAX_SKEW = timedelta(minutes=5)


def check_database(connections: Connections, owner: str, now: datetime) -> list[Finding]:
    """Say of each part of the database whether it is well. Changes nothing, raises nothing."""
    try:
        with connections.transaction(owner) as connection:
            return list(_check(connection, owner, now))
    except InterviewError as error:
        return [Finding.of_error("database", error)]


def _check(connection: Connection, owner: str, now: datetime) -> Iterator[Finding]:
    version, is_read_only, clock, is_durable, passes_policies = _read_row(
        connection,
        """
        select current_setting('server_version'),
            current_setting('transaction_read_only')::boolean, clock_timestamp(),
            current_setting('synchronous_commit') <> 'off',
            (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
        """,
    )
    if is_read_only:
        yield Finding.of_error("database", StorageFailed(*READ_ONLY))
    else:
        yield Finding("database", "ok", f"PostgreSQL {version} is reached")
    if passes_policies:
        yield Finding(
            "role",
            "warning",
            "this user of the database passes row-level security: one wall of two is missing.",
            "log in as a user that has only the role interview_app",
        )
    else:
        yield Finding("role", "ok", "row-level security holds for this user")
    if is_durable:
        yield Finding("durability", "ok", "a save is on the disk when it is acknowledged")
    else:
        message = "synchronous_commit is off: the last saves are lost if the server fails."
        yield Finding("durability", "warning", message, "set synchronous_commit to on")
    if abs(clock - now) > _MAX_SKEW:
        message = f"the clocks of this machine and of the database differ by {abs(clock - now)}."
        yield Finding("clock", "warning", message, "set the clock: expiry counts from it")
    else:
        yield Finding("clock", "ok", f"{now:%Y-%m-%d %H:%M} UTC")
    count, leased = _read_row(
        connection,
        """
        select count(*), count(*) filter (where lease_until > clock_timestamp())
        from interview_sessions where owner = %(owner)s
        """,
        {"owner": owner},
    )
    yield Finding("sessions", "ok", f"{count} stored for {owner}, {leased} in use")


def _read_row(
    connection: Connection, query: str, values: dict[str, str] | None = None
) -> tuple[Any, ...]:
    row = connection.execute(query.encode(), values).fetchone()
    return row or ()
