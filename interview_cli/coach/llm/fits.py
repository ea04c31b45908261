"""Rate replies by fitted weights.

Each `fit_….toml` is one logistic regression: `python -m benchmarks.reply_fits` fits and writes
it. Its weights are lines of a feature, a tab and a weight. `bound` is the log odds from which on a
reply is refused, chosen so that hardly any good reply that the fit did not see is.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from interview_cli.coach.llm.rules import PACKAGE
from interview_cli.english.rules import load_toml


class Fit(NamedTuple):
    """The weights of one fault."""

    intercept: float
    bound: float
    weights: Mapping[str, float]

    def rate(self, features: Mapping[str, float]) -> float:
        """Return the log odds that a reply with these features has the fault."""
        get = self.weights.get
        return self.intercept + sum(get(name, 0.0) * value for name, value in features.items())

    def refuses(self, features: Mapping[str, float]) -> bool:
        """Return whether a reply with these features is too likely to have the fault."""
        return self.rate(features) > self.bound


@cache
def load_fit(name: str) -> Fit:
    """Return the fit of a fault. Raises FileNotFoundError."""
    data = load_toml(PACKAGE, f"fit_{name}.toml")
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
