"""Measure how values are read from words of which it is known what they state.

    python -m benchmarks.span_values [FILE …] [--faults]

`benchmarks/job_posts/spans/` says which words of each turn state a field, and the conversations
what its value is then.
"""

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from unittest import mock

from benchmarks import job_posts
from benchmarks.word_marks import SPANS
from interview_cli.coach.offline.coach import OfflineCoach
from interview_cli.job_posts import reading
from interview_cli.job_posts.acts import Act, Turn
from interview_cli.job_posts.addresses import find_country
from interview_cli.job_posts.claims import Draft
from interview_cli.job_posts.pay import Pay, resolve_currency
from interview_cli.job_posts.span_values import read_span
from interview_cli.vocabulary import PostField

_FIELDS: dict[str, tuple[PostField, tuple[str, ...]]] = {
    "title": ("title", ("title",)),
    "level": ("experience_level", ("experienceLevel",)),
    "place": ("location", ("location",)),
    "worktype": ("work_type", ("workType",)),
    "employment": ("employment_type", ("employmentType",)),
    "pay": ("salary", job_posts.PAY),
    "hours": ("work_hours", ("workHours", "shifts")),
    "start": ("job_start_date", ("jobStartDate",)),
    "closing": ("valid_through", ("validThrough",)),
    "openings": ("total_job_openings", ("totalJobOpenings",)),
    "contact": ("application_contact", ("applicationContact",)),
    "reports": ("reports_to", ("reportsTo",)),
    "travel": ("travel", ("travel",)),
    "department": ("department", ("department",)),
}
"""The marks of fields of one value, with the names of the field in the program and in a post."""


def judge_file(name: str) -> Iterator[tuple[str, bool, str]]:
    """Yield the mark of each value of a file, whether it is read right, and what was read."""
    marked = tomllib.loads((SPANS / f"{name}.toml").read_text("utf-8"))["talk"]
    spans = {talk["id"]: talk["turns"] for talk in marked}
    groups = job_posts.load(name)
    for talk in (each for group in ("talk", "free", "cooperative") for each in groups[group]):
        turns = _replay(talk)
        for said, lines, turn in zip(talk["turns"], spans[talk["id"]], turns, strict=True):
            yield from _judge_turn(job_posts.expand_pay(said), lines, turn)


def _replay(talk: dict[str, Any]) -> list[Turn]:
    turns: list[Turn] = []

    def keep(turn: Turn, acts: list[Act]) -> list[Act]:
        turns.append(replace(turn, data=turn.data.model_copy(deep=True)))
        return acts

    with mock.patch.object(reading, "mend_acts", keep):
        job_posts.play([turn["say"] for turn in talk["turns"]], OfflineCoach())
    return turns


def _judge_turn(
    said: dict[str, Any], lines: list[str], turn: Turn
) -> Iterator[tuple[str, bool, str]]:
    for mark, (field, names) in _FIELDS.items():
        texts = [
            text for line in lines for found, _, text in [line.partition(": ")] if found == mark
        ]
        expected = {name: said[name] for name in names if name in said}
        if not texts or not expected:
            continue
        draft = Draft(turn)
        acts = []
        for text in texts:
            before = turn.message.partition(text)[0]
            if act := read_span(field, text, draft, re.split(r"[.!?] |\n", before)[-1]):
                draft.note(act)
                acts.append(act)
        is_right = any(_is_right(expected, act, draft.turn.data.location) for act in acts)
        values = [act.value for act in acts]
        yield mark, is_right, f"{texts} {expected} {values}"


def _is_right(expected: dict[str, Any], act: Act, place: str) -> bool:
    if isinstance(act.value, Pay):
        pay = resolve_currency(act.value, find_country(place))
        found = dict(
            zip(job_posts.PAY, (pay.minimum, pay.maximum, pay.currency, pay.unit), strict=True)
        )
        return all(
            job_posts.is_value(name, found[name], value) or (name == "currency" and not found[name])
            for name, value in expected.items()
        )
    value: Any = int(act.value) if act.field == "total_job_openings" else act.value
    return any(job_posts.is_value(name, value, each) for name, each in expected.items())


def main() -> None:
    """Print the share of values that are read right by mark."""
    right, all_ = Counter[str](), Counter[str]()
    names = [name for name in job_posts.FILES if name in sys.argv] or job_posts.FILES
    for name in names:
        for mark, is_right, text in judge_file(name):
            all_[mark] += 1
            right[mark] += is_right
            if not is_right and "--faults" in sys.argv:
                print(f"  {name} {mark}: {text}")
    for mark in all_:
        print(f"{mark:12} {right[mark]:4} of {all_[mark]:4}  {right[mark] / all_[mark]:.3f}")
    print(f"all {right.total()} of {all_.total()}: {right.total() / all_.total():.3f}")


if __name__ == "__main__":
    main()
