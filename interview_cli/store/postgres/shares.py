"""Which sessions an owner lets whom read, and which ones others let this owner read."""

from typing import Any

from psycopg import errors

from interview_cli.errors import SessionMissing
from interview_cli.store.accounts import Shares
from interview_cli.store.postgres.accounts import explain_missing_user
from interview_cli.store.postgres.connection import Connections, repeat_if_lost

_ADD = """
    insert into interview_shares (owner, session_id, reader)
    values (%(owner)s, %(id)s, %(reader)s)
    on conflict (owner, session_id, reader) do nothing
"""
_REMOVE = """
    delete from interview_shares
    where owner = %(owner)s and session_id = %(id)s
    and (%(reader)s::text is null or reader = %(reader)s)
    returning reader
"""
_READERS = """
    select reader from interview_shares
    where owner = %(owner)s and session_id = %(id)s order by reader
"""
_FROM_SHARED = """
    from interview_shares h
    join interview_sessions s on s.owner = h.owner and s.id = h.session_id
    where h.reader = %(owner)s
"""
# Two owners may have a session of this id, one as a copy: the same one is read each time.
_READ = f"select s.owner, s.{{column}} {_FROM_SHARED} and s.id = %(id)s order by s.owner limit 1"
_PAGE = f"""
    select s.id, s.head::text, s.owner {_FROM_SHARED}
    order by s.id desc, s.owner limit %(limit)s offset %(offset)s
"""
_COUNT = "select count(*) from interview_shares where reader = %(owner)s"


class PostgresShares(Shares):
    """The shares of one owner: of their sessions, and with them."""

    def __init__(self, connections: Connections, owner: str) -> None:
        self._connections = connections
        self._owner = owner

    def add(self, session_id: str, reader: str) -> None:
        repeat_if_lost(lambda: self._add(session_id, reader))

    def _add(self, session_id: str, reader: str) -> None:
        values = {"owner": self._owner, "id": session_id, "reader": reader}
        with self._connections.transaction(self._owner) as connection:
            try:
                connection.execute(_ADD, values)
            except errors.ForeignKeyViolation as error:
                if "reader" in (error.diag.constraint_name or ""):
                    raise explain_missing_user(reader) from error
                raise SessionMissing from error

    def remove(self, session_id: str, reader: str | None) -> list[str]:
        # Run twice, it would say that the session was shared with nobody.
        rows = self._connections.run(self._owner, _REMOVE, id=session_id, reader=reader)
        return [row[0] for row in rows]

    def list_readers(self, session_id: str) -> list[str]:
        return [row[0] for row in self._run(_READERS, id=session_id)]

    def read(self, column: str, session_id: str) -> tuple[str, Any] | None:
        """Return the owner and a column of a session that is shared with this owner, or None."""
        rows = self._run(_READ.format(column=column), id=session_id)
        return (rows[0][0], rows[0][1]) if rows else None

    def list_heads(self, limit: int | None, offset: int) -> tuple[list[tuple[Any, ...]], int]:
        """Return id, head and owner of what is shared with this owner, and how many there are."""
        rows = self._run(_PAGE, limit=limit, offset=offset)
        is_all = not offset and (limit is None or len(rows) < limit)  # most owners have none
        return rows, len(rows) if is_all else self._run(_COUNT)[0][0]

    def _run(self, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        return self._connections.run_repeatable(self._owner, statement, **values)
