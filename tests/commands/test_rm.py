"""`interview rm`."""

import pytest
from filelock import FileLock

from tests.conftest import Line


def test_deletes_session_and_lock(line: Line) -> None:
    session, other = line.finished(), line.new()
    document = line("rm", session, "--yes", "--json").json
    assert (document["session_id"], document["stage"]) == (session, "feedback_generated")
    assert not line.path(session).exists()
    assert not (line.home / "locks" / f"{session}.lock").exists()
    assert line.path(other).exists()
    line("status", session, exit_code=3)


def test_several(line: Line) -> None:
    ids = [line.new(title=f"Job {number}") for number in range(3)]
    document = line("rm", *ids[:2], "acme-job-1", "--yes", "--json").json
    assert [session["session_id"] for session in document["sessions"]] == ids[:2]
    assert line("status", "--json").json["total"] == 1


def test_needs_yes_off_a_terminal(line: Line) -> None:
    session = line.new()
    assert "--yes" in line("rm", session, stdin="y\n", exit_code=2).stderr
    assert line.path(session).exists()


def test_one_that_is_not_there_deletes_none(line: Line) -> None:
    session = line.new()
    line("rm", session, "ffffffff", "--yes", exit_code=3)
    assert line.path(session).exists()


def test_needs_a_session(line: Line) -> None:
    line("rm", "--yes", exit_code=2)


def test_says_which_one_latest_was(line: Line) -> None:
    session = line.new(title="Cook")
    assert line("rm", "latest", "--yes").stderr == f"deleted acme-cook ({session[-8:]})\n"


def test_an_expired_one(line: Line) -> None:
    session = line.new()
    line.edit(session, last_updated="2020-01-01T00:00:00Z")
    line("rm", session, "--yes")
    assert not line.path(session).exists()


def test_says_what_was_deleted_before_it_failed(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEW_LOCK_TIMEOUT", "0")
    first, second = line.new(), line.new()
    with FileLock(line.home / "locks" / f"{second}.lock"):
        result = line("rm", first, second, "--yes", exit_code=7)
    assert f"({first[-8:]})" in result.stderr
    assert not line.path(first).exists()
    assert line.path(second).exists()
