"""Estimate the ratings of an answer from its features.

The weights of the features are summed, and an S-curve bends the sum: near the ends of the scale
one more number or name changes less than in its middle. `python -m benchmarks.fit` fits the
weights to rated answers.
"""

import math
from collections.abc import Mapping
from typing import Any

from interview_cli.english.rules import load_toml

MIDDLE = 2.5
"""Of the scale; the curve changes nothing here."""
_SPAN = 6.0
"""How far the ends of the curve are apart; ratings, 0 to 5, keep half a point from both."""


def estimate(criterion: str, kind: str, features: Mapping[str, float]) -> float:
    """Return the rating of an answer in one criterion, -0.5 to 5.5."""
    model = _load_weights()
    return add_up(model["intercepts"][criterion][kind], model["weights"][criterion], features)


def add_up(intercept: float, weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """Return the rating for these weights, -0.5 to 5.5."""
    return bend(intercept + sum(weight * features[name] for name, weight in weights.items()))


def bend(total: float) -> float:
    """Return the rating for a sum of weights: a logistic curve with a slope of 1 in the middle."""
    return MIDDLE + _SPAN * (1 / (1 + math.exp((MIDDLE - total) * 4 / _SPAN)) - 0.5)


def find_slope(total: float) -> float:
    """Return the slope of `bend`, 0 to 1."""
    share = (bend(total) - MIDDLE) / _SPAN + 0.5
    return 4 * share * (1 - share)


def compute_gains(criterion: str, features: Mapping[str, float]) -> dict[str, float]:
    """Return what each feature adds to the sum, in points, compared with the mean answer."""
    model = _load_weights()
    return {
        name: weight * (features[name] - model["means"][name])
        for name, weight in model["weights"][criterion].items()
    }


def _load_weights() -> dict[str, Any]:
    return load_toml("interview_cli.coach.offline", "weights.toml")
