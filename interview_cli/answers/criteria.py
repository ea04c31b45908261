"""The five rating criteria with their anchors, and how ratings become scores."""

from collections.abc import Sequence
from typing import Any

from interview_cli.english.rules import load_toml
from interview_cli.models import Ratings
from interview_cli.vocabulary import QuestionKind

_CRITERIA: dict[str, dict[str, Any]] = load_toml("interview_cli.answers", "criteria.toml")

WEIGHTS: dict[str, int] = {name: criterion["weight"] for name, criterion in _CRITERIA.items()}
"""Weight of each criterion in hundredths; the weights sum to 100."""

MIN_PRAISED_RATING = 3
"""Lowest rating that earns praise."""

ANCHORS: dict[str, tuple[str, ...]] = {
    name: tuple(criterion["anchors"]) for name, criterion in _CRITERIA.items()
}
"""What each rating from 0 to 5 means, in order: a behaviourally anchored rating scale, as used in
structured interviews (Campion, Palmer and Campion 1997)."""

FORWARD_KINDS = ("motivation", "situation", "closing")
"""Kinds of question that do not ask for a story from the past."""
FORWARD_ANCHORS: dict[str, str] = {
    name: criterion["ahead"] for name, criterion in _CRITERIA.items() if "ahead" in criterion
}
"""What some criteria are rated for when a question is of `FORWARD_KINDS`."""


def describe_rating(criterion: str, rating: int, kind: QuestionKind) -> str:
    """Return what a rating, 0 to 5, means for a question of this kind."""
    if kind in FORWARD_KINDS and criterion in FORWARD_ANCHORS:
        return f"rated for {FORWARD_ANCHORS[criterion]}"
    return ANCHORS[criterion][rating]


def find_general_weakness(criterion: str, kind: QuestionKind) -> tuple[str, str]:
    """Return what a low rating means in general, and the question that asks for what is missing."""
    entry = _CRITERIA[criterion]
    ahead = entry.get("general_ahead") if kind in FORWARD_KINDS else None
    wording = ahead or entry["general"]
    return wording["weakness"], wording["next_question"]


def score_answer(ratings: Ratings) -> int:
    """Return the score of an answer, 0 to 100: 20 × the weighted mean of its ratings.

    It needs no rounding, because every weight is a multiple of five hundredths.
    """
    return weigh_ratings(ratings) // 5


def weigh_ratings(ratings: Ratings) -> int:
    """Return the weighted mean of the ratings in hundredths, 0 to 500."""
    return sum(weight * getattr(ratings, name) for name, weight in WEIGHTS.items())


def score_interview(scores: Sequence[int]) -> int:
    """Return the mean score of all questions, 0 to 100, rounded half up; 0 without a question."""
    return (2 * sum(scores) + len(scores)) // (2 * len(scores)) if scores else 0


def cap_ratings(ratings: Ratings, highest: int) -> Ratings:
    """Return the ratings, each lowered to `highest` at most."""
    return Ratings(**{name: min(getattr(ratings, name), highest) for name in WEIGHTS})
