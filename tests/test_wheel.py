"""The check of a built wheel finds what is missing and what is too much."""

import zipfile
from pathlib import Path

import pytest

from tests.wheel import MANUAL, find_faults, list_source_files

ENTRIES = "[console_scripts]\ninterview = interview_cli.__main__:main\n"


@pytest.fixture
def names() -> dict[str, str]:
    files = dict.fromkeys(list_source_files(), "")
    return files | {
        "interview_cli-1.data/data/" + MANUAL: "",
        "interview_cli-1.dist-info/entry_points.txt": ENTRIES,
        "interview_cli-1.dist-info/licenses/LICENSE": "",
    }


def check(tmp_path: Path, names: dict[str, str]) -> list[str]:
    wheel = tmp_path / "a.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, content in names.items():
            archive.writestr(name, content)
    return find_faults(wheel)


def test_a_whole_wheel(tmp_path: Path, names: dict[str, str]) -> None:
    assert check(tmp_path, names) == []


@pytest.mark.parametrize(
    "name", ["interview_cli/console/examples.toml", "LICENSE", "entry_points.txt", MANUAL]
)
def test_what_is_missing(tmp_path: Path, names: dict[str, str], name: str) -> None:
    (whole,) = (path for path in names if path.endswith(name))
    del names[whole]
    (fault,) = check(tmp_path, names)
    assert fault.startswith("missing: ")


@pytest.mark.parametrize("name", ["tests/test_wheel.py", "sessions/a.json", "interview_cli/x.pyc"])
def test_what_is_too_much(tmp_path: Path, names: dict[str, str], name: str) -> None:
    (fault,) = check(tmp_path, names | {name: ""})
    assert name in fault
