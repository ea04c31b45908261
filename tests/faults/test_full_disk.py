"""A full disk, a limit on file sizes, and folders without write permission."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.conftest import Homes
from tests.faults.machine import Machine, Outcome
from tests.faults.test_disk_errors import read_sessions
from tests.faults.test_killed import COMMANDS, find_litter, read_all

READING = {
    "status": ["status"],
    "show": ["show", "latest"],
    "export to stdout": ["export", "latest", "--format", "html", "-o", "-"],
    "gc --dry-run": ["gc", "--dry-run"],
    "job-post list": ["job-post", "list"],
}
WRITING = {
    "new": ["new", "--title", "T", "--company", "C"],
    "keep": ["keep", "latest"],
    "job-post new": ["job-post", "new", "--company", "C"],
}


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 256 KB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k,mode=700", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("only root can mount a disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def commands(homes: Homes) -> dict[str, list[str | Path]]:
    return WRITING | {
        name: command.words(homes) for name, command in COMMANDS.items() if name != "gc"
    }


def check_refused(done: Outcome, home: Path, before: dict[str, bytes], name: str) -> None:
    rows = done.stderr.splitlines()
    assert done.exit_code == 6, (name, done)
    assert rows[-2].startswith("error: "), (name, done)
    assert rows[-1].startswith("hint: "), (name, done)
    assert read_sessions(home) == before, name
    assert [path.name for path in (home / "sessions").glob(".*")] == [], name


@pytest.mark.parametrize("left", [0, 4096, 8192])
def test_a_full_disk(
    machine: Machine, homes: Homes, disk: Path, figure: Callable[[str], None], left: int
) -> None:
    home = disk / "home"
    shutil.copytree(homes.copy(), home)
    (disk / "ballast").write_bytes(bytes(shutil.disk_usage(disk).free - left))
    before = read_sessions(home)
    refused = 0
    for name, words in commands(homes).items():
        done = machine.run(home, *words)
        if left and done.exit_code == 0:
            before = read_sessions(home)  # the disk had room for it
        else:
            check_refused(done, home, before, name)
            refused += 1
    for name, words in READING.items():
        done = machine.run(home, *words)
        assert (done.exit_code, bool(done.stdout + done.stderr)) == (0, True), (name, done)
    collected = machine.run(home, "gc")
    assert collected.exit_code == 0, collected
    assert collected.stdout.count("deleted") == 2, collected
    (disk / "ballast").unlink()
    for name, words in commands(homes).items():
        assert machine.run(home, *words).exit_code == 0, name
    assert machine.run(home, "gc").exit_code == 0
    assert find_litter(home) == []
    figure(f"3. {left} bytes left on the disk: {refused} commands refused, reading and gc work")


@pytest.mark.parametrize("size", [0, 100, 400])
def test_files_that_may_not_grow(
    machine: Machine, homes: Homes, figure: Callable[[str], None], size: int
) -> None:
    home = homes.copy()
    before = read_sessions(home)
    for name, words in commands(homes).items():
        # The output goes to files as well, so the limit cuts it off.
        done = machine.run(home, *words, limits={"file_bytes": size})
        assert done.exit_code == 6, (name, done)
        assert read_sessions(home) == before, name
        assert [path.name for path in (home / "sessions").glob(".*")] == [], name
    for name, words in commands(homes).items():
        assert machine.run(home, *words).exit_code == 0, name
    assert read_all(home)
    figure(f"3. files of at most {size} bytes: {len(commands(homes))} commands refused, none hurt")


@pytest.mark.parametrize("modes", [(0o500, 0o700), (0o500, 0o500)])
def test_a_folder_that_may_not_be_written(
    machine: Machine, homes: Homes, figure: Callable[[str], None], modes: tuple[int, int]
) -> None:
    home = homes.copy()
    before = read_sessions(home)
    folders = (home / "sessions", home / "locks")
    for folder, mode in zip(folders, modes, strict=True):
        folder.chmod(mode)
    limits = {"rights": False}
    for name, words in commands(homes).items():
        check_refused(machine.run(home, *words, limits=limits), home, before, name)
    for name, words in READING.items():
        done = machine.run(home, *words, limits=limits)
        assert (done.exit_code, bool(done.stdout + done.stderr)) == (0, True), (name, done)
    collected = machine.run(home, "gc", limits=limits)
    assert collected.exit_code == 0, collected
    assert collected.stderr.count("was not deleted") == 2, collected
    assert read_sessions(home) == before
    for folder in folders:
        folder.chmod(0o700)
    for name, words in commands(homes).items():
        assert machine.run(home, *words).exit_code == 0, name
    figure(f"3. folders of modes {modes[0]:o} and {modes[1]:o}: reading works, writing refuses")
