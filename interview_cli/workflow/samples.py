"""Combine several reviews of one interview: medians of the ratings, and their spread."""

from collections.abc import Sequence
from statistics import mean, median_low

from interview_cli.answers.criteria import WEIGHTS
from interview_cli.coach.base import Judgement, Review
from interview_cli.models import Feedback, Ratings


def merge_reviews(reviews: Sequence[Review]) -> Review:
    """Return a review with the median of each rating; its words are those of the review whose
    ratings are nearest. All reviews rate the same answers."""
    medians = [
        _find_medians(judgements)
        for judgements in zip(*(review.judgements for review in reviews), strict=True)
    ]
    nearest = min(reviews, key=lambda review: _measure_distance(review, medians))
    judgements = zip(nearest.judgements, medians, strict=True)
    rated = [judgement._replace(ratings=ratings) for judgement, ratings in judgements]
    return nearest._replace(judgements=tuple(rated))


def measure_spread(given: Sequence[Feedback]) -> dict[str, float]:
    """Return by how many points the ratings of each criterion lie apart, as a mean over the
    answers, rounded to a tenth. It is no less than the range of the criterion's mean."""
    spread = {}
    for name in WEIGHTS:
        ranges = []
        for answers in zip(*(feedback.answers for feedback in given), strict=True):
            ratings = [getattr(answer.ratings, name) for answer in answers]
            if None not in ratings and not answers[0].capped:
                ranges.append(max(ratings) - min(ratings))
        spread[name] = round(mean(ranges), 1) if ranges else 0.0
    return spread


def _find_medians(judgements: Sequence[Judgement]) -> Ratings:
    return Ratings(
        **{
            name: median_low(getattr(judgement.ratings, name) or 0 for judgement in judgements)
            for name in WEIGHTS
        }
    )


def _measure_distance(review: Review, medians: Sequence[Ratings]) -> int:
    return sum(
        abs((getattr(judgement.ratings, name) or 0) - getattr(ratings, name))
        for judgement, ratings in zip(review.judgements, medians, strict=True)
        for name in WEIGHTS
    )
