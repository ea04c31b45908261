"""Commands on a pseudo-terminal, and the screen that a person would see."""

import fcntl
import os
import pty
import select
import struct
import termios
from collections.abc import Callable, Iterator
from pathlib import Path

import pyte
import pytest

from tests.conftest import KEY
from tests.model_server import ModelServer
from tests.terminal.forks import Forks
from tests.time_limits import scaled

ROWS = 24


class Terminal:
    """A command on a pseudo-terminal, and the screen that a person would see."""

    def __init__(
        self,
        forks: Forks,
        words: list[str],
        environment: dict[str, str],
        stdout: int | None,
        columns: int,
        typed: bytes,
    ) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, columns, 0, 0))
        os.write(self._ours, typed)  # before the command starts, however busy the machine is
        output = theirs if stdout is None else stdout
        self.command = forks.start(words, environment, theirs, output)
        os.close(theirs)
        self._screen = pyte.Screen(columns, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self.seen = ""

    @property
    def text(self) -> str:
        """Return the words of the screen, joined by blanks."""
        return " ".join(" ".join(self._screen.display).split())

    @property
    def rows(self) -> list[str]:
        """The rows of the screen that hold anything."""
        return [row.rstrip() for row in self._screen.display if row.strip()]

    def wait_for(self, condition: Callable[[str], bool]) -> None:
        """Read until the screen satisfies the condition."""
        while not condition(self.text):
            assert self._read(), self.text

    def end(self) -> int:
        """Read the rest of the output and return the exit code."""
        while self._read():
            pass
        os.close(self._ours)
        return self.command.wait()

    def end_by(self, key: bytes) -> int:
        """Type a key whenever the command is silent, until it ends; return the exit code.

        A program drops what is typed while it handles a signal, and nothing shows when it is done.
        """
        while True:
            readable, _, _ = select.select([self._ours], [], [], 0.2)
            if not readable:
                os.write(self._ours, key)
            elif not self._read():
                return self.end()

    def type(self, keys: bytes) -> None:
        """Type keys; read meanwhile what they make the command write."""
        while keys:
            readable, writable, _ = select.select([self._ours], [self._ours], [])
            if readable:
                self._read()
            if writable:
                keys = keys[os.write(self._ours, keys[:1000]) :]

    def show(self, text: str) -> None:
        """Read until the screen shows the text."""
        self.wait_for(lambda screen: text in screen)

    def resize(self, columns: int) -> None:
        size = struct.pack("HHHH", ROWS, columns, 0, 0)
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, size)
        self._screen.resize(ROWS, columns)

    def hang_up(self) -> int:
        """Close the window and return the exit code."""
        os.close(self._ours)
        return self.command.wait()

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


@pytest.fixture(scope="session")
def forks() -> Iterator[Forks]:
    forks = Forks()
    yield forks
    forks.close()


@pytest.fixture
def terminal(home: Path, tmp_path: Path, model: ModelServer, forks: Forks) -> Iterator[Open]:
    opened: list[Terminal] = []

    def run(
        *words: str,
        stdout: int | None = None,
        columns: int = 200,
        timeout_s: str | None = None,
        typed: bytes = b"",
        **more: str,
    ) -> Terminal:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path / "user"),
            "INTERVIEW_HOME": str(home),
            "INTERVIEW_LLM_TIMEOUT": timeout_s or f"{scaled(30):g}",
            "OPENAI_BASE_URL": model.base_url,
            "OPENAI_API_KEY": KEY,
            "TERM": "xterm",
        }
        opened.append(Terminal(forks, list(words), environment | more, stdout, columns, typed))
        return opened[-1]

    yield run
    for screen in opened:
        screen.command.kill()
        screen.command.wait()
