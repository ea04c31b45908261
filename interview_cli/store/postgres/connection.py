"""Connections to PostgreSQL, and what each of its faults means to the user."""

import select
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

import psycopg
from psycopg import errors, pq, sql
from psycopg.conninfo import make_conninfo

from interview_cli.errors import InterviewError, SessionBusy, StorageFailed
from interview_cli.next_step import Action, Hint, NextStep

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

# One message, because each is a wait for the server. The policies make a statement look expensive,
# and compiling it (JIT) would take a second.
_BEGIN = sql.SQL(
    "begin; set local interview.owner = {}; set local lock_timeout = {}; set local jit = off"
)

Connection = psycopg.Connection[Any]
T = TypeVar("T")

READ_ONLY = (
    "the database takes no changes: it is read-only, perhaps a standby.",
    "name the main server in INTERVIEW_STORE",
)
"""What is wrong and the next step, when only reading goes on."""
_FAULTS: dict[type[psycopg.Error], tuple[type[InterviewError], str, Hint | None]] = {
    errors.LockNotAvailable: (
        SessionBusy,
        "the database keeps this session locked.",
        "run the same command again in a minute",
    ),
    errors.QueryCanceled: (
        StorageFailed,
        "the database gave a statement up: it took too long, or somebody cancelled it.",
        "run the same command again: nothing is done twice",
    ),
    errors.UndefinedTable: (
        StorageFailed,
        "the database has no tables for sessions yet.",
        NextStep(Action.MIGRATE_STORE),
    ),
    errors.ReadOnlySqlTransaction: (StorageFailed, *READ_ONLY),
    errors.DiskFull: (
        StorageFailed,
        "the disk of the database is full; this was not saved.",
        "make room there, then run the same command again",
    ),
    errors.InsufficientPrivilege: (
        StorageFailed,
        "the database refuses this to its user.",
        "grant it the role interview_app; to collect for all owners, interview_collector; "
        "to manage users, interview_accounts",
    ),
}
"""What the user meets for a fault: its kind, what to say, and what can be done."""


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
        begin: sql.SQL | sql.Composed = sql.SQL("begin")
        if owner is not None:
            begin = _BEGIN.format(owner, self._lock_timeout)
        with self._borrow() as connection, faults_as_storage_failed():
            connection.execute(begin)
            try:
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
        with self.transaction(owner) as connection:
            cursor = connection.execute(statement.encode(), values | {"owner": owner})
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
                if connection.pgconn.transaction_status == pq.TransactionStatus.IDLE:
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


class ConnectionLost(StorageFailed):
    """The connection broke. If a change was on its way, nobody knows yet whether it was kept."""


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


@contextmanager
def faults_as_storage_failed() -> Iterator[None]:
    """Turn a fault of the server into one sentence, without its address, user or statement."""
    try:
        yield
    except psycopg.Error as error:
        raise explain_fault(error) from None


def explain_fault(error: psycopg.Error) -> InterviewError:
    """Return the failure that a user meets for a fault of the database."""
    for kind, (failure, message, hint) in _FAULTS.items():
        if isinstance(error, kind):
            return failure(message, hint)
    state = error.sqlstate
    if state is None or state.startswith(("08", "57")):
        return explain_lost()
    return StorageFailed(f"the database refused a statement (SQLSTATE {state}).")


def explain_lost() -> ConnectionLost:
    """Return the error for a server that is not reached, or not any more."""
    return ConnectionLost(
        "the database cannot be reached, or the connection broke.",
        "see that the server runs, then run the same command again: nothing is done twice",
    )


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
