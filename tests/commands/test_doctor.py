"""`interview doctor`."""

import errno
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from freezegun import freeze_time

from interview_cli.store.files import health
from tests.conftest import KEY, Line
from tests.model_server import Behaviour, Handler, ModelServer, Received, raw, say


def check(line: Line, *words: str, exit_code: int = 0) -> dict[str, Any]:
    """Run the command and return its checks by name; of several, the last."""
    document = line("doctor", "--json", *words, exit_code=exit_code).json
    assert document["status"] == ("error" if exit_code else "ok")
    return {found["check"]: found for found in document["checks"]}


@pytest.fixture
def stored(line: Line) -> Line:
    line.new()
    return line


def test_a_fresh_home_is_well_and_stays_as_it_was(line: Line) -> None:
    checks = check(line)
    assert list(checks) == [
        *("settings", "home", "permissions", "disk", "sessions", "locks", "clock", "coach"),
    ]
    assert {found["outcome"] for found in checks.values()} == {"ok"}
    assert not line.home.exists()


def test_a_home_in_use_is_well_and_stays_as_it_was(line: Line) -> None:
    line.finished()
    before = {path: path.read_bytes() for path in line.home.rglob("*") if path.is_file()}
    shown = line("doctor")
    assert shown.stderr == ""
    assert {row.split()[0] for row in shown.stdout.splitlines()} == {"ok"}
    assert {path: path.read_bytes() for path in line.home.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("variable", "value"), [("INTERVIEW_TTL", "soon"), ("INTERVIEW_COACH", "nobody")]
)
def test_a_setting_that_cannot_be_used(
    line: Line, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    checks = check(line, exit_code=2)
    assert variable in checks["settings"]["message"]
    assert checks["home"]["outcome"] == "skipped"


@pytest.mark.parametrize("address", [None, "127.0.0.1:9/v1", "http://"])
def test_a_model_without_key_or_address(
    line: Line, monkeypatch: pytest.MonkeyPatch, address: str | None
) -> None:
    if address:
        monkeypatch.setenv("OPENAI_BASE_URL", address)
    assert check(line, "--coach", "openai", exit_code=2)["endpoint"]["hint"]


def test_damaged_sessions_are_all_named(stored: Line) -> None:
    names = [f"01a20000-0000-7000-8000-00000000000{digit}" for digit in range(7)]
    for name in names:
        stored.path(name).write_text("{")
    printed = stored("doctor", exit_code=6).stdout
    assert all(f"{name}.json {stored.path(name)}.damaged" in printed for name in names)


def test_damage_that_a_listing_does_not_see(stored: Line) -> None:
    session = stored.new()
    stored.edit(session, cv_source=["cv.pdf"])
    assert session in check(stored, exit_code=6)["sessions"]["message"]


def test_a_home_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "not a folder" in check(Line(tmp_path / "file"), exit_code=6)["home"]["message"]


def test_a_home_that_cannot_be_written(line: Line) -> None:
    # Nobody can create a file in /proc, root neither.
    checks = check(Line(Path("/proc/interview")), exit_code=6)
    assert list(checks)[1] == "home"
    assert "--home" in checks["home"]["hint"]


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        (errno.ENOSPC, "free some space"),
        (errno.EDQUOT, "free some space"),
        (errno.EACCES, "chmod u+rwx "),
        (errno.EROFS, "--home"),
    ],
)
def test_a_home_that_refuses(
    stored: Line, monkeypatch: pytest.MonkeyPatch, code: int, hint: str
) -> None:
    def refuse(**_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(health.tempfile, "TemporaryFile", refuse)
    assert hint in check(stored, exit_code=6)["home"]["hint"]


def test_permissions_and_how_to_mend_them(stored: Line) -> None:
    for path in (stored.home, stored.home / "sessions"):
        path.chmod(0o755)
    found = check(stored)["permissions"]
    assert found["outcome"] == "warning"
    assert found["hint"].startswith("chmod -R go= ")
    for path in (stored.home / "sessions").iterdir():
        path.chmod(0o644)
    stored.home.chmod(0o700)  # a closed home is enough
    assert check(stored)["permissions"]["outcome"] == "ok"


def test_a_disk_that_is_nearly_full(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage("/")._replace(free=5_000_000)
    monkeypatch.setattr(health.shutil, "disk_usage", lambda _: usage)
    found = check(line)["disk"]
    assert (found["outcome"], "5 MB" in found["message"]) == ("warning", True)


@pytest.mark.slow
def test_a_clock_that_is_behind(stored: Line) -> None:
    with freeze_time("2001-01-01"):
        assert check(stored)["clock"]["outcome"] == "warning"


def test_a_session_in_use(stored: Line) -> None:
    session = stored.new()
    with FileLock(stored.home / "locks" / f"{session}.lock"):
        found = check(stored)["locks"]
    assert found["outcome"] == "warning"
    assert session[-8:] in found["message"]
    assert check(stored)["locks"]["outcome"] == "ok"


def test_a_lock_that_cannot_be_taken(stored: Line) -> None:
    lock = stored.home / "locks" / "01a20000-0000-7000-8000-000000000000.lock"
    lock.symlink_to("elsewhere")
    document = stored("doctor", "--json", exit_code=6).json
    assert document["hint"] == f"remove {lock}"


def test_the_model_is_not_asked_off_a_terminal(line: Line, model: ModelServer) -> None:
    checks = check(line)
    assert checks["endpoint"]["outcome"] == "ok"
    assert checks["model"]["outcome"] == "skipped"
    assert model.requests == []


def test_the_model_is_asked_for_one_token(line: Line, model: ModelServer) -> None:
    model.always = say("yes", "length")
    assert check(line, "--yes")["model"]["outcome"] == "ok"
    (request,) = model.requests
    assert request.body["max_tokens"] == 1
    assert request.headers["authorization"] == f"Bearer {KEY}"


def refuse(word: str) -> Behaviour:
    """Refuse requests with this field, as newer models of OpenAI refuse max_tokens."""

    def behave(handler: Handler, received: Received) -> None:
        if word in received.body:
            text = f"Unsupported parameter: '{word}' is not supported with this model."
            handler.reply(400, json.dumps({"error": {"message": text}}).encode())
        else:
            say("", "length")(handler, received)

    return behave


def test_a_model_that_counts_tokens_by_another_name(line: Line, model: ModelServer) -> None:
    model.always = refuse("max_tokens")
    assert check(line, "--yes")["model"]["outcome"] == "ok"
    assert model.requests[-1].body["max_completion_tokens"] == 1


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (lambda handler, _: handler.reply(401, b"{}"), "rejects the key"),
        (lambda handler, _: handler.reply(404, b"{}"), "no chat completions"),
        (lambda handler, _: handler.reply(400, b"{}"), "rejects the request"),
        (raw(b"<html>Welcome</html>", "text/html"), "not with a chat completion"),
        (lambda handler, _: handler.reset(), "broke off"),
    ],
)
def test_an_endpoint_that_fails(
    line: Line, model: ModelServer, reply: Behaviour, words: str
) -> None:
    model.always = reply
    found = check(line, "--yes", exit_code=5)["endpoint"]
    assert words in found["message"]
    assert len(model.requests) <= 3


def test_the_lowest_code_of_several_errors(
    stored: Line, monkeypatch: pytest.MonkeyPatch, unused_port: int
) -> None:
    stored.path("01a20000-0000-7000-8000-000000000000").write_text("{")
    monkeypatch.setenv("OPENAI_BASE_URL", f"http://127.0.0.1:{unused_port}/v1")
    checks = check(stored, exit_code=5)
    assert (checks["sessions"]["outcome"], checks["endpoint"]["outcome"]) == ("error", "error")


@pytest.fixture
def unused_port() -> int:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
