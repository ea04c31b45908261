"""The head of a row: the summary of a session as JSON, so that a listing reads no document."""

import json
from dataclasses import asdict, fields
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from interview_cli.store.summary import (
    COMMON_STORED_FIELDS,
    InterviewSummary,
    PostSummary,
    Summary,
)
from interview_cli.text import format_timestamp

_TIMES = ("created_at", "last_updated", "finished_at")
_MOST_KNOWN = 2_000
"""Summaries kept in memory, some 3 kB each with their text."""
_KINDS: dict[str, type[InterviewSummary | PostSummary]] = {
    "interview": InterviewSummary,
    "job_post": PostSummary,
}


def build_head(summary: Summary) -> dict[str, Any]:
    """Return what is stored of a summary. Times are texts in UTC, days as in 2026-12-10."""
    return {name: _spell(value) for name, value in asdict(summary).items() if name != "shared_by"}


@lru_cache(_MOST_KNOWN)  # a server lists the same sessions again and again
def parse_head(text: str, shared_by: str | None = None) -> Summary:
    """Return the summary that a head was built from, of a session that an owner may share.

    Raises KeyError, TypeError or ValueError for a head that `build_head` did not build.
    """
    head = json.loads(text)
    kind = _KINDS[head["kind"]]
    values: dict[str, Any] = {field.name: head.get(field.name) for field in fields(kind)}
    for name in _TIMES:
        if values[name] is not None:
            values[name] = datetime.fromisoformat(values[name])
    if values.get("interview_date"):
        values["interview_date"] = date.fromisoformat(values["interview_date"])
    _require(values)
    values["shared_by"] = shared_by
    return kind(**values)


def _require(values: dict[str, Any]) -> None:
    for name in COMMON_STORED_FIELDS - {"finished_at"}:
        if values[name] is None:
            raise ValueError(f"a head without {name}")


def _spell(value: Any) -> Any:
    if isinstance(value, datetime):
        return format_timestamp(value)
    return value.isoformat() if isinstance(value, date) else value
