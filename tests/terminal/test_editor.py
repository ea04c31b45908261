"""The editor in which a person types an answer, used through a pseudo-terminal."""

import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyte
import pytest

from interview_cli.store.drafts import FileDrafts
from tests.conftest import EXAMPLES, KEY, STORY, Line
from tests.model_server import ModelServer, good_question, hang
from tests.terminal.conftest import ROWS, Open, Terminal
from tests.terminal.test_live import Gate

DUMB = pytest.param({"TERM": "dumb"}, marks=pytest.mark.slow)
OFFLINE = ("--coach", "offline")
READY = "Ctrl-D send"
SEND, LEAVE, EDITOR = b"\x04", b"\x03", b"\x18\x05"
PASTE = b"\x1b[200~%s\x1b[201~"
LINES = "\n".join(f"line {number}: I traced the fault and fitted a part" for number in range(240))
assert len(LINES) > 10_000


@pytest.fixture
def session(line: Line) -> str:
    return line.started()


def read_answers(line: Line, session: str) -> list[str]:
    messages = line.stored(session)["messages"]
    return [message["content"] for message in messages if message["role"] == "user"]


def open_editor(terminal: Open, session: str, *words: str, ready: str = READY, **more: str):
    screen: Terminal = terminal(*OFFLINE, "answer", session, *words, **more)
    screen.show(ready)
    return screen


def wait_for_draft(line: Line, session: str, text: str, part: int | str = 1) -> None:
    while FileDrafts(line.home).load(session, part) != text:
        time.sleep(0.02)


@pytest.mark.parametrize("send", [SEND, b"\x1b\r"], ids=["Ctrl-D", "Esc Enter"])
def test_enter_starts_a_line_and_a_key_sends(
    terminal: Open, line: Line, session: str, send: bytes
) -> None:
    screen = open_editor(terminal, session)
    screen.show("question 1 of 3:")
    screen.type(b"In 2023 the alarm failed.\rI replaced it.")
    screen.show("question 1 of 3, 8 words, 0:0")
    screen.type(send)
    assert screen.end() == 0
    assert read_answers(line, session) == ["In 2023 the alarm failed.\nI replaced it."]
    assert line.stored(session)["messages"][2]["content"] in screen.text
    assert "saved: 1 of 3" in screen.text
    assert list((line.home / "drafts").iterdir()) == []


@pytest.mark.slow
def test_the_next_question_alone_goes_to_stdout(
    terminal: Open, line: Line, session: str, tmp_path: Path
) -> None:
    with (tmp_path / "next").open("wb") as file:
        screen = open_editor(terminal, session, stdout=file.fileno())
        screen.type(b"I did it." + SEND)
        assert screen.end() == 0
    assert (tmp_path / "next").read_text() == line.stored(session)["messages"][2]["content"] + "\n"


@pytest.mark.slow
@pytest.mark.parametrize("yes", [b"y", b"\r", SEND], ids=["y", "Enter", "Ctrl-D"])
def test_sending_an_empty_box_asks_to_pause(
    terminal: Open, line: Line, session: str, yes: bytes
) -> None:
    screen = open_editor(terminal, session)
    screen.type(SEND)
    screen.show("pause here?")
    screen.type(b"n")
    screen.wait_for(lambda text: "pause here?" not in text)
    screen.type(b" \r" + SEND)
    screen.show("pause here?")
    screen.type(yes)
    assert screen.end() == 0
    assert f"paused; to continue: interview answer {session[-8:]}" in screen.text
    assert read_answers(line, session) == []


@pytest.mark.slow
def test_typing_on_is_no_pause(terminal: Open, line: Line, session: str) -> None:
    screen = open_editor(terminal, session)
    screen.type(SEND)
    screen.show("pause here?")
    screen.type(b"I traced it.")
    screen.show("3 words")
    screen.type(SEND)
    assert screen.end() == 0
    assert read_answers(line, session) == ["I traced it."]


