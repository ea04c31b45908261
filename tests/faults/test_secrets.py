"""After every failure, neither the key nor the CV is on a stream or in a wrong file."""

import errno
import os
import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from interview_cli.context import Run
from tests.conftest import CV, JOB, KEY, STORY, Line, mark_slow
from tests.faults.conftest import Homes
from tests.faults.machine import Machine, Point
from tests.faults.test_damage import DAMAGE
from tests.model_faults import FAULTS, time_limit
from tests.model_server import ModelServer, refuse

LINE = "Sentinel of a life: Zwischenmietvertrag 7781"
SECRETS = (KEY, LINE, "Zwischenmietvertrag", STORY[:40])


class Discreet:
    """The command line, which fails if a secret is printed."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.failures = 0

    def __call__(self, *words: str | Path, exit_code: int, **options) -> None:
        done = self.line(*words, exit_code=exit_code, **options)
        for secret in SECRETS:
            assert secret not in done.stdout + done.stderr, words
        self.failures += 1

    def check_files(self, folder: Path) -> None:
        """Check that the CV is in session files only, and the key in no file."""
        for path in folder.rglob("*"):
            if path.is_symlink() or not path.is_file() or path.stat().st_size > 10**7:
                continue
            content = path.read_bytes()
            assert KEY.encode() not in content, path
            if path.parent.name != "sessions":
                assert LINE.encode() not in content, path


@pytest.fixture
def line(any_line: Line) -> Line:
    return any_line


@pytest.fixture
def discreet(line: Line, monkeypatch: pytest.MonkeyPatch) -> Discreet:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("INTERVIEW_COACH", "offline")
    return Discreet(line)


def started(line: Line) -> str:
    session = line.new("--questions", "3", "--coach", "offline")
    cv = f"{CV}\n- {LINE}\n"
    line("upload", session, "--cv", "-", "--job-text", JOB, "--coach", "offline", stdin=cv)
    line("ask", session, "--coach", "offline")
    return session


QUICK = ("cut in the middle", "half a character", "no title", "a newer version", "a FIFO")
IN_A_ROW = ("cut in the middle", "no title", "a newer version")
READERS = (["show"], ["ask"], ["answer", "--text", STORY], ["export"])


@pytest.mark.parametrize("kind", mark_slow(DAMAGE, but=QUICK))
@pytest.mark.parametrize("any_line", ["files"], indirect=True)
def test_damage(discreet: Discreet, home: Path, kind: str) -> None:
    check_damage(discreet, home, kind, *READERS, ["status"])


@pytest.mark.parametrize("kind", IN_A_ROW)
@pytest.mark.parametrize("any_line", ["database"], indirect=True)
def test_damage_in_a_database(discreet: Discreet, home: Path, kind: str) -> None:
    # There `status` shows what stands beside the document.
    check_damage(discreet, home, kind, *READERS)


def check_damage(discreet: Discreet, home: Path, kind: str, *commands: list[str]) -> None:
    session = started(discreet.line)
    discreet.line.damage(session, DAMAGE[kind])
    for words in commands:
        discreet(words[0], session, *words[1:], exit_code=6)
        discreet(words[0], session, *words[1:], "--json", exit_code=6)
    discreet("status", exit_code=0)
    discreet.check_files(home.parent)


def test_what_is_refused(discreet: Discreet, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = started(discreet.line)
    monkeypatch.setenv("INTERVIEW_LOCK_TIMEOUT", "0")
    for words, exit_code in (
        (["answer", session, "--text", "x" * 50_001 + LINE], 2),
        (["answer", session, "--text", STORY, "--number", "2"], 4),
        (["feedback", session], 4),
        (["redo", session, "--number", "1", "--text", STORY], 4),
        (["upload", session, "--cv", "-", "--job-text", LINE], 2),
        (["upload", session, "--job", LINE[:9]], 2),
        (["new", "--title", "x" * 200 + LINE, "--company", "C"], 2),
        (["answer", session, "--lines", "--no-ask"], 2),
    ):
        discreet(*words, exit_code=exit_code, stdin=f"\0\0{LINE}")
    with discreet.line.held(session):
        discreet("answer", session, "--text", STORY, exit_code=7)
    discreet.check_files(home.parent)


def test_a_defect(discreet: Discreet) -> None:
    class Broken(Run):
        def now(self) -> datetime:
            raise ZeroDivisionError(f"{KEY} {LINE}")

    discreet("status", run=Broken(), exit_code=1)


@pytest.mark.slow
def test_a_disk_that_refuses(machine: Machine, homes: Homes) -> None:
    calls = ("open", "openat", "read", "write", "fsync", "rename", "flock")
    errors = ""
    for name in calls:
        for k in (1, 3, 5):
            for words in (
                ["show"],
                ["answer", "--text", STORY],
                ["feedback"],
                ["keep"],
            ):
                done = machine.run(
                    homes.copy(),
                    words[0],
                    homes.session,
                    *words[1:],
                    fail=(Point(name, k, "/home-"), errno.EIO),
                    limits={"env": {"OPENAI_API_KEY": KEY, "INTERVIEW_COACH": "offline"}},
                )
                errors += done.stderr
    assert "error: " in errors
    for secret in (KEY, STORY[:40], *CV.splitlines()[4:7]):
        assert secret not in errors


@pytest.mark.slow
def test_a_model_that_fails(
    line: Line,
    model: ModelServer,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    rounds: Callable[[int, int], int],
) -> None:
    discreet = Discreet(line)
    for fault in random.Random(7).sample(list(FAULTS), rounds(8, len(FAULTS))):
        session = started(line)
        model.always = FAULTS[fault][0]
        monkeypatch.setenv("INTERVIEW_LLM_TIMEOUT", time_limit(fault))
        discreet("answer", session, "--text", STORY, "--no-stand-in", exit_code=5)
        discreet("ask", session, "--json", "--no-stand-in", exit_code=5)
        discreet.check_files(home.parent)


def test_a_model_that_says_it_all_back(line: Line, model: ModelServer, home: Path) -> None:
    """Servers quote requests, and keys, in their error messages."""
    discreet = Discreet(line)
    session = started(line)
    model.always = lambda handler, received: refuse(
        400, f"{received.headers['authorization']} {received.text}", KEY
    )(handler, received)
    discreet("answer", session, "--text", STORY, exit_code=5)
    discreet("job-post", "new", "--company", "C", LINE, exit_code=5)
    discreet.check_files(home.parent)


def test_counted(figure: Callable[[str], None]) -> None:
    figure(
        f"10. {len(DAMAGE)} kinds of damage, {len(FAULTS)} faults of a model, a disk, a lock and a "
        "defect: no key and no line of the CV on a stream or in another file"
    )
    assert os.environ.get("OPENAI_API_KEY") is None
