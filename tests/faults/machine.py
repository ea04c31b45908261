"""Run commands under a tracer that can kill them, or make a system call fail, at any point.

One helper process per worker has the program imported. It forks for each command, so a command is a
process with its own descriptors and locks and still starts in milliseconds. A traced command stops
at each system call (ptrace).
"""

import base64
import errno
import json
import os
import platform
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.rights import drop_root_capabilities

ROOT = Path(__file__).parent.parent.parent

COUNTED = (
    "open",
    "openat",
    "read",
    "write",
    "fsync",
    "close",
    "rename",
    "unlink",
    "mkdir",
    "flock",
    "link",
    "lstat",
    "stat",
    "newfstatat",
    "fstat",
    "getdents64",
)
"""System calls that touch a file (Linux, x86-64)."""
_BY_PATH = {"open": 0, "openat": 1, "rename": 0, "unlink": 0, "mkdir": 0, "link": 0}
_BY_PATH |= {"stat": 0, "lstat": 0, "newfstatat": 1}
_REGISTERS = ("rdi", "rsi")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True)
class Call:
    """One system call of a command."""

    name: str
    target: str
    """Path of the file."""
    returned: int
    """Return value: an errno below 0 if the call failed."""
    creates: bool = False


@dataclass(frozen=True)
class Point:
    """The K-th call of this name (counted from 1) on a path that contains `under`."""

    name: str
    k: int
    under: str = ""


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    exit_code: int
    """Minus the number of the signal if a signal ended the command."""
    stdout: str
    stderr: str
    calls: list[Call] = field(default_factory=list)
    struck: bool = False
    """Whether the command reached the point where it was to be killed or refused."""

    @property
    def json(self) -> Any:
        return json.loads(self.stdout)


class Machine:
    """Runs one command at a time and waits for its end."""

    def __init__(self) -> None:
        self._helper: subprocess.Popen[bytes] | None = None

    def run(
        self,
        home: Path | None,
        *words: str | Path,
        stdin: bytes = b"",
        kill: Point | None = None,
        fail: tuple[Point, int] | None = None,
        signal_after: tuple[int, float] | None = None,
        trace: bool = False,
        limits: dict[str, Any] | None = None,
    ) -> Outcome:
        """Run one command and return how it ended.

        `kill` kills it before that call; `fail` makes that call fail with an errno; `signal_after`
        sends a signal after that many seconds. `limits`: `file_bytes` (RLIMIT_FSIZE),
        `memory_bytes` (RLIMIT_AS), `env`, `umask`, `folder` (the working directory), and `rights`:
        False drops the capabilities by which root ignores permissions.
        """
        request = {
            "words": [*(["--home", str(home)] if home else []), *map(str, words)],
            "stdin": base64.b64encode(stdin).decode(),
            "kill": vars(kill) if kill else None,
            "fail": [vars(fail[0]), fail[1]] if fail else None,
            "signal_after": signal_after,
            "trace": trace or kill is not None or fail is not None,
        } | (limits or {})
        try:
            reply = self._request(request)
        except BaseException:
            # A time-out of the test, for one: the next command would get this command's reply.
            self.close()
            raise
        reply["calls"] = [Call(*call) for call in reply["calls"]]
        return Outcome(**reply)

    def close(self) -> None:
        """Kill the helper process, and a command that still runs. The next `run` starts another."""
        if self._helper is None:
            return
        helper, self._helper = self._helper, None
        with suppress(ProcessLookupError):
            os.killpg(helper.pid, signal.SIGKILL)
        helper.wait()
        for stream in (helper.stdin, helper.stdout):
            assert stream
            with suppress(BrokenPipeError):
                stream.close()

    def _request(self, request: dict[str, Any]) -> dict[str, Any]:
        if self._helper is None:
            self._helper = _start_helper()
        assert self._helper.stdin
        assert self._helper.stdout
        self._helper.stdin.write(json.dumps(request).encode() + b"\n")
        self._helper.stdin.flush()
        reply: dict[str, Any] = json.loads(self._helper.stdout.readline())
        return reply


