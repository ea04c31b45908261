"""Commands run under the eyes of a tracer, which can kill them or fail a call at any point.

A warm process, one for all tests of a worker, has the program imported; each command is a fork of
it: a process of its own, with its own descriptors and locks, that takes some milliseconds. Traced,
it stops at each system call (ptrace), where it can be killed or the call be refused.
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
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.rights import give_up_roots_rights

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
"""The calls by which a file is touched; of x86-64, by the names that Linux gives them."""
_BY_PATH = {"open": 0, "openat": 1, "rename": 0, "unlink": 0, "mkdir": 0, "link": 0}
_BY_PATH |= {"stat": 0, "lstat": 0, "newfstatat": 1}
_REGISTERS = ("rdi", "rsi")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True)
class Call:
    """One system call that a command made; what it returned is below 0 where it failed."""

    name: str
    target: str
    returned: int
    creates: bool = False


@dataclass(frozen=True)
class Point:
    """The K-th call of a name (counted from 1) on a file whose path holds `under`."""

    name: str
    k: int
    under: str = ""


@dataclass(frozen=True)
class Outcome:
    """How a command ended; `exit_code` is below 0 where a signal ended it."""

    exit_code: int
    stdout: str
    stderr: str
    calls: list[Call] = field(default_factory=list)
    struck: bool = False
    """Whether the point was reached."""

    @property
    def json(self) -> Any:
        return json.loads(self.stdout)


class Machine:
    """Runs commands. One at a time, and each of them is waited for."""

    def __init__(self) -> None:
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": "/nonexistent"}
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
        self._warm = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.machine"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env=environment,
        )

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
        """Runs one command to its end, its death, or the call that is refused and what follows.

        `fail` refuses one call with an errno; `signal_after` sends a signal after some seconds.
        `limits`: `file_bytes` (RLIMIT_FSIZE), `memory_bytes` (RLIMIT_AS), `env`, `umask`,
        `folder` (where it starts), and `rights`: False gives up what root may do by right.
        """
        wanted = {
            "words": [*(["--home", str(home)] if home else []), *map(str, words)],
            "stdin": base64.b64encode(stdin).decode(),
            "kill": vars(kill) if kill else None,
            "fail": [vars(fail[0]), fail[1]] if fail else None,
            "signal_after": signal_after,
            "trace": trace or kill is not None or fail is not None,
        } | (limits or {})
        assert self._warm.stdin
        assert self._warm.stdout
        self._warm.stdin.write(json.dumps(wanted).encode() + b"\n")
        self._warm.stdin.flush()
        done = json.loads(self._warm.stdout.readline())
        done["calls"] = [Call(*one) for one in done["calls"]]
        return Outcome(**done)

    def close(self) -> None:
        assert self._warm.stdin
        assert self._warm.stdout
        self._warm.stdin.close()
        self._warm.wait()
        self._warm.stdout.close()


def why_not_here() -> str:
    """Why no command can be traced on this machine, or nothing."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return "the tracer reads the registers of Linux on x86-64 only"
    return ""


# What follows runs in the warm process.


def _serve() -> None:
    _warm_up()
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    for line in sys.stdin:
        answers.write(json.dumps(_carried_out(json.loads(line))) + "\n")
        answers.flush()


def _warm_up() -> None:
    """One of each command, so that what is imported and read on first use is there."""
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
        line("keep", session)
        line("job-post", "new", "--company", "Acme", "We need a nurse in Leeds.")
        line("job-post", "show")
        line("gc")
        line("rm", session, "--yes")


def _carried_out(wanted: dict[str, Any]) -> dict[str, Any]:
    streams = [tempfile.TemporaryFile() for _ in range(3)]  # noqa: SIM115 - closed below
    streams[0].write(base64.b64decode(wanted["stdin"]))
    streams[0].seek(0)
    child = os.fork()
    if not child:
        _be_the_command(wanted, [stream.fileno() for stream in streams])
    calls: list[tuple[Any, ...]] = []
    struck = False
    if wanted["trace"]:
        status, struck = _traced(child, wanted, calls)
    else:
        if wanted["signal_after"]:
            number, seconds = wanted["signal_after"]
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


def _be_the_command(wanted: dict[str, Any], streams: list[int]) -> None:
    """Becomes the program, as its entry point starts it, and never returns."""
    import resource

    from interview_cli.__main__ import main

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # the interpreter's own start is not ours to test
    code = 99
    try:
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        sys.stdin, sys.stdout, sys.stderr = (
            os.fdopen(number, mode, closefd=False) for number, mode in enumerate("rww")
        )
        sys.argv = ["interview", *wanted["words"]]
        os.environ.update(wanted.get("env", {}))
        os.umask(wanted.get("umask", 0o022))
        os.chdir(wanted.get("folder", "."))
        for name, limit in (("file_bytes", "RLIMIT_FSIZE"), ("memory_bytes", "RLIMIT_AS")):
            if name in wanted:
                resource.setrlimit(getattr(resource, limit), (wanted[name], wanted[name]))
        if not wanted.get("rights", True):
            give_up_roots_rights()
        random.seed()
        if wanted["trace"]:
            from ptrace.binding import ptrace_traceme

            ptrace_traceme()
            os.kill(os.getpid(), signal.SIGSTOP)
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(bool(end.code))
    except BaseException:  # noqa: BLE001 - a defect; the test is shown it and fails
        import traceback

        traceback.print_exc()
        code = 98
    finally:
        os._exit(code)


def _traced(child: int, wanted: dict[str, Any], calls: list[tuple[Any, ...]]) -> tuple[int, bool]:
    """Lets the child run from call to call. Its wait status, and whether the point was reached."""
    from ptrace.binding import ptrace_setoptions, ptrace_syscall

    aim = wanted["kill"] or (wanted["fail"] and wanted["fail"][0])
    seen, struck, entry = 0, False, None
    os.waitpid(child, 0)  # it has stopped itself
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
            _leave(child, entry, calls)
            entry = None
            continue
        entry = _entered(child)
        if aim and not struck and entry["name"] == aim["name"] and aim["under"] in entry["target"]:
            seen += 1
            if seen == aim["k"]:
                struck = True
                if wanted["kill"]:
                    _refuse(child)
                    os.kill(child, signal.SIGKILL)
                    return os.waitpid(child, 0)[1], True
                _refuse(child)
                entry["errno"] = wanted["fail"][1]


def _entered(child: int) -> dict[str, Any]:
    """The call that the child is about to make."""
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


def _refuse(child: int) -> None:
    """Makes the call that is about to happen one that the system does not know."""
    from ptrace.binding import ptrace_getregs, ptrace_setregs

    registers = ptrace_getregs(child)
    registers.orig_rax = 2**64 - 1
    ptrace_setregs(child, registers)


def _leave(child: int, entry: dict[str, Any], calls: list[tuple[Any, ...]]) -> None:
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
        # A path may end before a page does that may not be read.
        content = memory.read(min(4096, 4096 - address % 4096)) or b""
        if b"\0" not in content:
            content += memory.read(4096)
    return content.partition(b"\0")[0].decode("utf-8", "surrogateescape")


ERRORS = {name: getattr(errno, name) for name in ("EIO", "ENOSPC", "EACCES", "ENOLCK")}

if __name__ == "__main__":
    _serve()
