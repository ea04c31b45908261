"""Connections to PostgreSQL, and what each of its faults means to the user."""

import select
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import psycopg
from psycopg import errors

from interview_cli.errors import InterviewError, SessionBusy, StorageFailed
from interview_cli.next_step import Action, NextStep

TABLES_VERSION = 3
"""The last migration that this program knows; its statements need all of them."""
CONNECT_TIMEOUT_S = 10

# The policies make a statement look expensive, and compiling it (JIT) would take a second.
_BEGIN = "select set_config('interview.owner', %s, true), set_config('jit', 'off', true)"

Connection = psycopg.Connection[Any]


class Connections:
    """Connections of one process, each used by one thread at a time and kept for the next.

    There are as many as threads that work at once. Nothing is kept in a connection between two
    transactions, so a pooler that gives each transaction another connection may stand between.
    """

    def __init__(self, url: str, *, is_migrating: bool = False) -> None:
        """`is_migrating`: the tables may be missing, or of an older version."""
        self._url = url
        self._is_migrating = is_migrating
        self._idle: list[Connection] = []

    @contextmanager
    def transaction(self, owner: str | None = None) -> Iterator[Connection]:
        """Run a `with` block as one transaction of an owner, whose rows alone it sees.

        On a clean exit the block is durable. Raises StorageFailed or SessionBusy for a fault of
        the server, and passes other exceptions on; then nothing of the block is kept. After
        ConnectionLost nobody knows yet whether it was.
        """
        connection = self._take()
        try:
            with faults_as_storage_failed(), connection.transaction():
                if owner is not None:
                    connection.execute(_BEGIN, (owner,))
                yield connection
        finally:
            self._give_back(connection)

    def run(self, owner: str, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        """Run one statement of an owner as a transaction of its own, and return its rows.

        The statement knows the owner as `owner`. Raises as `transaction` does.
        """
        with self.transaction(owner) as connection:
            cursor = connection.execute(statement.encode(), values | {"owner": owner})
            return cursor.fetchall() if cursor.description else []

    def look_up(self, query: str, *values: Any) -> Any:
        """Return the first value that a query reads, of no owner, in one round trip; or None.

        Raises as `transaction` does.
        """
        connection = self._take()
        try:
            with faults_as_storage_failed():
                row = connection.execute(query.encode(), values).fetchone()
        finally:
            self._give_back(connection)
        return row[0] if row else None

    def close(self) -> None:
        """Close all connections that no thread uses."""
        while self._idle:
            with suppress(psycopg.Error):
                self._idle.pop().close()

    def _take(self) -> Connection:
        while self._idle:
            connection = self._idle.pop()
            # A server that was restarted closed the connections that lay idle.
            if _is_alive(connection):
                return connection
            connection.close()
        with faults_as_storage_failed():
            connection = psycopg.connect(
                self._url,
                autocommit=True,
                connect_timeout=CONNECT_TIMEOUT_S,
                prepare_threshold=None,
                application_name="interview",
            )
            try:
                if not self._is_migrating:
                    _check_tables(connection)
            except BaseException:
                connection.close()
                raise
            return connection

    def _give_back(self, connection: Connection) -> None:
        if connection.broken or connection.closed:
            connection.close()
        else:
            self._idle.append(connection)


class ConnectionLost(StorageFailed):
    """The connection broke. If a change was on its way, nobody knows yet whether it was kept."""


@contextmanager
def faults_as_storage_failed() -> Iterator[None]:
    """Turn a fault of the server into one sentence, without its address, user or statement."""
    try:
        yield
    except psycopg.Error as error:
        raise explain_fault(error) from None


def explain_fault(error: psycopg.Error) -> InterviewError:
    """Return the failure that a user meets for a fault of the database."""
    if isinstance(error, errors.LockNotAvailable | errors.QueryCanceled):
        return SessionBusy(
            "the database keeps this session locked.", "run the same command again in a minute"
        )
    if isinstance(error, errors.UndefinedTable):
        return StorageFailed(
            "the database has no tables for sessions yet.", NextStep(Action.MIGRATE_STORE)
        )
    if isinstance(error, errors.ReadOnlySqlTransaction):
        return StorageFailed(
            "the database takes no changes: it is read-only, perhaps a standby.",
            "name the main server in INTERVIEW_STORE",
        )
    if isinstance(error, errors.DiskFull):
        return StorageFailed("the disk of the database is full; nothing was changed.")
    if isinstance(error, errors.InsufficientPrivilege):
        return StorageFailed(
            "the database refuses this to its user.",
            "grant it the role interview_app; to collect for all owners, interview_collector; "
            "to manage users, interview_accounts",
        )
    state = getattr(error, "sqlstate", None)
    if state is None or state.startswith(("08", "57")):
        return ConnectionLost(
            "the database cannot be reached, or the connection broke.",
            "see that the server runs, then run the same command again: nothing is done twice",
        )
    if state.startswith("28"):
        return StorageFailed(
            "the database does not let this user in.",
            "check PGUSER, and PGPASSWORD or ~/.pgpass",
        )
    if state == "3D000":
        return StorageFailed("the server has no such database.", "create it with createdb")
    return StorageFailed(f"the database refused a statement (SQLSTATE {state}).")


def _check_tables(connection: Connection) -> None:
    """Raise StorageFailed unless the tables have the form that this program works with."""
    row = connection.execute("select max(version) from interview_schema").fetchone()
    version = row[0] if row else None
    if version == TABLES_VERSION:
        return
    if version and version > TABLES_VERSION:
        raise explain_newer_tables()
    message = "the tables of the database are older than this program."
    raise StorageFailed(message, NextStep(Action.MIGRATE_STORE))


def explain_newer_tables() -> StorageFailed:
    """Return the error for tables that a newer program has changed."""
    return StorageFailed(
        "the tables of the database are newer than this program.",
        "upgrade interview; nothing was changed",
    )


def _is_alive(connection: Connection) -> bool:
    """Return whether the server has not closed a connection, as far as is known without asking."""
    if connection.closed:
        return False
    readable, _, _ = select.select([connection.fileno()], [], [], 0)
    return not readable