def _start_helper() -> "subprocess.Popen[bytes]":
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": "/nonexistent"}
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.machine"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=environment,
        start_new_session=True,  # so that it can be killed together with its command
    )


def find_obstacle() -> str:
    """Return why commands cannot be traced on this machine; empty if they can."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return "the tracer reads the registers of Linux on x86-64 only"
    return ""


# What follows runs in the helper process.


def _serve() -> None:
    _warm_up()
    replies = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    for line in sys.stdin:
        replies.write(json.dumps(_run_command(json.loads(line))) + "\n")
        replies.flush()


def _warm_up() -> None:
    """Run each command once, so that everything imported or read on first use is loaded."""
    from tests.conftest import CV, JOB, STORY, Line

    with tempfile.TemporaryDirectory() as folder:
        line = Line(Path(folder) / "home")
        session = line.new("--questions", "1")
        cv = Path(folder) / "cv.txt"
        cv.write_text(CV)
        line("upload", session, "--cv", cv, "--job-text", JOB)
        line("ask", session)
        line("answer", session, "--text", STORY)
        line("feedback", session)
        for words in (["show"], ["status"], ["export", "--format", "html", "-o", "-"]):
            line(*words, session)
        line("plan", session, "--date", "2100-01-01")
        line("debrief", session, "--question", "Why us?", "--outcome", "offer")
        line("keep", session)
        line("job-post", "new", "--company", "Acme", "We need a nurse in Leeds.")
        line("job-post", "show")
        line("gc")
        line("rm", session, "--yes")


def _run_command(request: dict[str, Any]) -> dict[str, Any]:
    streams = [tempfile.TemporaryFile() for _ in range(3)]  # noqa: SIM115 - closed below
    streams[0].write(base64.b64decode(request["stdin"]))
    streams[0].seek(0)
    child = os.fork()
    if not child:
        _become_command(request, [stream.fileno() for stream in streams])
    calls: list[tuple[Any, ...]] = []
    struck = False
    if request["trace"]:
        status, struck = _trace(child, request, calls)
    else:
        if request["signal_after"]:
            number, seconds = request["signal_after"]
            time.sleep(seconds)
            os.kill(child, number)
        status = os.waitpid(child, 0)[1]
    texts = []
    for stream in streams[1:]:
        stream.seek(0)
        texts.append(stream.read().decode("utf-8", "surrogateescape"))
    for stream in streams:
        stream.close()
    return {
        "exit_code": os.waitstatus_to_exitcode(status),
        "stdout": texts[0],
        "stderr": texts[1],
        "calls": calls,
        "struck": struck,
    }


def _become_command(request: dict[str, Any], streams: list[int]) -> None:
    """Run the program as its entry point does, and exit."""
    import resource

    from interview_cli.__main__ import main

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # as after the start of Python
    code = 99
    try:
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        sys.stdin, sys.stdout, sys.stderr = (
            os.fdopen(number, mode, closefd=False) for number, mode in enumerate("rww")
        )
        sys.argv = ["interview", *request["words"]]
        os.environ.update(request.get("env", {}))
        os.umask(request.get("umask", 0o022))
        os.chdir(request.get("folder", "."))
        for name, limit in (("file_bytes", "RLIMIT_FSIZE"), ("memory_bytes", "RLIMIT_AS")):
            if name in request:
                resource.setrlimit(getattr(resource, limit), (request[name], request[name]))
        if not request.get("rights", True):
            drop_root_capabilities()
        random.seed()
        if request["trace"]:
            from ptrace.binding import ptrace_traceme

            ptrace_traceme()
            os.kill(os.getpid(), signal.SIGSTOP)
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(bool(end.code))
    except BaseException:  # noqa: BLE001 # shown to the test, which fails
        import traceback

        traceback.print_exc()
        code = 98
    finally:
        os._exit(code)


def _trace(child: int, request: dict[str, Any], calls: list[tuple[Any, ...]]) -> tuple[int, bool]:
    """Run the child from call to call; return its wait status and whether it reached the point."""
    from ptrace.binding import ptrace_setoptions, ptrace_syscall

    point = request["kill"] or (request["fail"] and request["fail"][0])
    seen, struck, entry = 0, False, None
    os.waitpid(child, 0)  # the child has stopped itself
    ptrace_setoptions(child, 1 | 0x100000)  # tell system calls from SIGTRAP; die with the tracer
    signum = 0
    while True:
        ptrace_syscall(child, signum)
        _, status = os.waitpid(child, 0)
        if not os.WIFSTOPPED(status):
            return status, struck
        signum = 0
        if os.WSTOPSIG(status) != signal.SIGTRAP | 0x80:
            signum = os.WSTOPSIG(status)
            continue
        if entry is not None:
            _record_exit(child, entry, calls)
            entry = None
            continue
        entry = _read_entry(child)
        if point and not struck and _matches(entry, point):
            seen += 1
            if seen == point["k"]:
                struck = True
                if request["kill"]:
                    _refuse(child)
                    os.kill(child, signal.SIGKILL)
                    return os.waitpid(child, 0)[1], True
                _refuse(child)
                entry["errno"] = request["fail"][1]


def _read_entry(child: int) -> dict[str, Any]:
    """Return the call that the child is about to make."""
    from ptrace.binding import ptrace_getregs
    from ptrace.syscall import SYSCALL_NAMES

    registers = ptrace_getregs(child)
    name = SYSCALL_NAMES.get(registers.orig_rax, "")
    target, creates = "", False
    if name in _BY_PATH:
        place = _BY_PATH[name]
        target = _text_at(child, getattr(registers, _REGISTERS[place]))
        flags = {"open": registers.rsi, "openat": registers.rdx}.get(name, 0)
        creates = bool(flags & _WRITES) or name in ("rename", "unlink", "mkdir", "link")
    if name in COUNTED and not target:
        try:
            target = os.readlink(f"/proc/{child}/fd/{registers.rdi}")
        except OSError:
            target = ""
    return {"name": name, "target": target, "creates": creates}


def _matches(entry: dict[str, Any], point: dict[str, Any]) -> bool:
    return entry["name"] == point["name"] and point["under"] in entry["target"]


def _refuse(child: int) -> None:
    """Replace the next call of the child by one that does not exist."""
    from ptrace.binding import ptrace_getregs, ptrace_setregs

    registers = ptrace_getregs(child)
    registers.orig_rax = 2**64 - 1
    ptrace_setregs(child, registers)


def _record_exit(child: int, entry: dict[str, Any], calls: list[tuple[Any, ...]]) -> None:
    from ptrace.binding import ptrace_getregs, ptrace_setregs

    registers = ptrace_getregs(child)
    if "errno" in entry:
        registers.rax = 2**64 - entry["errno"]
        ptrace_setregs(child, registers)
    if entry["name"] in COUNTED and entry["target"]:
        returned = registers.rax - 2**64 if registers.rax >= 2**63 else registers.rax
        calls.append((entry["name"], entry["target"], returned, entry["creates"]))


def _text_at(child: int, address: int) -> str:
    with open(f"/proc/{child}/mem", "rb", buffering=0) as memory:
        memory.seek(address)
        # The page after the one that holds the path may not be readable.
        content = memory.read(min(4096, 4096 - address % 4096)) or b""
        if b"\0" not in content:
            content += memory.read(4096)
    return content.partition(b"\0")[0].decode("utf-8", "surrogateescape")


ERRORS = {name: getattr(errno, name) for name in ("EIO", "ENOSPC", "EACCES", "ENOLCK")}

if __name__ == "__main__":
    _serve()
