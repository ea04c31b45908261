"""System calls that fail: a command succeeds, or it fails cleanly and leaves the old bytes."""

import errno
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.conftest import Homes
from tests.faults.machine import COUNTED, Call, Machine, Outcome, Point
from tests.faults.test_killed import COMMANDS, find_litter, read_all

ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.ENOLCK)
SEED = 7
IN_HOME = "/home-"
CHANGES = ("write", "fsync", "rename", "unlink")
NOT_DURABLE = "may not survive a power cut"


@dataclass(frozen=True)
class Fault:
    """One system call that fails."""

    point: Point
    code: int

    def __str__(self) -> str:
        return f"{errno.errorcode[self.code]} at {self.point.name} {self.point.k}"


def find_faults(machine: Machine, homes: Homes, words: list[str | Path]) -> Iterator[Fault]:
    """Yield each error for every call on the home that a command makes."""
    calls = machine.run(homes.copy(), *words, trace=True).calls
    for name in COUNTED:
        count = sum(call.name == name and IN_HOME in call.target for call in calls)
        for k in range(1, count + 1):
            yield from (Fault(Point(name, k, IN_HOME), code) for code in ERRORS)


def read_sessions(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (home / "sessions").glob("*.json")}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_call_that_is_refused(
    machine: Machine,
    homes: Homes,
    figure: Callable[[str], None],
    rounds: Callable[[int, int], int],
    name: str,
) -> None:
    command, refused = COMMANDS[name], 0
    faults = list(find_faults(machine, homes, command.words(homes)))
    tried = random.Random(SEED).sample(faults, min(rounds(15, 10_000), len(faults)))
    for fault in tried:
        home = homes.copy()
        before = read_sessions(home)
        done = machine.run(home, *command.words(homes), fail=(fault.point, fault.code))
        refused += check_refusal(done, before, home, f"{name}, {fault}: {done}")
        again = machine.run(home, *command.words(homes))
        assert again.exit_code == 0, (name, str(fault), again)
        assert command.done(homes, read_all(home)), (name, str(fault))
        assert machine.run(home, "gc").exit_code == 0
        assert find_litter(home) == [], (name, str(fault))
    figure(
        f"3. {name}: {len(tried)} of {len(faults)} calls refused, {refused} times exit 6 and the "
        f"old bytes, otherwise done; afterwards it works again"
    )


def check_refusal(done: Outcome, before: dict[str, bytes], home: Path, where: str) -> bool:
    """Return whether the command failed, and check that it did so cleanly."""
    assert done.exit_code in (0, 6), where
    assert "Traceback" not in done.stderr, where
    if done.exit_code == 0:
        return False
    rows = done.stderr.splitlines()
    assert rows[0].startswith("error: "), where
    assert len(rows) <= 2, where
    is_half_done = NOT_DURABLE in done.stderr or "your answer is saved; the next" in done.stderr
    assert read_sessions(home) == before or is_half_done, where
    read_all(home)  # every file parses
    return True


@pytest.mark.parametrize("name", ["answer", "upload", "feedback"])
def test_the_order_on_the_disk(
    machine: Machine, homes: Homes, figure: Callable[[str], None], name: str
) -> None:
    """The result is printed after the folder of the renamed file is synced."""
    home = homes.copy()
    done = machine.run(home, *COMMANDS[name].words(homes), trace=True)
    assert done.exit_code == 0
    order = list(steps(done.calls, home))
    saves = sum(step == "rename" for step in order)
    prints = order.count("print")
    assert order == ["write", "fsync", "rename", "fsync folder"] * saves + ["print"] * prints
    assert saves
    assert prints
    figure(f"2. {name}: write, fsync, rename, fsync of the folder, {saves} times, then the result")


def test_a_removal_is_synced_before_it_is_reported(
    machine: Machine, homes: Homes, figure: Callable[[str], None]
) -> None:
    home = homes.copy()
    done = machine.run(home, "gc", trace=True)
    assert list(steps(done.calls, home)) == ["unlink", "fsync folder"] * 2 + ["print"]
    figure("2. gc: unlink, fsync of the folder, then the result")


def steps(calls: list[Call], home: Path) -> Iterator[str]:
    """Yield the changes to the session folder, and when something was printed."""
    folder = str(home / "sessions")
    for call in calls:
        if call.name == "write" and str(home) not in call.target:
            yield "print"
        elif call.name == "fsync" and call.target == folder:
            yield "fsync folder"
        elif call.name in CHANGES and call.target.startswith(f"{folder}/") and call.returned >= 0:
            yield call.name


def test_a_folder_whose_sync_fails_is_synced_once(machine: Machine, homes: Homes) -> None:
    home = homes.copy()
    # The first fsync is of the file, the second of the folder.
    done = machine.run(
        home, "keep", homes.session, fail=(Point("fsync", 2, "/sessions"), errno.EIO)
    )
    results = [call.returned for call in done.calls if call.name == "fsync"]
    assert results == [0, -errno.EIO]
    assert done.exit_code == 6
    assert NOT_DURABLE in done.stderr


def test_a_file_system_without_locks_is_refused(machine: Machine, homes: Homes) -> None:
    """A lock of another kind would not exclude processes that use flock."""
    home = homes.copy()
    before = read_sessions(home)
    point = Point("flock", 1, IN_HOME)
    done = machine.run(home, "keep", homes.session, fail=(point, errno.ENOSYS))
    assert done.exit_code == 6
    assert f"{homes.session}.lock" in done.stderr
    assert read_sessions(home) == before


@pytest.mark.parametrize("name", ["answer", "upload", "feedback"])
def test_a_sync_that_fails_is_not_tried_again(
    machine: Machine, homes: Homes, figure: Callable[[str], None], name: str
) -> None:
    home = homes.copy()
    before = read_sessions(home)
    point = Point("fsync", 1, "/sessions/")
    done = machine.run(home, *COMMANDS[name].words(homes), fail=(point, errno.EIO))
    syncs = [call for call in done.calls if call.name == "fsync" and "/sessions/" in call.target]
    assert done.exit_code == 6
    assert [sync.returned for sync in syncs] == [-errno.EIO]
    assert read_sessions(home) == before
    assert [path.name for path in (home / "sessions").glob(".*")] == []
    figure(f"2. {name}: a sync that fails is not repeated, and its file is deleted")
