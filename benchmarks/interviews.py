"""Rate the answers of interviews under other questions: `python -m benchmarks.interviews`.

It prints how often an answer gets a lower score under another question of the same interview, and
the relevance that a reader gave there. Rules may be written with the `tuning` half in view; the
`held-out` half is only for measuring.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from pathlib import Path
from statistics import mean
from typing import Any

from benchmarks.ratings import create_facts, create_question
from interview_cli.answers.criteria import score_answer
from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.offline.ratings import rate_answer

_FOLDER = Path(__file__).parent / "interviews"


@dataclass(frozen=True)
class ReadAnswer:
    """An answer under a question of its interview, as a reader rated it."""

    exchange: Exchange
    facts: Facts
    is_own: bool
    """Whether the question is the one that was answered."""
    ratings: dict[str, float]


def load_interviews(half: str) -> dict[str, Facts]:
    """Return the interviews of a half by their names. Raises OSError for other names."""
    return {interview["id"]: _parse_facts(interview) for interview in _load(half)["interview"]}


def swap_answers(facts: Facts, first: int, second: int) -> tuple[Exchange, Facts]:
    """Swap two answers, counted from 1; return the changed first exchange and the facts."""
    swapped = list(facts.exchanges)
    for place, source in ((first, second), (second, first)):
        answer = facts.exchanges[source - 1].answer
        swapped[place - 1] = swapped[place - 1]._replace(answer=answer)
    return swapped[first - 1], facts._replace(exchanges=tuple(swapped))


def load_readings(half: str) -> Iterator[ReadAnswer]:
    """Yield the answers of a half that the reader rated."""
    loaded = load_interviews(half)
    for key, ratings in _load("rater").items():
        name, question, answer = key.split()
        if name in loaded:
            exchange, facts = swap_answers(loaded[name], int(question), int(answer))
            yield ReadAnswer(exchange, facts, question == answer, ratings)


@cache
def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))


def _parse_facts(interview: dict[str, Any]) -> Facts:
    exchanges = [
        Exchange(
            number,
            create_question(turn["kind"], turn["question"], turn["topic"]),
            turn["answer"].strip(),
            skipped=False,
        )
        for number, turn in enumerate(interview["said"], 1)
    ]
    return create_facts(
        *exchanges,
        title=interview["title"],
        level=interview["level"],
        job=interview["job"],
        seed=interview["id"],
        company_name=interview["company"],
        cv_text=interview["cv"],
    )


def compute_gains(facts: Facts) -> dict[tuple[int, int], int]:
    """Return what each answer gains, in points of 100, under each other question of its interview.

    The keys are the numbers of the question and of the answer.
    """
    own = {exchange.number: _score(exchange, facts) for exchange in facts.exchanges}
    return {
        (question, answer): _score(*swap_answers(facts, question, answer)) - own[answer]
        for question, answer in permutations(own, 2)
    }


def _score(exchange: Exchange, facts: Facts) -> int:
    return score_answer(rate_answer(exchange, facts).ratings)


def main() -> None:
    for half in ("tuning", "held-out"):
        _print_relevance(half)
        _print_gains(half)


def _print_relevance(half: str) -> None:
    """Print the relevance under own and other questions, by the reader and by the rules."""
    for is_own, where in ((True, "their own question"), (False, "another")):
        readings = [reading for reading in load_readings(half) if reading.is_own is is_own]
        reader = mean(reading.ratings["relevance"] for reading in readings)
        rules = mean(
            rate_answer(reading.exchange, reading.facts).ratings.relevance for reading in readings
        )
        print(f"{half}: relevance under {where}: reader {reader:.1f}, rules {rules:.1f}")


def _print_gains(half: str) -> None:
    """Print how many answers, and interviews with two answers swapped, get a lower score."""
    answers, pairs = Counter[str](), Counter[str]()
    for facts in load_interviews(half).values():
        gains = compute_gains(facts)
        answers.update(_describe_gain(gain) for gain in gains.values())
        pairs.update(_describe_gain(gains[a, b] + gains[b, a]) for a, b in gains if a < b)
    for what, counts in (("answers", answers), ("interviews, two answers changed", pairs)):
        shares = "  ".join(f"{way} {n / counts.total():.2f}" for way, n in sorted(counts.items()))
        print(f"{half}: {counts.total()} {what}: {shares}")


def _describe_gain(gain: int) -> str:
    return "lower" if gain < 0 else "higher" if gain > 0 else "same"


if __name__ == "__main__":
    main()
