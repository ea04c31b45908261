"""Estimate what a coach would say of an answer, by the weights in `remark_weights.toml`.

`python -m benchmarks.remark_fit` fits the weights to the marks of coaches. Each remark has a code,
and the estimate of an answer is how likely a coach gives this code to it.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from operator import mul
from typing import Any, NamedTuple

from interview_cli.coach.offline.estimates import squash
from interview_cli.english.rules import load_toml


class Apt(NamedTuple):
    """How likely an advice is sensible, and how likely it is what helps most; both 0 to 1."""

    sensible: float
    best: float

    @property
    def usefulness(self) -> float:
        """What it is worth, 0 to 2: what helps most counts double."""
        return self.sensible + self.best


class CodeWeights(NamedTuple):
    """The weights of several codes."""

    codes: Sequence[str]
    intercepts: Sequence[float]
    features: Sequence[str]
    columns: Sequence[Sequence[float]]
    """By code, a weight for each feature."""

    def rate(self, features: Mapping[str, float]) -> dict[str, float]:
        """Return the log odds of each code. Raises KeyError if a feature is missing."""
        values = [features[name] for name in self.features]
        return {code: self._add_up(place, values) for place, code in enumerate(self.codes)}

    def rate_code(self, code: str, features: Mapping[str, float]) -> float:
        """Return the log odds of one code. Raises ValueError if it is unknown, KeyError if a
        feature is missing."""
        return self._add_up(self.codes.index(code), [features[name] for name in self.features])

    def _add_up(self, place: int, values: Sequence[float]) -> float:
        total: float = self.intercepts[place] + sum(map(mul, values, self.columns[place]))
        return total


def estimate_advice(features: Mapping[str, float]) -> dict[str, Apt]:
    """Return by code how apt each advice on an answer is."""
    best = _load_bests()
    return {
        code: Apt(squash(total), squash(total + best[code]))
        for code, total in load_weights("advice").rate(features).items()
    }


def estimate_praise(features: Mapping[str, float]) -> dict[str, float]:
    """Return by code how likely an answer deserves each praise, 0 to 1."""
    return {code: squash(total) for code, total in load_weights("praise").rate(features).items()}


def estimate_sentence(code: str, features: Mapping[str, float]) -> float:
    """Return how likely a sentence shows a praise, 0 to 1. Raises ValueError for other codes."""
    return squash(load_weights("sentence").rate_code(code, features))


@cache
def load_weights(table: str) -> CodeWeights:
    """Return the weights of a table of the file. Raises KeyError."""
    data = _load()[table]
    lines = data["weights"]
    columns = zip(*map(_parse, lines.values()), strict=True)
    return CodeWeights(
        data["codes"].split(), _parse(data["intercepts"]), tuple(lines), tuple(columns)
    )


def load_bound(name: str) -> float:
    """Return the least estimate of a remark that is made. Raises KeyError."""
    bound: float = _load()["bounds"][name]
    return bound


@cache
def _load_bests() -> dict[str, float]:
    data = _load()["advice"]
    return dict(zip(data["codes"].split(), _parse(data["best"]), strict=True))


def _parse(line: str) -> tuple[float, ...]:
    return tuple(map(float, line.split()))


def _load() -> dict[str, Any]:
    return load_toml("interview_cli.coach.offline", "remark_weights.toml")
