"""How each endpoint must be asked, as earlier runs found out: a cache, one small file each."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from interview_cli.errors import StorageFailed
from interview_cli.store import disk

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
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
            # In place: half of so short a word is unknown, and asked for again.
            with os.fdopen(os.open(self._path(endpoint), flags, 0o600), "w") as file:
                file.write(f"{rung}\n")

    def _path(self, endpoint: str) -> Path:
        return self._folder / hashlib.sha256(endpoint.encode()).hexdigest()[:32]