def test_ctrl_c_keeps_the_draft_and_twice_leaves(terminal: Open, line: Line, session: str) -> None:
    screen = open_editor(terminal, session)
    screen.type(b"half a thought")
    screen.show("3 words")
    screen.type(LEAVE)
    screen.show("your draft is kept; press Ctrl-C again to leave")
    screen.type(b" more")
    screen.wait_for(lambda text: "Ctrl-C again" not in text)
    screen.type(LEAVE)
    screen.show("Ctrl-C again")
    screen.type(LEAVE)
    assert screen.end() == 130
    assert "error: interrupted; your draft is kept." in screen.text
    assert f"hint: to continue: interview answer {session[-8:]}" in screen.text
    again = open_editor(terminal, session)
    assert "this is your draft from before" in again.text
    assert "half a thought more" in again.text
    again.type(b"!" + SEND)
    assert again.end() == 0
    assert read_answers(line, session) == ["half a thought more!"]


@pytest.mark.slow
@pytest.mark.parametrize("is_bracketed", [True, False])
@pytest.mark.parametrize("more", [{}, {"INTERVIEW_PLAIN": "1"}], ids=["drawn", "plain"])
def test_a_long_paste_arrives_whole(
    terminal: Open, line: Line, session: str, is_bracketed: bool, more: dict[str, str]
) -> None:
    ready = "Ctrl-C twice" if more else READY
    screen = open_editor(terminal, session, ready=ready, **more)
    keys = LINES.encode().replace(b"\n", b"\r")
    screen.type(PASTE % keys if is_bracketed else keys)
    wait_for_draft(line, session, LINES)
    screen.type(SEND)
    assert screen.end() == 0
    assert read_answers(line, session) == [LINES]


@pytest.mark.slow
def test_keys_in_a_paste_do_nothing(terminal: Open, line: Line, session: str) -> None:
    screen = open_editor(terminal, session)
    screen.type(PASTE % b"/skip\r\x04\x03\x03tail")
    screen.show("tail")
    screen.type(b"\x01x" + SEND)
    assert screen.end() == 0
    assert read_answers(line, session) == ["/skip\nxtail"]


@pytest.mark.slow
def test_a_text_that_is_too_long_stays(terminal: Open, line: Line, session: str) -> None:
    screen = open_editor(terminal, session)
    screen.type(PASTE % (b"word " * 10_001))
    screen.show("10001 words")
    screen.type(SEND)
    screen.show("the answer has 50,004 characters; at most 50,000 are allowed")
    screen.type(b"\x17\x7f" + SEND)
    assert screen.end() == 0
    assert read_answers(line, session) == [("word " * 10_000).strip()]


def write_editor(path: Path, script: str) -> str:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.slow
@pytest.mark.parametrize("more", [{}, DUMB], ids=["drawn", "dumb"])
def test_the_users_own_editor(
    terminal: Open, line: Line, session: str, tmp_path: Path, more: dict[str, str]
) -> None:
    editor = write_editor(tmp_path / "my editor", 'printf "and a line\\nof more" >>"$2"')
    ready = "Ctrl-C twice" if more else READY
    screen = open_editor(
        terminal, session, ready=ready, VISUAL=f"'{editor}' -w", EDITOR="false", **more
    )
    screen.type(b"typed here")
    screen.show("typed here")
    screen.type(EDITOR)
    screen.show("of more")
    screen.type(b"!" + SEND)
    assert screen.end() == 0
    assert read_answers(line, session) == ["typed here\nand a line\nof more!"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("exit 3", "ended with 3: the text is as before"),
        (None, "cannot be used"),
    ],
)
def test_an_editor_that_fails(
    terminal: Open, line: Line, session: str, tmp_path: Path, script: str | None, words: str
) -> None:
    path = tmp_path / "editor"
    editor = write_editor(path, script) if script else str(path)
    screen = open_editor(terminal, session, EDITOR=editor)
    screen.type(b"typed here" + EDITOR)
    screen.show(words)
    screen.type(SEND)
    assert screen.end() == 0
    assert read_answers(line, session) == ["typed here"]


