"""Whose sessions have expired, for a collector of all owners."""

from psycopg.errors import InsufficientPrivilege

from interview_cli.store.postgres.connection import Connections

_OWNERS = """
    select distinct owner from interview_sessions
    where expires_at < clock_timestamp() order by owner
"""


def list_owners(connections: Connections) -> list[str]:
    """Return the owners with expired sessions.

    Raises StorageFailed, also without the role interview_collector.
    """
    with connections.transaction() as connection:
        is_collector = connection.execute(
            "select pg_has_role(current_user, 'interview_collector', 'member')"
        ).fetchone()
        if not (is_collector and is_collector[0]):
            raise InsufficientPrivilege
        return [row[0] for row in connection.execute(_OWNERS).fetchall()]
