"""`interview import`."""

import json
from pathlib import Path

import pytest

from interview_cli.context import Run
from tests.conftest import CV, JOB, STORY, Line
from tests.fakes import FailingCoach

TEXT = f"""Interviewer: Tell me about yourself.
Me: {STORY}
Interviewer: Tell me about a conflict with a colleague.
Me: I talked to her.
Interviewer: What would you do if the power failed?
Me: I would call the ward, then start the generator.
"""


def test_it_is_reviewed_like_any_other(line: Line, tmp_path: Path) -> None:
    for name, text in (("held.txt", TEXT), ("cv.md", CV), ("job.md", JOB)):
        (tmp_path / name).write_text(text)
    documents = ("--cv", tmp_path / "cv.md", "--job", tmp_path / "job.md")
    document = line("import", tmp_path / "held.txt", *documents, "--json").json
    assert document["questions"] == 3
    assert [answer["number"] for answer in document["feedback"]["answers"]] == [1, 2, 3]
    session = document["session_id"]
    stored = line.stored(session)
    assert (stored["transcript_source"], stored["job_title"]) == ("held.txt", "Electrician")
    questions = stored["messages"][::2]
    assert [question["kind"] for question in questions] == ["opener", "behaviour", "situation"]
    assert questions[1]["topic"] == "disagreement"
    assert stored["messages"][1]["content"] == STORY
    assert line("status", session, "--json").json["stage"] == "feedback_generated"
    assert "Held elsewhere; transcript: held.txt" in line("show", session).stdout
    assert line("compare", "--json").json["sessions"][0]["session_id"] == session


def test_a_hundred_questions_and_not_one_more(line: Line) -> None:
    def held(count: int) -> str:
        return "".join(f"Q: Why number {n}?\nA: Because of {n} alarms.\n" for n in range(count))

    session = line("import", "-", "--json", stdin=held(100)).json["session_id"]
    assert line.stored(session)["max_questions"] == 100
    assert line("status", session, "--json").json["answered_count"] == 100
    line("export", session, "-o", "-", "--format", "md")
    assert "at most 100" in line("import", "-", stdin=held(101), exit_code=2).stderr


@pytest.mark.parametrize(
    ("words", "text", "told"),
    [
        ((), "We talked for an hour.", "Interviewer:"),
        ((), "Anna: Why us?\nJo: It is near.", "--me NAME"),
        (("--me", "Bob"), "Anna: Why us?\nJo: It is near.", "Anna, Jo"),
        (("--me", "Anna"), "Anna: Why us?\nJo: It is near.", "no question with an answer"),
        (("--cv", "-"), TEXT, "from stdin"),
        (("--title", " "), TEXT, "title is empty"),
        ((), f"Q: Why?\nA: {'x' * 50_001}", "answer 1 has more than"),
        ((), b"\xff\xfe\x00", "UTF-8"),
    ],
)
def test_bad_input_makes_no_session(
    line: Line, words: tuple[str, ...], text: str, told: str
) -> None:
    result = line("import", "-", *words, stdin=text, exit_code=2)
    assert told in result.stderr
    assert line("status", "--json").json["sessions"] == []


def test_me_may_be_anybody(line: Line) -> None:
    text = "Anna: Why us?\nJo Field: It is near, and I know 14 of your schools."
    document = line("import", "-", "--me", "jo", "--json", stdin=text).json
    assert line.stored(document["session_id"])["messages"][1]["content"].startswith("It is near")


def test_what_our_own_commands_print_is_read(line: Line) -> None:
    session = line.finished(2)
    printed = line("show", session, "--json").stdout
    copy = line("import", "-", "--json", stdin=printed).json["session_id"]
    old, new = line.stored(session), line.stored(copy)
    for name in ("content", "kind", "topic"):
        assert [m.get(name) for m in new["messages"]] == [m.get(name) for m in old["messages"]]
    for name in ("job_title", "company_name"):
        assert new[name] == old[name]


def test_what_is_left_out_is_named(line: Line) -> None:
    result = line("import", "-", stdin=f"{TEXT}Interviewer: Any questions?\n")
    assert "left out" in result.stderr
    assert "Any questions?" in result.stderr


def test_a_coach_that_fails_leaves_the_session(line: Line) -> None:
    run = Run()
    run.coach = FailingCoach()
    result = line("import", "-", stdin=TEXT, run=run, exit_code=5)
    (session,) = line("status", "--json").json["sessions"]
    assert session["stage"] == "completed"
    assert "interview feedback" in result.stderr
    assert json.loads(line("feedback", session["session_id"], "--json").stdout)["feedback"]