@pytest.mark.slow
@pytest.mark.parametrize("more", [{}, DUMB], ids=["drawn", "dumb"])
@pytest.mark.parametrize(
    ("script", "words", "text"),
    [
        ('printf "saved there" >"$1"; exit 1', "ended with 1: the text is as", "saved there"),
        ('printf "na\\357ve" >"$1"', "> naïve", "naïve"),
    ],
    ids=["exit code", "Latin-1"],
)
def test_what_an_odd_editor_saved_counts(
    terminal: Open,
    line: Line,
    session: str,
    tmp_path: Path,
    script: str,
    words: str,
    text: str,
    more: dict[str, str],
) -> None:
    editor = write_editor(tmp_path / "editor", script)
    screen = open_editor(terminal, session, ready="Ctrl-C", EDITOR=editor, **more)
    screen.type(b"typed here")
    screen.show("typed here")
    screen.type(EDITOR)
    screen.show(words)
    screen.type(SEND)
    assert screen.end() == 0
    assert read_answers(line, session) == [text]


@pytest.mark.slow
@pytest.mark.parametrize("more", [{}, DUMB], ids=["drawn", "dumb"])
@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_signal_while_the_users_editor_is_open(
    terminal: Open, line: Line, session: str, tmp_path: Path, number: int, more: dict[str, str]
) -> None:
    saved = tmp_path / "saved"
    script = f'printf "saved there" >"$1"; touch "{saved}"; exec sleep 60'
    editor = write_editor(tmp_path / "editor", script)
    screen = open_editor(terminal, session, ready="Ctrl-C", EDITOR=editor, **more)
    screen.type(b"typed here" + EDITOR)
    while not saved.exists():
        time.sleep(0.02)
    screen.command.send_signal(number)
    assert screen.end() == 128 + number
    assert FileDrafts(line.home).load(session, 1) == "saved there"


@pytest.mark.slow
@pytest.mark.parametrize("more", [{}, DUMB], ids=["drawn", "dumb"])
def test_a_draft_that_another_window_removed_is_kept(
    terminal: Open, line: Line, session: str, more: dict[str, str]
) -> None:
    screen = open_editor(terminal, session, ready="Ctrl-C", **more)
    screen.type(b"half a thought")
    wait_for_draft(line, session, "half a thought")
    FileDrafts(line.home).remove(session, 1)
    screen.type(LEAVE + LEAVE)
    assert screen.end() == 130
    assert "your draft is kept" in screen.text
    assert FileDrafts(line.home).load(session, 1) == "half a thought"


@pytest.mark.slow
@pytest.mark.parametrize("more", [{}, DUMB], ids=["drawn", "dumb"])
def test_words_given_instead_of_a_session_are_kept(
    terminal: Open, line: Line, session: str, more: dict[str, str]
) -> None:
    screen = terminal(*OFFLINE, "answer", "half a thought", **more)
    screen.show("Ctrl-C")
    screen.type(LEAVE + LEAVE)
    assert screen.end() == 130
    assert FileDrafts(line.home).load(session, 1) == "half a thought"


@pytest.mark.slow
def test_keys_after_the_last_one_of_a_plain_editor(
    terminal: Open, line: Line, session: str
) -> None:
    screen = open_editor(terminal, session, ready="Ctrl-D: send", TERM="dumb")
    screen.type(b"I traced it." + SEND + b"And so on")
    assert screen.end() == 0
    assert read_answers(line, session) == ["I traced it."]
    assert FileDrafts(line.home).load(session, 2) == "And so on"


@pytest.mark.slow
def test_ctrl_c_keeps_what_is_typed_ahead(
    terminal: Open, line: Line, session: str, model: ModelServer
) -> None:
    model.script = [hang]
    screen = terminal("answer", session)
    screen.show(READY)
    screen.type(b"I traced it." + SEND)
    screen.show("Ctrl-C stops")
    screen.type(b"And so on" + LEAVE)
    assert screen.end() == 130
    assert FileDrafts(line.home).load(session, 2) == "And so on"


