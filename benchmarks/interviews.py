"""Whole interviews, and what a reader gave answers under their own question and under others.

`python -m benchmarks.interviews` prints how often an answer is worth less under another question of
its own interview. `tuning` may be looked at when a rule is written; `held-out` may not.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any

from interview_cli.assessment.criteria import answer_score
from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.offline.ratings import rate
from interview_cli.models import Question

HALVES = ("tuning", "held-out")
_FOLDER = Path(__file__).parent / "interviews"
_NOW = datetime(2026, 11, 23, tzinfo=UTC)


@dataclass(frozen=True)
class Placed:
    """An answer under a question of its interview, its own or another, as a reader rated it."""

    exchange: Exchange
    facts: Facts
    is_own: bool
    ratings: dict[str, float]


def interviews(half: str) -> dict[str, Facts]:
    """The interviews of a half by their names. Raises OSError for another name."""
    return {one["id"]: _facts(one) for one in _read(half)["interview"]}


def placed(facts: Facts, question: int, answer: int) -> tuple[Exchange, Facts]:
    """An interview in which two answers have changed places, and what stands at `question`; both
    are counted from 1."""
    said = list(facts.exchanges)
    said[question - 1] = replace(said[question - 1], answer=facts.exchanges[answer - 1].answer)
    said[answer - 1] = replace(said[answer - 1], answer=facts.exchanges[question - 1].answer)
    return said[question - 1], replace(facts, exchanges=tuple(said))


def readings(half: str) -> Iterator[Placed]:
    """What the reader rated of a half."""
    found = interviews(half)
    for key, ratings in _read("rater").items():
        name, question, answer = key.split()
        if name in found:
            exchange, facts = placed(found[name], int(question), int(answer))
            yield Placed(exchange, facts, question == answer, ratings)


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))


def _facts(one: dict[str, Any]) -> Facts:
    exchanges = tuple(
        Exchange(
            number,
            Question(
                content=said["question"], timestamp=_NOW, kind=said["kind"], topic=said["topic"]
            ),
            said["answer"].strip(),
            skipped=False,
        )
        for number, said in enumerate(one["said"], 1)
    )
    return Facts(
        seed=one["id"],
        fence="0" * 16,
        job_title=one["title"],
        company_name=one["company"],
        language="en",
        focus="mixed",
        level=one["level"],
        max_questions=len(exchanges),
        cv_text=one["cv"],
        job_text=one["job"],
        exchanges=exchanges,
    )


def changes(facts: Facts) -> Iterator[tuple[Exchange, Exchange, int]]:
    """For each question and each answer to another one: both, and what the answer gains in points
    of 100 by standing there."""
    own = {one.number: answer_score(rate(one, facts).ratings) for one in facts.exchanges}
    for at, of in permutations(facts.exchanges, 2):
        there = answer_score(rate(*placed(facts, at.number, of.number)).ratings)
        yield at, of, there - own[of.number]


def main() -> None:
    """Prints how the answers of each half fare under other questions of their interview."""
    for half in HALVES:
        gains, both = Counter[str](), Counter[str]()
        for facts in interviews(half).values():
            found = {(at.number, of.number): gain for at, of, gain in changes(facts)}
            for (at, of), gain in found.items():
                gains[_way(gain)] += 1
                if at < of:
                    both[_way(gain + found[of, at])] += 1
        for what, counts in (("answers", gains), ("interviews, two answers changed", both)):
            told = "  ".join(f"{way} {n / counts.total():.2f}" for way, n in sorted(counts.items()))
            print(f"{half}: {counts.total()} {what}: {told}")


def _way(gain: int) -> str:
    return "lower" if gain < 0 else "higher" if gain > 0 else "same"


if __name__ == "__main__":
    main()
