"""The hidden prompt of `interview config set-key`."""

from pathlib import Path

from tests.conftest import KEY
from tests.model_server import ModelServer, say
from tests.terminal.conftest import Open

PROMPT = "Key of the language model (not shown):"


def find_key(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "user").rglob("openai_api_key"))


def test_the_typed_key_is_not_shown(terminal: Open, tmp_path: Path) -> None:
    screen = terminal("config", "set-key", OPENAI_API_KEY="")
    screen.show(PROMPT)
    screen.type(f"{KEY}\r".encode())
    assert screen.end() == 0
    assert KEY not in screen.seen
    assert "which only you can read" in screen.text
    assert find_key(tmp_path)[0].read_text() == f"{KEY}\n"


def test_ctrl_c_stores_nothing(terminal: Open, tmp_path: Path) -> None:
    screen = terminal("config", "set-key", OPENAI_API_KEY="")
    screen.show(PROMPT)
    screen.type(b"sk-half\x03")
    assert screen.end() == 130
    assert find_key(tmp_path) == []
    assert "sk-half" not in screen.seen


def test_the_request_of_doctor_is_asked_for(terminal: Open, model: ModelServer) -> None:
    model.always = say("yes")
    screen = terminal("doctor")
    screen.show("a request of one token? [y/N]")
    screen.type(b"y\r")
    assert screen.end() == 0
    assert "answers" in screen.text
