"""Remove the files that killed processes left."""

import contextlib
from pathlib import Path

from interview_cli.errors import SessionBusy, StorageFailed
from interview_cli.store import disk
from interview_cli.store.files.locks import Locks
from interview_cli.store.files.names import SUFFIX
from interview_cli.store.ids import is_id


def remove_leftovers(sessions: Path, locks: Locks, ids: set[str]) -> None:
    """Remove temporary files, and locks of none of the sessions `ids`, that no process uses.

    Holding the lock of a session shows that. Ignores errors: the next collection tries again.
    """
    with contextlib.suppress(StorageFailed), disk.os_errors_as_storage_failed(sessions):
        owners = {path: _find_owner(path) for path in sessions.glob(".*.tmp")}
        deleted = locks.list_ids() - ids
        for session_id in {*owners.values(), *deleted} - {""}:
            temporary = [path for path, owner in owners.items() if owner == session_id]
            with contextlib.suppress(SessionBusy, StorageFailed):
                _remove_leftovers_of(session_id, temporary, sessions, locks)


def _remove_leftovers_of(
    session_id: str, temporary: list[Path], sessions: Path, locks: Locks
) -> None:
    with (
        locks.hold(session_id, timeout_s=0),
        disk.os_errors_as_storage_failed(sessions),
    ):
        for path in temporary:
            path.unlink(missing_ok=True)
        if not (sessions / f"{session_id}{SUFFIX}").exists():
            locks.remove(session_id)


def _find_owner(path: Path) -> str:
    """Return the id of the session that a temporary file `.<id>.<random>.tmp` belongs to, or ""."""
    owner = path.name[1:].partition(".")[0]
    return owner if is_id(owner) else ""
