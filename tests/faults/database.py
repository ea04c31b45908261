"""A database with the sessions of `Homes`, which can be laid out afresh before each fault."""

import json
from typing import Any

import psycopg

from tests.faults.conftest import Homes
from tests.postgres import Database

OWNER = "me"


class FilledDatabase:
    """The same four sessions as in a home, beside a copy of them."""

    def __init__(self, database: Database, homes: Homes) -> None:
        from interview_cli.store.files.store import FileStore
        from interview_cli.store.postgres.connection import Connections
        from interview_cli.store.postgres.store import PostgresStore

        self.address = database.address
        self._admin = psycopg.connect(database.admin, autocommit=True)
        connections = Connections(database.address)
        store = PostgresStore(connections, OWNER, lock_timeout_s=0, lease_s=60)
        files = FileStore(homes.copy(), lock_timeout_s=0)
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
            "truncate interview_sessions, interview_drafts, interview_collections;"
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
