"""Bring the tables of a database to the form that this program works with."""

from importlib.resources import files

from interview_cli.store.postgres.connection import Connections, explain_newer_tables

_LOCK = 0x1A7E_471E_0001
"""The key of the lock that keeps two migrations apart, for the length of the transaction."""
_LEDGER = """
    create table if not exists interview_schema (
        version integer primary key,
        applied_at timestamptz not null default clock_timestamp()
    )
"""


def list_migrations() -> dict[int, str]:
    """Return the statements of each version of the tables, oldest first."""
    folder = files("interview_cli.store.postgres") / "migrations"
    scripts = sorted((path.name, path.read_text("utf-8")) for path in folder.iterdir())
    return {int(name[:4]): script for name, script in scripts if name.endswith(".sql")}


def migrate(connections: Connections) -> list[int]:
    """Apply what is missing, all or nothing, and return the versions that were applied.

    Safe to run twice, and from two machines at once. Raises StorageFailed, also for tables that a
    newer program made.
    """
    migrations = list_migrations()
    with connections.transaction() as connection:
        connection.execute("select pg_advisory_xact_lock(%s)", (_LOCK,))
        connection.execute(_LEDGER)
        rows = connection.execute("select version from interview_schema").fetchall()
        applied = {row[0] for row in rows}
        if applied - migrations.keys():
            raise explain_newer_tables()
        missing = [version for version in migrations if version not in applied]
        for version in missing:
            connection.execute(migrations[version].encode())
            connection.execute("insert into interview_schema (version) values (%s)", (version,))
    return missing
