"""What the tests of faults share: the machine, a home to hurt, and the figures they print."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import CV, JOB, STORY, Line
from tests.faults.machine import Machine, why_not_here


@pytest.fixture(scope="session")
def machine() -> Iterator[Machine]:
    if reason := why_not_here():
        pytest.skip(reason)
    machine = Machine()
    yield machine
    machine.close()


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> Callable[[int, int], int]:
    """How often: few times in the suite, many where all is asked for (`make torture`)."""
    is_long = request.config.getoption("--torture")
    return lambda few, many: many if is_long else few


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Prints a line of what a promise was held to, at the end of the run."""
    return lambda text: record_property("figure", text)


class Homes:
    """Copies of one home that has a session at each stage, each copy to be hurt once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._model = folder / "model"
        self._made = 0
        line = Line(self._model)
        self.cv = folder / "cv.txt"
        self.cv.write_text(CV)
        self.session = line.started(questions=3)
        self.completed = line.answered(questions=2)
        self.expired = [line.new("--ttl", "90m") for _ in range(2)]
        for session in self.expired:
            line.edit(session, last_updated="2026-01-01T00:00:00.000000Z")
        self.everything = sorted([self.session, self.completed, *self.expired])

    def copy(self) -> Path:
        """A home of its own, like all the others."""
        self._made += 1
        home = self._folder / f"home-{self._made}"
        shutil.copytree(self._model, home)
        return home


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Homes]:
    return {}


@pytest.fixture
def homes(_homes: dict[str, Homes], tmp_path_factory: pytest.TempPathFactory) -> Homes:
    # Made where a test has its world of its own already: no setting of the developer's counts.
    if not _homes:
        _homes["one"] = Homes(tmp_path_factory.mktemp("homes"))
    return _homes["one"]


ANSWER = f"{STORY} It was the last one."
JOB_TEXT = JOB.replace("Leeds", "York")
