"""What a sitting offers next."""

from datetime import UTC, datetime, timedelta

import pytest

from interview_cli.context import Run
from interview_cli.models import Interview
from interview_cli.store.summary import summarize
from interview_cli.workflow.sitting import choose_step, find_begun
from tests.conftest import Line


def load(line: Line, session: str) -> Interview:
    return Interview.model_validate_json(line.path(session).read_bytes())


@pytest.mark.parametrize(
    ("stage", "step"),
    [
        ("created", "upload"),
        ("documents_uploaded", "ask"),
        ("in_progress", "answer"),
        ("completed", "feedback"),
        ("feedback_generated", "report"),
    ],
)
def test_the_step_of_each_stage(line: Line, stage: str, step: str) -> None:
    interview = load(line, line.at_stage(stage))
    assert choose_step(interview, is_study=False) == step
    studied = "study" if stage == "completed" else step
    assert choose_step(interview, is_study=True) == studied


def test_begun_interviews_are_offered_the_latest_change_first(line: Line) -> None:
    sessions = [line.at_stage("in_progress"), line.at_stage("created"), line.at_stage("created")]
    line("keep", sessions[0])
    summaries = [summarize(load(line, session)) for session in sessions]
    summaries.append(summarize(load(line, line.finished(1))))
    now = Run().now()
    assert [begun.session_id for begun in find_begun(summaries, now)] == [
        sessions[0],
        sessions[2],
        sessions[1],
    ]
    later = now + timedelta(days=2)
    assert [begun.session_id for begun in find_begun(summaries, later)] == [sessions[0]]
    assert find_begun([], datetime.now(UTC)) == []
