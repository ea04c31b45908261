"""The server: where it listens, what it logs, and how it stops."""

import logging
import socket
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import uvicorn
from fastapi import FastAPI

from interview_cli.context import Run
from interview_cli.errors import InvalidInput, UsageError
from interview_cli.garbage import collect_as_usual
from interview_cli.web.app import create_app
from interview_cli.web.failures import LOGGER
from interview_cli.web.security import LOOPBACK_NAMES, START_PATH, Access, is_loopback
from interview_cli.web.turns import Turns
from interview_cli.web.warm_up import start_warm_up

_STOP_S = 1
"""How long a stop waits for requests. What they were told is saved, they have seen."""
_BACKLOG = 2048
_SWITCH_S = 0.0005
"""How long a thread that computes keeps the interpreter while others wait for it. With Python's
5 ms, a page that reads fifty files beside a turn of the offline coach waits fifty times 5 ms."""


@dataclass(frozen=True)
class Server:
    """A server that listens, and serves when it is told to."""

    run: Run
    access: Access
    socket: socket.socket
    host: str

    @classmethod
    def listen(cls, run: Run, host: str, port: int, names: Sequence[str]) -> "Server":
        """Listen at an address; `names` are further allowed Host names.

        Raises UsageError for an address that others reach without a token, InvalidInput for one
        where nothing can listen, and StorageFailed if a database does not say whether it has users.
        """
        hosts = {*LOOPBACK_NAMES, _write_host(host), *(name.lower() for name in names)}
        access = find_access(run, frozenset(hosts))
        if not access.needs_token and not is_loopback(host):
            raise UsageError(
                f"{host} can be reached from other machines.",
                "set INTERVIEW_TOKEN to a secret that every request must know",
            )
        return cls(run, access, _listen(host, port), host)

    @property
    def is_open(self) -> bool:
        """Whether other machines reach the server."""
        return not is_loopback(self.host)

    @property
    def ignores_token(self) -> bool:
        """Whether INTERVIEW_TOKEN is set and lets nobody in, because there are users."""
        return self.access.has_users and self.access.token is not None

    @property
    def address(self) -> str:
        """The address of the first page."""
        return f"http://{_write_host(self.host)}:{self.socket.getsockname()[1]}/"

    @property
    def start_link(self) -> str:
        """The address to open first; with a token, the one that gives it to the browser."""
        access = self.access
        if not access.needs_token:
            return self.address
        start = f"{self.address.rstrip('/')}{START_PATH}"
        if access.has_users or access.token is None:  # each user types a token of their own
            return start
        return f"{start}?token={quote(access.token, safe='')}"

    def serve(self, when_ready: Callable[[], None]) -> None:
        """Serve until a signal; call `when_ready` as soon as a browser finds the server.

        Raises the signal again when what was begun has had its time to end.
        """
        _set_up_logs()
        collect_as_usual()
        sys.setswitchinterval(_SWITCH_S)

        def begin() -> None:
            start_warm_up(self.run, app.state.templates.env)
            when_ready()

        app = create_app(self.run, self.access, begin)
        with self.socket:
            _build(app).run(sockets=[self.socket])


def find_access(run: Run, hosts: frozenset[str]) -> Access:
    """Return who may use the server under these names. Raises StorageFailed."""
    access = Access(hosts, run.settings.token, run.find_accounts())
    access.look_for_users()
    return access


def build_server(
    run: Run, access: Access, when_ready: Callable[[], None] = lambda: None
) -> uvicorn.Server:
    """Return a server that does not listen yet."""
    return _build(create_app(run, access, when_ready))


def _build(app: FastAPI) -> uvicorn.Server:
    config = uvicorn.Config(
        app,
        log_config=None,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_STOP_S,
        ws="none",
    )
    return _StoppingServer(config, app.state.turns)


class _StoppingServer(uvicorn.Server):
    """A server that answers those who wait for a turn when it stops."""

    def __init__(self, config: uvicorn.Config, turns: Turns) -> None:
        super().__init__(config)
        self._turns = turns

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._turns.stop()
        await super().shutdown(sockets)


def _write_host(host: str) -> str:
    """Return a host as an address has it."""
    return f"[{host}]" if ":" in host else host.lower()


def _listen(host: str, port: int) -> socket.socket:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        return _bind(found[0])
    except OSError as error:
        reason = (error.strerror or "the system refuses").lower()
        raise InvalidInput(
            f"nothing can listen at {host}, port {port}: {reason}.", "choose another --port"
        ) from error


def _bind(found: tuple[Any, ...]) -> socket.socket:
    family, kind, protocol, _, address = found
    listener = socket.socket(family, kind, protocol)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(_BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


class _WithoutQuery(logging.Filter):
    """Cut the query off each logged address: it may hold the token."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple) and len(record.args) == 5:
            client, method, path, version, status = record.args
            record.args = (client, method, str(path).partition("?")[0], version, status)
        return True


def _set_up_logs() -> None:
    """Log requests and warnings to stderr."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    levels = {
        "uvicorn.access": logging.INFO,
        "uvicorn.error": logging.WARNING,
        LOGGER: logging.INFO,
    }
    for name, level in levels.items():
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(level)
    logging.getLogger("uvicorn.access").addFilter(_WithoutQuery())
