"""Fit a multinomial logistic regression that marks the words of a text."""

import math
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import add
from zlib import crc32

from interview_cli.fits import SCALE, MarkWeights

_RATE, _PENALTY, _ROUNDS = 0.3, 2.0, 6
_FULL_ROUNDS = 3
"""After so many rounds, the fit goes on with the features of the widest weights only."""
_FEWEST, _LEAST = 3, 2
"""A feature is kept if so many words have it, and a weight if it is so large as written."""
_SETTLED = 1e-3
"""Squared error below which a word changes no weight."""


@dataclass(frozen=True)
class Row:
    """A clause or a line, as the fit uses it."""

    file: str
    """The file or the set that it comes from."""
    shared: Sequence[str]
    words: Sequence[Sequence[str]]
    marks: Sequence[int]
    """The place of the mark of each word among all marks."""


class _Fit:
    """Multinomial logistic regression by descent, with steps for each feature (Adagrad)."""

    def __init__(self, rows: Sequence[Row], marks: int, most: int) -> None:
        self._rows = rows
        self._nothing = [0.0] * marks
        self._most = most
        self._counts: Counter[str] = Counter()
        for row in rows:
            for name in row.shared:
                self._counts[name] += len(row.words)
            for features in row.words:
                self._counts.update(features)
        names = sorted(name for name, count in self._counts.items() if count >= _FEWEST)
        self.weights = {name: list(self._nothing) for name in names}
        self._squares = dict.fromkeys(names, 1.0)

    def run(self) -> None:
        for number in range(_ROUNDS):
            if number == _FULL_ROUNDS:
                self._keep_widest()
            for place in sorted(
                range(len(self._rows)), key=lambda i: crc32(b"%d %d" % (number, i))
            ):
                self._learn(self._rows[place])

    def _keep_widest(self) -> None:
        widths = {name: max(own) - min(own) for name, own in self.weights.items()}
        widest = sorted(sorted(widths), key=lambda name: -widths[name])[: self._most]
        self.weights = {name: self.weights[name] for name in sorted(widest)}

    def _learn(self, row: Row) -> None:
        shared = [name for name in row.shared if name in self.weights]
        nothing = self._nothing
        base = list(map(sum, zip(nothing, *(self.weights[name] for name in shared), strict=True)))
        total = nothing
        for features, mark in zip(row.words, row.marks, strict=True):
            known = [name for name in features if name in self.weights]
            own = (self.weights[name] for name in known)
            slopes = _compute_slopes(list(map(sum, zip(base, *own, strict=True))), mark)
            if self._descend(known, slopes, 1):
                total = list(map(add, total, slopes))
        self._descend(shared, total, len(row.words))

    def _descend(self, names: Sequence[str], slopes: Sequence[float], count: int) -> bool:
        """Change the weights of features by a step. Return whether it was worth a change."""
        square = sum(slope * slope for slope in slopes)
        if square < _SETTLED:
            return False
        for name in names:
            self._squares[name] += square
            rate = _RATE / math.sqrt(self._squares[name])
            kept = 1 - rate * _PENALTY * count / self._counts[name]
            own = zip(self.weights[name], slopes, strict=True)
            self.weights[name] = [kept * weight - rate * slope for weight, slope in own]
        return True


def _compute_slopes(sums: Sequence[float], mark: int) -> list[float]:
    highest = max(sums)
    powers = [math.exp(total - highest) for total in sums]
    whole = sum(powers)
    slopes = [power / whole for power in powers]
    slopes[mark] -= 1
    return slopes


def format_marks(rows: Sequence[Row], marks: int, most: int, header: str) -> str:
    """Fit the rows, and return the content of the file of weights.

    `marks`: how many there are; `most`: how many features are kept.
    """
    fit = _Fit(rows, marks, most)
    fit.run()
    lines = []
    for name, weights in fit.weights.items():
        mean = sum(weights) / len(weights)
        written = [round((weight - mean) * SCALE) for weight in weights]
        pairs = [f"{i}:{weight}" for i, weight in enumerate(written) if abs(weight) >= _LEAST]
        if pairs:
            lines.append(f"{name}\t{' '.join(pairs)}\n")
    return f"{header}weights = '''\n{''.join(lines)}'''\n"


def read_weights(text: str) -> MarkWeights:
    """Return the weights of the content of such a file."""
    return MarkWeights(tomllib.loads(text)["weights"].splitlines())
