"""Run commands as forks of a helper process that has the program and openai imported.

A fork starts in milliseconds, a fresh interpreter in a second. Like a fresh process, a fork has its
own session, controlling terminal, environment and signal handlers, and ends like an interpreter.
"""

import fcntl
import json
import os
import signal
import socket
import subprocess
import sys
import termios
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import interview_cli
from interview_cli.coach.llm.client import ClientMaker
from interview_cli.model_settings import ModelSettings

ROOT = Path(__file__).parent.parent.parent


class Command:
    """A command that runs."""

    def __init__(self, forks: "Forks", pid: int) -> None:
        self._forks = forks
        self._pid = pid
        self._exit_code: int | None = None

    def wait(self) -> int:
        """Return the exit code, below 0 if a signal ended the command."""
        if self._exit_code is None:
            self._exit_code = self._forks.request({"wait": self._pid})
        return self._exit_code

    def send_signal(self, number: int) -> None:
        os.kill(self._pid, number)

    def kill(self) -> None:
        if self._exit_code is None:
            with suppress(ProcessLookupError):
                self.send_signal(signal.SIGKILL)


class Forks:
    """Starts commands, each with a terminal as its controlling terminal."""

    def __init__(self) -> None:
        self._helper: subprocess.Popen[bytes] | None = None
        self._socket: socket.socket | None = None

    def start(
        self, words: list[str], environment: dict[str, str], terminal: int, stdout: int
    ) -> Command:
        """Start a command whose stdin and stderr are the terminal."""
        order = {"words": words, "environment": environment, "folder": os.getcwd()}
        return Command(self, self.request(order, terminal, stdout, terminal))

    def request(self, order: dict[str, Any], *descriptors: int) -> int:
        try:
            if self._helper is None:
                self._start_helper()
            assert self._socket
            socket.send_fds(self._socket, [json.dumps(order).encode()], descriptors)
            return int(self._socket.recv(100))
        except BaseException:
            # A time-out of the test, for one: the next request would get this one's reply.
            self.close()
            raise

    def close(self) -> None:
        """End the helper process. The next request starts another."""
        if self._helper is None:
            return
        helper, self._helper = self._helper, None
        helper.kill()
        helper.wait()
        assert self._socket
        self._socket.close()

    def _start_helper(self) -> None:
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._helper = subprocess.Popen(
                [sys.executable, "-m", "tests.terminal.forks", str(theirs.fileno())],
                cwd=ROOT,
                env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": "/nonexistent"},
                pass_fds=[theirs.fileno()],
            )


# What follows runs in the helper process.


def _serve(requests: socket.socket) -> None:
    """Obey requests until the test process closes its end; in a fork, run the command."""
    while True:
        content, descriptors, _, _ = socket.recv_fds(requests, 100_000, 3)
        if not content:
            return
        order = json.loads(content)
        if "wait" in order:
            status = os.waitpid(order["wait"], 0)[1]
            requests.send(str(os.waitstatus_to_exitcode(status)).encode())
            continue
        child = os.fork()
        if not child:
            requests.close()
            _run_command(order, descriptors)
            return
        for descriptor in descriptors:
            os.close(descriptor)
        requests.send(str(child).encode())


def _run_command(order: dict[str, Any], descriptors: list[int]) -> None:
    from interview_cli.__main__ import main

    os.setsid()
    fcntl.ioctl(descriptors[0], termios.TIOCSCTTY, 0)
    for number, descriptor in enumerate(descriptors):
        os.dup2(descriptor, number)
        os.close(descriptor)
    sys.stdin, sys.stdout, sys.stderr = (
        os.fdopen(number, mode, closefd=False) for number, mode in enumerate("rww")
    )
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr
    sys.argv = ["interview", *order["words"]]
    os.environ.clear()
    os.environ.update(order["environment"])
    os.chdir(order["folder"])
    main()


def _import_all() -> None:
    """Import what a command imports on first use, PDFs aside."""
    import rich.live
    import rich.spinner  # noqa: F401

    for module in walk_packages(interview_cli.__path__, "interview_cli."):
        if not module.name.startswith(("interview_cli.__main__", "interview_cli.render.pdf")):
            import_module(module.name)
    settings = ModelSettings("tiny", "http://127.0.0.1:1/v1", None, 60, 120_000, {})
    ClientMaker(settings).take().close()


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    _import_all()
    _serve(socket.socket(fileno=int(sys.argv[1])))
