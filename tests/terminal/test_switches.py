"""`-q`, `-v` and `--no-input`, which every command takes."""

import pytest

from tests.conftest import Line
from tests.terminal.conftest import Open


@pytest.mark.parametrize("words", [["-q", "ask"], ["ask", "--quiet"]])
def test_quiet_leaves_the_result_alone(line: Line, terminal: Open, words: list[str]) -> None:
    session = line.started()
    question = line("ask", session).stdout.strip()
    screen = terminal(*words)
    assert screen.end() == 0
    assert screen.text == question
    screen = terminal("ask")
    screen.end()
    assert "next: " in screen.text


def test_quiet_keeps_errors_and_their_hints(line: Line, terminal: Open) -> None:
    line.new()
    screen = terminal("feedback", "-q")
    assert screen.end() == 4
    assert "error: " in screen.text
    assert "hint: " in screen.text


def test_verbose_says_what_was_used(line: Line) -> None:
    done = line("-v", "new", "--title", "T", "--company", "C", "--coach", "offline")
    assert len(done.stdout.splitlines()) == 1
    assert f"home: {line.home} (option)" in done.stderr
    assert "coach: offline (option)" in done.stderr
    assert "took " in done.stderr.splitlines()[-1]
    assert line("status").stderr == ""


def test_verbose_with_settings_that_cannot_be_used(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEW_TTL", "soon")
    refused = line("status", "-v", exit_code=2).stderr
    assert refused.count("is not a time to live") == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["answer"], "--text"),
        (["rm", "latest"], "--yes"),
        (["practice"], "hint: "),
        (["config", "set-key"], "pipe"),
    ],
)
def test_nothing_is_asked(line: Line, terminal: Open, words: list[str], named: str) -> None:
    line.started()
    screen = terminal(*words, "--no-input")
    assert screen.end() == 2
    assert named in screen.text


def test_the_program_alone_begins_nothing(terminal: Open) -> None:
    screen = terminal("--no-input")
    assert screen.end() == 2
    assert "Missing command" in screen.text
