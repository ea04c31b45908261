"""`interview redo`."""

import pytest

from tests.conftest import STAGES, STORY, Line

BETTER = "I replaced the panel myself in two days and trained the caretaker."


def test_keeps_the_earlier_attempt(line: Line) -> None:
    session = line.started()
    line("answer", session, "--text", "First try.")
    line("redo", session, "--number", "1", "--text", "Second try.")
    line("redo", session, "--number", "1", stdin=BETTER)
    answer = line.stored(session)["messages"][1]
    assert answer["content"] == BETTER
    assert [attempt["content"] for attempt in answer["earlier"]] == ["First try.", "Second try."]


def test_leaves_the_open_question_open(line: Line) -> None:
    session = line.started()
    question = line("answer", session, "--text", "First try.").stdout
    result = line("redo", session, "--number", "1", "--text", BETTER, "--json").json
    assert (result["number"], result["question"]) == (2, question.strip())


def test_a_skipped_question_can_be_answered(line: Line) -> None:
    session = line.started()
    line("answer", session, "--skip")
    line("redo", session, "--number", "1", "--text", BETTER)
    answer = line.stored(session)["messages"][1]
    assert (answer["content"], answer["skipped"]) == (BETTER, False)
    assert answer["earlier"][0]["skipped"] is True


def test_the_same_answer_again_changes_nothing(line: Line) -> None:
    session = line.started()
    line("answer", session, "--text", STORY)
    before = line.path(session).read_bytes()
    line("redo", session, "--number", "1", "--text", STORY)
    assert line.path(session).read_bytes() == before


@pytest.mark.parametrize("stage", STAGES)
def test_at_every_stage(line: Line, stage: str) -> None:
    session = line.at_stage(stage)
    is_possible = stage == "completed"
    line("redo", session, "--number", "3", "--text", BETTER, exit_code=0 if is_possible else 4)


@pytest.mark.parametrize("number", ["2", "20"])
def test_a_question_without_an_answer(line: Line, number: str) -> None:
    session = line.started()
    line("answer", session, "--text", STORY)
    refused = line("redo", session, "--number", number, "--text", BETTER, exit_code=4)
    assert f"question {number} has no answer yet" in refused.stderr


@pytest.mark.parametrize("words", [["--text", BETTER], ["--number", "0", "--text", BETTER]])
def test_needs_a_number(line: Line, words: list[str]) -> None:
    line("redo", line.answered(), *words, exit_code=2)


def test_a_complete_interview_stays_finished(line: Line) -> None:
    session = line.answered()
    finished_at = line.stored(session)["finished_at"]
    line("redo", session, "--number", "2", "--text", BETTER)
    assert line.stored(session)["finished_at"] == finished_at
