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

NOT_ASKED: dict[str, tuple[str, ...]] = {"closing": ("impact",)}
"""Criteria that have no place in an answer to a kind of question."""

FORWARD_KINDS = ("motivation", "situation", "closing")
"""Kinds of question that do not ask for a story from the past."""
FORWARD_ANCHORS: dict[str, str] = {
    name: criterion["ahead"] for name, criterion in _CRITERIA.items() if "ahead" in criterion
}
"""What some criteria are rated for when a question is of `FORWARD_KINDS`."""


def describe_rating(criterion: str, rating: int, kind: QuestionKind) -> str:
    """Return what a rating, 0 to 5, means for a question of this kind."""
    return find_anchors(criterion, kind)[rating]


def find_anchors(criterion: str, kind: QuestionKind) -> Sequence[str]:
    """Return what the ratings from 0 to 5 mean for a question of this kind, in order."""
    ahead = _CRITERIA[criterion].get("anchors_ahead") if kind in FORWARD_KINDS else None
    return ahead or ANCHORS[criterion]


def find_practice_question(criterion: str) -> str:
    """Return the question that helps to practise a criterion."""
    question: str = _CRITERIA[criterion]["practice"]
    return question


def score_answer(ratings: Ratings) -> int | None:
    """Return the score of an answer, 0 to 100: 20 × the weighted mean of its ratings, rounded
    half up; None without any rating.

    The weights of criteria that were rated are divided by their sum.
    """
    total = find_rated_weight(ratings)
    return (40 * _weigh(ratings) + total) // (2 * total) if total else None


def weigh_ratings(ratings: Ratings) -> int:
    """Return the weighted mean of the ratings in hundredths, 0 to 500; 0 without any."""
    total = find_rated_weight(ratings)
    return 100 * _weigh(ratings) // total if total else 0


def find_rated_weight(ratings: Ratings) -> int:
    """Return the sum of the weights of the criteria that were rated, in hundredths, 0 to 100."""
    return sum(weight for name, weight in WEIGHTS.items() if getattr(ratings, name) is not None)


def _weigh(ratings: Ratings) -> int:
    return sum(weight * (getattr(ratings, name) or 0) for name, weight in WEIGHTS.items())


def score_interview(scores: Sequence[int | None]) -> int | None:
    """Return the mean score of the rated answers, 0 to 100, rounded half up.

    It is 0 without a question, and None if no answer could be rated.
    """
    rated = [score for score in scores if score is not None]
    if not rated:
        return None if scores else 0
    return (2 * sum(rated) + len(rated)) // (2 * len(rated))


def cap_ratings(ratings: Ratings, highest: int) -> Ratings:
    """Return the ratings, each lowered to `highest` at most."""
    given = {name: getattr(ratings, name) for name in WEIGHTS}
    return Ratings(
        **{name: None if rating is None else min(rating, highest) for name, rating in given.items()}
    )
