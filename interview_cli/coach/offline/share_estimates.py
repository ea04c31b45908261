"""Estimate what share of readers would call something good, by a fit to their marks.

Each file of weights is a logistic regression that a module of `benchmarks/` fits and writes:
`bound` is the share from which on something is likely good, `weights` has one for each feature.
"""

from collections.abc import Mapping
from typing import Any

from interview_cli.coach.offline.estimates import add_up, squash
from interview_cli.english.rules import load_toml


def estimate_share(file: str, features: Mapping[str, float]) -> float:
    """Return the share of readers, 0 to 1, by the weights of a file. Raises FileNotFoundError, and
    KeyError if a feature is missing."""
    model = _load_model(file)
    return squash(add_up(model["intercept"], model["weights"], features))


def load_least_share(file: str) -> float:
    """Return the share, 0 to 1, from which on something is likely good. Raises
    FileNotFoundError."""
    return float(_load_model(file)["bound"])


def _load_model(file: str) -> dict[str, Any]:
    return load_toml("interview_cli.coach.offline", file)
