"""The five rating criteria with their anchors, and how ratings become scores."""

from collections.abc import Sequence

from interview_cli.models import Ratings
from interview_cli.vocabulary import QuestionKind

WEIGHTS = {
    "relevance": 25,
    "specificity": 25,
    "structure": 20,
    "ownership": 15,
    "impact": 15,
}
"""Weight of each criterion in hundredths; the weights sum to 100."""

MIN_PRAISED_RATING = 3
"""Lowest rating that earns praise."""

ANCHORS = {
    "relevance": (
        "no answer to this question",
        "touches the topic only",
        "answers a part, or another question",
        "answers it",
        "answers it for this role",
        "answers it, and what the role needs behind it",
    ),
    "specificity": (
        "nothing concrete",
        "general claims, buzzwords",
        "one concrete thing",
        "some named things (systems, people, dates, amounts)",
        "concrete throughout",
        "concrete throughout, with the numbers that matter",
    ),
    "structure": (
        "no thread",
        "a fragment",
        "actions without start or end",
        "situation, action and an end, loosely",
        "situation, task, action, result in order",
        "the same, and only what the point needs",
    ),
    "ownership": (
        "no one acts",
        "“we”, “the team”, “it was done”",
        "own part hinted",
        "own part stated",
        "own decisions and actions clear",
        "own decisions, reasons and what was learnt or handed on",
    ),
    "impact": (
        "no outcome",
        "an outcome hoped for",
        "an outcome claimed",
        "an outcome that others saw",
        "an outcome with a measure",
        "a measure, its baseline, and why it mattered",
    ),
}
"""What each rating from 0 to 5 means, in order: a behaviourally anchored rating scale, as used in
structured interviews (Campion, Palmer and Campion 1997)."""

FORWARD_KINDS = ("motivation", "situation", "closing")
"""Kinds of question that do not ask for a story from the past."""
FORWARD_ANCHORS = {
    "structure": "a clear line of thought",
    "ownership": "own reasons, or an own plan",
    "impact": "what it would change for the team or the employer",
}
"""What three criteria are rated for when a question is of `FORWARD_KINDS`."""


def describe_rating(criterion: str, rating: int, kind: QuestionKind) -> str:
    """Return what a rating, 0 to 5, means for a question of this kind."""
    if kind in FORWARD_KINDS and criterion in FORWARD_ANCHORS:
        return f"rated for {FORWARD_ANCHORS[criterion]}"
    return ANCHORS[criterion][rating]


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
