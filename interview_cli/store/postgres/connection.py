"""Connections to PostgreSQL, each used by one thread at a time."""

import select
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

import psycopg
from psycopg import errors, pq
from psycopg.conninfo import make_conninfo

from interview_cli.errors import SessionBusy, StorageFailed
from interview_cli.next_step import Action, NextStep
from interview_cli.store.postgres.faults import (
    ConnectionLost,
    explain_lost,
    faults_as_storage_failed,
)

TABLES_VERSION = 3
"""The last migration that this program knows; its statements need all of them."""
MAX_CONNECTIONS = 10
"""Most connections of one process. A statement takes milliseconds: more only wait in the server."""
CONNECT_TIMEOUT_S = 10
_PING_TIMEOUT_S = 2
SILENCE_S = 30
"""How long a server that acknowledges nothing is believed to be there."""
_WAIT_S = 30
"""How long a thread waits for a connection that no other thread uses."""

# For one transaction alone, as `set local` does. The policies make a statement look expensive, and
# compiling it (JIT) would take a second.
_SET_OWNER = """
    select set_config('interview.owner', %s, true), set_config('lock_timeout', %s, true),
        set_config('jit', 'off', true)
"""

Connection = psycopg.Connection[Any]
T = TypeVar("T")


class Connections:
    """Connections of one process, each used by one thread at a time and kept for the next.

    There are as many as threads that work at once, up to a limit; then threads wait. Nothing is
    kept in a connection between two transactions, so a pooler that gives each transaction another
    connection may stand between.
    """

    def __init__(
        self,
        url: str,
        *,
        lock_timeout_s: float = 10,
        max_connections: int = MAX_CONNECTIONS,
        is_migrating: bool = False,
    ) -> None:
        """`lock_timeout_s`: how long a statement of an owner waits for a row that is locked.

        `is_migrating`: the tables may be missing, or of an older version.
        """
        self._url = url
        # PostgreSQL takes 0 for "no limit".
        self._lock_timeout = f"{max(1, round(1000 * lock_timeout_s))}ms"
        self._is_migrating = is_migrating
        self._idle: list[Connection] = []
        self._free = threading.BoundedSemaphore(max_connections)

    @contextmanager
    def transaction(self, owner: str | None = None) -> Iterator[Connection]:
        """Run a `with` block as one transaction of an owner, whose rows alone it sees.

        On a clean exit the block is durable. Raises StorageFailed or SessionBusy for a fault of
        the server, and passes other exceptions on; then nothing of the block is kept. After
        ConnectionLost nobody knows yet whether it was.
        """
        with self._borrow() as connection, faults_as_storage_failed():
            connection.execute("begin")
            try:
                if owner is not None:
                    connection.execute(_SET_OWNER, (owner, self._lock_timeout))
                yield connection
            except BaseException:
                with suppress(psycopg.Error):
                    connection.rollback()
                raise
            connection.commit()

    def run(self, owner: str, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        """Run one statement of an owner as a transaction of its own, and return its rows.

        The statement knows the owner as `owner`. Raises as `transaction` does.
        """
        with self._borrow() as connection, faults_as_storage_failed():
            cursor = connection.cursor()
            # What a pipeline sends is one transaction, and one wait for the server.
            with connection.pipeline():
                cursor.execute(_SET_OWNER, (owner, self._lock_timeout))
                cursor.execute(statement.encode(), values | {"owner": owner})
            cursor.nextset()  # past the settings
            return cursor.fetchall() if cursor.description else []

    def run_repeatable(self, owner: str, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        """Run a statement as `run` does, and once more if the connection breaks.

        The second run of such a statement changes nothing, and its rows are the same or not asked.
        """
        return repeat_if_lost(lambda: self.run(owner, statement, **values))

    def look_up(self, query: str, *values: Any) -> Any:
        """Return the first value that a query reads, of no owner, in one round trip; or None.

        Raises as `transaction` does.
        """

        def read() -> Any:
            with self._borrow() as connection, faults_as_storage_failed():
                return connection.execute(query.encode(), values).fetchone()

        row = repeat_if_lost(read)
        return row[0] if row else None

    def close(self) -> None:
        """Close all connections that no thread uses."""
        while connection := self._pop_idle():
            with suppress(psycopg.Error):
                connection.close()

    @contextmanager
    def _borrow(self) -> Iterator[Connection]:
        if not self._free.acquire(timeout=_WAIT_S):
            raise SessionBusy(
                "all connections to the database are in use.",
                "run the same command again in a minute",
            )
        try:
            connection = self._take()
            try:
                yield connection
            finally:
                if _is_idle(connection.pgconn):
                    self._idle.append(connection)
                else:  # broken, or interrupted in the middle of a statement
                    connection.close()
        finally:
            self._free.release()

    def _take(self) -> Connection:
        while connection := self._pop_idle():
            # A server that was restarted closed the connections that lay idle.
            if _is_alive(connection):
                return connection
            connection.close()
        connection = _connect(self._url)
        try:
            if not self._is_migrating:
                with faults_as_storage_failed():
                    _check_tables(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _pop_idle(self) -> Connection | None:
        try:
            return self._idle.pop()
        except IndexError:  # asked only now: another thread may have taken the last one
            return None


def repeat_if_lost(work: Callable[[], T]) -> T:
    """Do work that may be repeated, and once more if the connection breaks."""
    try:
        return work()
    except ConnectionLost:
        return work()


def _connect(url: str) -> Connection:
    """Return a new connection. Raises StorageFailed, whose message names no address and no user."""
    try:
        return psycopg.connect(
            url,
            autocommit=True,
            connect_timeout=CONNECT_TIMEOUT_S,
            # A server that vanished without a word must not be waited for until the end of days.
            keepalives_idle=SILENCE_S,
            tcp_user_timeout=1000 * SILENCE_S,
            prepare_threshold=None,
            application_name="interview",
        )
    except errors.ConnectionTimeout:
        raise explain_lost() from None
    except psycopg.Error:
        # Why the server refused is in the text of the error alone, in the server's language.
        if _is_running(url):
            raise StorageFailed(
                "the server of the database runs, but there is no connection to it.",
                "check the name of the database, its user, PGPASSWORD or ~/.pgpass, sslmode and "
                "sslrootcert, and its limit of connections; psql with the same address says more",
            ) from None
        raise explain_lost() from None


def _is_running(url: str) -> bool:
    """Return whether a server answers there, if only to refuse.

    It may be another one, whose certificate is not trusted: it is told no name and no password.
    """
    stranger = {"user": "interview", "dbname": "interview", "password": "none"}
    address = make_conninfo(
        url, **stranger, sslmode="prefer", gssencmode="disable", connect_timeout=_PING_TIMEOUT_S
    )
    return pq.PGconn.ping(address.encode()) == pq.Ping.OK


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


def _is_idle(connection: pq.abc.PGconn) -> bool:
    """Return whether every answer of the server has been read, and no transaction is open."""
    return (
        connection.transaction_status == pq.TransactionStatus.IDLE
        and connection.pipeline_status == pq.PipelineStatus.OFF
    )


def _is_alive(connection: Connection) -> bool:
    """Return whether the server has not closed a connection, as far as is known without asking."""
    if connection.closed:
        return False
    readable, _, _ = select.select([connection.fileno()], [], [], 0)
    return not readable
