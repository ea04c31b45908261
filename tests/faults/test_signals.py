"""Closed pipes, full devices and signals, at every moment of every command."""

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
from tests.faults.test_killed import DEEDS, contents, litter

SEED = 7
CODES = {signal.SIGINT: (130, -2), signal.SIGTERM: (143, -15)}
"""A shell calls a process that a signal ended 128 + the signal, too."""

Shell = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def shell(home: Path, tmp_path: Path) -> Shell:
    """Runs a line of shell, in which `interview` is this tree's."""
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


@pytest.mark.parametrize("number", CODES, ids=["SIGINT", "SIGTERM"])
@pytest.mark.parametrize("name", DEEDS)
def test_a_signal_at_any_moment(
    machine: Machine,
    homes: Homes,
    figure: Callable[[str], None],
    rounds: Callable[[int, int], int],
    name: str,
    number: int,
) -> None:
    deed, chance, ended = DEEDS[name], random.Random(f"{SEED} {name} {number}"), 0
    times = rounds(20, 200)
    for place in range(times):
        home = homes.copy()
        moment = chance.uniform(0.004, 0.05)
        done = machine.run(home, *deed.words(homes), signal_after=(number, moment))
        where = f"{name}, {place}: {done}"
        ended += done.exit_code == 0
        assert done.exit_code in (0, *CODES[signal.Signals(number)]), where
        assert "Traceback" not in done.stderr, where
        assert deed.done(homes, contents(home)) is not None, where
        assert not done.stdout or deed.done(homes, contents(home)) or "deleted" in done.stdout, (
            where
        )
        assert machine.run(home, *deed.words(homes)).exit_code == 0, where
        assert machine.run(home, "gc").exit_code == 0
        assert litter(home) == [], where
    sent = signal.Signals(number).name
    figure(f"9. {name}: {times} {sent} (seed {SEED}), {ended} of them too late, nothing half done")


@pytest.mark.parametrize("number", CODES, ids=["SIGINT", "SIGTERM"])
def test_a_signal_while_it_starts(
    line: Line,
    home: Path,
    figure: Callable[[str], None],
    rounds: Callable[[int, int], int],
    number: int,
) -> None:
    """The whole program, from its first instruction on; the interpreter's own start is not ours."""
    session = line.started()
    program = str(Path(sys.executable).with_name("interview"))
    environment = os.environ | {"INTERVIEW_HOME": str(home)}
    chance, times, codes = random.Random(SEED), rounds(8, 100), dict[int, int]()
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
        assert running.returncode in (0, *CODES[signal.Signals(number)]), err
        assert b"interview_cli/cli.py" not in err, err
        assert b"Traceback" not in err or b"__main__.py" not in err or b"import signal" in err, err
        said = [one["content"] for one in line.stored(session)["messages"] if one["role"] == "user"]
        assert said in ([], [STORY])
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


@pytest.mark.parametrize("words", PIPES)
def test_streams_that_end_early(line: Line, shell: Shell, words: str) -> None:
    session = line.answered(questions=1)
    before = contents(line.home)[session]
    done = shell(words)
    assert done.returncode == PIPES[words], done
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    after = contents(line.home)[session]
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
