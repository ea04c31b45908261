"""Lock sessions, one lock each, against other processes and threads."""

import contextlib
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path

from interview_cli.store import disk
from interview_cli.store.ids import explain_busy, is_id

_POLL_S = 0.05


class Locks:
    """Locks in `folder/<id>.lock`. The system frees a lock the moment its holder dies.

    Only the holder removes a lock file, and only when the session is gone. Another process that
    waits for this lock notices that the file is gone, and takes a new one.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextlib.contextmanager
    def hold(self, session_id: str, timeout_s: float) -> Iterator[None]:
        """Hold a session's lock. Raises SessionBusy after `timeout_s`, or StorageFailed."""
        path = self._build_path(session_id)
        with disk.os_errors_as_storage_failed(self._folder):
            disk.create_folder(self._folder)
        with disk.os_errors_as_storage_failed(path):
            descriptor = _wait_for_lock(path, timeout_s)
        if descriptor is None:
            raise explain_busy(session_id)
        try:
            yield
        finally:
            # The session is saved by now, and the end of the process frees the lock.
            with contextlib.suppress(OSError):
                os.close(descriptor)

    def is_held(self, session_id: str) -> bool:
        """Return whether another process holds a lock. Raises OSError if it cannot be opened.

        Takes a free lock for a moment.
        """
        descriptor = os.open(self._build_path(session_id), os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(descriptor)
        return False

    def remove(self, session_id: str) -> None:
        """Remove the lock file of a deleted session: the last act of its holder.

        Raises StorageFailed.
        """
        with disk.os_errors_as_storage_failed(self._folder):
            self._build_path(session_id).unlink(missing_ok=True)

    def list_ids(self) -> set[str]:
        """Return the ids of all lock files, whether or not the session exists."""
        with contextlib.suppress(OSError):
            stems = {path.stem for path in self._folder.iterdir() if path.suffix == ".lock"}
            return set(filter(is_id, stems))
        return set()

    def _build_path(self, session_id: str) -> Path:
        return self._folder / f"{session_id}.lock"


def _wait_for_lock(path: Path, timeout_s: float) -> int | None:
    """Return a descriptor that holds the lock until it is closed, or None after `timeout_s`.

    Raises OSError, also where the file system has no such locks: one of another kind would not
    exclude processes that use flock.
    """
    ends_at = time.monotonic() + timeout_s
    while True:
        descriptor = _try_to_lock(path)
        if descriptor is not None or time.monotonic() >= ends_at:
            return descriptor
        time.sleep(_POLL_S)


def _try_to_lock(path: Path) -> int | None:
    """Return a descriptor that holds the lock until it is closed, or None if another holds it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    is_ours = False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # The last holder may have removed the file, and others lock a new one of this name.
        is_ours = os.fstat(descriptor).st_nlink > 0
    except BlockingIOError:
        pass
    finally:
        if not is_ours:
            os.close(descriptor)
    return descriptor if is_ours else None
