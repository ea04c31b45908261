"""Closed pipes, full devices, and signals at any moment of a command."""

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES, STORY, Line
from tests.faults.conftest import Homes
from tests.faults.machine import Machine
from tests.faults.test_killed import COMMANDS, find_litter, read_all

SEED = 7
CODES = {signal.SIGINT: (130, -2), signal.SIGTERM: (143, -15), signal.SIGHUP: (129, -1)}
"""The exit code of the program, and that of a process that the signal itself ended."""

Shell = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def shell(home: Path, tmp_path: Path) -> Shell:
    """Return a function that runs a line of shell with `interview` of this source tree."""
    environment = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": str(tmp_path / "user"),
        "INTERVIEW_HOME": str(home),
        "PYTHONPATH": str(EXAMPLES.parent),
    }

    def run(line: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        words = ["bash", "-c", f"set -o pipefail; {line}"]
        return subprocess.run(words, env=environment, input=stdin, capture_output=True, check=False)

    return run


@pytest.mark.parametrize("number", CODES, ids=["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("name", COMMANDS)
def test_a_signal_at_any_moment(
    machine: Machine,
    homes: Homes,
    figure: Callable[[str], None],
    rounds: Callable[[int, int], int],
    name: str,
    number: int,
) -> None:
    command, chance, late = COMMANDS[name], random.Random(f"{SEED} {name} {number}"), 0
    times = rounds(7, 200)
    for place in range(times):
        home = homes.copy()
        moment = chance.uniform(0.004, 0.05)
        done = machine.run(home, *command.words(homes), signal_after=(number, moment))
        where = f"{name}, {place}: {done}"
        late += done.exit_code == 0
        assert done.exit_code in (0, *CODES[signal.Signals(number)]), where
        assert "Traceback" not in done.stderr, where
        assert command.done(homes, read_all(home)) is not None, where
        assert not done.stdout or command.done(homes, read_all(home)) or "deleted" in done.stdout, (
            where
        )
        assert machine.run(home, *command.words(homes)).exit_code == 0, where
        assert machine.run(home, "gc").exit_code == 0
        assert find_litter(home) == [], where
    sent = signal.Signals(number).name
    figure(f"9. {name}: {times} {sent} (seed {SEED}), {late} of them too late, nothing half done")


@pytest.mark.parametrize("number", CODES, ids=["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_while_it_starts(
    line: Line,
    home: Path,
    figure: Callable[[str], None],
    rounds: Callable[[int, int], int],
    number: int,
) -> None:
    """The whole program, from its first own instruction. The start of Python is not tested."""
    session = line.started()
    program = str(Path(sys.executable).with_name("interview"))
    environment = os.environ | {"INTERVIEW_HOME": str(home)}
    chance, times, codes = random.Random(SEED), rounds(6, 100), dict[int, int]()
    for _ in range(times):
        running = subprocess.Popen(
            [program, "answer", session, "--number", "1", "--text", STORY],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        try:
            running.wait(chance.uniform(0.02, 0.35))
        except subprocess.TimeoutExpired:
            running.send_signal(number)
        _, err = running.communicate()
        codes[running.returncode] = codes.get(running.returncode, 0) + 1
        # Python ends so when it is interrupted before it runs a line of the program.
        if running.returncode == 1 and err.strip() == b"KeyboardInterrupt":
            continue
        if b"Traceback" in err:  # allowed before our first import only
            assert b"interview_cli/cli.py" not in err, err
            assert b"__main__.py" not in err or b"import signal" in err, err
            continue
        assert running.returncode in (0, *CODES[signal.Signals(number)]), err
        messages = line.stored(session)["messages"]
        answers = [message["content"] for message in messages if message["role"] == "user"]
        assert answers in ([], [STORY])
    figure(f"9. {signal.Signals(number).name} while it starts, {times} times: exit codes {codes}")


PIPES = {
    "interview status | head -1": 0,
    "interview status --all | true": 0,
    "interview show | head -c 1": 0,
    "interview feedback | true": 0,
    "interview export -o - --format html | head -c 9": 0,
    "interview --help | true": 0,
    "interview show 2>&-": 0,
    "interview status 2>/dev/full": 0,
    "interview show >&-": 6,
    "interview show >/dev/full": 6,
    "interview feedback >/dev/full": 6,
    "interview status --json >/dev/full 2>&1": 6,
    "interview export -o - --format json >/dev/full": 6,
    "interview gc --json >/dev/full": 6,
    "interview new --title T --company C >/dev/full 2>/dev/full": 6,
    "interview show nowhere 2>&-": 3,
    "interview show nowhere 2>/dev/full": 3,
    "interview keep <&-": 0,
    "interview answer <&-": 2,
    "interview rm latest <&-": 2,
}


@pytest.mark.slow
@pytest.mark.parametrize("words", PIPES)
def test_streams_that_end_early(line: Line, shell: Shell, words: str) -> None:
    session = line.answered(questions=1)
    before = read_all(line.home)[session]
    done = shell(words)
    assert done.returncode == PIPES[words], done
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    after = read_all(line.home)[session]
    changed = {name for name in after if after[name] != before.get(name)}
    wanted = {
        "feedback": {"feedback", "last_updated", "notices", "fence"},
        "keep": {"keep", "last_updated"},
    }
    assert changed <= wanted.get(words.split()[1], set())


def test_streams_counted(figure: Callable[[str], None]) -> None:
    figure(
        f"9. {len(PIPES)} pipes and devices that end early: the documented exit code, no traceback"
    )


def test_a_feedback_that_could_not_be_printed_is_kept(line: Line, shell: Shell) -> None:
    session = line.answered(questions=1)
    assert shell("interview feedback >/dev/full").returncode == 6
    stored = json.dumps(line.stored(session)["feedback"])
    assert shell("interview feedback").returncode == 0
    assert json.dumps(line.stored(session)["feedback"]) == stored


SWALLOWING = """
import os, signal, sys, time
from interview_cli import cli
class Dying:
    def __del__(self):
        os.kill(os.getpid(), {number})
        for _ in range(100): pass
def command():
    Dying()
    {after}
    sys.exit(0)
cli.app = command
{timer}
cli.run()
"""
AT_ONCE = """
real = signal.setitimer
signal.setitimer = lambda which, after, every=0: real(which, min(after, 1e-6), every)
"""


@pytest.mark.slow
@pytest.mark.parametrize("number", CODES, ids=["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("after", ["time.sleep(60)", "pass"], ids=["it goes on", "it ends"])
@pytest.mark.parametrize("timer", ["", AT_ONCE], ids=["soon", "at once"])
def test_a_signal_while_an_object_is_deleted(
    shell: Shell, figure: Callable[[str], None], number: int, after: str, timer: str
) -> None:
    """Python drops exceptions in destructors; the signal ends the run all the same."""
    code = SWALLOWING.format(number=int(number), after=after, timer=timer)
    done = shell(f"{sys.executable} -c '{code}'")
    assert done.returncode == CODES[signal.Signals(number)][0]
    assert done.stderr == b""
    figure("9. a signal that Python drops: raised again")


def test_a_signal_that_the_parent_ignores_stays_ignored(line: Line, shell: Shell) -> None:
    """For example under nohup, or in the background of a script."""
    session = line.started()
    done = shell(
        f"trap '' INT; interview answer {session} --text 'I did it.' & pid=$!; "
        "for i in 1 2 3 4 5 6; do sleep 0.08; kill -INT $pid; done; wait $pid"
    )
    assert done.returncode == 0
    assert line.stored(session)["messages"][1]["content"] == "I did it."


def test_a_failure_that_a_signal_caused_is_the_signal(
    machine: Machine, line: Line, tmp_path: Path
) -> None:
    """A read that a signal interrupts may fail as if the file were damaged."""
    code = (
        "import os, signal\nfrom interview_cli import cli\n"
        "from interview_cli.context import Run\n"
        "from interview_cli.errors import StorageFailed\n"
        "class Broken(Run):\n"
        "    def now(self):\n"
        "        try: os.kill(os.getpid(), signal.SIGTERM)\n"
        "        except BaseException: pass\n"
        "        raise StorageFailed('x is damaged.')\n"
        "def app(): cli.typer.main.get_command(cli.real)(obj=Broken(), args=['status'])\n"
        "cli.real, cli.app = cli.app, app\ncli.run()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (143, b"")


def test_an_interrupted_export_leaves_nothing_beside_it(
    machine: Machine, homes: Homes, tmp_path: Path
) -> None:
    """No later gc would remove it, because gc cleans only the home."""
    work = tmp_path / "work"
    work.mkdir()
    chance = random.Random(SEED)
    for place in range(12):
        words = ["export", homes.completed, "--format", "html", "-o", work / f"{place}.html"]
        moment = chance.uniform(0.004, 0.03)
        done = machine.run(homes.copy(), *words, signal_after=(signal.SIGTERM, moment))
        assert done.exit_code in (0, *CODES[signal.SIGTERM])
    assert [path.name for path in work.iterdir() if path.suffix != ".html"] == []
