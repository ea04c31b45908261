"""What a terminal shows while a model works."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.conftest import CV, EXAMPLES, KEY, STORY, Line, mark_slow
from tests.model_faults import short_limit
from tests.model_server import (
    Behaviour,
    Handler,
    ModelServer,
    Received,
    break_off_after,
    chunk,
    completion,
    end_stream_early,
    error_in_stream,
    good_question,
    hang,
    raw,
    refuse,
    reset_in_the_middle,
    say,
    stream_slowly,
)
from tests.terminal.conftest import Open
from tests.terminal.test_printing import LONG
from tests.time_limits import scaled


class Gate:
    """A stream that pauses after its first words until the test opens the gate."""

    def __init__(self, first: str, rest: str) -> None:
        self.first, self.rest = first, rest
        self.opened = threading.Event()

    def __call__(self, handler: Handler, received: Received) -> None:
        handler.begin_stream()
        handler.wfile.write(chunk(self.first))
        handler.wfile.flush()
        self.opened.wait(scaled(30))
        handler.wfile.write(chunk(self.rest) + chunk(None, "stop") + b"data: [DONE]\n\n")


QUESTION = "You wired a school last year. What was hard, and what came of it for the school?"
BEGINNING = QUESTION[:34]


def test_the_question_appears_as_it_is_written_and_stands_there_once(
    line: Line, model: ModelServer, terminal: Open
) -> None:
    session = line.at_stage("documents_uploaded")
    gate = Gate(BEGINNING, QUESTION[34:])
    model.script = [gate]
    shown = terminal("ask", session)
    shown.wait_for(lambda text: BEGINNING in text)
    assert line.stored(session)["messages"] == []
    gate.opened.set()
    assert shown.end() == 0
    assert shown.text.count(QUESTION) == 1
    assert shown.text.count("You wired a school") == 1
    assert "waiting" not in shown.text
    assert line.stored(session)["messages"][0]["content"] == QUESTION
    assert model.requests[0].body["stream"] is True


@pytest.mark.slow
def test_a_question_of_many_rows_stands_there_once_too(
    line: Line, model: ModelServer, terminal: Open
) -> None:
    session = line.at_stage("documents_uploaded")
    model.script = [say(LONG)]
    shown = terminal("ask", session, columns=40)
    assert shown.end() == 0
    assert shown.text.count("Think of the school") == 1


@pytest.mark.slow
def test_a_spinner_until_the_first_word(line: Line, model: ModelServer, terminal: Open) -> None:
    session = line.at_stage("documents_uploaded")
    model.script = [hang]
    shown = terminal("ask", session)
    shown.wait_for(lambda text: "waiting for gpt-5.4-mini at 127.0.0.1" in text)
    model.closing.set()
    assert shown.end() == 0
    assert "waiting" not in shown.text
    assert "lead to a result" in shown.text


@pytest.mark.slow
def test_only_the_saved_question_goes_to_a_file(
    line: Line, model: ModelServer, terminal: Open, tmp_path: Path
) -> None:
    session = line.at_stage("documents_uploaded")
    gate = Gate(BEGINNING, QUESTION[34:])
    model.script = [gate]
    path = tmp_path / "question.txt"
    with path.open("wb") as file:
        shown = terminal("ask", session, stdout=file.fileno())
    shown.wait_for(lambda text: BEGINNING in text)
    assert path.read_bytes() == b""
    gate.opened.set()
    assert shown.end() == 0
    assert path.read_text() == f"{QUESTION}\n"
    assert "You wired a school" not in shown.text


def test_a_refused_question_leaves_no_trace(line: Line, model: ModelServer, terminal: Open) -> None:
    session = line.at_stage("documents_uploaded")
    model.script = [say("Who? What? Where? When?")]
    shown = terminal("ask", session)
    assert shown.end() == 0
    assert "Who?" not in shown.text
    assert shown.text.count("How did your work with wiring") == 1


@pytest.mark.slow
def test_the_beginning_of_a_question_waits_until_it_passes(
    line: Line, model: ModelServer, terminal: Open
) -> None:
    session = line.at_stage("documents_uploaded")
    gate = Gate("You wired a", " school last year. What was hard?")
    model.script = [gate]
    shown = terminal("ask", session)
    shown.show("waiting for gpt-5.4-mini")
    gate.opened.set()
    assert shown.end() == 0
    assert shown.text.count("You wired a school last year. What was hard?") == 1


def test_a_question_refused_after_its_beginning_is_struck_out(
    line: Line, model: ModelServer, terminal: Open
) -> None:
    session = line.at_stage("documents_uploaded")
    gate = Gate(BEGINNING, " was hard, and what helped, and who, and why, and what came of it?")
    model.script = [gate]
    shown = terminal("ask", session)
    shown.show(BEGINNING)
    gate.opened.set()
    assert shown.end() == 0
    assert "\x1b[9m" in shown.seen  # struck out
    assert "struck out: this question contains more than one question" in shown.text
    assert shown.text.count("How did your work with wiring") == 1


@pytest.mark.slow
def test_the_stand_in_is_told_and_what_was_shown_is_struck_out(
    line: Line, model: ModelServer, terminal: Open
) -> None:
    session = line.at_stage("documents_uploaded")
    gate = Gate("You wired a school last year. Have", " you liked it?")
    model.always = gate
    shown = terminal("ask", session)
    shown.show("You wired a school last year. Have")
    gate.opened.set()
    assert shown.end() == 0
    struck = "struck out: this question can be answered with yes or no"
    assert shown.text.count(struck) == 2
    assert "note: question 1 is from the offline coach" in shown.text
    assert "question 1 of 3, from the offline coach:" in shown.text


@pytest.mark.slow
def test_a_question_that_breaks_off_is_struck_out(
    line: Line, model: ModelServer, terminal: Open
) -> None:
    session = line.at_stage("documents_uploaded")
    model.script = [break_off_after(BEGINNING)]
    shown = terminal("ask", session)
    assert shown.end() == 0
    assert "struck out: this question broke off" in shown.text
    assert shown.text.count("How did your work with wiring") == 1


@pytest.mark.slow
def test_thoughts_are_not_shown(line: Line, model: ModelServer, terminal: Open) -> None:
    session = line.at_stage("documents_uploaded")
    model.script = [say(f"<think>what to ask this stranger</think>{QUESTION}")]
    shown = terminal("ask", session)
    assert shown.end() == 0
    assert "stranger" not in shown.seen
    assert QUESTION in shown.text


def test_control_characters_of_a_model_do_nothing(
    line: Line, model: ModelServer, terminal: Open
) -> None:
    session = line.at_stage("documents_uploaded")
    line.edit(session, cv_text=f"{CV} [bold]")  # so that it may be quoted
    model.script = [say(f"\x1b]0;owned\x07\x1b[2J[bold]{QUESTION}[/bold]")]
    shown = terminal("ask", session)
    assert shown.end() == 0
    assert "\x1b]0;" not in shown.seen
    assert "\x1b[2J" not in shown.seen
    assert f"[bold]{QUESTION}" in shown.text


@pytest.mark.slow
@pytest.mark.parametrize("words", [["--json"], ["--coach", "offline"]])
def test_nothing_moves_for_a_program_or_the_offline_coach(
    line: Line, model: ModelServer, terminal: Open, words: list[str]
) -> None:
    session = line.at_stage("documents_uploaded")
    shown = terminal("ask", session, *words)
    assert shown.end() == 0
    assert "\x1b" not in shown.seen


@pytest.mark.slow
def test_a_dumb_terminal(line: Line, model: ModelServer, terminal: Open) -> None:
    session = line.at_stage("documents_uploaded")
    shown = terminal("ask", session, TERM="dumb")
    assert shown.end() == 0
    assert shown.text.count("How did your work with wiring") == 1


@pytest.mark.slow
def test_no_color(line: Line, model: ModelServer, terminal: Open) -> None:
    session = line.at_stage("documents_uploaded")
    shown = terminal("ask", session, NO_COLOR="1")
    assert shown.end() == 0
    assert "\x1b[3" not in shown.seen


@pytest.mark.slow
def test_the_dry_run_shows_the_stream_that_a_terminal_asks_for(
    line: Line, model: ModelServer, terminal: Open, tmp_path: Path
) -> None:
    session = line.at_stage("documents_uploaded")
    path = tmp_path / "request.json"
    with path.open("wb") as file:
        assert terminal("ask", session, "--dry-run", stdout=file.fileno()).end() == 0
    assert terminal("ask", session).end() == 0
    assert json.loads(path.read_text()) == model.requests[0].body


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "stage", "saved"),
    [
        (["answer", "--text", STORY], "in_progress", "your answer is saved"),
        (["ask"], "documents_uploaded", "nothing is lost"),
        (["feedback"], "completed", "all answers are saved"),
    ],
)
def test_ctrl_c_says_what_was_saved(
    line: Line, model: ModelServer, terminal: Open, words: list[str], stage: str, saved: str
) -> None:
    session = line.at_stage(stage)
    messages = line.stored(session)["messages"]
    model.script = [hang]
    command, *rest = words
    shown = terminal(command, session, *rest)
    shown.wait_for(lambda text: "Ctrl-C stops" in text)
    shown.type(b"\x03")
    assert shown.end() == 130
    assert f"error: interrupted; {saved}." in shown.text
    assert "hint: to continue: interview" in shown.text
    assert "\x1b[?25h" in shown.seen  # the cursor is back
    after = line.stored(session)["messages"]
    assert after[: len(messages)] == messages
    assert len(after) - len(messages) == (command == "answer")
    line("ask" if command == "answer" else command, session)


STREAMING_FAULTS: dict[str, tuple[Behaviour, str]] = {
    "a stream that ends early": (end_stream_early, "broke off"),
    "an error in the stream": (error_in_stream, "has an internal error."),
    "a reset in the middle": (reset_in_the_middle, "broke off"),
    "too slow": (stream_slowly, "is slow after {limit} seconds: about"),
    "cut by length": (say("How did you", "length"), "cut off by a limit"),
    "filtered": (say("How did you", "content_filter"), "refuses to answer"),
    "empty": (say(""), "empty reply"),
    "a tool call": (say("", "tool_calls"), "empty reply"),
    "garbage in the stream": (
        raw(b"data: {broken\n\n", "text/event-stream"),
        "not with a chat completion",
    ),
    "odd chunks": (raw(b"data: [1]\n\n", "text/event-stream"), "not with a chat completion"),
    "an error that can be told": (
        raw(b'data: {"error": {"message": "maximum context length"}}\n\n', "text/event-stream"),
        "too long for the model",
    ),
    "HTML": (raw(b"<html></html>", "text/html"), "not with a chat completion"),
    "500": (refuse(500), "internal error"),
    "hang": (hang, "has not begun to answer"),
}


UNENDING = ("too slow", "hang")
"""Faults that only the time limit ends."""


QUICK = ("too slow", "hang", "a reset in the middle", "HTML", "500")


@pytest.mark.slow
@pytest.mark.parametrize("fault", mark_slow(STREAMING_FAULTS, but=QUICK))
def test_faults_of_a_stream(line: Line, model: ModelServer, terminal: Open, fault: str) -> None:
    behaviour, words = STREAMING_FAULTS[fault]
    session = line.started()
    model.always = behaviour
    limit = short_limit() if fault in UNENDING else None
    words_of_command = ("answer", session, "--text", STORY, "--no-stand-in")
    shown = terminal(*words_of_command, timeout_s=limit)
    assert shown.end() == 5
    assert words.format(limit=limit) in shown.text
    assert shown.text.count("error: your answer is saved, but the coach failed") == 1
    assert "Traceback" not in shown.seen
    assert KEY not in shown.seen
    messages = line.stored(session)["messages"]
    assert [message["role"] for message in messages] == ["assistant", "user"]


@pytest.mark.slow
@pytest.mark.parametrize("fault", [end_stream_early, error_in_stream, reset_in_the_middle])
def test_transient_faults_of_a_stream_heal(
    line: Line, model: ModelServer, terminal: Open, fault: Behaviour
) -> None:
    session = line.at_stage("documents_uploaded")
    model.script = [fault]
    shown = terminal("ask", session)
    assert shown.end() == 0
    assert good_question(model.requests[0]) in shown.text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "requests"),
    [
        # [DONE] says that the reply is whole, also without a finish reason.
        (chunk(QUESTION) + b"data: [DONE]\n\n", 1),
        (chunk(QUESTION, "stop"), 1),
        (chunk(QUESTION) + chunk(None, "STOP") + b"data: [DONE]\n\n", 1),
        (b": hello\n\n" + chunk(QUESTION) + chunk(None, "stop"), 1),
        (chunk(QUESTION).replace(b"\n", b"\r\n") + chunk(None, "stop"), 1),
        (chunk("ZZZ").replace(b'"index": 0', b'"index": 1') + chunk(QUESTION, "stop"), 1),
        (b'data: {"choices": []}\n\n' + chunk(QUESTION) + chunk("", "stop"), 1),
    ],
)
def test_the_streams_of_many_servers(
    line: Line, model: ModelServer, terminal: Open, body: bytes, requests: int
) -> None:
    session = line.at_stage("documents_uploaded")
    model.script = [raw(body, "Text/Event-Stream"), say(QUESTION)]
    shown = terminal("ask", session)
    assert shown.end() == 0
    assert line.stored(session)["messages"][0]["content"] == QUESTION
    assert len(model.requests) == requests


@pytest.mark.slow
def test_a_server_that_does_not_stream(line: Line, model: ModelServer, terminal: Open) -> None:
    session = line.at_stage("documents_uploaded")
    model.script = [raw(json.dumps(completion(QUESTION)).encode())]
    shown = terminal("ask", session)
    assert shown.end() == 0
    assert QUESTION in shown.text


@pytest.mark.slow
@pytest.mark.parametrize("words", [["answer"], ["answer", "--lines"]])
def test_the_client_is_loaded_while_the_user_is_still_typing(
    line: Line, model: ModelServer, terminal: Open, words: list[str]
) -> None:
    """Python logs each import to stderr; stdin stays open until it logs that of the client."""
    session = line.started()
    environment = {"PYTHONPATH": str(EXAMPLES.parent), "INTERVIEW_HOME": str(line.home)}
    typing = subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "interview_cli", words[0], session, *words[1:]],
        env=os.environ | environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    imported = b""
    while not imported.rstrip().endswith(b"| openai"):
        imported = typing.stderr.readline()
        assert imported
    assert line.stored(session)["messages"][1:] == []
    out, _ = typing.communicate(STORY.encode())
    assert (typing.returncode, out.startswith(b"How did your work")) == (0, True)