@pytest.mark.slow
def test_a_key_of_the_shell_sends_nothing(terminal: Open, line: Line, session: str) -> None:
    screen = open_editor(terminal, session)
    screen.type(b"I traced it.\x1b#")
    screen.type(b"!")
    screen.show("I traced it.!")
    screen.type(SEND)
    assert screen.end() == 0
    assert read_answers(line, session) == ["I traced it.!"]


@pytest.mark.parametrize("more", [{}, DUMB], ids=["drawn", "dumb"])
def test_a_killed_editor_leaves_the_draft(
    terminal: Open, line: Line, session: str, more: dict[str, str]
) -> None:
    ready = "Ctrl-C twice" if more else READY
    screen = open_editor(terminal, session, ready=ready, **more)
    screen.type("one line é\rand half".encode())
    wait_for_draft(line, session, "one line é\nand half")
    screen.command.kill()
    screen.end()
    again = open_editor(terminal, session, ready=ready, **more)
    again.show("and half")
    again.type(b" more" + SEND)
    assert again.end() == 0
    assert read_answers(line, session) == ["one line é\nand half more"]


@pytest.mark.parametrize("more", [{}, DUMB], ids=["drawn", "dumb"])
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGTERM, 143)]
)
def test_a_signal_ends_it_and_keeps_the_draft(
    terminal: Open, line: Line, session: str, number: int, code: int, more: dict[str, str]
) -> None:
    screen = open_editor(terminal, session, ready="Ctrl-C", **more)
    screen.type(b"half a thought")
    screen.show("half a thought")
    screen.command.send_signal(number)
    assert screen.end() == code
    assert "Traceback" not in screen.seen
    assert FileDrafts(line.home).load(session, 1) == "half a thought"


@pytest.mark.slow
@pytest.mark.parametrize("more", [{}, DUMB], ids=["drawn", "dumb"])
def test_a_closed_window_keeps_the_draft(
    terminal: Open, line: Line, session: str, more: dict[str, str]
) -> None:
    screen = open_editor(terminal, session, ready="Ctrl-C", **more)
    screen.type(b"half a thought")
    screen.show("half a thought")
    assert screen.hang_up() == 129
    assert FileDrafts(line.home).load(session, 1) == "half a thought"


@pytest.mark.slow
@pytest.mark.parametrize("columns", [40, 200])
def test_widths(terminal: Open, line: Line, session: str, columns: int) -> None:
    screen = open_editor(terminal, session, columns=columns)
    screen.show("Ctrl-C leave")
    screen.type(STORY.encode() + SEND)
    assert screen.end() == 0
    assert read_answers(line, session) == [STORY]


@pytest.mark.slow
def test_a_window_that_changes_its_width(terminal: Open, line: Line, session: str) -> None:
    screen = open_editor(terminal, session, columns=120)
    screen.type(b"before and")
    screen.show("before and")
    screen.resize(40)
    screen.type(b" after")
    screen.show("before and after")
    screen.wait_for(lambda text: "3 words" in text and READY in text)
    screen.type(SEND)
    assert screen.end() == 0
    assert read_answers(line, session) == ["before and after"]


@pytest.mark.slow
def test_words_and_history(terminal: Open, line: Line, session: str) -> None:
    line("answer", session, "--text", "An earlier answer.")
    screen = open_editor(terminal, session)
    screen.type(b"one three")
    screen.show("one three")
    screen.type(b"\x1bbtwo \x1bf!")  # Alt-B, Alt-F
    screen.show("one two three!")
    screen.type(b"\x1b[A")
    screen.show("> An earlier answer.")
    wait_for_draft(line, session, "one two three!", 2)
    screen.type(b"\x1b[B")
    screen.show("> one two three!")
    screen.type(SEND)
    assert screen.end() == 0
    assert read_answers(line, session)[1] == "one two three!"


