"""Logistic regressions whose weights stand in a TOML file.

The weights are lines of a feature, a tab and a weight, written by a module of `benchmarks/`.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from interview_cli.english.rules import load_toml

SCALE = 20
"""The weights of marks are written in this fraction of 1."""


class Fit(NamedTuple):
    """The weights of what is told apart, such as replies with a fault from others."""

    intercept: float
    bound: float
    weights: Mapping[str, float]

    def rate(self, features: Mapping[str, float]) -> float:
        """Return the log odds that a text with these features has what is looked for."""
        get = self.weights.get
        total = 0.0
        for name, value in features.items():
            if value:  # most are 0
                total += get(name, 0.0) * value
        return self.intercept + total

    def refuses(self, features: Mapping[str, float]) -> bool:
        """Return whether a reply with these features is too likely to have the fault."""
        return self.rate(features) > self.bound


def share_out(sums: Sequence[float]) -> list[float]:
    """Return shares that sum up to 1 by the log odds of each (softmax)."""
    highest = max(sums)
    powers = [math.exp(total - highest) for total in sums]
    whole = sum(powers)
    return [power / whole for power in powers]


class MarkWeights:
    """Weights that are parsed when they are used: few are in one text.

    Each line is a feature, a tab, and the places of marks with their weights.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = dict(line.split("\t") for line in lines)

    def find(self, name: str) -> tuple[tuple[int, float], ...]:
        """Return the weights of a feature by the places of their marks."""
        pairs = (pair.split(":") for pair in self._lines.get(name, "").split())
        return tuple((int(place), int(weight) / SCALE) for place, weight in pairs)

    def add(self, sums: Sequence[float], features: Iterable[str]) -> list[float]:
        """Return sums for each mark with the weights of some features added."""
        totals = list(sums)
        for name in features:
            for place, weight in self.find(name):
                totals[place] += weight
        return totals

    def share(
        self, count: int, shared: Iterable[str], words: Iterable[Iterable[str]]
    ) -> Iterator[list[float]]:
        """Yield the shares of `count` marks for each word, by the features that all words share
        and by its own."""
        sums = self.add([0.0] * count, shared)
        return (share_out(self.add(sums, features)) for features in words)


@cache
def read_fit(package: str, file: str) -> Fit:
    """Return the fit of a file of a package. Raises FileNotFoundError."""
    data = load_toml(package, file)
    return Fit(data["intercept"], data["bound"], _WrittenWeights(data["weights"]))


class _WrittenWeights(Mapping[str, float]):
    """Weights that are read from their lines when they are used: few are in one reply."""

    def __init__(self, lines: str) -> None:
        """Each line, the last one too, ends with a newline."""
        self._lines = lines

    def __getitem__(self, name: str) -> float:
        key = f"{name}\t"
        start = 0 if self._lines.startswith(key) else self._lines.find(f"\n{key}") + 1
        if not self._lines.startswith(key, start):
            raise KeyError(name)
        begin = start + len(key)
        return float(self._lines[begin : self._lines.index("\n", begin)])

    def __iter__(self) -> Iterator[str]:
        return (line.rpartition("\t")[0] for line in self._lines.split("\n") if line)

    def __len__(self) -> int:
        return sum(1 for _ in self)
