"""Fit a logistic regression with few features a row, by Newton's method and conjugate gradients."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from math import exp, log1p, sqrt
from operator import mul
from typing import NamedTuple

from benchmarks.conjugate_gradients import solve
from interview_cli.fits import Fit

_STEPS, _ROUNDS = 8, 20
_LEAST_SPREAD = 1e-4
_FEWEST_ROWS = 3
"""A feature of fewer rows would only tell a few of them apart."""
_SMALLEST_WEIGHT = 0.03


def format_fit(fit: Fit, header: str) -> str:
    """Return the content of the file of a fit."""
    lines = "\n".join(f"{name}\t{weight}" for name, weight in fit.weights.items())
    numbers = f"intercept = {fit.intercept}\nbound = {fit.bound}\n"
    return f"{header}{numbers}weights = '''\n{lines}\n'''\n"


class Row(NamedTuple):
    """A reply as a fit uses it."""

    features: Mapping[str, float]
    is_faulty: bool
    weight: float


def fit_logistic(rows: Sequence[Row], penalty: float, bound: float = 0.0) -> Fit:
    """Return the weights that tell faulty rows from others; those near 0 are left out.

    `penalty` draws each weight to 0, but not the intercept.
    """
    intercept, weights = _find_weights(rows, penalty)
    rounded = {name: round(x, 2) for name, x in weights.items() if abs(x) >= _SMALLEST_WEIGHT}
    return Fit(round(intercept, 3), bound, rounded)


def fit_measures(rows: Sequence[Row], penalty: float, bound: float = 0.0) -> Fit:
    """Return weights like `fit_logistic`, where features that all rows have are of any scale."""
    means, spreads = _find_scales(rows)
    scaled = [
        row._replace(
            features={
                name: (value - means[name]) / spreads[name] if name in means else value
                for name, value in row.features.items()
            }
        )
        for row in rows
    ]
    intercept, weights = _find_weights(scaled, penalty)
    weights = {name: weight / spreads.get(name, 1.0) for name, weight in weights.items()}
    intercept -= sum(mean * weights[name] for name, mean in means.items())
    kept = (name for name in weights if name in means or abs(weights[name]) >= _SMALLEST_WEIGHT)
    return Fit(round(intercept, 3), bound, {name: round(weights[name], 3) for name in kept})


def _find_scales(rows: Sequence[Row]) -> tuple[dict[str, float], dict[str, float]]:
    """Return the means and standard deviations of the features that all rows have."""
    names = [name for name in rows[0].features if all(name in row.features for row in rows)]
    means = {name: sum(row.features[name] for row in rows) / len(rows) for name in names}
    squares = {
        name: sum((row.features[name] - means[name]) ** 2 for row in rows) / len(rows)
        for name in names
    }
    means = {name: mean for name, mean in means.items() if squares[name]}
    return means, {name: sqrt(squares[name]) for name in means}


def _find_weights(rows: Sequence[Row], penalty: float) -> tuple[float, dict[str, float]]:
    """Return the intercept and the weight of each feature of enough rows, in order of names."""
    matrix = _Matrix([row.features for row in rows])
    labels = [float(row.is_faulty) for row in rows]
    weights = [row.weight for row in rows]
    coefficients = [0.0] * len(matrix.names)
    penalties = [0.0, *[penalty] * (len(matrix.names) - 1)]
    for _ in range(_STEPS):
        shares = [_squash(total) for total in matrix.multiply(coefficients)]
        slopes = [
            weight * max(_LEAST_SPREAD, share * (1 - share))
            for weight, share in zip(weights, shares, strict=True)
        ]
        errors = map(mul, weights, map(float.__sub__, labels, shares))
        pull = matrix.transpose(list(errors))
        target = [
            x - cost * weight for x, cost, weight in zip(pull, penalties, coefficients, strict=True)
        ]
        step = solve(partial(_apply, matrix, slopes, penalties), target, _ROUNDS)
        coefficients = list(map(float.__add__, coefficients, step))
    return coefficients[0], dict(zip(matrix.names[1:], coefficients[1:], strict=True))


class _Matrix:
    """The values of features by row and by column; the first column is the intercept's."""

    def __init__(self, rows: Sequence[Mapping[str, float]]) -> None:
        counts = Counter(name for row in rows for name in row)
        self.names = ["", *sorted(name for name in counts if counts[name] >= _FEWEST_ROWS)]
        places = {name: place for place, name in enumerate(self.names)}
        columns: dict[int, list[tuple[int, float]]] = defaultdict(list)
        self._rows = []
        for number, row in enumerate(rows):
            known = sorted((places[name], value) for name, value in row.items() if name in places)
            known.insert(0, (0, 1.0))
            self._rows.append(_split(known))
            for place, value in known:
                columns[place].append((number, value))
        self._columns = [_split(columns[place]) for place in range(len(self.names))]

    def multiply(self, coefficients: Sequence[float]) -> list[float]:
        """Return the sum of each row."""
        return _sum_products(self._rows, coefficients)

    def transpose(self, values: Sequence[float]) -> list[float]:
        """Return the sum of each column."""
        return _sum_products(self._columns, values)


def _split(entries: Sequence[tuple[int, float]]) -> tuple[list[int], list[float]]:
    return [place for place, _ in entries], [value for _, value in entries]


def _sum_products(
    lines: Sequence[tuple[list[int], list[float]]], values: Sequence[float]
) -> list[float]:
    get = values.__getitem__
    return [sum(map(mul, entries, map(get, places))) for places, entries in lines]


def _apply(
    matrix: _Matrix, slopes: list[float], penalties: list[float], step: list[float]
) -> list[float]:
    """Return (XᵀSX + penalties) step."""
    products = map(mul, slopes, matrix.multiply(step))
    applied = matrix.transpose(list(products))
    return [x + cost * y for x, cost, y in zip(applied, penalties, step, strict=True)]


def _squash(total: float) -> float:
    return exp(-log1p(exp(-total))) if total > -30 else exp(total)
