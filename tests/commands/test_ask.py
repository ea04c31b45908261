"""`interview ask`."""

import json

import pytest

from interview_cli.requirements import ad_reading
from tests.conftest import CV, JOB, STAGES, STORIES, STORY, Line


def test_asks_and_stores_a_question(line: Line) -> None:
    session = line.at_stage("documents_uploaded")
    result = line("ask", session)
    stored = line.stored(session)
    (message,) = stored["messages"]
    assert result.stdout == message["content"] + "\n"
    assert (message["role"], message["coach"], message["model"]) == ("assistant", "offline", None)
    assert message["kind"] == stored["plan"][0]["kind"]
    assert len(stored["plan"]) == stored["max_questions"]


def test_repeats_the_open_question(line: Line) -> None:
    session = line.started()
    before = line.path(session).read_bytes()
    first, second = line("ask", session).stdout, line("ask", session).stdout
    assert first == second != ""
    assert line.path(session).read_bytes() == before


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ([], "the CV and the job description are missing"),
        (["--cv", "-"], "the job description is missing"),
        (["--job-text", JOB], "the CV is missing"),
    ],
)
def test_needs_both_documents(line: Line, words: list[str], missing: str) -> None:
    session = line.new()
    if words:
        line("upload", session, *words, stdin=CV)
    result = line("ask", session, exit_code=4)
    assert missing in result.stderr
    assert "hint: interview upload" in result.stderr


@pytest.mark.parametrize("stage", STAGES)
def test_at_every_stage(line: Line, stage: str) -> None:
    session = line.at_stage(stage)
    is_ready = stage in ("documents_uploaded", "in_progress")
    result = line("ask", session, exit_code=0 if is_ready else 4)
    if stage == "completed":
        assert "hint: interview feedback" in result.stderr


def test_json(line: Line) -> None:
    session = line.at_stage("documents_uploaded")
    document = line("ask", session, "--json").json
    assert document == {
        "status": "ok",
        "session_id": session,
        "number": 1,
        "of": 3,
        "answered_count": 0,
        "question": line.stored(session)["messages"][0]["content"],
        "is_complete": False,
        "coach": "offline",
        "model": None,
    }


def test_says_once_a_session_that_the_offline_coach_works(line: Line) -> None:
    session = line.at_stage("documents_uploaded")
    first = line("ask", session).stderr
    assert "offline coach" in first
    assert "no API key" in first
    line("answer", session, "--text", "I fitted a panel in one day.", "--no-ask")
    assert "offline coach" not in line("ask", session).stderr
    assert len(line.stored(session)["notices"]) == 1


def test_a_chosen_offline_coach_needs_no_word(line: Line) -> None:
    session = line.at_stage("documents_uploaded")
    assert "offline" not in line("ask", session, "--coach", "offline").stderr


def test_says_that_it_speaks_english_only(line: Line) -> None:
    session = line.new("--language", "de")
    line("upload", session, "--cv", "-", "--job-text", JOB, stdin=CV)
    assert "English only, not in de" in line("ask", session, "--coach", "offline").stderr


def test_goes_on_the_next_day(line: Line) -> None:
    """Continue after the third answer, with or without an open question."""
    session = line.started(questions=8)
    for number in range(3):
        line("answer", session, "--text", f"I fitted {number + 2} panels in a day.")
    open_question = line.stored(session)["messages"][-1]["content"]
    assert line("ask").stdout.strip() == open_question
    line("answer", session, "--text", "I checked every one of them.", "--no-ask")
    assert line("ask").stdout.strip() not in ("", open_question)
    assert line("status", session, "--json").json["question_count"] == 5


def test_after_feedback_the_hint_is_feedback(line: Line) -> None:
    assert "hint: interview feedback" in line("ask", line.finished(), exit_code=4).stderr


def test_the_next_interview_for_the_job_asks_something_else(line: Line) -> None:
    def hold() -> tuple[set[str], set[str]]:
        """Return all questions of an interview, and those on the documents: a CV holds only so
        much, and what it lacks stays lacking."""
        session = line.started(questions=8)
        for _ in range(7):
            line("answer", session, "--skip")
        messages = line.stored(session)["messages"][::2]
        of_documents = {"opener", "requirement", "gap"}
        return (
            {message["content"] for message in messages},
            {message["content"] for message in messages if message["kind"] in of_documents},
        )

    (first, of_documents), (second, _) = hold(), hold()
    asked_before = set(line.stored(line.new())["asked_before"])
    assert asked_before < {*first, *second}
    assert not any("CV" in question or "your work" in question for question in asked_before)
    assert line.stored(line.new(company="Volt"))["asked_before"] == []
    assert first & second <= of_documents


def test_what_cannot_be_read_hinders_no_new_interview(line: Line) -> None:
    line.path(line.started()).write_text("{", "utf-8")
    assert line.stored(line.new())["asked_before"] == []


def test_a_recruiter_asks_what_recruiters_ask(line: Line) -> None:
    session = line.started("--round", "recruiter", questions=8)
    for _ in range(7):
        line("answer", session, "--skip")
    messages = line.stored(session)["messages"][::2]
    motives = [message["content"] for message in messages if message["kind"] == "motivation"]
    assert "next job" in motives[0] or "why now" in motives[0]
    assert "know" in motives[1] or "found out" in motives[1]
    assert "start" in messages[-1]["content"]
    assert not any("electrical_work" in message["topic"] for message in messages)


def test_what_the_plan_found_in_the_ad_is_stored_until_another_ad_comes(line: Line) -> None:
    session = line.started(questions=3)
    reading = line.stored(session)["ad_reading"]
    assert "fire alarms" in json.dumps(reading["requirements"])
    line("answer", session, "--text", STORY)
    assert line.stored(session)["ad_reading"] == reading
    line("upload", session, "--cv", "-", stdin=CV)
    assert line.stored(session)["ad_reading"] == reading
    line("upload", session, "--job-text", JOB.replace("Leeds", "York"))
    assert line.stored(session)["ad_reading"] is None


def test_a_session_without_it_is_asked_the_same(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = line.started(questions=6)
    other = line.stored(session) | {"ad_reading": None}
    asked = [line("answer", session, "--text", story).stdout for story in STORIES[:5]]
    line.put(session, other)
    monkeypatch.setattr(ad_reading, "_kept", {})  # what this process knows of the ad
    assert [line("answer", session, "--text", story).stdout for story in STORIES[:5]] == asked
