"""Measure how far ratings part over faults of English: `python -m benchmarks.learners`.

Each pair of `learners/` is an answer with the faults of somebody who learnt English late, and the
same answer in plain English, as somebody else corrected it: the same facts in the same order. The
two files have other writers and other first languages. No weight is fitted to them.
"""

import tomllib
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from benchmarks.answers import LabelledAnswer
from benchmarks.evidence import label_side
from benchmarks.ratings import create_question, rate_labelled
from interview_cli.answers.criteria import score_answer
from interview_cli.requirements.asked_criteria import leave_out_unasked

HALVES = ("first", "second")
SIDES = ("faulty", "corrected")
_FOLDER = Path(__file__).parent / "learners"
_STEP = 5
"""One step of a rating, in points of 100, as far as any pair ought to part."""


class Parting(NamedTuple):
    """How far the scores of pairs part, in points of 100."""

    distance: float
    """The mean of the absolute differences."""
    gain: float
    """The mean of what correct English gains."""
    within_a_step: float
    """The share of pairs that part by one step of a rating at most."""
    most: float


def load_pairs(half: str) -> list[tuple[LabelledAnswer, LabelledAnswer]]:
    """Return the pairs of a half, each in faulty and in corrected English, without ratings."""
    data = tomllib.loads((_FOLDER / f"{half}.toml").read_text("utf-8"))
    faulty, corrected = ([label_side(pair, side) for pair in data["pair"]] for side in SIDES)
    return list(zip(faulty, corrected, strict=True))


def measure_parting(half: str) -> Parting:
    """Measure how far the scores of the pairs of a half part."""
    gains = [_score(corrected) - _score(faulty) for faulty, corrected in load_pairs(half)]
    distances = [abs(gain) for gain in gains]
    return Parting(
        mean(distances),
        mean(gains),
        mean(distance <= _STEP for distance in distances),
        max(distances),
    )


def _score(answer: LabelledAnswer) -> float:
    question = create_question(answer.kind, answer.question)
    return score_answer(leave_out_unasked(rate_labelled(answer), question)) or 0.0


def main() -> None:
    for half in HALVES:
        parting = measure_parting(half)
        print(
            f"{half:9} {parting.distance:.1f} points apart on average, {parting.most:.0f} at most; "
            f"correct English gains {parting.gain:+.1f}; "
            f"{parting.within_a_step:.2f} within {_STEP}, of {len(load_pairs(half))}"
        )


if __name__ == "__main__":
    main()