@pytest.mark.slow
@pytest.mark.parametrize("number", [1, 2])
def test_another_window_answers_meanwhile(
    terminal: Open, line: Line, session: str, number: int
) -> None:
    screen = open_editor(terminal, session)
    screen.type(b"my own words")
    screen.show("3 words")
    for _ in range(number):
        line("answer", session, "--text", STORY)  # not kept waiting by the editor
    screen.type(SEND)
    assert screen.end() == 4
    assert "error: question 1 already has a different answer; what you typed is kept" in screen.text
    assert f"hint: interview redo {session[-8:]} --number 1" in screen.text
    assert read_answers(line, session) == [STORY] * number
    again = terminal(*OFFLINE, "redo", session, "--number", "1")
    again.show(READY)
    assert "> my own words" in again.text
    again.type(SEND)
    assert again.end() == 0
    assert read_answers(line, session)[0] == "my own words"


@pytest.mark.slow
def test_the_session_is_removed_meanwhile(terminal: Open, line: Line, session: str) -> None:
    screen = open_editor(terminal, session)
    line("rm", session, "--yes")
    screen.type(b"my own words" + SEND)
    assert screen.end() == 3
    assert "error: Session not found or expired" in screen.text


@pytest.mark.slow
def test_what_is_typed_ahead_is_the_draft_of_the_next_question(
    terminal: Open, line: Line, session: str, model: ModelServer
) -> None:
    gate = Gate("How did you", " wire the school, and what came of it for the pupils?")
    model.script = [gate]
    screen = terminal("answer", session)
    screen.show(READY)
    screen.type(b"I traced it." + SEND + b"And ")
    screen.show("How did you")
    screen.type(b"so on\rthere\x7f" + SEND)
    gate.opened.set()
    assert screen.end() == 0
    assert "what you typed meanwhile is kept as the draft of question 2" in screen.text
    assert read_answers(line, session) == ["I traced it."]
    assert FileDrafts(line.home).load(session, 2) == "And so on\nther"


@pytest.mark.slow
def test_what_is_typed_after_the_last_answer_is_shown(terminal: Open, line: Line) -> None:
    session = line.started(questions=1)
    screen = open_editor(terminal, session)
    screen.type(b"I traced it." + SEND + b"and more")
    assert screen.end() == 0
    assert "typed after the last answer, and not sent: and more" in screen.text
    assert read_answers(line, session) == ["I traced it."]


@pytest.mark.slow
def test_an_endpoint_that_fails_loses_nothing(
    terminal: Open, line: Line, session: str, model: ModelServer
) -> None:
    screen = terminal("answer", session, OPENAI_BASE_URL="http://127.0.0.1:9/v1")
    screen.show(READY)
    screen.type(b"I traced it." + SEND)
    assert screen.end() == 5
    assert "error: your answer is saved, but the coach failed" in screen.text
    assert "draft" not in screen.text
    assert read_answers(line, session) == ["I traced it."]


@pytest.mark.slow
@pytest.mark.parametrize(
    "more",
    [{"TERM": "dumb"}, {"INTERVIEW_PLAIN": "1"}, {"TERM": ""}],
    ids=["dumb", "plain", "no TERM"],
)
def test_plain_lines(terminal: Open, line: Line, session: str, more: dict[str, str]) -> None:
    screen = open_editor(terminal, session, ready="Ctrl-D: send", **more)
    screen.type("I fitted a b\x7fpanel é漢\x7f.\rThen wrong words\x17\x17".encode())
    screen.type(b"I left\r\x7f.")
    screen.type(SEND)
    assert screen.end() == 0
    assert "\x1b" not in screen.seen
    assert "question 1 of 3, 8 words, 0:" in screen.text
    assert read_answers(line, session) == ["I fitted a panel é.\nThen I left."]


