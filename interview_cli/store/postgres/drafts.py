"""Keep what a person is still typing in the database, beside their sessions."""

from contextlib import suppress
from typing import Any

from interview_cli.errors import InterviewError
from interview_cli.store.base import Store
from interview_cli.store.drafts import require_draft
from interview_cli.store.ids import explain_read_only
from interview_cli.store.postgres.connection import Connections
from interview_cli.store.postgres.shares import PostgresShares

# A draft for a session that another owner shares would be the first step of a change.
_SAVE = """
    insert into interview_drafts (owner, session_id, part, content)
    select %(owner)s::text, %(id)s::uuid, %(part)s::text, %(content)s::bytea
    where not exists (
        select from interview_shares where reader = %(owner)s and session_id = %(id)s
    ) or exists (
        select from interview_sessions where owner = %(owner)s and id = %(id)s
    )
    on conflict (owner, session_id, part)
    do update set content = excluded.content, saved_at = clock_timestamp()
    returning part
"""
_OF_SESSION = "from interview_drafts where owner = %(owner)s and session_id = %(id)s"
_OF_PART = f"{_OF_SESSION} and part = %(part)s"
# `gc` may run on another machine while a session is being created: a young draft stays.
_COLLECT = """
    delete from interview_drafts d
    where owner = %(owner)s and saved_at < clock_timestamp() - interval '1 hour'
    and not exists (
        select from interview_sessions s where s.owner = d.owner and s.id = d.session_id
    )
"""


class PostgresDrafts:
    """The drafts of one owner, one row each."""

    def __init__(self, connections: Connections, owner: str) -> None:
        self._connections = connections
        self._owner = owner

    def load(self, session_id: str, part: int | str) -> str:
        require_draft(session_id, part)
        with suppress(InterviewError):
            rows = self._run(f"select content {_OF_PART}", id=session_id, part=str(part))
            return bytes(rows[0][0]).decode("utf-8", "replace") if rows else ""
        return ""

    def save(self, session_id: str, part: int | str, text: str) -> None:
        require_draft(session_id, part)
        if not text:
            self.remove(session_id, part)
            return
        content = text.encode("utf-8", "surrogateescape")
        if not self._run(_SAVE, id=session_id, part=str(part), content=content):
            shared = PostgresShares(self._connections, self._owner).read("version", session_id)
            raise explain_read_only(session_id, shared[0] if shared else "its owner")

    def remove(self, session_id: str, part: int | str) -> None:
        require_draft(session_id, part)
        with suppress(InterviewError):
            self._run(f"delete {_OF_PART}", id=session_id, part=str(part))

    def remove_session(self, session_id: str) -> None:
        with suppress(InterviewError):
            self._run(f"delete {_OF_SESSION}", id=session_id)

    def collect(self, store: Store) -> None:
        self._run(_COLLECT)

    def list_session_ids(self) -> set[str]:
        query = "select distinct session_id from interview_drafts where owner = %(owner)s"
        with suppress(InterviewError):
            return {str(row[0]) for row in self._run(query)}
        return set()

    def list_parts(self, session_id: str) -> list[str]:
        return [row[0] for row in self._run(f"select part {_OF_SESSION}", id=session_id)]

    def _run(self, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        return self._connections.run_repeatable(self._owner, statement, **values)
