"""Files of older versions are upgraded; files of newer ones are refused."""

from pathlib import Path
from typing import Any

import pytest

from interview_cli.errors import SessionDamaged
from interview_cli.limits import SCHEMA_VERSION
from interview_cli.store.document.versions import upgrade

PATH = Path("a.json")
OLD: dict[str, Any] = {
    "session_id": "a",
    "created_at": "2026-11-22T08:00:00",
    "last_updated": "2026-11-22T09:00:00",
    "conversation_history": ["User: hello", "AI: hi"],
    "later": 1,
}


@pytest.mark.parametrize("data", [{"schema_version": SCHEMA_VERSION}, {}, {"kind": "interview"}])
def test_a_file_of_this_version_stays(data: dict[str, Any]) -> None:
    assert upgrade(PATH, data) is data


@pytest.mark.parametrize(
    ("version", "words"),
    [
        (SCHEMA_VERSION + 1, "newer version"),
        (-1, "does not exist"),
        (True, "does not exist"),
        ("1", "does not exist"),
        (1.0, "does not exist"),
        (None, "does not exist"),
    ],
)
def test_a_version_that_cannot_be_read(version: object, words: str) -> None:
    with pytest.raises(SessionDamaged, match=words):
        upgrade(PATH, {"schema_version": version})


def test_version_0_becomes_a_job_post() -> None:
    new = upgrade(PATH, OLD)
    assert (new["schema_version"], new["kind"], new["later"]) == (SCHEMA_VERSION, "job_post", 1)
    assert new["created_at"] == "2026-11-22T08:00:00+00:00"
    assert "conversation_history" not in new
    assert {message["timestamp"] for message in new["messages"]} == {"2026-11-22T09:00:00+00:00"}


def test_a_zone_that_is_there_stays() -> None:
    new = upgrade(PATH, OLD | {"created_at": "2026-11-22T08:00:00+02:00"})
    assert new["created_at"] == "2026-11-22T08:00:00+02:00"


@pytest.mark.parametrize(
    ("lines", "messages"),
    [
        ([], []),
        (["User: a: b"], [("user", "a: b")]),
        (["User: a", "b"], [("user", "a\nb")]),
        (["User: a", "AI: b", "AI: c"], [("user", "a"), ("assistant", "b\nc")]),
        (["User: a", "User: b"], [("user", "a"), ("user", "b")]),
        (["AI: a", "Note: b"], [("assistant", "a\nNote: b")]),
    ],
)
def test_the_lines_of_version_0(lines: list[str], messages: list[tuple[str, str]]) -> None:
    new = upgrade(PATH, OLD | {"conversation_history": lines})
    assert [(message["role"], message["content"]) for message in new["messages"]] == messages


@pytest.mark.parametrize(
    "changes",
    [
        {"conversation_history": "User: hello"},
        {"conversation_history": ["hello"]},
        {"conversation_history": [3]},
        {"created_at": "yesterday"},
        {"last_updated": None},
    ],
    ids=str,
)
def test_what_version_0_never_held(changes: dict[str, Any]) -> None:
    with pytest.raises(SessionDamaged, match="lacks a field of version 0"):
        upgrade(PATH, OLD | changes)


def test_version_3_only_allows_more() -> None:
    old = {"schema_version": 2, "kind": "interview", "feedback": {"interview_score": 50}}
    assert upgrade(PATH, old) == old | {"schema_version": SCHEMA_VERSION}


def test_version_4_only_adds_fields_that_may_be_missing() -> None:
    old = {"schema_version": 3, "kind": "interview", "feedback": {"interview_score": None}}
    assert upgrade(PATH, old) == old | {"schema_version": SCHEMA_VERSION}


@pytest.mark.parametrize("version", [4, 5])
def test_versions_5_and_6_only_add_fields_that_may_be_missing(version: int) -> None:
    old = {"schema_version": version, "kind": "interview", "max_questions": 20}
    assert upgrade(PATH, old) == old | {"schema_version": SCHEMA_VERSION}
