"""Sessions → what `status` prints: a table, or the details of one session."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from interview_cli.next_step import Action, NextStep
from interview_cli.render.blocks import describe_score
from interview_cli.render.commands import spell_command
from interview_cli.settings import EXPIRY_WARNING
from interview_cli.store.base import Listing
from interview_cli.store.expiry import find_expiry, is_expired, is_expiring_soon
from interview_cli.store.ids import short_id
from interview_cli.store.summary import InterviewSummary, PostSummary, Summary
from interview_cli.workflow.stage import find_next_step, stage_name

if TYPE_CHECKING:
    from interview_cli.documents.reader import Document

_NAME_COLUMNS = 40
_HIDDEN = "hidden"


def format_listing(found: Listing, now: datetime, *, hides_scores: bool = False) -> str:
    """Return a table with a line for each session, and the number of sessions not shown."""
    if not found.total:
        return "No sessions yet."
    rows: list[tuple[str, ...]] = [
        ("ID", "NAME", "KIND", "STAGE", "DONE", "SCORE", "CREATED (UTC)", "EXPIRES")
    ]
    rows += [_format_row(summary, now, hides_scores) for summary in found.summaries]
    hidden = found.total - len(found.summaries) - len(found.damaged)
    if hidden <= 0:
        return "\n".join(align_columns(rows))
    command = spell_command(NextStep(Action.LIST_SESSIONS))
    return "\n".join([*align_columns(rows), f"… and {hidden} more: {command}"])


def format_details(summary: Summary, now: datetime, *, hides_scores: bool = False) -> str:
    """Return stage, progress, documents, expiry and next command of a session."""
    title = f"{summary.job_title}, " if summary.job_title else ""
    rows = [
        (summary.name, ""),
        ("  id", f"{summary.session_id} (short: {short_id(summary.session_id)})"),
        ("  kind", summary.kind.replace("_", " ")),
        ("  job", f"{title}{summary.company_name}"),
        ("  stage", stage_name(summary)),
        *_describe_progress(summary, hides_scores),
        ("  created", _format_minute(summary.created_at)),
        ("  last change", _format_minute(summary.last_updated)),
        ("  expires", describe_expiry(summary, now)),
        ("  next", spell_command(find_next_step(summary, now))),
    ]
    lines = align_columns(rows)
    if isinstance(summary, InterviewSummary) and summary.open_question is not None:
        lines += ["", f"Question {summary.question_count}: {summary.open_question}"]
    return "\n".join(lines)


def _describe_progress(summary: Summary, hides_scores: bool) -> list[tuple[str, str]]:
    if isinstance(summary, PostSummary):
        return []
    score = describe_score(summary.interview_score) if summary.has_feedback else "none yet"
    if hides_scores and summary.interview_score is not None:
        score = _HIDDEN
    ahead = summary.interview_date
    return [
        *([("  real interview", f"{ahead}")] if ahead else []),
        ("  answered", f"{summary.answered_count} of {summary.max_questions}"),
        ("  score", score),
        ("  CV", "stored" if summary.has_cv else "missing"),
        ("  job description", "stored" if summary.has_job_description else "missing"),
    ]


def describe_document(what: str, document: "Document") -> str:
    """Return one line on what was read: kind, size and recognised sections."""
    size = f"{len(document.text):,} characters, {document.word_count:,} words"
    sections = f"; sections: {', '.join(document.sections)}" if document.sections else ""
    return f"{what}: {document.kind}, {size}{sections}"


def _format_row(summary: Summary, now: datetime, hides_scores: bool) -> tuple[str, ...]:
    done, score = "-", "-"
    if isinstance(summary, InterviewSummary):
        done = f"{summary.answered_count}/{summary.max_questions}"
        score = "-" if summary.interview_score is None else str(summary.interview_score)
        if hides_scores and summary.interview_score is not None:
            score = _HIDDEN
    return (
        short_id(summary.session_id),
        _shorten_to_columns(summary.name, _NAME_COLUMNS),
        summary.kind.replace("_", "-"),
        stage_name(summary),
        done,
        score,
        _format_minute(summary.created_at),
        describe_expiry(summary, now),
    )


def describe_expiry(summary: Summary, now: datetime) -> str:
    """Return when a session expires, in words."""
    if summary.keep:
        return "never (kept)"
    if is_expired(summary, now):
        return "expired"
    end = find_expiry(summary, now)
    if end is None:
        return "never (finished)" if summary.is_finished else "never"
    warning = " (soon!)" if is_expiring_soon(summary, now, EXPIRY_WARNING) else ""
    return f"in {_format_duration(end - now)}{warning}"


def _format_duration(duration: timedelta) -> str:
    """Return a duration in its two largest units, rounded down."""
    minutes = int(duration.total_seconds()) // 60
    days, hours = minutes // 1440, minutes // 60 % 24
    if days:
        return f"{days} d {hours} h"
    return f"{hours} h {minutes % 60} min" if hours else f"{minutes} min"


def _format_minute(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")


def align_columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as lines; each column is as wide as its widest cell on a terminal."""
    widths = [max(_measure_columns(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell + " " * (width - _measure_columns(cell))
            for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def _measure_columns(text: str) -> int:
    if text.isascii():
        return len(text)
    # Imported here: it takes longer than the rest of a listing, and few need it.
    from wcwidth import width

    return width(text)


def _shorten_to_columns(text: str, columns: int) -> str:
    if _measure_columns(text) <= columns:
        return text
    from wcwidth import clip

    return f"{clip(text, 0, columns - 1).rstrip()}…"
