"""Keep what a person is still typing, so that no crash and no closed window loses it."""

import re
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Protocol

from interview_cli.errors import InterviewError, SessionMissing, StorageFailed
from interview_cli.store import disk
from interview_cli.store.base import Store
from interview_cli.store.ids import is_id

_PART = re.compile(r"[0-9a-z]+")
_LEFTOVER_AGE_S = 3600
"""A temporary file of this age belongs to no process that still writes it."""


class Drafts(Protocol):
    """Unfinished texts. Each belongs to a session and to a part of it.

    A part is the number of a question, or `cv` or `job` for a document that is being pasted.
    """

    def load(self, session_id: str, part: int | str) -> str:
        """Return the draft, or "" if there is none that can be read."""

    def save(self, session_id: str, part: int | str, text: str) -> None:
        """Replace the draft; an empty one is removed. Raises StorageFailed."""

    def remove(self, session_id: str, part: int | str) -> None:
        """Remove one draft. A draft that cannot be removed is left to `gc`."""

    def remove_session(self, session_id: str) -> None:
        """Remove all drafts of a session."""

    def collect(self, store: Store) -> None:
        """Remove the drafts of sessions that are gone, and what killed processes left."""

    def list_session_ids(self) -> set[str]:
        """Return the ids of the sessions that have a draft."""

    def list_parts(self, session_id: str) -> list[str]:
        """Return the parts of a session that have a draft."""


class Stores(NamedTuple):
    """What keeps the sessions of a person, and what keeps their drafts."""

    sessions: Store
    drafts: Drafts


def require_draft(session_id: str, part: int | str) -> None:
    """Raise ValueError unless a draft can belong to this."""
    if not is_id(session_id) or not _PART.fullmatch(str(part)):
        raise ValueError("a draft belongs to a session and to a part of it")


class FileDrafts:
    """Drafts in `home/drafts/<session id>.<part>.txt`, each replaced as a whole."""

    def __init__(self, home: Path) -> None:
        self._folder = home / "drafts"

    def load(self, session_id: str, part: int | str) -> str:
        with suppress(OSError, StorageFailed):
            return disk.read_file(self._build_path(session_id, part)).decode("utf-8", "replace")
        return ""

    def save(self, session_id: str, part: int | str, text: str) -> None:
        if not text:
            self.remove(session_id, part)
            return
        with disk.os_errors_as_storage_failed(self._folder):
            disk.create_folder(self._folder)
        content = text.encode("utf-8", "surrogateescape")
        disk.replace_file(self._build_path(session_id, part), content)

    def remove(self, session_id: str, part: int | str) -> None:
        with suppress(OSError):
            self._build_path(session_id, part).unlink(missing_ok=True)

    def remove_session(self, session_id: str) -> None:
        for path in self._list_files(f"{session_id}.*.txt"):
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def collect(self, store: Store) -> None:
        for session_id in self.list_session_ids():
            try:
                store.summary(session_id)
            except SessionMissing:
                self.remove_session(session_id)
            except InterviewError:
                continue  # The session exists and cannot be read: its drafts stay.
        for path in self._list_files(".*.tmp"):
            with suppress(OSError):
                if time.time() - path.lstat().st_mtime > _LEFTOVER_AGE_S:
                    path.unlink(missing_ok=True)

    def list_session_ids(self) -> set[str]:
        ids = {path.name.partition(".")[0] for path in self._list_files("*.txt")}
        return set(filter(is_id, ids))

    def list_parts(self, session_id: str) -> list[str]:
        return sorted(path.name.split(".")[1] for path in self._list_files(f"{session_id}.*.txt"))

    def _list_files(self, pattern: str) -> list[Path]:
        with suppress(OSError):
            return list(self._folder.glob(pattern))
        return []

    def _build_path(self, session_id: str, part: int | str) -> Path:
        require_draft(session_id, part)
        return self._folder / f"{session_id}.{part}.txt"
