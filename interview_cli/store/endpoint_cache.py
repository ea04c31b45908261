"""Remember across runs how each endpoint must be asked for JSON, in one small file each."""

import hashlib
from contextlib import suppress
from pathlib import Path

from interview_cli.errors import StorageFailed
from interview_cli.store import disk

_MAX_BYTES = 100


class FileEndpointCache:
    """A cache in `home/endpoints/`. File names are hashes, because an address may be a secret.

    It stores the JSON mode of each endpoint: how `coach.llm` asks the endpoint for JSON. Any file
    may be deleted at any time. A file that cannot be read or written is ignored; the next run finds
    out again.
    """

    def __init__(self, home: Path) -> None:
        self._folder = home / "endpoints"

    def recall(self, endpoint: str) -> str | None:
        """Return the JSON mode that an endpoint needs, or None if it is unknown."""
        with suppress(OSError, StorageFailed, ValueError):
            return disk.read_file(self._build_path(endpoint), _MAX_BYTES).decode().strip() or None
        return None

    def remember(self, endpoint: str, mode: str) -> None:
        """Save the JSON mode of an endpoint for later runs."""
        with suppress(OSError, StorageFailed):
            disk.create_folder(self._folder)
            disk.write_best_effort(self._build_path(endpoint), mode)

    def _build_path(self, endpoint: str) -> Path:
        return self._folder / hashlib.sha256(endpoint.encode()).hexdigest()[:32]
