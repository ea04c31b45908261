"""Fits the offline coach's weights to the tuning answers: `python -m benchmarks.fit` writes them.

For each criterion a ridge regression over the signs that speak for or against it: weights of signs
for an answer at nought or above, against it at nought or below. A share of the answers is shown to
the fit of relevance a second time, under a question of another role, as touching no more than the
topic: nothing in the tuning half says otherwise what an answer to another question is worth. Each
group of trades is left out once, and rated by what the others gave: that agreement is printed.
"""

import random
from pathlib import Path
from typing import get_args

from benchmarks.answers import Labelled, answers
from benchmarks.ratings import asked, measured
from interview_cli.answers.criteria import WEIGHTS
from interview_cli.answers.star import find_elements
from interview_cli.coach.offline import ratings
from interview_cli.vocabulary import QuestionKind

SIGNS = {
    "relevance": (
        "no_meeting particulars amounts facts acts plans people speech"
        " changes reasons links questions no_emptiness no_one no_generality no_nouns"
        " no_length no_asking_back no_case no_plan no_wish no_address no_bridge"
    ),
    "specificity": (
        "particulars amounts names times acts people speech setting dense questions"
        " no_emptiness no_one no_generality no_words no_nouns no_length no_asking_back"
    ),
    "structure": (
        "setting acts plans changes outcomes links particulars amounts times facts people past"
        " questions no_one no_generality no_length no_asking_back"
    ),
    "ownership": (
        "acts plans present decisions reasons learned first_person links people times amounts"
        " particulars questions no_we no_others no_one no_generality no_words no_nouns"
        " no_length no_asking_back"
    ),
    "impact": (
        "outcomes measured baseline changes learned amounts past questions no_duties"
        " no_one no_generality no_words no_emptiness"
    ),
}
KINDS = get_args(QuestionKind)
PENALTY, START_PENALTY = 30.0, 0.3
ROUNDS = 60
SWAPPED = 0.1
"""The share of the answers that the fit of relevance sees under another question."""
MOST_IF_SWAPPED = 1.0
AT_MOST = {"no_meeting": -1.0}
"""An answer that shares no word with its question loses a point, whatever readers thought: where
that is looked at, five in six of those under a question of another role share none, and one in six
of good ones under their own."""
FILE = Path(ratings.__file__).with_name("weights.toml")

Row = tuple[dict[str, float], str, float]
"""Signs, kind of question, rating."""


def fitted(criterion: str, rows: list[Row]) -> dict[str, dict[str, float]]:
    """Start by kind, and weight by sign, by coordinate descent on the penalised squared error."""
    names = SIGNS[criterion].split()
    spread = {name: _spread([row[0][name] for row in rows]) for name in names}
    columns = {name: [row[0][name] / spread[name] for row in rows] for name in names}
    starts = {kind: [float(row[1] == kind) for row in rows] for kind in KINDS}
    found = dict.fromkeys([*names, *KINDS], 0.0)
    left = [row[2] for row in rows]
    for _ in range(ROUNDS):
        for name, column in (columns | starts).items():
            penalty = START_PENALTY if name in starts else PENALTY
            square = sum(x * x for x in column)
            if not square:
                continue
            wanted = sum(x * y for x, y in zip(column, left, strict=True)) + square * found[name]
            new = wanted / (square + penalty)
            if name not in starts:
                most = AT_MOST.get(name, 0.0) * spread[name]
                new = min(most, new) if name.startswith("no_") else max(0.0, new)
            if new != found[name]:
                step = new - found[name]
                left = [y - step * x for x, y in zip(column, left, strict=True)]
                found[name] = new
    return {
        "start": {kind: round(found[kind], 2) for kind in KINDS},
        "weights": {
            name: round(found[name] / spread[name], 3) for name in names if abs(found[name]) >= 0.01
        },
    }


def _spread(values: list[float]) -> float:
    mean = sum(values) / len(values)
    return (sum((x - mean) ** 2 for x in values) / len(values)) ** 0.5 or 1.0


class Tuning:
    """The tuning answers, each read once under each question that it is shown with."""

    def __init__(self) -> None:
        self.all = answers("tuning")
        self._seen: dict[tuple[str, str], dict[str, float]] = {}

    def seen(self, one: Labelled, question: Labelled) -> dict[str, float]:
        """The signs of an answer under a question, its own or another."""
        key = one.id, question.question
        if key not in self._seen:
            exchange, facts = asked(question, one.answer)
            found = ratings.signs_of(exchange, facts, find_elements(one.answer))
            self._seen[key] = {name: float(sign.value) for name, sign in found.items()}
        return self._seen[key]

    def rows(self, criterion: str, without: str = "") -> list[Row]:
        """What the fit of a criterion is shown, but for one group of trades."""
        made, chance = [], random.Random(0)
        for one in self.all:
            other, is_shown = chance.choice(self.all), chance.random() < SWAPPED
            if one.id[0] == without:
                continue
            made.append((self.seen(one, one), one.kind, one.ratings[criterion]))
            if criterion == "relevance" and is_shown and other.role != one.role:
                rating = min(MOST_IF_SWAPPED, one.ratings[criterion])
                made.append((self.seen(one, other), other.kind, rating))
        return made

    def left_out(self, criterion: str) -> dict[str, float]:
        """The rating of each answer by a fit that did not see its trades."""
        given = {}
        for group in sorted({one.id[0] for one in self.all}):
            fit = fitted(criterion, self.rows(criterion, without=group))
            for one in self.all:
                if one.id[0] == group:
                    signs = self.seen(one, one)
                    counted = sum(weight * signs[name] for name, weight in fit["weights"].items())
                    given[one.id] = max(0, min(5, round(fit["start"][one.kind] + counted)))
        return given


def main() -> None:
    tuning = Tuning()
    fits = {criterion: fitted(criterion, tuning.rows(criterion)) for criterion in WEIGHTS}
    lines = ["# Made by `python -m benchmarks.fit`; see docs/offline-coach.md."]
    seen = [tuning.seen(one, one) for one in tuning.all]
    usual = {name: round(sum(one[name] for one in seen) / len(seen), 3) for name in seen[0]}
    lines += ["", "# The mean of each sign over the tuning answers."]
    lines += ["[usual]", *(f"{name} = {value}" for name, value in usual.items())]
    lines += ["", "# What a question of each kind starts from."]
    for criterion, fit in fits.items():
        lines += [f"[start.{criterion}]", *(f"{k} = {v}" for k, v in fit["start"].items()), ""]
    lines += ["# What each sign adds for each unit that it counts."]
    for criterion, fit in fits.items():
        lines += [f"[{criterion}]", *(f"{k} = {v}" for k, v in fit["weights"].items()), ""]
    FILE.write_text("\n".join(lines).rstrip() + "\n", "utf-8")
    given = {criterion: tuning.left_out(criterion) for criterion in WEIGHTS}
    made = [{name: float(given[name][one.id]) for name in WEIGHTS} for one in tuning.all]
    print(measured("left out", tuning.all, made))


if __name__ == "__main__":
    main()
