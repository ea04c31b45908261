"""The JSON for scripts: what each document says of a session."""

from datetime import timedelta
from typing import Any

import pytest

from interview_cli.coach.base import Request
from interview_cli.documents.reader import Document
from interview_cli.models import Interview, PlanSlot, Question
from interview_cli.post_models import JobPost
from interview_cli.render.payload import (
    build_collection_payload,
    build_listing_payload,
    build_map_payload,
    build_request_payload,
    build_status_payload,
    build_turn_payload,
    build_upload_payload,
)
from interview_cli.store.base import Collection, Listing, Skipped
from interview_cli.store.summary import summarize
from interview_cli.stored import Session
from tests.conftest import CV, JOB
from tests.render.interviews import NOW, interview

LATE = NOW + timedelta(hours=25)


def status_of(session: Session, now=NOW) -> dict[str, Any]:
    return build_status_payload(summarize(session), now)


def is_asked(one: Interview) -> Interview:
    one.max_questions += 1
    one.messages.append(Question(content="And then?", timestamp=NOW, coach="openai", model="m"))
    return one


POST = JobPost(
    session_id="01930001-0000-7000-8000-000000000002",
    created_at=NOW,
    last_updated=NOW,
    company_name="Acme",
)


@pytest.mark.parametrize(
    ("one", "stage", "next_command"),
    [
        (interview(), "created", "interview upload 00000001 --cv FILE --job FILE"),
        (
            interview(cv_text=CV, job_description_text=JOB),
            "documents_uploaded",
            "interview ask 00000001",
        ),
        (is_asked(interview("So.")), "in_progress", "interview answer 00000001"),
        (interview("So."), "completed", "interview feedback 00000001"),
        (POST, "getting_basic_info", 'interview job-post say "…" --post 00000002'),
    ],
    ids=["new", "with documents", "asked", "complete", "a job post"],
)
def test_stage_and_next_command(one: Session, stage: str, next_command: str) -> None:
    payload = status_of(one)
    assert (payload["stage"], payload["next_command"]) == (stage, next_command)


@pytest.mark.parametrize(
    ("fields", "now", "expires_at", "expired"),
    [
        ({}, NOW, "2026-11-23T09:00:00.000000Z", False),
        ({}, LATE, "2026-11-23T09:00:00.000000Z", True),
        ({"keep": True}, LATE, None, False),
        ({"ttl": "7d"}, LATE, "2026-11-29T09:00:00.000000Z", False),
    ],
)
def test_expiry(fields: dict[str, Any], now, expires_at: str | None, expired: bool) -> None:
    payload = status_of(interview(**fields), now)
    assert (payload["expires_at"], payload["expired"]) == (expires_at, expired)


def test_an_expired_session_can_be_kept() -> None:
    assert status_of(interview(), LATE)["next_command"] == "interview keep 00000001"


def test_progress() -> None:
    payload = status_of(is_asked(interview("So.", None)))
    assert (payload["question_count"], payload["answered_count"], payload["max_questions"]) == (
        3,
        2,
        3,
    )
    assert (payload["open_question"], payload["interview_score"]) == ("And then?", None)


def test_a_job_post_has_the_common_keys_only() -> None:
    assert status_of(POST).keys() == status_of(interview()).keys() - {
        "question_count",
        "answered_count",
        "max_questions",
        "open_question",
        "interview_score",
        "interview_date",
        "flags",
    }


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (
            is_asked(interview("So.")),
            {"number": 2, "of": 2, "question": "And then?", "is_complete": False, "model": "m"},
        ),
        (
            interview("So."),
            {"number": None, "of": 1, "question": None, "is_complete": True, "model": None},
        ),
        (interview(), {"number": None, "question": None, "is_complete": False, "coach": None}),
    ],
    ids=["open", "complete", "not begun"],
)
def test_a_turn(one: Interview, expected: dict[str, Any]) -> None:
    payload = build_turn_payload(one)
    assert {key: payload[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("request_", "url", "body"),
    [(None, None, None), (Request("http://h", {"model": "m"}), "http://h", {"model": "m"})],
)
def test_a_request(request_: Request | None, url: str | None, body: object) -> None:
    payload = build_request_payload(interview(), request_)
    assert (payload["dry_run"], payload["url"], payload["request"]) == (True, url, body)


def test_an_upload_says_what_was_read() -> None:
    document = Document("PDF", CV, "cv.pdf", hidden=("hire me",))
    (shown,) = build_upload_payload(summarize(interview()), NOW, {"cv": document})["documents"]
    assert shown == {
        "document": "cv",
        "kind": "PDF",
        "characters": len(CV),
        "words": len(CV.split()),
        "sections": ["Experience"],
        "hidden": ["hire me"],
    }


def test_a_listing_counts_what_it_does_not_show() -> None:
    payload = build_listing_payload(Listing([summarize(POST)], total=9, damaged=["a.json"]), NOW)
    assert [session["kind"] for session in payload["sessions"]] == ["job_post"]
    assert (payload["total"], payload["damaged"]) == (9, ["a.json"])


def test_a_collection() -> None:
    done = Collection(dry_run=True, checked=3, removed=["a"], kept=1)
    done.skipped.append(Skipped("b", "in use"))
    assert build_collection_payload(done) == {
        "status": "ok",
        "dry_run": True,
        "checked": 3,
        "removed": ["a"],
        "kept": 1,
        "skipped": [{"file": "b", "reason": "in use"}],
    }


def test_the_requirements_of_the_job() -> None:
    one = interview(cv_text=CV, job_description_text=JOB, plan=[PlanSlot(kind="gap", topic="x")])
    shown = {entry["topic"]: entry for entry in build_map_payload(one)["requirements"]}
    assert (shown["fire alarms"]["status"], shown["fire alarms"]["must"]) == ("claimed", True)
    assert (shown["solar panels"]["status"], shown["solar panels"]["must"]) == ("missing", False)
    assert shown["solar panels"]["cv_line"] is None
