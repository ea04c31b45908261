"""Sessions in a database for the fault tests, which can be read and changed past the program."""

import json
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from interview_cli.store.files.store import FileStore
from interview_cli.store.postgres.connection import Connections
from interview_cli.store.postgres.store import PostgresStore
from tests.conftest import CV, STORY, Line, Result
from tests.postgres import Database

OWNER = "me"
_WHERE = "id = %s and owner = %s"
_AT_WORK = """
    select pid from pg_stat_activity
    where datname = current_database() and application_name = 'interview'
"""


class DatabaseLine(Line):
    """The command line for one owner of a database."""

    def __init__(self, home: Path, database: Database, owner: str) -> None:
        super().__init__(home)
        self._database, self._owner = database, owner

    def document(self, session: str) -> bytes:
        with self._open() as store:
            return store.read_document(session)

    def put(self, session: str, data: Any) -> None:
        self._run(f"delete from interview_sessions where {_WHERE}", session)
        with self._open() as store:
            document = json.dumps(data, ensure_ascii=False).encode("utf-8")
            assert store.add_document(session, document)

    def damage(self, session: str, damage: Callable[[Path], Any]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "document")
            path.write_bytes(self.document(session))
            damage(path)
            damaged = path.read_text("utf-8")
        self._run(f"update interview_sessions set doc = %s where {_WHERE}", damaged, session)

    @contextmanager
    def held(self, session: str) -> Iterator[None]:
        until = "update interview_sessions set lease_until ="
        self._run(f"{until} clock_timestamp() + interval '1 hour' where {_WHERE}", session)
        yield
        self._run(f"{until} null where {_WHERE}", session)

    def _run(self, statement: str, *values: object) -> None:
        """Run a statement on the rows of the owner, whose name is its last value."""
        with psycopg.connect(self._database.admin) as connection:
            connection.execute(statement.encode(), (*values, self._owner))

    @contextmanager
    def _open(self) -> Iterator[PostgresStore]:
        connections = Connections(self._database.address)
        yield PostgresStore(connections, self._owner, lock_timeout_s=0, lease_s=60)
        connections.close()


class FilledDatabase:
    """The sessions of a home, which can be laid out afresh before each fault."""

    def __init__(self, database: Database, home: Path) -> None:
        self.address = database.address
        self._admin = psycopg.connect(database.admin, autocommit=True)
        connections = Connections(database.address)
        store = PostgresStore(connections, OWNER, lock_timeout_s=0, lease_s=60)
        files = FileStore(home, lock_timeout_s=0)
        for session in files.list_ids():
            store.add_document(session, files.read_document(session))
        connections.close()
        self.run("create table original as table interview_sessions")

    def run(self, statements: str) -> list[Any]:
        """Run statements as the administrator, and return the rows of the last one."""
        cursor = self._admin.execute(statements.encode())
        return cursor.fetchall() if cursor.description else []

    def reset(self) -> None:
        self.run(
            "truncate interview_sessions, interview_drafts, interview_collections cascade;"
            "insert into interview_sessions table original"
        )

    def end_leases(self) -> None:
        """Do as if the time of every lease were over.

        The server may still be at a statement whose connection was cut: wait for its end.
        """
        while self.run(_AT_WORK):
            time.sleep(0.01)
        self.run("update interview_sessions set lease_until = null")

    def read_all(self) -> dict[str, Any]:
        """Return the sessions by id, as `tests.faults.test_killed.read_all` does for a home."""
        rows = self.run("select id::text, doc from interview_sessions")
        return {session_id: json.loads(document) for session_id, document in rows}

    def close(self) -> None:
        self._admin.close()


def check_discreet(done: Result) -> None:
    """Check that a failure quotes neither what was sent nor where to."""
    for secret in (STORY[:40], *CV.splitlines()[4:7], "interview_tests", ".s.PGSQL"):
        assert not done.exit_code or secret not in done.stdout + done.stderr, done
