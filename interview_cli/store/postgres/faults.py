"""What each fault of PostgreSQL means to the user."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import errors

from interview_cli.errors import InterviewError, SessionBusy, StorageFailed
from interview_cli.next_step import Action, Hint, NextStep

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


class ConnectionLost(StorageFailed):
    """The connection broke. If a change was on its way, nobody knows yet whether it was kept."""


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