def test_plain_pauses_and_leaves(terminal: Open, line: Line, session: str) -> None:
    screen = open_editor(terminal, session, ready="> ".strip(), TERM="dumb")
    screen.type(SEND)
    screen.show("Pause here?")
    screen.type(b"nhalf")
    screen.show("half")
    screen.type(LEAVE)
    screen.show("your draft is kept; press Ctrl-C again to leave")
    screen.type(LEAVE)
    assert screen.end() == 130
    assert FileDrafts(line.home).load(session, 1) == "half"
    again = open_editor(terminal, session, ready="> half", TERM="dumb")
    again.type(b"\x15" + SEND)
    again.show("Pause here?")
    again.type(b"y")
    assert again.end() == 0
    assert FileDrafts(line.home).load(session, 1) == ""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "locale"), [("naïve é".encode(), "C"), ("naïve é".encode("latin-1"), "C")]
)
def test_without_a_utf_8_locale(
    terminal: Open, line: Line, session: str, typed: bytes, locale: str
) -> None:
    screen = open_editor(terminal, session, LC_ALL=locale, PYTHONUTF8="0")
    screen.type(typed + SEND)
    assert screen.end() == 0
    assert read_answers(line, session) == ["naïve é"]


@pytest.mark.slow
def test_commands(terminal: Open, line: Line, session: str) -> None:
    screen = open_editor(terminal, session)
    screen.type(b"a start")
    screen.show("2 words")
    screen.type(b"\x01\r\x1b[A/help\r")
    screen.show("Alt-B, Alt-F: a word back or on")
    screen.show("> a start")
    screen.type(b"\x15/nonsense" + SEND)
    screen.show("there is no command /nonsense (/skip /pause /help); // is a literal slash")
    screen.type(b"\x15/skip\r")
    assert screen.end() == 0
    assert line.stored(session)["messages"][1]["skipped"] is True
    screen = open_editor(terminal, session)
    screen.type(b"//etc was full" + SEND)
    assert screen.end() == 0
    assert read_answers(line, session)[1] == "/etc was full"
    screen = open_editor(terminal, session)
    screen.type(b"/pause\r")
    assert screen.end() == 0
    assert "paused" in screen.text


@pytest.mark.parametrize(
    "keys",
    [
        PASTE % b"words for later" + b"\x01\r\x1b[A/skip\r",
        b"words for later\r/skip\r",
        b"words for later\r/skip" + SEND,
    ],
)
def test_the_words_beside_a_skip_stay_a_draft(
    terminal: Open, line: Line, session: str, keys: bytes
) -> None:
    screen = open_editor(terminal, session)
    screen.type(keys)
    assert screen.end() == 0
    assert line.stored(session)["messages"][1]["skipped"] is True
    assert FileDrafts(line.home).load(session, 1) == "words for later"


@pytest.mark.slow
def test_a_refused_skip_keeps_the_words_below_it(terminal: Open, line: Line, session: str) -> None:
    screen = open_editor(terminal, session)
    screen.type(PASTE % b"words for later" + b"\x01\r\x1b[A")
    wait_for_draft(line, session, "\nwords for later")
    line("answer", session, "--text", STORY)
    screen.type(b"/skip\r")
    assert screen.end() == 4
    assert FileDrafts(line.home).load(session, 1) == "words for later"


def test_a_sentence_where_the_session_stands(terminal: Open, line: Line, session: str) -> None:
    sentence = "I fixed it in a day"
    screen = terminal(*OFFLINE, "answer", sentence)
    screen.show(READY)
    assert f"“{sentence}” is not a session." in screen.text
    assert 'interview answer --text "…"' in screen.text
    screen.type(b"!" + SEND)
    assert screen.end() == 0
    assert read_answers(line, session) == [f"{sentence}!" if " " in sentence else "!"]


@pytest.mark.slow
def test_one_word_may_be_a_mistyped_session(terminal: Open, line: Line, session: str) -> None:
    screen = terminal("answer", "tecchcorp")
    assert screen.end() == 3
    assert "Session not found or expired" in screen.text
    assert read_answers(line, session) == []


