"""Practice plan → an iCalendar file (RFC 5545) of days, to be imported into a calendar."""

import re
from datetime import UTC, date, datetime, timedelta

from interview_cli import __version__
from interview_cli.models import Interview
from interview_cli.render.blocks import join_lines
from interview_cli.render.practice_plan import describe_sittings

_MAX_LINE_BYTES = 75
_SPECIAL = re.compile(r"[\\;,]")


def render_calendar(interview: Interview) -> bytes:
    """Return an all-day event for each sitting and for the interview itself.

    The ids of the events stay the same, so that a new import replaces them.
    """
    job = f"{join_lines(interview.job_title)}, {join_lines(interview.company_name)}"
    moment = interview.planned_at or interview.last_updated
    plan = interview.practice_plan
    events = [
        (sitting.date, f"Practise: {described}", f"Practice for {job}")
        for sitting, described in zip(plan, describe_sittings(interview), strict=True)
    ]
    if interview.interview_date:
        events.append((interview.interview_date, f"Interview: {job}", ""))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//interview-cli//{__version__}//EN"]
    for number, (day, summary, about) in enumerate(events, start=1):
        uid = f"{number}.{interview.session_id}@interview-cli"
        lines += _render_event(uid, moment, day, summary, about)
    lines.append("END:VCALENDAR")
    return "".join(f"{_fold(line)}\r\n" for line in lines).encode("utf-8")


def _render_event(uid: str, moment: datetime, day: date, summary: str, about: str) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escape(summary)}",
        *([f"DESCRIPTION:{_escape(about)}"] if about else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda match: f"\\{match[0]}", text)


def _fold(line: str) -> str:
    """Return the line in parts of at most 75 bytes, no character cut in two."""
    parts, size = [""], 0
    for char in line:
        width = len(char.encode("utf-8"))
        if size + width > _MAX_LINE_BYTES:
            parts.append(" ")
            size = 1
        parts[-1] += char
        size += width
    return "\r\n".join(parts)
