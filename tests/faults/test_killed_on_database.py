"""Commands on a database, killed or signalled at any moment: nothing lost, nothing twice."""

import random
import signal
import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import mark_slow
from tests.faults.conftest import Homes
from tests.faults.database import FilledDatabase
from tests.faults.machine import Machine, Outcome
from tests.faults.test_killed import COMMANDS
from tests.faults.test_signals import CODES

SEED = 7
QUICK = ("answer", "gc")

Runner = Callable[..., Outcome]


@pytest.fixture
def run(machine: Machine, homes: Homes, filled: FilledDatabase) -> Runner:
    """Return a function that runs a command as a process of its own."""
    limits = {"env": {"INTERVIEW_STORE": filled.address, "INTERVIEW_LOCK_TIMEOUT": "5"}}
    home = homes.copy().with_name("empty")
    return lambda name, **options: machine.run(
        home, *COMMANDS[name].words(homes), limits=limits, **options
    )


def measure_span(run: Runner, filled: FilledDatabase, name: str) -> float:
    """Return how many seconds a command takes."""
    for _ in range(2):  # the first one starts the helper process
        filled.reset()
        began = time.perf_counter()
        run(name)
    return time.perf_counter() - began


def check_repeated(
    run: Runner, homes: Homes, filled: FilledDatabase, name: str, broken: Outcome
) -> None:
    """Check that nothing is lost or half done, and that a repetition is harmless."""
    is_done = COMMANDS[name].done(homes, filled.read_all())
    assert is_done is not None, (name, broken)
    assert is_done or broken.exit_code, (name, broken)
    for _ in range(2):
        again = run(name)
        assert again.exit_code == 0, (name, broken, again)
        assert COMMANDS[name].done(homes, filled.read_all()), (name, broken)
    assert find_leases(filled) == []


def find_leases(filled: FilledDatabase) -> list[Any]:
    return filled.run("select id from interview_sessions where lease_until is not null")


@pytest.mark.parametrize("name", mark_slow(COMMANDS, but=QUICK))
def test_killed_at_random(
    run: Runner,
    homes: Homes,
    filled: FilledDatabase,
    figure: Callable[[str], None],
    rounds: Callable[[int, int], int],
    name: str,
) -> None:
    chance, span, late = random.Random(f"{SEED} {name}"), measure_span(run, filled, name), 0
    kills = rounds(8, 200)
    for _ in range(kills):
        filled.reset()
        killed = run(name, signal_after=(signal.SIGKILL, chance.uniform(0, span)))
        late += killed.exit_code == 0
        filled.end_leases()
        check_repeated(run, homes, filled, name, killed)
    figure(f"12. {name} on a database: {kills} random kills, {late} too late, 0 lost, 0 twice")


@pytest.mark.parametrize("name", mark_slow(COMMANDS, but=QUICK))
def test_a_signal_at_any_moment(
    run: Runner,
    homes: Homes,
    filled: FilledDatabase,
    figure: Callable[[str], None],
    rounds: Callable[[int, int], int],
    name: str,
) -> None:
    """The lease is given back at once, so nobody has to wait for its end."""
    chance, span = random.Random(f"{SEED} {name}"), measure_span(run, filled, name)
    times = rounds(8, 200)
    for place in range(times):
        filled.reset()
        number = list(CODES)[place % len(CODES)]
        done = run(name, signal_after=(number, chance.uniform(0.004, span)))
        assert done.exit_code in (0, *CODES[number]), done
        assert "Traceback" not in done.stderr, done
        assert find_leases(filled) == [], done
        check_repeated(run, homes, filled, name, done)
    figure(f"12. {name} on a database: {times} signals, each lease given back, nothing half done")
