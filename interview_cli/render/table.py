"""Sessions → what `status` prints: a table, or the details of one."""

import unicodedata
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from interview_cli.next_step import Action, NextStep
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


def listing(found: Listing, now: datetime) -> str:
    """A line a session, newest first; what was not shown or not read is said below."""
    if not found.total:
        return "No sessions yet."
    rows: list[tuple[str, ...]] = [
        ("ID", "NAME", "KIND", "STAGE", "DONE", "SCORE", "MADE (UTC)", "EXPIRES")
    ]
    rows += [_row(summary, now) for summary in found.summaries]
    hidden = found.total - len(found.summaries) - len(found.damaged)
    if hidden <= 0:
        return "\n".join(aligned(rows))
    command = spell_command(NextStep(Action.LIST_SESSIONS))
    return "\n".join([*aligned(rows), f"… and {hidden} more: {command}"])


def details(summary: Summary, now: datetime) -> str:
    """One session: stage, progress, documents, expiry, and the command that takes it on."""
    title = f"{summary.job_title}, " if summary.job_title else ""
    rows = [
        (summary.name, ""),
        ("  id", f"{summary.session_id} (short: {short_id(summary.session_id)})"),
        ("  kind", summary.kind.replace("_", " ")),
        ("  job", f"{title}{summary.company_name}"),
        ("  stage", stage_name(summary)),
        *_progress(summary),
        ("  made", _moment(summary.created_at)),
        ("  last change", _moment(summary.last_updated)),
        ("  expires", _expiry(summary, now)),
        ("  next", spell_command(find_next_step(summary, now))),
    ]
    lines = aligned(rows)
    if isinstance(summary, InterviewSummary) and summary.open_question is not None:
        lines += ["", f"Question {summary.question_count}: {summary.open_question}"]
    return "\n".join(lines)


def _progress(summary: Summary) -> list[tuple[str, str]]:
    if isinstance(summary, PostSummary):
        return []
    score = "none yet" if summary.interview_score is None else f"{summary.interview_score} of 100"
    return [
        ("  answered", f"{summary.answered_count} of {summary.max_questions}"),
        ("  score", score),
        ("  CV", "stored" if summary.has_cv else "missing"),
        ("  job description", "stored" if summary.has_job_description else "missing"),
    ]


def understood(what: str, document: "Document") -> str:
    """What was read of a document: its kind, its size, the sections that were recognised."""
    size = f"{len(document.text):,} characters, {document.word_count:,} words"
    named = f"; sections: {', '.join(document.sections)}" if document.sections else ""
    return f"{what}: {document.kind}, {size}{named}"


def _row(summary: Summary, now: datetime) -> tuple[str, ...]:
    done, score = "-", "-"
    if isinstance(summary, InterviewSummary):
        done = f"{summary.answered_count}/{summary.max_questions}"
        score = "-" if summary.interview_score is None else str(summary.interview_score)
    return (
        short_id(summary.session_id),
        _cut(summary.name, _NAME_COLUMNS),
        summary.kind.replace("_", "-"),
        stage_name(summary),
        done,
        score,
        _moment(summary.created_at),
        _expiry(summary, now),
    )


def _expiry(summary: Summary, now: datetime) -> str:
    if summary.keep:
        return "never (kept)"
    if is_expired(summary, now):
        return "expired"
    end = find_expiry(summary, now)
    if end is None:
        return "never (finished)" if summary.is_finished else "never"
    warning = " (soon!)" if is_expiring_soon(summary, now, EXPIRY_WARNING) else ""
    return f"in {_span(end - now)}{warning}"


def _span(left: timedelta) -> str:
    """A span in its two largest units, rounded down."""
    minutes = int(left.total_seconds()) // 60
    days, hours = minutes // 1440, minutes // 60 % 24
    if days:
        return f"{days} d {hours} h"
    return f"{hours} h {minutes % 60} min" if hours else f"{minutes} min"


def _moment(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines, each column as wide as its widest cell on a terminal."""
    widths = [max(_width(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def _width(text: str) -> int:
    """Columns on a terminal: wide East Asian characters take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def _cut(text: str, columns: int) -> str:
    shown = text[:columns]  # no letter takes less than a column, but for marks upon another
    while _width(shown) > columns:
        shown = shown[:-1]
    if shown == text:
        return text
    while _width(shown) > columns - 1:
        shown = shown[:-1]
    return f"{shown}…"
