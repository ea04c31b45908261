"""Stages, flags and next steps, derived from a whole interview and from its summary alike."""

from datetime import UTC, datetime, timedelta

import pytest

from interview_cli.models import Answer, AnswerReview, Feedback, Interview, Question, Ratings
from interview_cli.next_step import Action
from interview_cli.post_models import JobPost
from interview_cli.store.summary import summarize
from interview_cli.workflow.stage import (
    derive_flags,
    derive_stage,
    find_missing_documents,
    find_next_step,
    stage_name,
)

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
COMMON = {
    "session_id": "01a20000-0000-7000-8000-000000000000",
    "created_at": NOW,
    "last_updated": NOW,
    "company_name": "Inn",
}
DOCUMENTS = {"cv_text": "A CV", "job_description_text": "An advert"}
QUESTION = Question(content="What did you do?", timestamp=NOW)
ANSWER = Answer(content="I cooked.", timestamp=NOW)
FEEDBACK = Feedback(
    interview_score=40,
    strengths=[],
    weaknesses=[],
    cv_improvements=[],
    summary="A start.",
    answers=[
        AnswerReview(
            number=1,
            ratings=Ratings(relevance=2, specificity=2, structure=2, ownership=2, impact=2),
            score=40,
            comment="Short.",
            next_time="Say more.",
        )
    ],
    coach="offline",
    created_at=NOW,
)


def interview(**fields: object) -> Interview:
    return Interview(**COMMON, job_title="Cook", max_questions=1, **fields)


STAGES = [
    ({}, "created", Action.UPLOAD),
    ({"cv_text": "A CV"}, "created", Action.UPLOAD),
    (DOCUMENTS, "documents_uploaded", Action.ASK),
    (DOCUMENTS | {"messages": [QUESTION]}, "in_progress", Action.ANSWER),
    (DOCUMENTS | {"messages": [QUESTION, ANSWER]}, "completed", Action.FEEDBACK),
    (
        DOCUMENTS | {"messages": [QUESTION, ANSWER], "feedback": FEEDBACK},
        "feedback_generated",
        Action.EXPORT,
    ),
]


@pytest.mark.parametrize(("fields", "stage", "action"), STAGES)
def test_the_stage_and_the_next_step(fields: dict[str, object], stage: str, action: Action) -> None:
    session = interview(**fields)
    assert derive_stage(session) == stage
    assert stage_name(summarize(session)) == stage
    assert find_next_step(summarize(session), NOW).action == action


@pytest.mark.parametrize(("fields", "stage", "action"), STAGES)
def test_a_summary_has_the_flags_of_the_whole_interview(
    fields: dict[str, object], stage: str, action: Action
) -> None:
    session = interview(**fields)
    assert derive_flags(summarize(session)) == derive_flags(session)


def test_flags() -> None:
    assert derive_flags(interview(**DOCUMENTS, messages=[QUESTION])) == {
        "has_cv": True,
        "has_job_description": True,
        "is_ready_for_interview": True,
        "interview_started": True,
        "interview_complete": False,
        "has_feedback": False,
    }


def test_the_missing_documents_are_named() -> None:
    assert find_missing_documents(interview()) == ("cv", "job")
    assert find_missing_documents(interview(cv_text="A CV")) == ("job",)
    assert find_next_step(summarize(interview(cv_text="A CV")), NOW).missing == ("job",)
    assert find_missing_documents(interview(**DOCUMENTS)) == ()


def test_an_expired_session_can_be_kept() -> None:
    assert find_next_step(summarize(interview()), NOW + timedelta(days=2)).action == Action.KEEP


def test_a_post_goes_on_until_it_is_complete() -> None:
    post = JobPost(**COMMON)
    assert stage_name(summarize(post)) == "getting_basic_info"
    assert find_next_step(summarize(post), NOW).action == Action.SAY
    post.move_to("complete")
    assert find_next_step(summarize(post), NOW).action == Action.EXPORT_JOB_POST
