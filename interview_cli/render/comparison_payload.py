"""Comparison → its JSON document."""

from collections.abc import Iterable
from typing import Any

from interview_cli.answers.criteria import WEIGHTS
from interview_cli.render.rates import describe_rate_as_data
from interview_cli.text import format_timestamp
from interview_cli.workflow.compare import Change, Comparison, Group, Recurrence, Topic
from interview_cli.workflow.results import SessionResult
from interview_cli.workflow.subjects import Subject


def build_comparison_payload(comparison: Comparison) -> dict[str, Any]:
    """Describe a comparison as a JSON document.

    With several groups `trend` is null throughout: each group has its own.
    """
    groups = comparison.groups
    (only,) = groups if len(groups) == 1 else (None,)
    return {
        "status": "ok",
        "sessions": [_describe_result(result) for result in comparison.results],
        "trend": {name: _difference(only.criteria[name] if only else None) for name in WEIGHTS},
        "recurring_strengths": _describe_recurrences(group.recurring_strengths for group in groups),
        "recurring_weaknesses": _describe_recurrences(
            group.recurring_weaknesses for group in groups
        ),
        "mixed_coaches": comparison.has_mixed_coaches,
        "mixed_jobs": any(not series.is_one_line for series in comparison.series),
        "groups": [_describe_group(group) for group in groups],
    }


def _describe_result(result: SessionResult) -> dict[str, Any]:
    return {
        "session_id": result.session_id,
        "job_title": result.job_title,
        "company_name": result.company_name,
        "interview_score": int(result.score.value) if result.score else None,
        "noise": result.score.noise if result.score else None,
        "ratings": {name: mean.value if mean else None for name, mean in result.ratings.items()},
        "self_ratings": result.self_ratings,
        "created_at": format_timestamp(result.created_at),
        "coach": result.coach,
        "model": result.model,
        "cases_told": describe_rate_as_data(result.cases) | {"in_all": result.all_cases},
        "outcome": result.outcome,
    }


def _describe_group(group: Group) -> dict[str, Any]:
    return {
        "coach": group.coach,
        "model": group.model,
        "jobs": list(dict.fromkeys(result.job_title for result in group.results)),
        "sessions": [result.session_id for result in group.results],
        "basis": group.basis,
        "noise": group.noise,
        "score": _describe_change(group.score),
        "trend": {name: _difference(change) for name, change in group.criteria.items()},
        "criteria": {name: _describe_change(change) for name, change in group.criteria.items()},
        "improved": [_describe_topic(topic) for topic in group.better],
        "worse": [_describe_topic(topic) for topic in group.worse],
        "recurring_strengths": _describe_recurrences([group.recurring_strengths]),
        "recurring_weaknesses": _describe_recurrences([group.recurring_weaknesses]),
        "practise_next": [
            _describe_topic(practice.topic) | {"score": practice.score}
            for practice in group.practise_next
        ],
    }


def _difference(change: Change | None) -> float | None:
    return change.difference if change else None


def _describe_change(change: Change | None) -> dict[str, Any] | None:
    if change is None:
        return None
    return {
        "first": change.first,
        "last": change.last,
        "change": change.difference,
        "noise": change.noise,
        "verdict": change.verdict,
    }


def _describe_topic(topic: Topic) -> dict[str, Any]:
    if isinstance(topic, Subject):
        return {"kind": topic.kind, "name": topic.name}
    return {"kind": "criterion", "name": topic}


def _describe_recurrences(groups: Iterable[Iterable[Recurrence]]) -> list[dict[str, Any]]:
    return [
        _describe_topic(found.topic) | {"sessions": found.count, "of": found.of}
        for group in groups
        for found in group
    ]
