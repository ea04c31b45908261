"""The review of one answer in study mode, and the user's own ratings."""

from pathlib import Path

import pytest

from interview_cli.context import Run
from interview_cli.errors import Conflict
from interview_cli.models import SelfRatings
from interview_cli.workflow.answers import AnswerInput, redo_answer
from interview_cli.workflow.self_ratings import rate_answer, rate_interview
from interview_cli.workflow.study import study_answer
from tests.conftest import STORY, Line

OWN = SelfRatings(relevance=4)


@pytest.fixture
def run(home: Path) -> Run:
    run = Run()
    run.options |= {"home": str(home), "coach": "offline"}
    return run


def test_an_attempt_keeps_its_review(line: Line, run: Run) -> None:
    session = line.started("--focus", "behavioural", questions=2)
    line("answer", session, "--text", STORY)
    rate_answer(run.store, session, 1, OWN, run.now())
    first = study_answer(run.store, run.coach, session, 1, run.now).answers[0].study
    again = study_answer(run.store, run.coach, session, 1, run.now).answers[0].study
    assert first
    assert first == again  # made once
    assert first.number == 1
    # A story that the question did not ask for is not quoted.
    assert first.evidence is None or first.evidence in STORY
    redo_answer(run.store, session, 1, AnswerInput("I fitted it."), run.now())
    answer = line.stored(session)["messages"][1]
    assert (answer["study"], answer["self_ratings"]) == (None, None)
    assert answer["earlier"][0]["study"]["score"] == first.score
    assert answer["earlier"][0]["self_ratings"]["relevance"] == 4


def test_a_non_answer_is_capped(line: Line, run: Run) -> None:
    session = line.started(questions=2)
    line("answer", session, "--text", "I don't know.")
    study = study_answer(run.store, run.coach, session, 1, run.now).answers[0].study
    assert study
    assert study.capped


def test_nothing_changes_after_the_feedback(line: Line, run: Run) -> None:
    session = line.finished(1)
    before = line.path(session).read_bytes()
    with pytest.raises(Conflict):
        rate_interview(run.store, session, OWN, run.now())
    with pytest.raises(Conflict):
        rate_answer(run.store, session, 1, OWN, run.now())
    with pytest.raises(Conflict):
        study_answer(run.store, run.coach, session, 1, run.now)
    assert line.path(session).read_bytes() == before
