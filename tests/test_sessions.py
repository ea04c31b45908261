"""The sample sessions: each loads, every stage has one, and each field is documented."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import STAGES, Line

ROOT = Path(__file__).parent.parent
ALL = sorted((ROOT / "sessions").glob("*.json"))
SAMPLES = [path for path in ALL if json.loads(path.read_text("utf-8"))["kind"] == "interview"]
(POST,) = set(ALL) - set(SAMPLES)


@pytest.fixture
def samples() -> Line:
    return Line(ROOT)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem[-8:])
@pytest.mark.parametrize("command", ["status", "show", "export"])
def test_loads(samples: Line, path: Path, command: str) -> None:
    before = path.read_bytes()
    where = ["-o", "-", "--format", "md"] if command == "export" else []
    assert "Senior Backend Engineer" in samples(command, path.stem, *where).stdout
    assert path.read_bytes() == before


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem[-8:])
def test_has_the_bytes_that_the_program_writes(samples: Line, path: Path) -> None:
    exported = samples("export", path.stem, "-o", "-", "--format", "json").stdout
    assert exported.encode() == path.read_bytes()


def test_one_for_each_stage_and_none_expires(samples: Line) -> None:
    document = samples("status", "--json").json
    stages = [session["stage"] for session in document["sessions"]]
    assert stages == ["complete", "feedback_generated", *reversed(STAGES)]
    assert document["damaged"] == []
    assert all(session["keep"] for session in document["sessions"])


@pytest.mark.parametrize("command", ["show", "export", "check"])
def test_the_job_post_loads(samples: Line, command: str) -> None:
    where = ["-o", "-", "--format", "json"] if command == "export" else []
    printed = samples("job-post", command, POST.stem, *where).stdout
    if command == "export":
        assert printed.encode() == POST.read_bytes()
    assert printed


@pytest.mark.parametrize("command", ["compare", "plan", "stories", "debrief"])
def test_what_leads_to_the_real_interview_is_shown(samples: Line, command: str) -> None:
    assert "Senior Backend Engineer" in samples(command, "feedback-ltd").stdout


def test_skips_and_second_attempts_are_among_them() -> None:
    answers = [
        message
        for path in SAMPLES
        for message in json.loads(path.read_text("utf-8"))["messages"]
        if message["role"] == "user"
    ]
    assert any(answer["skipped"] for answer in answers)
    assert any(answer["earlier"] for answer in answers)


def test_every_field_is_explained() -> None:
    explained = set(re.findall(r"`(\w+)`", (ROOT / "sessions" / "README.md").read_text("utf-8")))
    used = {key for path in ALL for key in find_keys(json.loads(path.read_text("utf-8")))}
    assert used - explained == set()


def find_keys(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(find_keys, value)) if value else set()
    if isinstance(value, dict):
        return set(value).union(*map(find_keys, value.values()))
    return set()
