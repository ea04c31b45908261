"""Fixtures of the fault tests: the machine, copies of a home, and the figures they report."""

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from tests import postgres
from tests.conftest import CV, JOB, STORY, Line, is_short
from tests.faults.database import DatabaseLine, FilledDatabase
from tests.faults.machine import Machine, find_obstacle
from tests.postgres import Database

_owners = count()


@pytest.fixture(scope="session")
def machine() -> Iterator[Machine]:
    if reason := find_obstacle():
        pytest.skip(reason)
    machine = Machine()
    yield machine
    machine.close()


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> Callable[[int, int], int]:
    """Return a function that picks the number of rounds.

    It is `many` under `make torture`, `few` under `make check`, and half of that under `make test`.
    """
    if request.config.getoption("--torture"):
        return lambda few, many: many
    if is_short(request.config):
        return lambda few, many: (few + 1) // 2
    return lambda few, many: few


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Return a function that adds a line to the figures printed at the end of the run."""
    return lambda text: record_property("figure", text)


class Homes:
    """Copies of one home with an open, a completed and two expired sessions."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._original = folder / "original"
        self._copies = 0
        line = Line(self._original)
        self.cv = folder / "cv.txt"
        self.cv.write_text(CV)
        self.session = line.started(questions=3)
        self.completed = line.answered(questions=2)
        self.expired = [line.new("--ttl", "90m") for _ in range(2)]
        for session in self.expired:
            line.edit(session, last_updated="2026-01-01T00:00:00.000000Z")
        self.everything = sorted([self.session, self.completed, *self.expired])

    def copy(self) -> Path:
        """Return a fresh copy."""
        self._copies += 1
        home = self._folder / f"home-{self._copies}"
        shutil.copytree(self._original, home)
        return home


@pytest.fixture
def filled(database: Database, homes: Homes) -> Iterator[FilledDatabase]:
    """A database with the sessions of `homes`."""
    filled = FilledDatabase(database, homes.copy())
    yield filled
    filled.close()


@pytest.fixture(scope="session")
def shared_database() -> Database:
    """One database for all tests of a worker, each of which is another owner there."""
    return postgres.create_database(postgres.start_once(Path(os.environ[postgres.SHARED])))


@pytest.fixture(params=["files", "database"])
def any_line(request: pytest.FixtureRequest, home: Path, monkeypatch: pytest.MonkeyPatch) -> Line:
    """The command line on each kind of store."""
    if request.param == "files":
        return Line(home)
    database = request.getfixturevalue("shared_database")
    owner = f"owner-{next(_owners)}"
    monkeypatch.setenv("INTERVIEW_STORE", database.address)
    monkeypatch.setenv("INTERVIEW_OWNER", owner)
    return DatabaseLine(home, database, owner)


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Homes]:
    return {}


@pytest.fixture
def homes(_homes: dict[str, Homes], tmp_path_factory: pytest.TempPathFactory) -> Homes:
    # Made inside a test, where `a_world_of_its_own` hides the settings of the developer.
    if not _homes:
        _homes["homes"] = Homes(tmp_path_factory.mktemp("homes"))
    return _homes["homes"]


ANSWER = f"{STORY} It was the last one."
JOB_TEXT = JOB.replace("Leeds", "York")
