"""Rate replies by fitted weights.

Each `fit_….toml` is one logistic regression: `python -m benchmarks.reply_fits` fits and writes
it. Its weights are lines of a feature, a tab and a weight. `bound` is the log odds from which on a
reply is refused, chosen so that hardly any good reply that the fit did not see is.
"""

from collections.abc import Mapping
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
        weights = self.weights
        return self.intercept + sum(
            weights[name] * value for name, value in features.items() if name in weights
        )

    def refuses(self, features: Mapping[str, float]) -> bool:
        """Return whether a reply with these features is too likely to have the fault."""
        return self.rate(features) > self.bound


@cache
def load_fit(name: str) -> Fit:
    """Return the fit of a fault. Raises FileNotFoundError."""
    data = load_toml(PACKAGE, f"fit_{name}.toml")
    lines = (line.rsplit("\t", 1) for line in data["weights"].strip().split("\n"))
    return Fit(
        data["intercept"], data["bound"], {feature: float(weight) for feature, weight in lines}
    )
