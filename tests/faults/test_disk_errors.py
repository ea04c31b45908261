"""What the disk refuses: full success, or a clean refusal that leaves the old bytes."""

import errno
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.conftest import Homes
from tests.faults.machine import COUNTED, Call, Machine, Outcome, Point
from tests.faults.test_killed import DEEDS, contents, litter

ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.ENOLCK)
SEED = 7
IN_HOME = "/home-"
CHANGES = ("write", "fsync", "rename", "unlink")
NOT_DURABLE = "may not survive a power cut"


@dataclass(frozen=True)
class Fault:
    """One call that is refused."""

    point: Point
    code: int

    def __str__(self) -> str:
        return f"{errno.errorcode[self.code]} at {self.point.name} {self.point.k}"


def faults_of(machine: Machine, homes: Homes, words: list[str | Path]) -> Iterator[Fault]:
    """Every call on the home that a command makes, with each error."""
    calls = machine.run(homes.copy(), *words, trace=True).calls
    for name in COUNTED:
        made = sum(one.name == name and IN_HOME in one.target for one in calls)
        for k in range(1, made + 1):
            yield from (Fault(Point(name, k, IN_HOME), code) for code in ERRORS)


def held(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (home / "sessions").glob("*.json")}


@pytest.mark.parametrize("name", DEEDS)
def test_a_call_that_is_refused(
    machine: Machine,
    homes: Homes,
    figure: Callable[[str], None],
    rounds: Callable[[int, int], int],
    name: str,
) -> None:
    deed, refused = DEEDS[name], 0
    faults = list(faults_of(machine, homes, deed.words(homes)))
    tried = random.Random(SEED).sample(faults, min(rounds(15, 10_000), len(faults)))
    for fault in tried:
        home = homes.copy()
        before = held(home)
        done = machine.run(home, *deed.words(homes), fail=(fault.point, fault.code))
        refused += check_refusal(done, before, home, f"{name}, {fault}: {done}")
        again = machine.run(home, *deed.words(homes))
        assert again.exit_code == 0, (name, str(fault), again)
        assert deed.done(homes, contents(home)), (name, str(fault))
        assert machine.run(home, "gc").exit_code == 0
        assert litter(home) == [], (name, str(fault))
    figure(
        f"3. {name}: {len(tried)} of {len(faults)} calls refused, {refused} times exit 6 and the "
        f"old bytes, otherwise done; afterwards it works again"
    )


def check_refusal(done: Outcome, before: dict[str, bytes], home: Path, where: str) -> bool:
    """Whether the command refused; if so, cleanly."""
    assert done.exit_code in (0, 6), where
    assert "Traceback" not in done.stderr, where
    if done.exit_code == 0:
        return False
    told = done.stderr.splitlines()
    assert told[0].startswith("error: "), where
    assert len(told) <= 2, where
    half = NOT_DURABLE in done.stderr or "your answer is saved; the next" in done.stderr
    assert held(home) == before or half, where
    contents(home)  # whatever it is, it is whole
    return True


@pytest.mark.parametrize("name", ["answer", "upload", "feedback"])
def test_the_order_on_the_disk(
    machine: Machine, homes: Homes, figure: Callable[[str], None], name: str
) -> None:
    """Written, synced, renamed, the folder synced, and only then told."""
    home = homes.copy()
    done = machine.run(home, *DEEDS[name].words(homes), trace=True)
    assert done.exit_code == 0
    order = list(steps(done.calls, home))
    saves = sum(step == "rename" for step in order)
    told = order.count("tell")
    assert order == ["write", "fsync", "rename", "fsync folder"] * saves + ["tell"] * told
    assert saves
    assert told
    figure(f"2. {name}: write, fsync, rename, fsync of the folder, {saves} times, then the result")


def test_a_removal_is_synced_before_it_is_told(
    machine: Machine, homes: Homes, figure: Callable[[str], None]
) -> None:
    home = homes.copy()
    done = machine.run(home, "gc", trace=True)
    assert list(steps(done.calls, home)) == ["unlink", "fsync folder"] * 2 + ["tell"]
    figure("2. gc: unlink, fsync of the folder, then the result")


def steps(calls: list[Call], home: Path) -> Iterator[str]:
    """What happened to the session folder, and when the user was told."""
    folder = str(home / "sessions")
    for call in calls:
        if call.name == "write" and str(home) not in call.target:
            yield "tell"
        elif call.name == "fsync" and call.target == folder:
            yield "fsync folder"
        elif call.name in CHANGES and call.target.startswith(f"{folder}/") and call.returned >= 0:
            yield call.name


def test_a_folder_whose_sync_fails_is_synced_once(machine: Machine, homes: Homes) -> None:
    home = homes.copy()
    # The first is of the file, the second of the folder.
    done = machine.run(
        home, "keep", homes.session, fail=(Point("fsync", 2, "/sessions"), errno.EIO)
    )
    synced = [one.returned for one in done.calls if one.name == "fsync"]
    assert synced == [0, -errno.EIO]
    assert done.exit_code == 6
    assert NOT_DURABLE in done.stderr


def test_a_file_system_without_locks_is_refused(machine: Machine, homes: Homes) -> None:
    """A lock of another make would exclude nobody who uses these."""
    home = homes.copy()
    before = held(home)
    point = Point("flock", 1, IN_HOME)
    done = machine.run(home, "keep", homes.session, fail=(point, errno.ENOSYS))
    assert done.exit_code == 6
    assert f"{homes.session}.lock" in done.stderr
    assert held(home) == before


@pytest.mark.parametrize("name", ["answer", "upload", "feedback"])
def test_a_sync_that_fails_is_not_tried_again(
    machine: Machine, homes: Homes, figure: Callable[[str], None], name: str
) -> None:
    home = homes.copy()
    before = held(home)
    point = Point("fsync", 1, "/sessions/")
    done = machine.run(home, *DEEDS[name].words(homes), fail=(point, errno.EIO))
    synced = [one for one in done.calls if one.name == "fsync" and "/sessions/" in one.target]
    assert done.exit_code == 6
    assert [one.returned for one in synced] == [-errno.EIO]
    assert held(home) == before
    assert [path.name for path in (home / "sessions").glob(".*")] == []
    figure(f"2. {name}: a sync that fails is made once, and the file it was for is gone")
