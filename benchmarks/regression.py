"""Fit the weights of one criterion: ridge regression on ratings that an S-curve bends.

Each step of Gauss and Newton takes the curve for its tangent and solves the linear problem by
coordinate descent, with each weight on its feature's side of 0.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from typing import get_args

from interview_cli.coach.offline.estimates import (
    MIDDLE,
    QUESTION,
    bend,
    find_slope,
    squash,
)
from interview_cli.coach.offline.features import FEATURES
from interview_cli.coach.offline.features.base import RAISES
from interview_cli.coach.offline.question_match import name_kind
from interview_cli.vocabulary import QuestionKind

_KINDS: tuple[str, ...] = get_args(QuestionKind)
_PENALTY, _INTERCEPT_PENALTY = 30.0, 0.3
_EXERCISE_PENALTY = 10.0
"""Of what each kind of question adds to the ratings of exercises, chosen on interviews that were
left out of the fit set by set."""
_FREE = float("-inf"), float("inf")
_STEPS, _ROUNDS = 5, 100
_NEWTON_STEPS, _LEAST_SPREAD = 10, 1e-4
_ODDS_PENALTY = 1.0
_OWN_ODDS = 4.3
"""Log odds: in the fit, answers about something else weigh as much as the others; of the 608 of
`tuning.INTERVIEWS`, readers thought so of ten (`swaps.OFF_SUBJECT`), two of them a bare "no"."""
ANY = ""
"""The direction of what may raise or lower."""
_STRETCH = 1.17
"""How much further from the middle of the scale sums are put than the regression puts them."""
_SMALLEST_WEIGHT = 0.01
"""In points for each standard deviation; a smaller weight is written as 0."""


@dataclass(frozen=True)
class Row:
    """An answer under a question, as the fit uses it."""

    features: dict[str, float]
    kind: str
    rating: float
    is_early: bool
    """Whether it was rated by the first readers."""
    is_exercise: bool
    """Whether somebody wrote it to be rated, and not in the course of an interview."""
    weight: float
    """How much it counts, where others count 1."""


@dataclass(frozen=True)
class AskedRow:
    """An answer under a question, as the fit of what was asked uses it."""

    features: dict[str, float]
    kind: str
    is_about_it: bool
    """Whether it answers this question."""


@dataclass(frozen=True)
class Contrast:
    """Two answers to one question, as the fit uses them."""

    first: dict[str, float]
    second: dict[str, float]
    """Their features."""
    kind: str
    gap: float
    """By how much the first should be rated above the second."""
    weight: float
    """How much it counts, where an answer counts 1."""


@dataclass(frozen=True)
class Fit:
    """The result of the fit for one criterion."""

    intercepts: dict[str, float]
    """By kind of question."""
    weights: dict[str, float]
    """By feature, in points for each unit of its count."""


class _Design:
    """The values of the features and of the other columns, for rows and both sides of contrasts."""

    def __init__(self, names: list[str], rows: list[Row], contrasts: list[Contrast]) -> None:
        self._names = names
        self.deviations = [
            _compute_deviation([row.features[name] for row in rows]) for name in names
        ]
        self.rows = [
            self._list_values(row.features, row.kind, row.is_early, row.is_exercise) for row in rows
        ]
        self.firsts = [self._list_values(each.first, each.kind) for each in contrasts]
        self.seconds = [self._list_values(each.second, each.kind) for each in contrasts]

    def _list_values(
        self,
        features: dict[str, float],
        kind: str,
        is_early: bool = False,
        is_exercise: bool = False,
    ) -> list[float]:
        scaled = (features[name] / x for name, x in zip(self._names, self.deviations, strict=True))
        is_of_kind = [float(kind == other) for other in _KINDS]
        return [*scaled, *is_of_kind, float(is_early), *(is_exercise * x for x in is_of_kind)]


def fit_criterion(criterion: str, rows: list[Row], contrasts: list[Contrast]) -> Fit:
    """Fit one criterion to rated answers and to pairs of answers."""
    names = [name for name, feature in FEATURES.items() if criterion in feature.criteria]
    design = _Design(names, rows, contrasts)
    penalties = [_PENALTY] * len(names)
    penalties += [_INTERCEPT_PENALTY] * (len(_KINDS) + 1) + [_EXERCISE_PENALTY] * len(_KINDS)
    bounds = [_bound_weight(*pair) for pair in zip(names, design.deviations, strict=True)]
    bounds += [_FREE] * (len(penalties) - len(names))
    coefficients = [0.0] * len(penalties)
    for _ in range(_STEPS):
        lines, target = _linearise(design, rows, contrasts, coefficients)
        coefficients = _descend(lines, target, penalties, bounds)
    weights = zip(names, coefficients, design.deviations, strict=False)
    kinds = zip(_KINDS, coefficients[len(names) :], strict=False)
    return Fit(
        intercepts={kind: round(_stretch(MIDDLE + shift), 2) for kind, shift in kinds},
        weights={
            name: round(_STRETCH * weight / deviation, 3)
            if abs(weight) >= _SMALLEST_WEIGHT
            else 0.0
            for name, weight, deviation in weights
        },
    )


def fit_odds(rows: Sequence[AskedRow]) -> tuple[dict[str, float], dict[str, float]]:
    """Fit the log odds that an answer is about what was asked: intercepts by kind, and weights.

    Of each kind of question, answers about something else weigh as much as the others together.
    """
    directions = {
        name: feature.direction
        for name, feature in FEATURES.items()
        if QUESTION in feature.criteria
    }
    kinds = {kind: name_kind(kind) for kind in _KINDS}
    is_of_kind = [{name: float(row.kind == kind) for kind, name in kinds.items()} for row in rows]
    intercept, weights = fit_log_odds(
        [row.features | columns for row, columns in zip(rows, is_of_kind, strict=True)],
        [float(row.is_about_it) for row in rows],
        directions | dict.fromkeys(kinds.values(), ANY),
        _ODDS_PENALTY,
        _weigh(rows),
    )
    intercepts = {
        kind: round(intercept + weights.pop(name) + _OWN_ODDS, 2) for kind, name in kinds.items()
    }
    return intercepts, weights


def _weigh(rows: Sequence[AskedRow]) -> list[float]:
    counts = Counter((row.kind, row.is_about_it) for row in rows)
    return [
        1.0 if row.is_about_it else counts[row.kind, True] / counts[row.kind, False] for row in rows
    ]


def fit_log_odds(
    measured: Sequence[Mapping[str, float]],
    shares: Sequence[float],
    directions: Mapping[str, str],
    penalty: float,
    row_weights: Sequence[float] | None = None,
) -> tuple[float, dict[str, float]]:
    """Fit the log odds of a share, 0 to 1, to features: an intercept, and weights.

    Each weight is on its feature's side of 0; `row_weights` say how much each row counts, 1 by
    default. Each step of Newton's method is a regression with weights.
    """
    deviations = [_compute_deviation([row[name] for row in measured]) for name in directions]
    rows = [
        [*(row[name] / x for name, x in zip(directions, deviations, strict=True)), 1.0]
        for row in measured
    ]
    bounds = [*(_bound(direction, 0.0) for direction in directions.values()), _FREE]
    penalties = [penalty] * len(directions) + [_ODDS_PENALTY]
    coefficients = [0.0] * len(penalties)
    for _ in range(_NEWTON_STEPS):
        lines, target = [], []
        for row, share, weight in zip(rows, shares, row_weights or [1.0] * len(rows), strict=True):
            total = _multiply(row, coefficients)
            expected = squash(total)
            spread = max(_LEAST_SPREAD, expected * (1 - expected))
            root = (weight * spread) ** 0.5
            lines.append([root * value for value in row])
            target.append(root * (total + (share - expected) / spread))
        coefficients = _descend(lines, target, penalties, bounds)
    weights = zip(directions, coefficients, deviations, strict=False)
    return coefficients[-1], {
        name: round(weight / deviation, 3) for name, weight, deviation in weights
    }


def _stretch(total: float) -> float:
    """Return a sum further from the middle.

    A ridge regression draws ratings to their mean: weak answers would stand too high, strong ones
    too low.
    """
    return MIDDLE + _STRETCH * (total - MIDDLE)


def _linearise(
    design: _Design, rows: list[Row], contrasts: list[Contrast], coefficients: list[float]
) -> tuple[list[list[float]], list[float]]:
    """Return the lines of the linear problem around these coefficients, and its target."""
    lines, target = [], []
    for row, values in zip(rows, design.rows, strict=True):
        total = MIDDLE + _multiply(values, coefficients)
        slope, root = find_slope(total), row.weight**0.5
        line = [root * slope * value for value in values]
        lines.append(line)
        target.append(root * (row.rating - bend(total)) + _multiply(line, coefficients))
    for each, first, second in zip(contrasts, design.firsts, design.seconds, strict=True):
        totals = [MIDDLE + _multiply(values, coefficients) for values in (first, second)]
        slopes, root = list(map(find_slope, totals)), each.weight**0.5
        line = [root * (slopes[0] * x - slopes[1] * y) for x, y in zip(first, second, strict=True)]
        lines.append(line)
        gap = bend(totals[0]) - bend(totals[1])
        target.append(root * (each.gap - gap) + _multiply(line, coefficients))
    return lines, target


def _multiply(left: Iterable[float], right: Iterable[float]) -> float:
    return sum(map(mul, left, right))


def _bound_weight(name: str, deviation: float) -> tuple[float, float]:
    """Return the range of a feature's weight, in points for each standard deviation."""
    feature = FEATURES[name]
    return _bound(feature.direction, feature.smallest_effect * deviation)


