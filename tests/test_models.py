"""Stored models: when a session counts as finished."""

from datetime import UTC, datetime, timedelta

from interview_cli.models import Answer, Interview, Question
from interview_cli.post_models import JobPost

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
COMMON = {
    "session_id": "01a20000-0000-7000-8000-000000000000",
    "created_at": NOW,
    "last_updated": NOW,
    "company_name": "Inn",
}
QUESTION = Question(content="What did you do?", timestamp=NOW)
ANSWER = Answer(content="I cooked.", timestamp=NOW)


def test_an_interview_is_finished_by_its_last_answer() -> None:
    session = Interview(**COMMON, job_title="Cook", max_questions=1, messages=[QUESTION])
    assert not session.is_finished
    session.messages.append(ANSWER)
    session.mark_changed(NOW + timedelta(hours=1))
    assert session.finished_at == session.last_updated == NOW + timedelta(hours=1)
    session.mark_changed(NOW + timedelta(hours=2))
    assert session.finished_at == NOW + timedelta(hours=1)


def test_a_post_is_finished_while_it_is_complete() -> None:
    post = JobPost(**COMMON)
    post.move_to("complete")
    post.mark_changed(NOW + timedelta(hours=1))
    assert post.finished_at == NOW + timedelta(hours=1)
    post.move_to("reviewing")
    post.mark_changed(NOW + timedelta(hours=2))
    assert not post.is_finished


def test_a_file_written_by_hand_keeps_its_own_finished_at() -> None:
    done = NOW - timedelta(days=3)
    fields = {"job_title": "Cook", "max_questions": 1, "messages": [QUESTION, ANSWER]}
    assert Interview(**COMMON, **fields).finished_at == NOW
    assert Interview(**COMMON, **fields, finished_at=done).finished_at == done
    unfinished = Interview(**COMMON, job_title="Cook", finished_at=done)
    unfinished.mark_changed(NOW)
    assert unfinished.finished_at == done
