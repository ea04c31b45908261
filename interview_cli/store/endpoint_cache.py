"""How each endpoint must be asked, as earlier runs found out: a cache, one small file each."""

import hashlib
from contextlib import suppress
from pathlib import Path

from interview_cli.errors import StorageFailed
from interview_cli.store.files import disk

_MAX_BYTES = 100


class FileRungs:
    """Files in `home/endpoints/`, named by a hash: an address may be somebody's secret.

    Any of them may be deleted at any time, and one that cannot be read or written is as good as
    none: the next run finds out anew.
    """

    def __init__(self, home: Path) -> None:
        self._folder = home / "endpoints"

    def recall(self, endpoint: str) -> str | None:
        """What is known of an endpoint."""
        with suppress(OSError, StorageFailed, ValueError):
            return disk.read(self._path(endpoint), _MAX_BYTES).decode().strip() or None
        return None

    def remember(self, endpoint: str, rung: str) -> None:
        """Keeps it for later runs."""
        with suppress(OSError, StorageFailed):
            disk.make_folder(self._folder)
            disk.jot(self._path(endpoint), rung)

    def _path(self, endpoint: str) -> Path:
        return self._folder / hashlib.sha256(endpoint.encode()).hexdigest()[:32]
