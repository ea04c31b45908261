"""`interview answer --lines` and `-0`, which read many answers from a pipe."""

import pytest

from interview_cli.context import Run
from tests.conftest import CV, JOB, Line
from tests.fakes import FailingCoach

ANSWERS = [
    "I fitted the first panel.",
    "I tested the second board.",
    "I trained a third apprentice.",
]


def new_with_documents(line: Line, questions: int = 3) -> str:
    session = line.new("--questions", str(questions))
    line("upload", session, "--cv", "-", "--job-text", JOB, stdin=CV)
    return session


def contents(line: Line, session: str, role: str) -> list[str]:
    messages = line.stored(session)["messages"]
    return [message["content"] for message in messages if message["role"] == role]


def answers(line: Line, session: str) -> list[str]:
    return contents(line, session, "user")


def questions(line: Line, session: str) -> list[str]:
    return contents(line, session, "assistant")


@pytest.mark.parametrize(
    ("option", "separator"), [("--lines", "\n"), ("-0", "\0"), ("--null", "\0")]
)
@pytest.mark.parametrize("end", [True, False])
def test_answers_everything_asking_the_first_question_itself(
    line: Line, option: str, separator: str, end: bool
) -> None:
    session = new_with_documents(line)
    text = separator.join(ANSWERS) + (separator if end else "")
    result = line("answer", session, option, stdin=text)
    assert answers(line, session) == ANSWERS
    assert result.stdout.splitlines() == questions(line, session)
    assert line("status", session, "--json").json["stage"] == "completed"


def test_blank_lines_are_passed_over(line: Line) -> None:
    session = new_with_documents(line)
    line("answer", session, "--lines", stdin="\n \n" + "\r\n\r\n".join(ANSWERS) + "\n\n")
    assert answers(line, session) == ANSWERS


def test_a_nul_record_may_hold_lines(line: Line) -> None:
    session = new_with_documents(line, questions=1)
    line("answer", session, "-0", stdin="One line.\n\nAnd another.\0")
    assert answers(line, session) == ["One line.\n\nAnd another."]


def test_an_empty_nul_record_is_refused(line: Line) -> None:
    session = new_with_documents(line)
    line("answer", session, "-0", stdin=f"{ANSWERS[0]}\0 \0{ANSWERS[1]}\0", exit_code=2)
    assert answers(line, session) == ANSWERS[:1]


def test_fewer_answers_than_questions(line: Line) -> None:
    session = new_with_documents(line, questions=8)
    result = line("answer", session, "--lines", stdin="\n".join(ANSWERS))
    assert "3 of 8" in result.stderr
    assert answers(line, session) == ANSWERS


def test_more_answers_than_questions(line: Line) -> None:
    session = new_with_documents(line)
    text = "\n".join([*ANSWERS, "One too many.", "Two too many."])
    result = line("answer", session, "--lines", stdin=text)
    assert "more answers than questions" in result.stderr
    assert answers(line, session) == ANSWERS


def test_exactly_enough_is_no_reason_to_warn(line: Line) -> None:
    session = new_with_documents(line)
    result = line(
        "answer", session, "--lines", "--coach", "offline", stdin="\n".join(ANSWERS) + "\n\n"
    )
    assert "warning" not in result.stderr


def test_run_again_it_changes_nothing(line: Line) -> None:
    session = new_with_documents(line)
    line("answer", session, "--lines", stdin="\n".join(ANSWERS))
    before = line.path(session).read_bytes()
    result = line("answer", session, "--lines", stdin="\n".join(ANSWERS))
    assert result.stdout == ""
    assert result.stderr.count("the first 3 answers were stored already and skipped") == 1
    assert line.path(session).read_bytes() == before


def test_goes_on_where_a_failed_pipe_stopped(line: Line) -> None:
    session = new_with_documents(line)
    run = Run()
    run.coach = FailingCoach(turns=2)
    failed = line("answer", session, "--lines", stdin="\n".join(ANSWERS), run=run, exit_code=5)
    assert "your answer is saved" in failed.stderr
    assert answers(line, session) == ANSWERS[:2]
    result = line("answer", session, "--lines", stdin="\n".join(ANSWERS))
    assert result.stderr.count("the first 2 answers were stored already and skipped") == 1
    assert answers(line, session) == ANSWERS
    assert len(questions(line, session)) == 3


