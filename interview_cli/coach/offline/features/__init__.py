"""The rating features: what raises or lowers the ratings of an answer.

An entry of `FEATURES` holds everything about a feature except its weights. `python -m
benchmarks.fit` fits those and writes `weights.toml`; run it after a change here.
"""

from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.features import (
    impact,
    ownership,
    relevance,
    roles,
    specificity,
    structure,
    talk,
    wording,
)

# The order matters for praise: for each criterion, the review gives the first praise that the
# answer can prove.
_PARTS = (relevance, impact, specificity, structure, ownership, roles, talk, wording)

FEATURES = {feature.name: feature for part in _PARTS for feature in part.ENTRIES}
"""By name, as `weights.toml` names them."""


def measure_features(answer: AnswerReading) -> dict[str, float]:
    """Return how far an answer has each feature, by its name."""
    return {name: float(feature.measure(answer)) for name, feature in FEATURES.items()}
