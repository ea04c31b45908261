"""Save a text while it is typed, without ever holding up the typing."""

import threading
from collections.abc import Callable

from interview_cli.errors import InterviewError

_INTERVAL_S = 0.2
"""Least time between two saves."""


class BackgroundSaver:
    """Save the latest text from a thread: a slow disk must not delay a key."""

    def __init__(self, save: Callable[[str], None]) -> None:
        self.failure: str | None = None
        """Why the latest text could not be saved, if it could not be."""
        self._save = save
        self._changed = threading.Condition()
        self._pending: str | None = None
        self._is_closed = False
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def change(self, text: str) -> None:
        """Save this text soon, instead of any that waits."""
        with self._changed:
            self._pending = text
            self._changed.notify()

    def close(self) -> None:
        """Save what waits, and return when it is saved."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()
        self._thread.join()

    def _run(self) -> None:
        while (text := self._wait_for_text()) is not None:
            try:
                self._save(text)
                self.failure = None
            except (InterviewError, OSError) as error:
                self.failure = str(error)

    def _wait_for_text(self) -> str | None:
        """Return the next text to save, or None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed, timeout=_INTERVAL_S)
            self._changed.wait_for(lambda: self._is_closed or self._pending is not None)
            text, self._pending = self._pending, None
            return text
