"""Fit what words of answers go with what sort of question, to good answers and their questions.

The questions' terms are reduced to a few dimensions (principal components): the sorts of questions.
A ridge regression then finds, from the terms of an answer, where its question lies. Rare terms
count more. Whether this tells a question from others of the same trade is measured on answers that
are left out (`python -m benchmarks.fit` prints it).
"""

import random
from collections import Counter
from collections.abc import Sequence
from math import log, sqrt
from operator import itemgetter, mul
from typing import NamedTuple, get_args

from benchmarks.conjugate_gradients import multiply, solve
from interview_cli.coach.offline.question_match import CENTRE, QuestionMatch, name_kind
from interview_cli.vocabulary import QuestionKind

_DIMENSIONS = 16
_PENALTY = 6.0
_KIND_WEIGHT = 0.35
"""Of the kind of a question, where its text weighs 1."""
_FEWEST_QUESTIONS, _FEWEST_ANSWERS = 5, 10
"""How many answers a term must occur in, or in the questions of so many."""
_COMPONENT_ROUNDS, _RIDGE_STEPS = 12, 12

Row = list[tuple[int, float]]


class Matched(NamedTuple):
    """An answer under its question, as the fit uses it."""

    asked: frozenset[str]
    kind: str
    told: frozenset[str]
    """The terms of question and answer."""


def fit_match(matched: Sequence[Matched]) -> QuestionMatch:
    """Return the vectors of all terms that are frequent enough."""
    asked = _Table([each.asked for each in matched], _FEWEST_QUESTIONS)
    for kind in get_args(QuestionKind):
        asked.add_term(name_kind(kind), [each.kind == kind for each in matched], _KIND_WEIGHT)
    asked.centre()
    answers = _Table([each.told for each in matched], _FEWEST_ANSWERS)
    answers.centre()
    components = _find_components(asked)
    weights = [_solve_ridge(answers, asked.multiply(component)) for component in components]
    return QuestionMatch(asked.list_vectors(components), answers.list_vectors(weights))


class _Table:
    """Which texts have which terms: a matrix of few entries, less the mean of each column."""

    def __init__(self, texts: Sequence[frozenset[str]], fewest: int) -> None:
        counts = Counter(term for text in texts for term in text)
        self.scales = {
            term: sqrt(log((len(texts) + 1) / (count + 0.5)))
            for term, count in sorted(counts.items())
            if count >= fewest
        }
        self._places = {term: place for place, term in enumerate(self.scales)}
        self._rows: list[Row] = []
        for text in texts:
            known = sorted(text & self.scales.keys())
            root = sqrt(len(known) or 1)
            self._rows.append([(self._places[term], self.scales[term] / root) for term in known])

    def add_term(self, term: str, has_it: Sequence[bool], weight: float) -> None:
        place = self._places[term] = len(self.scales)
        self.scales[term] = weight
        for row, is_here in zip(self._rows, has_it, strict=True):
            if is_here:
                row.append((place, weight))

    def centre(self) -> None:
        columns: list[Row] = [[] for _ in self.scales]
        for number, row in enumerate(self._rows):
            for place, value in row:
                columns[place].append((number, value))
        self.size = len(self._rows)
        self._means = [sum(value for _, value in column) / self.size for column in columns]
        self._by_row = list(map(_split, self._rows))
        self._by_column = list(map(_split, columns))

    @property
    def width(self) -> int:
        return len(self.scales)

    def multiply(self, weights: Sequence[float]) -> list[float]:
        """Return the product of each row and these weights of the columns."""
        shift = sum(map(mul, self._means, weights))
        return [_gather(row, weights) - shift for row in self._by_row]

    def transpose(self, values: Sequence[float]) -> list[float]:
        """Return the product of each column and these values of the rows."""
        total = sum(values)
        return [
            _gather(column, values) - mean * total
            for column, mean in zip(self._by_column, self._means, strict=True)
        ]

    def list_vectors(self, dimensions: Sequence[Sequence[float]]) -> dict[str, list[float]]:
        """Return the vector of each term, and of the centre, from the weights of each dimension."""
        vectors = {
            term: [scale * weights[self._places[term]] for weights in dimensions]
            for term, scale in self.scales.items()
        }
        vectors[CENTRE] = [-sum(map(mul, self._means, weights)) for weights in dimensions]
        return vectors


def _split(row: Row) -> tuple[tuple[int, ...], tuple[float, ...]]:
    return tuple(place for place, _ in row), tuple(value for _, value in row)


def _gather(row: tuple[tuple[int, ...], tuple[float, ...]], values: Sequence[float]) -> float:
    places, entries = row
    if len(places) < 2:
        return sum(entry * values[place] for place, entry in zip(places, entries, strict=True))
    return sum(map(mul, entries, itemgetter(*places)(values)))


def _find_components(table: _Table) -> list[list[float]]:
    """Return the principal components, by orthogonal iteration."""
    chance = random.Random(0)
    components = [[chance.gauss(0, 1) for _ in range(table.width)] for _ in range(_DIMENSIONS)]
    for _ in range(_COMPONENT_ROUNDS):
        components = _orthogonalise([table.transpose(table.multiply(x)) for x in components])
    return components


def _orthogonalise(vectors: list[list[float]]) -> list[list[float]]:
    done: list[list[float]] = []
    for vector in vectors:
        for other in done:
            product = multiply(vector, other)
            vector = [x - product * y for x, y in zip(vector, other, strict=True)]
        length = sqrt(multiply(vector, vector))
        done.append([x / length for x in vector])
    return done


def _solve_ridge(table: _Table, target: Sequence[float]) -> list[float]:
    """Solve (XᵀX + penalty) w = Xᵀ target."""

    def apply(weights: list[float]) -> list[float]:
        products = table.transpose(table.multiply(weights))
        return [x + _PENALTY * y for x, y in zip(products, weights, strict=True)]

    return solve(apply, table.transpose(target), _RIDGE_STEPS)