def test_a_sentence_off_a_terminal(line: Line, session: str) -> None:
    refused = line("answer", "I fixed it in a day", stdin="", exit_code=3)
    assert "hint: an answer is given as in: interview answer --text" in refused.stderr
    assert "interview status" in line("answer", "nowhere", stdin="", exit_code=3).stderr


@pytest.mark.slow
@pytest.mark.parametrize(("stage", "code"), [("documents_uploaded", 4), ("completed", 4)])
def test_nobody_types_in_vain(terminal: Open, line: Line, stage: str, code: int) -> None:
    session = line.at_stage(stage)
    for words in (["answer", session], ["redo", session, "--number", "4"]):
        screen = terminal(*OFFLINE, *words)
        assert screen.end() == code
        assert READY not in screen.seen


@pytest.mark.slow
def test_redo_shows_the_question_and_the_old_answer(
    terminal: Open, line: Line, session: str
) -> None:
    line("answer", session, "--text", STORY)
    question = line.stored(session)["messages"][0]["content"]
    screen = terminal(*OFFLINE, "redo", session, "--number", "1")
    screen.show(READY)
    assert question in screen.text
    assert f"> {STORY[:60]}" in screen.text
    screen.type(b" Nobody was hurt." + LEAVE + LEAVE)
    assert screen.end() == 130
    assert f"to continue: interview redo {session[-8:]} --number 1" in screen.text
    again = terminal(*OFFLINE, "redo", session, "--number", "1")
    again.show("this is your draft from before")
    again.show(READY)
    again.type(SEND)
    assert again.end() == 0
    answer = line.stored(session)["messages"][1]
    assert answer["content"] == f"{STORY} Nobody was hurt."
    assert answer["earlier"][0]["content"] == STORY


@pytest.mark.slow
def test_redo_without_a_change(terminal: Open, line: Line, session: str) -> None:
    line("answer", session, "--text", STORY)
    before = line.path(session).read_bytes()
    screen = terminal(*OFFLINE, "redo", session, "--number", "1")
    screen.show(READY)
    screen.type(SEND)
    assert screen.end() == 0
    assert line.path(session).read_bytes() == before


@pytest.mark.slow
def test_documents_are_pasted(terminal: Open, line: Line) -> None:
    session = line.new()
    screen = terminal("upload", session, "--job", "-")
    screen.show(READY)
    assert "paste the job description, then press Ctrl-D" in screen.text
    screen.type(PASTE % b"too short" + SEND)
    assert screen.end() == 2
    again = terminal("upload", session, "--job", "-")
    again.show("too short")
    again.show(READY)
    again.type(b"\x15" + PASTE % LINES.encode() + SEND)
    assert again.end() == 0
    assert "job description" in again.text
    assert line.stored(session)["job_description_text"] == LINES
    assert FileDrafts(line.home).load(session, "job") == ""


@pytest.mark.slow
def test_leaving_a_document(terminal: Open, line: Line) -> None:
    session = line.new()
    screen = terminal("upload", session, "--cv", "-")
    screen.show(READY)
    screen.type(b"Jo Field" + LEAVE + LEAVE)
    assert screen.end() == 130
    assert f"hint: to continue: interview upload {session[-8:]} --cv -" in screen.text
    assert FileDrafts(line.home).load(session, "cv") == "Jo Field"


@pytest.mark.slow
def test_the_terminal_is_not_taken_over(terminal: Open, session: str) -> None:
    screen = open_editor(terminal, session, NO_COLOR="1")
    screen.type(b"x" + LEAVE + LEAVE)
    assert screen.end() == 130
    for sequence in ("\x1b[?1049h", "\x1b[?1000h", "\x1b[?1006h", "\x1b[6n", "\x1b]11"):
        assert sequence not in screen.seen
    assert not re.search(r"\x1b\[[0-9;]*[34][0-9]m", screen.seen)
    assert screen.seen.rindex("\x1b[?2004l") > screen.seen.rindex("\x1b[?2004h")


