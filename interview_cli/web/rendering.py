"""What pages are rendered with."""

import re
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from fastapi.templating import Jinja2Templates
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from interview_cli.next_step import Action
from interview_cli.render.blocks import Report
from interview_cli.render.html import render_article
from interview_cli.render.scores import describe_score
from interview_cli.render.table import describe_expiry
from interview_cli.store.expiry import is_expired
from interview_cli.store.ids import short_id
from interview_cli.store.summary import InterviewSummary, PostSummary, Summary
from interview_cli.vocabulary import FOCUSES, LEVELS, ROUNDS
from interview_cli.web.reply_blocks import split_blocks
from interview_cli.web.security import find_user
from interview_cli.workflow.stage import find_next_step, stage_name

_STAGES = {
    "created": "documents missing",
    "documents_uploaded": "ready to begin",
    "in_progress": "in progress",
    "completed": "all answered",
    "feedback_generated": "feedback given",
    "getting_basic_info": "just begun",
    "collecting_details": "details missing",
    "reviewing": "to be confirmed",
    "complete": "complete",
}
_CODE = re.compile(r"`([^`]+)`")
_ACTIONS = {
    Action.UPLOAD: "Add documents",
    Action.ASK: "Begin",
    Action.ANSWER: "Go on",
    Action.FEEDBACK: "Get feedback",
    Action.EXPORT: "Report",
    Action.SAY: "Go on",
    Action.EXPORT_JOB_POST: "Open",
    Action.KEEP: "Look at it",
    Action.SHOW_INTERVIEW: "Read",
    Action.SHOW_JOB_POST: "Read",
}
"""What the quick action of a listing is called."""


@cache  # compiling takes longer than rendering
def create_templates() -> Jinja2Templates:
    """Return the templates of the package. All text is escaped."""
    environment = Environment(
        loader=PackageLoader("interview_cli.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "embed_report": embed_report,
        "split_blocks": split_blocks,
        "find_user": find_user,
        "focuses": FOCUSES,
        "rounds": ROUNDS,
        "levels": LEVELS,
    }
    environment.filters |= {
        "minute": format_minute,
        "day": format_day,
        "code": mark_code,
    }
    return Jinja2Templates(env=environment)


def format_minute(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"


def format_day(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}"


def mark_code(text: str) -> Markup:
    """Return a text, escaped, in which what stands between backticks is code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))


def embed_report(report: Report) -> Markup:
    """Return a report as HTML in which all text is escaped."""
    return Markup(render_article(report))  # the renderer escapes


def describe_rows(
    summaries: Iterable[Summary], now: datetime, *, hides_scores: bool
) -> list[dict[str, Any]]:
    """Return what a list shows of each session."""
    return [_describe_row(summary, now, hides_scores) for summary in summaries]


def _describe_row(summary: Summary, now: datetime, hides_scores: bool) -> dict[str, Any]:
    session_id = summary.session_id
    is_post = isinstance(summary, PostSummary)
    return {
        "id": session_id,
        "short_id": short_id(session_id),
        "title": summary.job_title or "(no title yet)",
        "company": summary.company_name,
        "is_post": is_post,
        "stage": stage_name(summary),
        "status": _STAGES[stage_name(summary)],
        "progress": _describe_progress(summary, hides_scores),
        "created": summary.created_at,
        "expiry": describe_expiry(summary, now),
        "is_expired": is_expired(summary, now),
        "keep": summary.keep,
        "path": f"/job-post/{session_id}" if is_post else f"/session/{session_id}",
        "action": _ACTIONS[find_next_step(summary, now).action],
        "shared_by": summary.shared_by,
        "has_feedback": isinstance(summary, InterviewSummary) and summary.has_feedback,
    }


def _describe_progress(summary: Summary, hides_scores: bool) -> str:
    if not isinstance(summary, InterviewSummary):
        return ""
    if summary.has_feedback:
        return "score hidden" if hides_scores else describe_score(summary.interview_score)
    return f"{summary.answered_count} of {summary.max_questions} answered"
