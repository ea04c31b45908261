"""`interview answer` with one answer."""

from pathlib import Path

import pytest

from interview_cli.context import Run
from tests.conftest import STAGES, STORIES, STORY, Line
from tests.fakes import FailingCoach


def test_saves_the_answer_and_prints_the_next_question(line: Line) -> None:
    session = line.started()
    result = line("answer", session, "--text", STORY)
    messages = line.stored(session)["messages"]
    assert [message["role"] for message in messages] == ["assistant", "user", "assistant"]
    assert (messages[1]["content"], messages[1]["skipped"]) == (STORY, False)
    assert messages[1]["earlier"] == []
    assert result.stdout == messages[2]["content"] + "\n"


@pytest.mark.parametrize("source", ["stdin", "file", "file -"])
def test_takes_text_from_elsewhere(line: Line, tmp_path: Path, source: str) -> None:
    session = line.started()
    (tmp_path / "a.txt").write_text(f"{STORY}\nA second line.\n")
    words = {"stdin": [], "file": ["--file", tmp_path / "a.txt"], "file -": ["--file", "-"]}
    line("answer", session, *words[source], stdin=(tmp_path / "a.txt").read_bytes())
    assert line.stored(session)["messages"][1]["content"] == f"{STORY}\nA second line."


def test_a_skipped_question_counts_as_answered(line: Line) -> None:
    session = line.started()
    document = line("answer", session, "--skip", "--json").json
    assert document["answered_count"] == 1
    message = line.stored(session)["messages"][1]
    assert (message["content"], message["skipped"]) == ("", True)


def test_no_ask_leaves_no_question_open(line: Line) -> None:
    session = line.started()
    document = line("answer", session, "--text", STORY, "--no-ask", "--json").json
    assert (document["number"], document["question"]) == (None, None)
    assert document["answered_count"] == 1


def test_the_last_answer_finishes_the_interview(line: Line) -> None:
    session = line.started(questions=1)
    result = line("answer", session, "--text", STORY)
    assert result.stdout == ""
    assert line.stored(session)["finished_at"] is not None
    assert line("status", session, "--json").json["stage"] == "completed"


@pytest.mark.parametrize(
    ("words", "stdin", "message"),
    [
        (["--text", ""], None, "is empty"),
        (["--text", " \n\t "], None, "is empty"),
        ([], b"", "is empty"),
        ([], b"\x00\x07", "is empty"),
        ([], b"caf\xe9 at the corner", "not UTF-8"),
        ([], b"x" * 1_000_001, "too long"),
        (["--file", "missing.txt"], None, "missing.txt does not exist"),
        (["--text", "a", "--skip"], None, "cannot be combined"),
        (["--text", "a", "--file", "b"], None, "cannot be combined"),
    ],
)
def test_bad_input_changes_nothing(
    line: Line, words: list[str], stdin: bytes | None, message: str
) -> None:
    session = line.started()
    before = line.path(session).read_bytes()
    result = line("answer", session, *words, stdin=stdin, exit_code=2)
    assert message in result.stderr
    assert line.path(session).read_bytes() == before


@pytest.mark.parametrize(("size", "exit_code"), [(50_000, 0), (50_001, 2)])
def test_fifty_thousand_characters_are_the_most(line: Line, size: int, exit_code: int) -> None:
    session = line.started()
    # Control characters and surrounding white space do not count.
    line("answer", session, stdin=f" \x00{'é' * size}\x1b\n", exit_code=exit_code)


@pytest.mark.parametrize("stage", STAGES)
def test_a_new_answer_at_every_stage(line: Line, stage: str) -> None:
    session = line.at_stage(stage)
    fits = stage == "in_progress"
    before = line.path(session).read_bytes()
    line("answer", session, "--text", "Another answer.", exit_code=0 if fits else 4)
    assert (line.path(session).read_bytes() == before) != fits


