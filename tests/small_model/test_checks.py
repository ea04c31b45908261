"""The checks of `make test-model` find what they are for."""

import json
from pathlib import Path
from typing import Any

import pytest

from interview_cli.models import Interview
from interview_cli.post_models import JobPost
from tests.small_model.checks import DONE, FAILED, Checks
from tests.small_model.command import Result

SESSIONS = [
    json.loads(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parents[2] / "sessions").glob("*.json"))
]
REVIEWED = json.dumps(next(session for session in SESSIONS if session.get("feedback")))
POST = json.dumps(next(session for session in SESSIONS if session["kind"] == "job_post"))
FAILURE = {"code": "llm", "error": "It failed.", "hint": "try again"}


def result(exit_code: int = DONE, document: Any = None, stderr: str = "") -> Result:
    return Result(exit_code, json.dumps(document or {}), stderr, seconds=1)


def asked(content: str, coach: str = "openai") -> Interview:
    """Return an interview of which this is the second question."""
    interview = Interview.model_validate_json(REVIEWED)
    interview.feedback, interview.notices = None, []
    interview.messages = interview.messages[:3]
    interview.questions[1].content, interview.questions[1].coach = content, coach
    return interview


@pytest.mark.parametrize(
    ("content", "coach", "problems"),
    [
        ("How did you test the route planning before you released it?", "openai", 0),
        ("Was hat Sie gereizt?", "openai", 1),
        ("Have you any children?", "openai", 1),
        ("Sure! Why do you like routes and plans so much?", "openai", 1),
        ("How did you test the routes?", "offline", 2),
    ],
)
def test_a_question_that_must_not_be_stored_is_found(
    content: str, coach: str, problems: int
) -> None:
    checks = Checks()
    printed = result(document={"question": content, "coach": coach})
    checks.expect_question(asked(content, coach), 2, printed)
    assert len(checks.problems) == problems


@pytest.mark.parametrize(
    ("turn", "requests", "problems"),
    [
        (result(), 3, 0),
        (result(FAILED, FAILURE), 1, 0),
        (result(), 4, 1),
        (result(1, stderr="Traceback"), 1, 2),
        (result(FAILED, FAILURE | {"hint": None}), 1, 1),
        (result(FAILED, FAILURE | {"code": "internal"}), 1, 1),
    ],
)
def test_a_turn_that_must_not_end_so_is_found(turn: Result, requests: int, problems: int) -> None:
    checks = Checks()
    checks.expect_outcome(turn, requests)
    assert len(checks.problems) == problems


def test_a_lost_answer_is_found() -> None:
    checks, interview = Checks(), Interview.model_validate_json(REVIEWED)
    given = [answer.content for answer in interview.answers]
    checks.expect_answers(interview, given)
    assert not checks.problems
    checks.expect_answers(interview, [*given, "One more."])
    assert checks.problems


def test_a_review_that_must_not_be_stored_is_found() -> None:
    checks, interview = Checks(), Interview.model_validate_json(REVIEWED)
    assert interview.feedback
    checks.expect_review(interview, result())
    assert not checks.problems
    checks.expect_review(interview, result(FAILED))
    interview.feedback.answers[0].score = 101
    interview.feedback.answers[0].evidence = "I never said so."
    checks.expect_review(interview, result())
    assert len(checks.problems) == 3


def test_what_nobody_said_is_found_in_a_post() -> None:
    checks, post = Checks(), JobPost.model_validate_json(POST)
    said = [message.content for message in post.employer_messages]
    checks.expect_post(post, said)
    assert not checks.problems
    post.job_data.department = "Ward 7"
    post.words["title"][0].words = "a surgeon"
    checks.expect_post(post, said)
    assert len(checks.problems) == 2