class Process(Terminal):
    """A program in a process of its own, on a pseudo-terminal."""

    def __init__(self, line: Line, words: list[str], **more: str) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, 100, 0, 0))
        self.program = subprocess.Popen(
            words,
            env={
                "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
                "HOME": str(line.home.parent),
                "INTERVIEW_HOME": str(line.home),
                "PYTHONPATH": str(EXAMPLES.parent),
                "TERM": "xterm",
                "PS1": "shell: ",
            }
            | more,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(theirs, termios.TIOCSCTTY, 0),
        )
        os.close(theirs)
        self._screen = pyte.Screen(100, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self.seen = ""

    def finish(self) -> int:
        while self._read():
            pass
        os.close(self._ours)
        return self.program.wait()


@pytest.fixture
def start(line: Line) -> Iterator[Callable[..., Process]]:
    started: list[Process] = []

    def run(words: list[str], **more: str) -> Process:
        started.append(Process(line, words, **more))
        return started[-1]

    yield run
    for process in started:
        process.program.kill()
        process.program.wait()


NOTICE_IMPORT = """
import pathlib, sys, threading, time
def notice():
    while "openai" not in sys.modules:
        time.sleep(0.01)
    pathlib.Path("imported").touch()
threading.Thread(target=notice, daemon=True).start()
from interview_cli.__main__ import main
main()
"""


@pytest.mark.slow
def test_the_client_is_loaded_while_the_user_types(
    start: Callable[..., Process], session: str, model: ModelServer
) -> None:
    words = [sys.executable, "-c", NOTICE_IMPORT, "answer", session]
    typing = start(words, OPENAI_BASE_URL=model.base_url, OPENAI_API_KEY=KEY)
    typing.show(READY)
    while not Path("imported").exists():
        time.sleep(0.02)
    assert model.requests == []
    typing.type(b"I traced it." + SEND)
    assert typing.finish() == 0
    assert good_question(model.requests[-1]) in typing.text


@pytest.mark.slow
@pytest.mark.parametrize("more", [{}, DUMB], ids=["drawn", "dumb"])
def test_ctrl_z_and_fg(
    start: Callable[..., Process], line: Line, session: str, more: dict[str, str]
) -> None:
    shell = start(["bash", "--norc", "--noprofile", "-i"], **more)
    shell.show("shell:")
    shell.type(f"python -m interview_cli --coach offline answer {session}\r".encode())
    shell.show("Ctrl-D: send" if more else READY)
    shell.type(b"before\rand")
    shell.show("and")
    shell.type(b"\x1a")
    shell.show("Stopped")
    shell.type(b"clear\r")
    shell.wait_for(lambda text: bool(more) or "before" not in text)
    shell.type(b"fg\r")
    shell.wait_for(lambda text: text.count("before and") >= (2 if more else 1))
    shell.type(b" after" + SEND)
    shell.wait_for(lambda text: "saved: 1 of 3" in text and text.endswith("shell:"))
    shell.type(b"exit\r")
    shell.finish()
    assert read_answers(line, session) == ["before\nand after"]


@pytest.mark.slow
def test_what_is_typed_before_the_box_appears(terminal: Open, line: Line, session: str) -> None:
    screen = terminal(*OFFLINE, "answer", session, typed=b"too early" + SEND)
    screen.show("what you typed before is in the box; nothing of it was sent")
    screen.show("> too early")
    screen.type(b"!" + SEND)
    assert screen.end() == 0
    assert read_answers(line, session) == ["too early!"]


def test_a_draft_that_cannot_be_saved_is_reported(terminal: Open, line: Line, session: str) -> None:
    (line.home / "drafts").write_text("in the way")
    screen = open_editor(terminal, session)
    screen.type(b"I traced it.")
    screen.show("the draft is not saved")
    screen.type(SEND)
    assert screen.end() == 0
    assert read_answers(line, session) == ["I traced it."]
