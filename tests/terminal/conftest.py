"""Real processes on a pseudo-terminal, read as the screen that a person would see."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from pathlib import Path

import pyte
import pytest

from tests.conftest import EXAMPLES, KEY
from tests.model_server import ModelServer

INTERVIEW = [sys.executable, "-m", "interview_cli"]
ROWS = 24


class Terminal:
    """A command on a pseudo-terminal, and the screen that a person would see."""

    def __init__(
        self, words: list[str], environment: dict[str, str], stdout: int | None, columns: int
    ) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, columns, 0, 0))
        self.process = subprocess.Popen(
            [*INTERVIEW, *words],
            env=environment,
            stdin=theirs,
            stdout=theirs if stdout is None else stdout,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(theirs, termios.TIOCSCTTY, 0),
        )
        os.close(theirs)
        self._screen = pyte.Screen(columns, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self.seen = ""

    @property
    def text(self) -> str:
        """The screen, its rows joined by blanks."""
        return " ".join(" ".join(row.split()) for row in self._screen.display).strip()

    def wait_for(self, condition: Callable[[str], bool]) -> None:
        """Reads on until the screen shows it."""
        while not condition(self.text):
            assert self._read(), self.text

    def end(self) -> int:
        """The exit code, once all is shown."""
        while self._read():
            pass
        os.close(self._ours)
        return self.process.wait()

    def type(self, keys: bytes) -> None:
        os.write(self._ours, keys)

    def _read(self) -> bool:
        try:
            select.select([self._ours], [], [])
            part = os.read(self._ours, 4096)
        except OSError:  # the other end is closed
            return False
        self._stream.feed(part)
        self.seen += part.decode(errors="replace")
        return bool(part)


Open = Callable[..., Terminal]


@pytest.fixture
def terminal(home: Path, tmp_path: Path, model: ModelServer) -> Iterator[Open]:
    opened: list[Terminal] = []

    def run(
        *words: str,
        stdout: int | None = None,
        columns: int = 200,
        timeout_s: str = "20",
        **more: str,
    ) -> Terminal:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path / "user"),
            "INTERVIEW_HOME": str(home),
            "INTERVIEW_LLM_TIMEOUT": timeout_s,
            "OPENAI_BASE_URL": model.base_url,
            "OPENAI_API_KEY": KEY,
            "PYTHONPATH": str(EXAMPLES.parent),
            "TERM": "xterm",
        }
        opened.append(Terminal(list(words), environment | more, stdout, columns))
        return opened[-1]

    yield run
    for one in opened:
        one.process.kill()
        one.process.wait()
