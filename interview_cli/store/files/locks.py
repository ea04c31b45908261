"""One lock a session, by which processes and threads exclude each other."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from interview_cli.errors import SessionBusy
from interview_cli.store.files import disk
from interview_cli.store.ids import is_id, short_id


class Locks:
    """Locks in `folder/<id>.lock`. The system frees one the moment its holder dies.

    A lock file is removed by who holds it alone, and only when the session is gone: whoever waits
    for one that was removed sees that, and takes the next.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextlib.contextmanager
    def hold(self, session_id: str, timeout_s: float) -> Iterator[None]:
        """Holds a session's lock. Raises SessionBusy after `timeout_s`, or StorageFailed."""
        # Imported here: reading commands need no lock, nor a twentieth of a second for it.
        from filelock import FileLock, Timeout

        path = self._path(session_id)
        with disk.refusals(self._folder):
            disk.make_folder(self._folder)
        with disk.refusals(path):
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
                raise SessionBusy(
                    f"another process holds session {short_id(session_id)}.",
                    "run the same command again when that one is done",
                ) from error
        try:
            yield
        finally:
            # What was to be kept is kept by now, and the end of the process frees the lock.
            with contextlib.suppress(OSError):
                lock.release()

    def forget(self, session_id: str) -> None:
        """Removes the lock file of a session that is gone: the last act of its holder."""
        with disk.refusals(self._folder):
            self._path(session_id).unlink(missing_ok=True)

    def ids(self) -> set[str]:
        """The sessions that have a lock file, whether they are there or not."""
        with contextlib.suppress(OSError):
            stems = {path.stem for path in self._folder.iterdir() if path.suffix == ".lock"}
            return set(filter(is_id, stems))
        return set()

    def _path(self, session_id: str) -> Path:
        return self._folder / f"{session_id}.lock"
