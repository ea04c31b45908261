"""Remember the sessions that listings have read."""

import contextlib
from pathlib import Path

from interview_cli.errors import InterviewError
from interview_cli.store.files.summaries import read_kind, read_summary
from interview_cli.store.summary import Summary

_MOST_KNOWN = 2_000
"""Summaries kept in memory, some 2 kB each."""


class KnownSessions:
    """The sessions of a folder as they were read last, for a server that lists them often."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._summaries: dict[str, tuple[tuple[int, int, int], Summary]] = {}
        """The sessions that listings have read, each with inode, time and size of its file."""
        self._kinds: dict[str, str] = {}
        """The kinds of the sessions that a listing of one kind has read, by file name."""

    def read_summary(self, path: Path) -> Summary:
        """Return the summary of a file, from memory if the file is the one that was read last.

        A list of fifty sessions takes a server a third of the time then. Raises FileNotFoundError,
        SessionDamaged or StorageFailed.
        """
        status = path.lstat()
        version = (status.st_ino, status.st_mtime_ns, status.st_size)
        known = self._summaries.get(path.stem)
        if known and known[0] == version:
            return known[1]
        summary = read_summary(path)
        if len(self._summaries) >= _MOST_KNOWN:
            self._summaries.clear()
        self._summaries[path.stem] = (version, summary)
        return summary

    def find_kind(self, name: str) -> str | None:
        """Return the kind of the session in a file, or None for one that cannot be read.

        It never changes, so a server reads it once.
        """
        if name not in self._kinds:
            with contextlib.suppress(FileNotFoundError, InterviewError):
                self._kinds[name] = read_kind(self._folder / name)
        return self._kinds.get(name)
