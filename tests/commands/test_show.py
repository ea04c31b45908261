"""`interview show`."""

import re

import pytest

from tests.conftest import CV, JOB, STAGES, STORY, Line


def test_the_conversation_with_its_times(line: Line) -> None:
    session = line.started()
    line("answer", session, "--text", "First try.")
    line("redo", session, "--number", "1", "--text", STORY)
    line("answer", session, "--skip")
    shown = line("show", session).stdout
    order = ["# Electrician, Acme", "## Question 1", "First try", "In 2023 the fire alarm"]
    order += ["## Question 2", "Answer skipped", "## Question 3", "(not answered yet)"]
    places = [shown.index(words) for words in order]
    assert places == sorted(places)
    assert len(re.findall(r"asked \d{4}-\d\d-\d\d \d\d:\d\d UTC", shown)) == 3


def test_the_stored_documents(line: Line) -> None:
    session = line.started()
    assert line("show", session, "--cv").stdout == CV.strip() + "\n"
    assert line("show", session, "--job").stdout == JOB.strip() + "\n"
    line("show", session, "--cv", "--job", exit_code=2)


@pytest.mark.parametrize("option", ["--cv", "--job"])
def test_a_document_that_is_not_there(line: Line, option: str) -> None:
    assert "interview upload" in line("show", line.new(), option, exit_code=4).stderr


@pytest.mark.parametrize("stage", STAGES)
def test_json_is_the_session_file(line: Line, stage: str) -> None:
    session = line.at_stage(stage)
    assert line("show", session, "--json").json == {"status": "ok", "session": line.stored(session)}


def test_control_characters_never_reach_the_terminal(line: Line) -> None:
    session = line.started()
    line.edit(session, cv_text="\x1b]0;owned\x07 my \u202ecv and \x9b31m more\r\nlast line")
    assert line("show", session, "--cv").stdout == "]0;owned my cv and 31m more\nlast line\n"
    raw = line("show", session, "--json").stdout
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", raw)


def test_the_map_of_the_requirements(line: Line) -> None:
    session = line.started(questions=1)
    line("answer", session, "--text", "I tested and certified the switchboards of 12 schools.")
    shown = line("show", session, "--map").stdout
    assert "## What the job asks for" in shown
    assert "“Experience with nurse call systems”." in shown
    assert ": shown in answer " in shown
    assert shown.index("### Must have") < shown.index("### Nice to have")


def test_the_map_as_a_document(line: Line) -> None:
    session = line.started()
    document = line("show", session, "--map", "--json").json
    first = document["requirements"][0]
    assert set(first) == {"text", "topic", "must", "status", "cv_line", "answer", "quote"}
    assert {requirement["status"] for requirement in document["requirements"]} == {
        "claimed",
        "missing",
    }


def test_a_map_needs_a_job_description(line: Line) -> None:
    refused = line("show", line.new(), "--map", exit_code=4)
    assert "no job description yet" in refused.stderr


def test_one_thing_is_shown_at_a_time(line: Line) -> None:
    line("show", line.started(), "--map", "--cv", exit_code=2)
