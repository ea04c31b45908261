"""Lock sessions, one lock each, against other processes and threads."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from interview_cli.store import disk
from interview_cli.store.ids import explain_busy, is_id


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
        # Imported here: commands that only read need no lock, and the import takes 50 ms.
        from filelock import FileLock, Timeout

        path = self._build_path(session_id)
        with disk.os_errors_as_storage_failed(self._folder):
            disk.create_folder(self._folder)
        with disk.os_errors_as_storage_failed(path):
            lock = FileLock(
                path,
                timeout=timeout_s,
                mode=0o600,
                fallback_to_soft=False,
                preserve_lock_file=True,
            )
            try:
                lock.acquire()
            except Timeout as error:
                raise explain_busy(session_id) from error
        try:
            yield
        finally:
            # The session is saved by now, and the end of the process frees the lock.
            with contextlib.suppress(OSError):
                lock.release()

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
