"""Sessions → what `status` prints: a table, or the details of one session."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from interview_cli.limits import EXPIRY_WARNING
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.render.scores import describe_score
from interview_cli.store.base import Listing
from interview_cli.store.expiry import find_expiry, is_expired, is_expiring_soon
from interview_cli.store.ids import short_id
from interview_cli.store.summary import InterviewSummary, PostSummary, Summary
from interview_cli.text import format_timestamp
from interview_cli.workflow.stage import find_next_step, stage_name

if TYPE_CHECKING:
    from interview_cli.documents.reader import Document

_NAME_COLUMNS = 40
_MIN_NAME_COLUMNS = 16
_PLAIN_COLUMNS = 400
"""More than any name that this program makes; only a file changed by hand has a longer one."""
_NAME = 1
"""The column of a listing that is cut where the window is narrow."""
_LEFT_OUT = ((), (2,), (2, 6))
"""The columns that a narrow window leaves out: none, KIND, then CREATED too."""
_HIDDEN = "hidden"
_RECENT = timedelta(days=30)
"""A moment further away is named by its date."""


def format_listing(
    found: Listing, now: datetime, columns: int = 120, *, hides_scores: bool = False
) -> str:
    """Return a table with a line for each session, and the number of sessions not shown.

    Names are cut so that the lines fit a window of `columns`, if possible.
    """
    if not found.total:
        return NO_SESSIONS
    rows: list[tuple[str, ...]] = [
        ("ID", "NAME", "KIND", "STAGE", "DONE", "SCORE", "CREATED", "EXPIRES")
    ]
    rows += [_format_row(summary, now, hides_scores) for summary in found.summaries]
    if any(summary.shared_by for summary in found.summaries):
        owners = ["FROM", *(summary.shared_by or "" for summary in found.summaries)]
        rows = [(*row, owner) for row, owner in zip(rows, owners, strict=True)]
    lines = align_columns(_fit(rows, columns))
    return "\n".join([*lines, *describe_hidden(found)])


def format_plain_listing(found: Listing, now: datetime) -> str:
    """Return a line of fields separated by tabs for each session, the whole id first.

    The fields are id, name, kind, stage, answered, questions, score, created and expires, the last
    two in UTC, and the owner of a session that another one shares. A field that does not apply is
    empty.
    """
    return "\n".join("\t".join(_list_fields(summary, now)) for summary in found.summaries)


NO_SESSIONS = "No sessions yet."


def describe_hidden(found: Listing) -> list[str]:
    """Return a line that counts the sessions that a listing leaves out, or nothing."""
    hidden = found.total - len(found.summaries) - len(found.damaged)
    command = spell_command(NextStep(Action.LIST_SESSIONS))
    return [f"… and {hidden} more: {command}"] if hidden > 0 else []


def _list_fields(summary: Summary, now: datetime) -> list[str]:
    end = find_expiry(summary, now)
    answered, asked, score = "", "", ""
    if isinstance(summary, InterviewSummary):
        answered, asked = str(summary.answered_count), str(summary.max_questions)
        score = "" if summary.interview_score is None else str(summary.interview_score)
    return [
        summary.session_id,
        _shorten_to_columns(" ".join(summary.name.split()), _PLAIN_COLUMNS),
        summary.kind,
        stage_name(summary),
        answered,
        asked,
        score,
        format_timestamp(summary.created_at),
        format_timestamp(end) if end else "",
        *([summary.shared_by] if summary.shared_by else []),
    ]


def _fit(rows: list[tuple[str, ...]], columns: int) -> list[list[str]]:
    """Cut the names, and leave out columns if need be, so that the rows fit `columns`."""
    for left_out in _LEFT_OUT:
        kept = [[cell for n, cell in enumerate(row) if n not in left_out] for row in rows]
        others = align_columns([row[:_NAME] + row[_NAME + 1 :] for row in kept])
        room = columns - max(map(_measure_columns, others)) - len("  ")
        if room >= _MIN_NAME_COLUMNS:
            break
    room = min(_NAME_COLUMNS, max(_MIN_NAME_COLUMNS, room))
    for row in kept:
        row[_NAME] = _shorten_to_columns(row[_NAME], room)
    return kept


def format_details(summary: Summary, now: datetime, *, hides_scores: bool = False) -> str:
    """Return stage, progress, documents, expiry and next command of a session."""
    title = f"{summary.job_title}, " if summary.job_title else ""
    rows = [
        (summary.name, ""),
        ("  id", f"{summary.session_id} (short: {short_id(summary.session_id)})"),
        *([("  shared by", summary.shared_by)] if summary.shared_by else []),
        ("  kind", summary.kind.replace("_", " ")),
        ("  job", f"{title}{summary.company_name}"),
        ("  stage", stage_name(summary)),
        *_describe_progress(summary, hides_scores),
        ("  created", _describe_moment(summary.created_at, now)),
        ("  last change", _describe_moment(summary.last_updated, now)),
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
        summary.name,
        summary.kind.replace("_", "-"),
        stage_name(summary),
        done,
        score,
        _describe_age(summary.created_at, now),
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


def _describe_age(moment: datetime, now: datetime) -> str:
    """Return how long ago a moment was in its largest unit; a local date if that is long."""
    age = now - moment
    minutes = int(age.total_seconds()) // 60
    if age >= _RECENT:
        return f"{moment.astimezone():%Y-%m-%d}"
    if minutes < 1:  # also in the future: the clock of another machine
        return "just now"
    if minutes < 60:
        return f"{minutes} min ago"
    return f"{minutes // 60} h ago" if minutes < 1440 else f"{minutes // 1440} d ago"


def _describe_moment(moment: datetime, now: datetime) -> str:
    """Return a moment in local time, and how long ago it was."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M} ({_describe_age(moment, now)})"


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
