"""Whole interviews, and what a reader gave answers under their own question and under others.

`python -m benchmarks.interviews` prints how often an answer is worth less under another question of
its own interview. `tuning` may be looked at when a rule is written; `held-out` may not.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import permutations
from pathlib import Path
from statistics import mean
from typing import Any

from benchmarks.answers import HALVES
from benchmarks.ratings import facts as facts_of
from benchmarks.ratings import question
from interview_cli.answers.criteria import answer_score
from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.offline.ratings import rate

_FOLDER = Path(__file__).parent / "interviews"


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


def placed(facts: Facts, at: int, of: int) -> tuple[Exchange, Facts]:
    """An interview in which two answers have changed places, and what stands at the first; both
    are counted from 1."""
    said = list(facts.exchanges)
    for to, taken in ((at, of), (of, at)):
        said[to - 1] = replace(said[to - 1], answer=facts.exchanges[taken - 1].answer)
    return said[at - 1], replace(facts, exchanges=tuple(said))


def readings(half: str) -> Iterator[Placed]:
    """What the reader rated of a half."""
    found = interviews(half)
    for key, ratings in _read("rater").items():
        name, at, of = key.split()
        if name in found:
            exchange, facts = placed(found[name], int(at), int(of))
            yield Placed(exchange, facts, at == of, ratings)


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))


def _facts(one: dict[str, Any]) -> Facts:
    exchanges = [
        Exchange(
            number,
            question(said["kind"], said["question"], said["topic"]),
            said["answer"].strip(),
            skipped=False,
        )
        for number, said in enumerate(one["said"], 1)
    ]
    return facts_of(
        *exchanges,
        title=one["title"],
        level=one["level"],
        job=one["job"],
        seed=one["id"],
        company_name=one["company"],
        cv_text=one["cv"],
    )


def changes(facts: Facts) -> Iterator[tuple[Exchange, Exchange, int]]:
    """For each question and each answer to another one: both, and what the answer gains in points
    of 100 by standing there."""
    own = {one.number: answer_score(rate(one, facts).ratings) for one in facts.exchanges}
    for at, of in permutations(facts.exchanges, 2):
        there = answer_score(rate(*placed(facts, at.number, of.number)).ratings)
        yield at, of, there - own[of.number]


def main() -> None:
    """Prints how the answers of each half fare under other questions of their interview, and what
    relevance the reader and the rules gave there and under their own."""
    for half in HALVES:
        for is_own, where in ((True, "their own question"), (False, "another")):
            given = [one for one in readings(half) if one.is_own is is_own]
            reader = mean(one.ratings["relevance"] for one in given)
            rules = mean(rate(one.exchange, one.facts).ratings.relevance for one in given)
            print(f"{half}: relevance under {where}: reader {reader:.1f}, rules {rules:.1f}")
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