def test_what_was_skipped_is_told_before_an_error_too(line: Line) -> None:
    session = new_with_documents(line)
    first = line("answer", session, "--lines", stdin="\n".join(ANSWERS[:2]))
    assert "skipped" not in first.stderr
    text = f"{ANSWERS[0]}\nAnother one."
    refused = line("answer", session, "--lines", "--json", stdin=text, exit_code=4)
    assert "the first answer was stored already and skipped" in refused.stderr
    assert "question 2 already has a different answer" in refused.stderr
    assert [document["status"] for document in refused.json_lines] == ["error"]


def test_other_leading_answers_are_refused(line: Line) -> None:
    session = new_with_documents(line)
    line("answer", session, "--lines", stdin=ANSWERS[0])
    refused = line("answer", session, "--lines", stdin="Other.\nAnswers.", exit_code=4)
    assert "question 1 already has a different answer" in refused.stderr
    assert answers(line, session) == ANSWERS[:1]


def test_a_bad_answer_keeps_those_before_it(line: Line) -> None:
    session = new_with_documents(line)
    text = ANSWERS[0].encode() + b"\ncaf\xe9\n" + ANSWERS[2].encode()
    line("answer", session, "--lines", stdin=text, exit_code=2)
    assert answers(line, session) == ANSWERS[:1]


def test_json_is_one_object_an_answer(line: Line) -> None:
    session = new_with_documents(line)
    documents = line("answer", session, "--lines", "--json", stdin="\n".join(ANSWERS)).json_lines
    assert [document["answered_count"] for document in documents] == [1, 2, 3]
    assert [document["number"] for document in documents] == [2, 3, None]
    assert [document["is_complete"] for document in documents] == [False, False, True]


def test_json_ends_with_the_error(line: Line) -> None:
    session = new_with_documents(line)
    run = Run()
    run.coach = FailingCoach(turns=2)
    failed = line(
        "answer", session, "--lines", "--json", stdin="\n".join(ANSWERS), run=run, exit_code=5
    )
    assert [document["status"] for document in failed.json_lines] == ["ok", "error"]
    assert failed.json_lines[-1]["code"] == "llm"


@pytest.mark.parametrize("option", ["--lines", "-0"])
@pytest.mark.parametrize(
    "other",
    [["--no-ask"], ["--text", "a"], ["--file", "f"], ["--skip"], ["--number", "1"]],
)
def test_stands_alone(line: Line, option: str, other: list[str]) -> None:
    session = new_with_documents(line)
    line("answer", session, option, *other, stdin="a", exit_code=2)
    assert line.stored(session)["messages"] == []


def test_lines_and_null_do_not_go_together(line: Line) -> None:
    line("answer", new_with_documents(line), "--lines", "-0", stdin="a", exit_code=2)


def test_asks_the_first_question_before_it_waits_for_an_answer(line: Line) -> None:
    session = new_with_documents(line)
    result = line("answer", session, "--lines", stdin="")
    assert result.stdout.splitlines() == questions(line, session)
    assert "0 of 3" in result.stderr


def test_an_empty_record_is_told_by_its_place(line: Line) -> None:
    session = new_with_documents(line)
    refused = line("answer", session, "-0", stdin=f"{ANSWERS[0]}\0 \0", exit_code=2)
    assert "answer 2 is empty" in refused.stderr


@pytest.mark.parametrize("nothing", ["\x01", "\u200b", " \x00 "])
def test_a_line_that_holds_nothing_once_cleaned_is_blank(line: Line, nothing: str) -> None:
    session = new_with_documents(line)
    line("answer", session, "--lines", stdin=f"{ANSWERS[0]}\n{nothing}\n{ANSWERS[1]}\n")
    assert answers(line, session) == ANSWERS[:2]
