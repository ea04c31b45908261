"""Fit the weights of words: a ridge regression of readers' ratings on the stems of the answers.

The ratings are those of all criteria together, less the mean for the kind of question and for the
readers. Answers off the topic are left out, since their words are not what readers rated. A stem
counts more the rarer it is, as in a search engine (inverse document frequency).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from benchmarks.conjugate_gradients import solve
from interview_cli.coach.offline.wording import measure_length

_PENALTY = 33.0
_FEWEST_TRADES = 10
"""A stem that fewer trades use would only tell their answers apart."""
_STEPS = 60


class WordedAnswer(NamedTuple):
    """An answer as the fit of the words uses it."""

    stems: Sequence[str]
    trade: str
    group: tuple[str, bool]
    """The kind of question, and whether the first readers rated it."""
    rating: float
    """The weighted mean of its ratings, 0 to 5."""


def fit_wording(answers: Sequence[WordedAnswer]) -> dict[str, float]:
    """Return the weight of each stem that enough trades use, in alphabetical order."""
    rarity = _rate_rarity(answers)
    means = _compute_means(answers)
    rows = [
        [
            (stem, rarity[stem] / measure_length(answer.stems))
            for stem in set(answer.stems) & rarity.keys()
        ]
        for answer in answers
    ]
    for row in rows:
        row.sort()  # the order of a set differs from run to run, and so would the last digits
    target = [answer.rating - means[answer.group] for answer in answers]
    solved = _solve_ridge(rows, target, list(rarity))
    return {stem: round(weight * rarity[stem], 2) for stem, weight in solved.items()}


def _rate_rarity(answers: Sequence[WordedAnswer]) -> dict[str, float]:
    trades: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for answer in answers:
        counts.update(set(answer.stems))
        for stem in set(answer.stems):
            trades[stem].add(answer.trade)
    return {
        stem: log((1 + len(answers)) / (1 + counts[stem])) + 1
        for stem in sorted(trades)
        if len(trades[stem]) >= _FEWEST_TRADES
    }


def _compute_means(answers: Sequence[WordedAnswer]) -> dict[tuple[str, bool], float]:
    ratings: dict[tuple[str, bool], list[float]] = defaultdict(list)
    for answer in answers:
        ratings[answer.group].append(answer.rating)
    return {group: sum(given) / len(given) for group, given in ratings.items()}


def _solve_ridge(
    rows: list[list[tuple[str, float]]], target: list[float], names: list[str]
) -> dict[str, float]:
    """Solve (XᵀX + penalty) w = Xᵀ target, for rows with few entries."""
    places = {name: place for place, name in enumerate(names)}
    placed = [[(places[name], entry) for name, entry in row] for row in rows]

    def transpose(values: Sequence[float]) -> list[float]:
        sums = [0.0] * len(names)
        for row, value in zip(placed, values, strict=True):
            for place, entry in row:
                sums[place] += entry * value
        return sums

    def apply(weights: list[float]) -> list[float]:
        products = [sum(entry * weights[place] for place, entry in row) for row in placed]
        totals = transpose(products)
        return [total + _PENALTY * weight for total, weight in zip(totals, weights, strict=True)]

    return dict(zip(names, solve(apply, transpose(target), _STEPS), strict=True))
