"""Ask for what the last answer lacks."""

from typing import Any

from interview_cli.answers.points import find_point
from interview_cli.coach.base import Facts
from interview_cli.english.rules import load_toml
from interview_cli.english.words import content_stems


def find_follow_ups(facts: Facts, missing: str) -> tuple[list[str], dict[str, str]]:
    """Return follow-ups on what the last answer lacks, which take up a point of it if there is one.

    `missing` is a table of `follow_ups.toml`. Returns wordings and the values of their fields.
    """
    follow_ups = _load_follow_ups()
    element = missing if missing in follow_ups else "result"
    last = facts.exchanges[-1]
    point = find_point(last.answer, element, last.question.content)
    if point is None:
        return _leave_out_asked(follow_ups[element]["none"], last.question.content), {}
    wordings = follow_ups[element][point.form]
    return _leave_out_asked(wordings, last.question.content), {"point": point.text}


def _leave_out_asked(wordings: list[str], question: str) -> list[str]:
    """Return the wordings that share the fewest words with the question before."""
    asked = content_stems(question)
    shared = [len(content_stems(wording) & asked) for wording in wordings]
    return [
        wording for wording, count in zip(wordings, shared, strict=True) if count == min(shared)
    ]


def _load_follow_ups() -> dict[str, Any]:
    return load_toml("interview_cli.coach.offline", "follow_ups.toml")
