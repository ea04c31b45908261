"""A proxy before a real PostgreSQL, which cuts a connection at a chosen round trip.

It reads the messages of the protocol (https://www.postgresql.org/docs/current/protocol-flow.html).
A round is what a client sends until it waits for an answer: it ends with Query or Sync.
"""

import shutil
import socket
import tempfile
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tests.postgres import Server

When = Literal["before", "during", "after"]
"""Before the server gets the round; while it works; or when it is done but has not said so."""
_READY = b"Z\0\0\0\x05"


@dataclass(frozen=True)
class Cut:
    """Where a connection breaks: at the K-th round since the proxy was set, counted from 1."""

    k: int
    when: When
    is_for_good: bool = False
    """Whether nobody gets through afterwards, until the proxy is set again."""


class CuttingProxy:
    """Passes connections on until it is set to cut one."""

    def __init__(self, server: Server) -> None:
        self._upstream = f"{server.folder}/.s.PGSQL.{server.port}"
        # A socket with a short path can be hidden: then nobody listens there.
        self._folder = Path(tempfile.mkdtemp(prefix="interview-cut-", dir="/tmp"))
        self._path, self._hidden = self._folder / ".s.PGSQL.5432", self._folder / "hidden"
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(self._path))
        self._listener.listen()
        self._lock = threading.Lock()
        self._cut: Cut | None = None
        self.rounds: list[str] = []
        """The statements of the rounds since it was set."""
        self.was_cut = False
        threading.Thread(target=self._accept, daemon=True).start()

    def address(self, database: str) -> str:
        """Return the address of a database, by which it is reached through the proxy."""
        return f"{database.partition('?')[0]}?host={self._folder}"

    def set(self, cut: Cut | None) -> None:
        with self._lock:
            self._cut, self.was_cut, self.rounds = cut, False, []
            if self._hidden.exists():
                self._hidden.rename(self._path)

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)  # ends the thread that waits in accept
        self._listener.close()
        shutil.rmtree(self._folder)

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX)
            server.connect(self._upstream)
            _Relay(self, client, server).start()

    def meet(self, statement: str) -> When | None:
        """Count a round, and return when to cut it, if it is the one."""
        with self._lock:
            self.rounds.append(statement)
            if self._cut is None or len(self.rounds) != self._cut.k:
                return None
            self.was_cut = True
            if self._cut.is_for_good:
                self._path.rename(self._hidden)
            return self._cut.when


class _Relay:
    """One connection of a client."""

    def __init__(self, proxy: CuttingProxy, client: socket.socket, server: socket.socket) -> None:
        self._proxy, self._client, self._server = proxy, client, server
        self._swallows = False

    def start(self) -> None:
        for work in (self._send, self._receive):
            threading.Thread(target=work, daemon=True).start()

    def _send(self) -> None:
        with suppress(OSError), self._client.makefile("rb") as stream:
            length = stream.read(4)  # the first message has no type
            self._server.sendall(length + stream.read(int.from_bytes(length) - 4))
            waiting, statement = b"", ""
            while kind := stream.read(1):
                length = stream.read(4)
                body = stream.read(int.from_bytes(length) - 4)
                waiting += kind + length + body
                if kind in b"QP":
                    text = body if kind == b"Q" else body[body.index(b"\0") + 1 :]
                    statement = " ".join(text.partition(b"\0")[0].decode().split())
                if kind not in b"QSX":
                    continue
                when = self._proxy.meet(statement) if kind in b"QS" else None
                if when == "before":
                    break
                self._swallows = when == "after"
                self._server.sendall(waiting)
                waiting = b""
                if when == "during":
                    break
        if not self._swallows:
            self._end()

    def _receive(self) -> None:
        with suppress(OSError):
            while data := self._server.recv(65_536):
                if not self._swallows:
                    self._client.sendall(data)
                elif data[-6:-1] == _READY:
                    break
        self._end()

    def _end(self) -> None:
        for side in (self._client, self._server):
            with suppress(OSError):
                side.shutdown(socket.SHUT_RDWR)
            side.close()
