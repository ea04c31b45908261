"""The users of the page in a database; all but looking one up needs the role interview_accounts."""

from interview_cli.errors import Conflict, NotFound
from interview_cli.next_step import Action, NextStep
from interview_cli.store.accounts import (
    Account,
    Accounts,
    create_token,
    derive_cookie,
    hash_cookie,
    hash_token,
)
from interview_cli.store.postgres.connection import Connection, Connections

_ADD = """
    insert into interview_users (name, token_hash, cookie_hash)
    values (%(name)s, %(token)s, %(cookie)s)
    on conflict (name) do nothing returning name
"""
_RENEW = """
    update interview_users
    set token_hash = %(token)s, cookie_hash = %(cookie)s, token_made_at = clock_timestamp()
    where name = %(name)s returning name
"""
_ERASE = (
    # Their shares go with their sessions, and the shares with them with the user.
    "delete from interview_sessions where owner = %s",
    "delete from interview_drafts where owner = %s",
    "delete from interview_collections where owner = %s",
)


class PostgresAccounts(Accounts):
    """The users of one database."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def has_users(self) -> bool:
        return bool(self._connections.look_up("select interview_has_users()"))

    def find_user(self, given: bytes) -> str | None:
        # Each request asks this.
        user: str | None = self._connections.look_up("select interview_find_user(%s)", given)
        return user

    def list_accounts(self) -> list[Account]:
        query = "select name, created_at, token_made_at from interview_users order by name"
        with self._connections.transaction() as connection:
            return [Account(*row) for row in connection.execute(query).fetchall()]

    def add(self, name: str) -> str:
        token = self._store_token(_ADD, name)
        if token is None:
            message = f"there is a user {name} already."
            raise Conflict(message, NextStep(Action.RENEW_TOKEN))
        return token

    def renew_token(self, name: str) -> str:
        token = self._store_token(_RENEW, name)
        if token is None:
            raise explain_missing_user(name)
        return token

    def _store_token(self, statement: str, name: str) -> str | None:
        token = create_token()
        hashes = {"token": hash_token(token), "cookie": hash_cookie(derive_cookie(token))}
        with self._connections.transaction() as connection:
            row = connection.execute(statement.encode(), {"name": name, **hashes}).fetchone()
        return token if row else None

    def remove(self, name: str, *, with_sessions: bool) -> int:
        with self._connections.transaction(name) as connection:
            # First, so that the token lets nobody in who might add another session.
            query = "delete from interview_users where name = %s returning name"
            is_user = connection.execute(query, (name,)).fetchone() is not None
            count = _count_sessions(connection, name)
            if not is_user and not (with_sessions and count):
                raise explain_missing_user(name)
            if count and not with_sessions:
                sessions = "1 session" if count == 1 else f"{count} sessions"
                raise Conflict(f"{name} has {sessions}.", NextStep(Action.ERASE_USER))
            for statement in _ERASE:
                connection.execute(statement.encode(), (name,))
        return count


def explain_missing_user(name: str) -> NotFound:
    """Return the error for a name that is not that of a user."""
    return NotFound(f"there is no user {name}.", NextStep(Action.LIST_USERS))


def _count_sessions(connection: Connection, owner: str) -> int:
    query = "select count(*) from interview_sessions where owner = %s"
    row = connection.execute(query, (owner,)).fetchone()
    return row[0] if row else 0
