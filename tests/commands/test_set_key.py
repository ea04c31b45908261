"""`interview config set-key`."""

import stat
from pathlib import Path

import pytest

from tests.conftest import KEY, Line
from tests.model_server import ModelServer


@pytest.fixture
def path(line: Line) -> Path:
    return Path(line("config", "--json").json["path"]).with_name("openai_api_key")


def test_a_piped_key_is_stored_for_the_user_alone(line: Line, path: Path) -> None:
    done = line("config", "set-key", "--json", stdin=f" {KEY}\n")
    assert path.read_text() == f"{KEY}\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert (done.json["source"], done.json["value"]) == ("key file", f"…{KEY[-4:]}")
    for words in (["config"], ["config", "get", "api_key"], ["config", "--json"]):
        assert KEY not in line(*words).stdout


def test_the_environment_wins(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-another-key-of-the-environment")
    done = line("config", "set-key", stdin=KEY)
    assert "OPENAI_API_KEY takes precedence" in done.stderr
    assert line("config", "get", "api_key").stdout == "…ment\n"


def test_the_stored_key_is_used(
    line: Line, model: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    line("config", "set-key", stdin=KEY)
    line.started()
    assert model.requests[-1].headers["authorization"] == f"Bearer {KEY}"


def test_a_stored_key_selects_the_model(line: Line) -> None:
    assert "offline" in line("doctor").stdout
    line("config", "set-key", stdin=KEY)
    line("doctor", "--coach", "offline")
    assert line("config", "unset", "api_key").exit_code == 0
    assert "offline" in line("doctor").stdout


def test_unset_removes_the_file(line: Line, path: Path) -> None:
    line("config", "set-key", stdin=KEY)
    line("config", "unset", "api_key")
    assert not path.exists()
    line("config", "unset", "api_key")


def test_an_empty_pipe_is_refused(line: Line, path: Path) -> None:
    assert "holds no key" in line("config", "set-key", stdin="", exit_code=2).stderr
    assert not path.exists()


@pytest.mark.parametrize("typed", ["two words", "k\u00e9y", "a\nb", "\x1b[31m"])
def test_what_is_no_key_is_not_stored(line: Line, path: Path, typed: str) -> None:
    line("config", "set-key", stdin=KEY)
    refused = line("config", "set-key", stdin=typed, exit_code=2)
    assert typed not in refused.stderr
    assert path.read_text() == f"{KEY}\n"


def test_a_key_is_never_taken_from_the_command_line(line: Line, path: Path) -> None:
    for words in (["set-key", KEY], ["set", "api_key", KEY]):
        refused = line("config", *words, "--json", exit_code=2)
        assert KEY not in refused.stdout + refused.stderr
    assert not path.exists()


def test_doctor_names_a_key_that_others_can_read(line: Line, path: Path) -> None:
    line("config", "set-key", stdin=KEY)
    path.chmod(0o644)
    assert f"chmod 600 {path}" in line("doctor", "--coach", "offline").stdout


def test_a_key_file_that_holds_no_key(line: Line, path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("two words")
    refused = line("status", exit_code=2)
    assert str(path) in refused.stderr
    line("config", "set-key", stdin=KEY)
    line("status")
