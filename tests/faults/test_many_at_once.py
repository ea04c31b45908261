"""Many processes at once, on one session and on separate sessions, with gc beside them."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES, Line
from tests.faults.test_damage import DAMAGE

INTERVIEW = [sys.executable, "-m", "interview_cli"]
PROCESSES = 16
SEED = 7
_STORE = ("INTERVIEW_STORE", "INTERVIEW_OWNER")

Program = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def program(home: Path, tmp_path: Path) -> Program:
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path / "user"),
        "INTERVIEW_HOME": str(home),
        "PYTHONPATH": str(EXAMPLES.parent),
        "INTERVIEW_LOCK_TIMEOUT": "500",
    }

    def run(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*INTERVIEW, *words],
            env=environment | find_store() | settings,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )

    return run


def find_store() -> dict[str, str]:
    """Return the variables by which a test names a database."""
    return {name: os.environ[name] for name in _STORE if name in os.environ}


def run_parallel(jobs: list[Callable[[], subprocess.CompletedProcess[str]]]) -> list[int]:
    """Run the commands at the same time and return their exit codes."""
    with ThreadPoolExecutor(len(jobs)) as pool:
        return [done.returncode for done in pool.map(lambda job: job(), jobs)]


@pytest.fixture
def two_gc_loops(program: Program) -> Callable[[], list[int]]:
    """Start two loops of gc; return a function that ends them and returns their exit codes."""
    over, codes = threading.Event(), list[int]()

    def loop() -> None:
        while not over.is_set():
            codes.append(program("gc").returncode)

    threads = [threading.Thread(target=loop) for _ in range(2)]
    for thread in threads:
        thread.start()

    def end() -> list[int]:
        over.set()
        for thread in threads:
            thread.join()
        return codes

    return end


def answers(line: Line, session: str) -> list[str]:
    messages = line.stored(session)["messages"]
    return [message["content"] for message in messages if message["role"] == "user"]


@pytest.mark.slow
def test_sixteen_on_one_session_and_sixteen_on_their_own(
    any_line: Line,
    program: Program,
    two_gc_loops: Callable[[], list[int]],
    figure: Callable[[str], None],
) -> None:
    """Each question has one answer, and its process reported it as saved."""
    shared = any_line.started(questions=6)
    own = [any_line.started(questions=6) for _ in range(PROCESSES)]
    texts = [f"I, number {place}, mended it in two days." for place in range(2 * PROCESSES)]

    def answer(session: str, text: str) -> Callable[[], subprocess.CompletedProcess[str]]:
        return lambda: program("answer", session, "--text", text)

    half = [answer(session, texts[0]) for session in own]
    codes = run_parallel([answer(shared, text) for text in texts[:PROCESSES]] + half)
    codes += run_parallel([answer(shared, text) for text in texts[PROCESSES:]])
    collections = two_gc_loops()
    on_shared, on_own = codes[:PROCESSES] + codes[2 * PROCESSES :], codes[PROCESSES:][:PROCESSES]
    assert set(on_own) == {0}
    assert set(on_shared) <= {0, 4}  # 4: another process answered the question
    stored = answers(any_line, shared)
    acknowledged = [text for text, code in zip(texts, on_shared, strict=True) if code == 0]
    assert sorted(stored) == sorted(acknowledged)
    assert len(stored) == len(set(stored)) >= 2
    for session in own:
        assert answers(any_line, session) == [texts[0]]
        assert len(any_line.stored(session)["messages"]) == 3
    assert set(collections) == {0}
    figure(
        f"4. twice {PROCESSES} processes on one session: {len(stored)} saved, the others told, "
        f"0 lost, 0 twice; {PROCESSES} on their own: 0 refused; {len(collections)} gc beside them"
    )


@pytest.mark.slow
def test_a_busy_session_is_named_within_the_time_out(
    line: Line, program: Program, home: Path, figure: Callable[[str], None]
) -> None:
    session, other = line.started(), line.started()
    with HeldLock(home, session):
        busy = program("answer", session, "--text", "I did it.", INTERVIEW_LOCK_TIMEOUT="0.2")
        assert program("answer", other, "--text", "I did it.").returncode == 0
        assert program("show", session).returncode == 0
        assert program("gc").returncode == 0
    assert (busy.returncode, busy.stdout) == (7, "")
    assert session[-8:] in busy.stderr
    figure("4. a busy session: exit 7 and its name; reading, gc and other sessions go on")


def test_a_killed_holder_frees_the_lock(
    line: Line, program: Program, home: Path, figure: Callable[[str], None]
) -> None:
    session = line.started()
    with HeldLock(home, session) as holder:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        done = program("answer", session, "--text", "I did it.", INTERVIEW_LOCK_TIMEOUT="0")
    assert done.returncode == 0
    figure("4. a killed holder: the next command, which waits for nothing, gets the lock")


class HeldLock:
    """Another process that holds the lock of a session."""

    def __init__(self, home: Path, session: str) -> None:
        code = (
            "import sys, time; from filelock import FileLock\n"
            f"with FileLock({str(home / 'locks' / (session + '.lock'))!r}):\n"
            "    print('held', flush=True); time.sleep(600)"
        )
        self._holder = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)

    def __enter__(self) -> "subprocess.Popen[bytes]":
        assert self._holder.stdout
        assert self._holder.stdout.readline() == b"held\n"
        return self._holder

    def __exit__(self, *_: object) -> None:
        self._holder.kill()
        self._holder.wait()
        assert self._holder.stdout
        self._holder.stdout.close()


@pytest.mark.slow
def test_four_gc_at_once(line: Line, program: Program, figure: Callable[[str], None]) -> None:
    """They delete the expired session once, and no damaged, young or foreign file."""
    now = datetime.now(UTC)
    ages = {"a second": 1 / 3600, "23 h 59 min": 24 - 1 / 60, "24 h 01 min": 24 + 1 / 60}
    made = {name: line.new() for name in [*ages, "the future"]}
    damaged = {name: line.started() for name in DAMAGE}
    for name, session in (made | damaged).items():
        past = now - timedelta(hours=ages.get(name, 100))
        moment = datetime(2999, 1, 1, tzinfo=UTC) if name == "the future" else past
        line.edit(session, last_updated=moment.isoformat())
    for name, session in damaged.items():
        DAMAGE[name](line.path(session))
    folder = line.home / "sessions"
    strangers = ["README.md", "notes.json", f"{made['a second']}.json.bak", ".x.tmp", "a.lock"]
    for name in strangers:
        (folder / name).write_text("precious")
    before = sorted(path.name for path in folder.iterdir())
    done = run_parallel([lambda: program("gc")] * 4)
    left = sorted(path.name for path in folder.iterdir())
    assert done == [0, 0, 0, 0]
    assert sorted({*before} - {*left}) == [f"{made['24 h 01 min']}.json"]
    figure(f"5. 4 gc at once: of {len(before)} files they deleted the one that had expired")


@pytest.mark.slow
def test_gc_races_with_answers_at_the_edge_of_expiry(
    any_line: Line,
    program: Program,
    rounds: Callable[[int, int], int],
    figure: Callable[[str], None],
) -> None:
    """An acknowledged answer is stored; an answer to a collected session is refused."""
    races, saved, chance = rounds(5, 100), 0, random.Random(SEED)
    for _ in range(races):
        session = any_line.started()
        edge = time.time() - 24 * 3600 + chance.uniform(0.1, 1.2)  # while the processes start
        moment = (
            time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(edge)) + f".{int(edge % 1 * 1e6):06}Z"
        )
        any_line.edit(session, last_updated=moment)
        answer, *collections = run_parallel(
            [
                lambda session=session: program("answer", session, "--text", "I did it."),
                lambda: program("gc"),
                lambda: program("gc"),
            ]
        )
        assert collections == [0, 0]
        assert answer in (0, 3)
        if answer == 0:
            saved += 1
            stored = any_line.stored(session)
            assert stored["messages"][1]["content"] == "I did it."
    figure(f"5. {races} races of two gc with an answer: {saved} saved, all of them there")