def _bound(direction: str, smallest: float) -> tuple[float, float]:
    if direction == ANY:
        return _FREE
    return (smallest, float("inf")) if direction == RAISES else (float("-inf"), -smallest)


def _descend(
    lines: list[list[float]],
    target: list[float],
    penalties: list[float],
    bounds: list[tuple[float, float]],
) -> list[float]:
    """Return a coefficient for each column, after `_ROUNDS` updates of each in turn."""
    columns = list(zip(*lines, strict=True))
    products = [[0.0] * len(columns) for _ in columns]
    for i, left in enumerate(columns):
        for j in range(i + 1):
            products[i][j] = products[j][i] = _multiply(left, columns[j])
    wanted = [_multiply(column, target) for column in columns]
    coefficients = [0.0] * len(columns)
    for _ in range(_ROUNDS):
        for i, (penalty, (lowest, highest)) in enumerate(zip(penalties, bounds, strict=True)):
            square = products[i][i]
            if square:
                others = _multiply(products[i], coefficients) - square * coefficients[i]
                coefficients[i] = max(
                    lowest, min(highest, (wanted[i] - others) / (square + penalty))
                )
    return coefficients


def _compute_deviation(values: list[float]) -> float:
    """Return the standard deviation, or 1 where all values are equal."""
    mean = sum(values) / len(values)
    return (sum((x - mean) ** 2 for x in values) / len(values)) ** 0.5 or 1.0
