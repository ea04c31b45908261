"""Estimate the ratings of an answer from its features.

The weights of the features are summed, and an S-curve bends the sum: near the ends of the scale
one more number or name changes less than in its middle. Other features tell how likely it is that
the answer is about what was asked; the less likely, the nearer the ratings are to those of stories
about something else. `python -m benchmarks.fit` fits the weights to rated
answers.
"""

import math
from collections.abc import Mapping
from typing import Any

from interview_cli.english.rules import load_toml

MIDDLE = 2.5
"""Of the scale; the curve changes nothing here."""
_SPAN = 6.0
"""How far the ends of the curve are apart; ratings, 0 to 5, keep half a point from both."""
QUESTION = "question"
"""What a feature counts for that tells whether an answer is about what was asked."""


def estimate(criterion: str, kind: str, features: Mapping[str, float]) -> float:
    """Return the rating of an answer in one criterion, -0.5 to 5.5."""
    return estimate_by(_load_weights(), criterion, kind, features)


def estimate_by(
    model: Mapping[str, Any], criterion: str, kind: str, features: Mapping[str, float]
) -> float:
    """Return the rating by a model in the form of `weights.toml`, -0.5 to 5.5."""
    weights = model["weights"]
    rating = bend(add_up(model["intercepts"][criterion][kind], weights[criterion], features))
    elsewhere: float = min(rating, model["elsewhere"][criterion])
    share = squash(add_up(model["intercepts"][QUESTION][kind], weights[QUESTION], features))
    return elsewhere + share * (rating - elsewhere)


def add_up(intercept: float, weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    return intercept + sum(weight * features[name] for name, weight in weights.items())


def squash(total: float) -> float:
    """Return the share, 0 to 1, for log odds."""
    return 1 / (1 + math.exp(-total))


def bend(total: float) -> float:
    """Return the rating for a sum of weights: a logistic curve with a slope of 1 in the middle."""
    return MIDDLE + _SPAN * (squash((total - MIDDLE) * 4 / _SPAN) - 0.5)


def find_slope(total: float) -> float:
    """Return the slope of `bend`, 0 to 1."""
    share = (bend(total) - MIDDLE) / _SPAN + 0.5
    return 4 * share * (1 - share)


def compute_gains(criterion: str, features: Mapping[str, float]) -> dict[str, float]:
    """Return what each feature adds to the sum, in points, compared with the mean answer.

    What tells whether the question is answered counts for relevance, in log odds.
    """
    model = _load_weights()
    weights = model["weights"][criterion]
    if criterion == "relevance":
        about = model["weights"][QUESTION]
        weights = {name: weights.get(name, 0.0) + about.get(name, 0.0) for name in about | weights}
    return {
        name: weight * (features[name] - model["means"][name]) for name, weight in weights.items()
    }


def _load_weights() -> dict[str, Any]:
    return load_toml("interview_cli.coach.offline", "weights.toml")