class TestAnsweringTwice:
    """Repeating an answer asks the next question; a different answer is refused."""

    def test_the_last_answer_again_with_no_question_open(self, line: Line) -> None:
        session = line.started()
        line("answer", session, "--text", STORY, "--no-ask")
        question = line("answer", session, "--text", f"  {STORY}\n").stdout
        messages = line.stored(session)["messages"]
        assert len(messages) == 3
        assert question.strip() == messages[2]["content"]

    def test_another_answer_with_no_question_open(self, line: Line) -> None:
        session = line.started()
        line("answer", session, "--text", STORY, "--no-ask")
        refused = line("answer", session, "--text", "Something else.", exit_code=4)
        assert "no question is open" in refused.stderr
        assert "hint: interview ask" in refused.stderr

    @pytest.mark.parametrize("stage", ["completed", "feedback_generated"])
    def test_the_last_answer_again_when_all_is_done(self, line: Line, stage: str) -> None:
        session = line.at_stage(stage)
        before = line.path(session).read_bytes()
        line("answer", session, "--text", STORIES[2])
        assert line.path(session).read_bytes() == before

    def test_a_pinned_answer_again(self, line: Line) -> None:
        session = line.started()
        line("answer", session, "--text", STORY, "--number", "1")
        again = line("answer", session, "--text", STORY, "--number", "1", "--json")
        assert "question 1 already has this answer; it was not stored again" in again.stderr
        document = again.json
        assert (document["number"], document["answered_count"]) == (2, 1)

    def test_another_pinned_answer(self, line: Line) -> None:
        session = line.started()
        line("answer", session, "--text", STORY)
        refused = line("answer", session, "--text", "Else.", "--number", "1", exit_code=4)
        assert "question 1 already has a different answer" in refused.stderr
        assert "redo" in refused.stderr

    @pytest.mark.parametrize("number", ["2", "3", "9"])
    def test_a_pinned_question_that_is_not_open(self, line: Line, number: str) -> None:
        session = line.started()
        line("answer", session, "--text", STORY, "--number", number, exit_code=4)
        assert line("status", session, "--json").json["answered_count"] == 0

    def test_a_number_below_one_is_a_usage_error(self, line: Line) -> None:
        line("answer", line.started(), "--text", "a", "--number", "0", exit_code=2)

    def test_a_skip_again_goes_on(self, line: Line) -> None:
        session = line.started()
        line("answer", session, "--skip", "--number", "1")
        line("answer", session, "--skip", "--number", "1")
        line("answer", session, "--text", "Not skipped.", "--number", "1", exit_code=4)
        assert line("status", session, "--json").json["answered_count"] == 1


def failing_run(turns: int) -> Run:
    run = Run()
    run.coach = FailingCoach(turns)
    return run


def test_the_answer_is_saved_before_the_coach_is_called(line: Line) -> None:
    session = line.started()
    failed = line("answer", session, "--text", STORY, run=failing_run(0), exit_code=5)
    assert "your answer is saved" in failed.stderr
    assert line.stored(session)["messages"][1]["content"] == STORY
    assert failed.stdout == ""


def test_a_command_that_failed_can_be_run_again_as_it_is(line: Line) -> None:
    session = line.started()
    line("answer", session, "--text", STORY, run=failing_run(0), exit_code=5)
    question = line("answer", session, "--text", STORY).stdout
    messages = line.stored(session)["messages"]
    assert (len(messages), messages[2]["content"]) == (3, question.strip())


def test_ask_goes_on_after_a_failure(line: Line) -> None:
    session = line.started()
    failed = line("answer", session, "--text", STORY, "--json", run=failing_run(0), exit_code=5)
    assert failed.json["code"] == "llm"
    assert f"interview ask {session[-8:]}" in failed.json["hint"]
    assert line("ask", session).stdout != ""


def test_a_question_that_changed_meanwhile_is_refused(line: Line) -> None:
    """An `answer` that started before another one was saved must not answer question 2."""
    session = line.started()
    run = Run()
    run.options["home"] = str(line.home)
    store = run.store
    load, seen = store.load, []

    def load_then_be_overtaken(session_id: str, kind):
        interview = load(session_id, kind)
        if not seen:
            seen.append(session_id)
            line("answer", session, "--text", "The other process was faster.")
        return interview

    store.load = load_then_be_overtaken
    refused = line("answer", session, "--text", STORY, run=run, exit_code=4)
    assert "question 1 is not open" in refused.stderr
    contents = [message["content"] for message in line.stored(session)["messages"]]
    assert "The other process was faster." in contents
    assert STORY not in contents


def test_a_question_that_was_opened_meanwhile_is_refused(line: Line) -> None:
    """No question was open when the command started, so its answer fits no question."""
    session = line.started()
    line("answer", session, "--text", STORY, "--no-ask")
    run = Run()
    run.options["home"] = str(line.home)
    load = run.store.load

    def load_then_be_overtaken(session_id: str, kind):
        interview = load(session_id, kind)
        run.store.load = load
        line("ask", session)
        return interview

    run.store.load = load_then_be_overtaken
    refused = line("answer", session, "--text", "Other.", run=run, exit_code=4)
    assert "a question was asked in the meantime" in refused.stderr
    assert line("status", session, "--json").json["answered_count"] == 1


def test_a_pinned_answer_after_feedback_is_too_late(line: Line) -> None:
    session = line.finished()
    late = line("answer", session, "--text", "New.", "--number", "1", exit_code=4)
    assert "feedback was given" in late.stderr
