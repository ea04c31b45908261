"""Session → the JSON that commands print for scripts (see docs/scripting.md)."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from interview_cli.render.commands import spell_command
from interview_cli.store.base import Collection, Listing
from interview_cli.store.expiry import find_expiry, is_expired
from interview_cli.store.ids import short_id
from interview_cli.store.summary import PostSummary, Summary
from interview_cli.text import format_timestamp
from interview_cli.workflow.stage import derive_flags, find_next_step, stage_name

if TYPE_CHECKING:  # Importing pydantic would slow down listings.
    from collections.abc import Mapping

    from interview_cli.coach.base import Request
    from interview_cli.documents.reader import Document
    from interview_cli.models import Interview


def build_status_payload(summary: Summary, now: datetime) -> dict[str, Any]:
    """Describe a session: stage, progress, expiry, flags and next command.

    A job post has only the keys that it shares with interviews.
    """
    end = find_expiry(summary, now)
    common = {
        "status": "ok",
        "session_id": summary.session_id,
        "short_id": short_id(summary.session_id),
        "name": summary.name,
        "kind": summary.kind,
        "job_title": summary.job_title,
        "company_name": summary.company_name,
        "stage": stage_name(summary),
        "created_at": format_timestamp(summary.created_at),
        "last_updated": format_timestamp(summary.last_updated),
        "expires_at": format_timestamp(end) if end else None,
        "expired": is_expired(summary, now),
        "keep": summary.keep,
    }
    if summary.shared_by:
        common["shared_by"] = summary.shared_by
    if isinstance(summary, PostSummary):
        return common | {"next_command": spell_command(find_next_step(summary, now))}
    return common | {
        "question_count": summary.question_count,
        "answered_count": summary.answered_count,
        "max_questions": summary.max_questions,
        "open_question": summary.open_question,
        "interview_score": summary.interview_score,
        "interview_date": str(summary.interview_date) if summary.interview_date else None,
        "next_command": spell_command(find_next_step(summary, now)),
        "flags": derive_flags(summary),
    }


def build_upload_payload(
    summary: Summary, now: datetime, uploaded: "Mapping[str, Document]"
) -> dict[str, Any]:
    """Describe a session after an upload, and what was read from each document."""
    documents = [
        {
            "document": name,
            "kind": document.kind,
            "characters": len(document.text),
            "words": document.word_count,
            "sections": list(document.sections),
            "hidden": list(document.hidden),
        }
        for name, document in uploaded.items()
    ]
    return build_status_payload(summary, now) | {"documents": documents}


def build_listing_payload(
    listing: Listing, now: datetime, shared: Listing | None = None
) -> dict[str, Any]:
    """Describe several sessions, and list the files that could not be read.

    `shared` are sessions that other owners share; without any, nothing is said of them.
    """
    payload = {
        "status": "ok",
        "sessions": [build_status_payload(summary, now) for summary in listing.summaries],
        "total": listing.total,
        "damaged": listing.damaged,
    }
    if shared and shared.total:
        payload["shared"] = [build_status_payload(summary, now) for summary in shared.summaries]
        payload["shared_total"] = shared.total
        payload["damaged"] = listing.damaged + shared.damaged
    return payload


def build_turn_payload(interview: "Interview") -> dict[str, Any]:
    """Describe the conversation after `ask`, `answer` or `redo`."""
    question = interview.open_question
    last = interview.questions[-1] if interview.questions else None
    return {
        "status": "ok",
        "session_id": interview.session_id,
        "number": len(interview.questions) if question else None,
        "of": interview.max_questions,
        "answered_count": len(interview.answers),
        "question": question.content if question else None,
        "is_complete": interview.is_complete,
        "coach": last.coach if last else None,
        "model": last.model if last else None,
    }


def build_request_payload(interview: "Interview", request: "Request | None") -> dict[str, Any]:
    """Describe the request for the next question; it is null if nothing would be sent."""
    return {
        "status": "ok",
        "session_id": interview.session_id,
        "dry_run": True,
        "url": request.url if request else None,
        "request": request.body if request else None,
    }


def build_collection_payload(done: Collection) -> dict[str, Any]:
    """Describe what `gc` checked and did."""
    return {
        "status": "ok",
        "dry_run": done.dry_run,
        "checked": done.checked,
        "removed": done.removed,
        "kept": done.kept,
        "skipped": [
            {"file": skipped.session, "reason": skipped.reason} for skipped in done.skipped
        ],
    }


def build_map_payload(interview: "Interview") -> dict[str, Any]:
    """Describe the requirement map, must-haves first."""
    from interview_cli.render.requirement_map import build_maps

    requirements, duties = build_maps(interview)
    return {
        "status": "ok",
        "session_id": interview.session_id,
        "requirements": [
            {
                "text": mapped.requirement.text,
                "topic": mapped.requirement.topic,
                "must": mapped.requirement.is_must,
                "status": mapped.status,
                "cv_line": mapped.line,
                "answer": mapped.number,
                "quote": mapped.quote,
            }
            for mapped in requirements
        ],
        "duties": [
            {
                "text": mapped.requirement.text,
                "status": mapped.status,
                "cv_line": mapped.line,
                "answer": mapped.number,
                "quote": mapped.quote,
            }
            for mapped in duties
        ],
    }
