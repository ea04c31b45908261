"""Sessions in a database for the fault tests, which can be read and changed past the program."""

import json
from collections.abc import Iterator
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


class DatabaseLine(Line):
    """The command line for one owner of a database."""

    def __init__(self, home: Path, database: Database, owner: str) -> None:
        super().__init__(home)
        self._database, self._owner = database, owner

    def stored(self, session: str) -> Any:
        with self._open() as store:
            return json.loads(store.read_document(session))

    def edit(self, session: str, **fields: Any) -> None:
        changed = json.dumps(self.stored(session) | fields, ensure_ascii=False)
        with psycopg.connect(self._database.admin) as connection:
            connection.execute("delete from interview_sessions where id = %s", (session,))
        with self._open() as store:
            assert store.add_document(session, changed.encode("utf-8"))

    def path(self, session: str) -> Path:
        raise NotImplementedError("a database has no file of a session")

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
        """Do as if the time of every lease were over."""
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
