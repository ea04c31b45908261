"""The JSON documents that scripts rely on (see the contract)."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from interview_cli.render.commands import spell_command
from interview_cli.store.base import Collection, Listing
from interview_cli.store.expiry import find_expiry, is_expired
from interview_cli.store.ids import short_id
from interview_cli.store.summary import PostSummary, Summary
from interview_cli.text import format_timestamp
from interview_cli.workflow.stage import derive_flags, find_next_step, stage_name

if TYPE_CHECKING:  # A listing must not pay for pydantic.
    from collections.abc import Mapping

    from interview_cli.coach.base import Request
    from interview_cli.documents.reader import Document
    from interview_cli.models import Interview


def build_status(summary: Summary, now: datetime) -> dict[str, Any]:
    """One session: stage, progress, expiry, flags, and the command that takes it on; of a job
    post, what it has in common with an interview."""
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
    if isinstance(summary, PostSummary):
        return common | {"next_command": spell_command(find_next_step(summary, now))}
    return common | {
        "question_count": summary.question_count,
        "answered_count": summary.answered_count,
        "max_questions": summary.max_questions,
        "open_question": summary.open_question,
        "interview_score": summary.interview_score,
        "next_command": spell_command(find_next_step(summary, now)),
        "flags": derive_flags(summary),
    }


def build_upload(
    summary: Summary, now: datetime, uploaded: "Mapping[str, Document]"
) -> dict[str, Any]:
    """The session after an upload, and what was understood of each document."""
    documents = [
        {
            "document": name,
            "kind": one.kind,
            "characters": len(one.text),
            "words": one.word_count,
            "sections": list(one.sections),
            "hidden": list(one.hidden),
        }
        for name, one in uploaded.items()
    ]
    return build_status(summary, now) | {"documents": documents}


def build_listing(listing: Listing, now: datetime) -> dict[str, Any]:
    """Several sessions, and the files that could not be read."""
    return {
        "status": "ok",
        "sessions": [build_status(summary, now) for summary in listing.summaries],
        "total": listing.total,
        "damaged": listing.damaged,
    }


def build_turn(interview: "Interview") -> dict[str, Any]:
    """Where the conversation stands after `ask`, `answer` or `redo`."""
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


def build_request(interview: "Interview", request: "Request | None") -> dict[str, Any]:
    """What the next question would send, and where; both are null where nothing would be sent."""
    return {
        "status": "ok",
        "session_id": interview.session_id,
        "dry_run": True,
        "url": request.url if request else None,
        "request": request.body if request else None,
    }


def build_collection(done: Collection) -> dict[str, Any]:
    """What `gc` looked at and did."""
    return {
        "status": "ok",
        "dry_run": done.dry_run,
        "checked": done.checked,
        "removed": done.removed,
        "kept": done.kept,
        "skipped": [{"file": one.session, "reason": one.reason} for one in done.skipped],
    }


def build_map(interview: "Interview") -> dict[str, Any]:
    """The map of the job's requirements, must-haves first."""
    from interview_cli.render.requirement_map import map_of

    return {
        "status": "ok",
        "session_id": interview.session_id,
        "requirements": [
            {
                "text": one.requirement.text,
                "topic": one.requirement.topic,
                "must": one.requirement.is_must,
                "status": one.status,
                "cv_line": one.line,
                "answer": one.number,
                "quote": one.quote,
            }
            for one in map_of(interview)
        ],
    }
