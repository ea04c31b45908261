"""Several reviews of one interview: medians, spread, and the words that fit them."""

from datetime import UTC, datetime

import pytest

from interview_cli.coach.base import Judgement, Review
from interview_cli.models import AnswerReview, Feedback, Ratings
from interview_cli.workflow.samples import measure_spread, merge_reviews

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
CRITERIA = tuple(Ratings.model_fields)


def rate(*five: int | None) -> Ratings:
    return Ratings(**dict(zip(CRITERIA, five, strict=True)))


def review(words: str, *answers: tuple[int, ...]) -> Review:
    judgements = (
        Judgement(number, rate(*five), {}, f"{words} {number}", None, "Go on.")
        for number, five in enumerate(answers, start=1)
    )
    return Review(tuple(judgements), (), (), (), words, "openai", "m")


def feedback(*answers: Ratings, capped: str | None = None) -> Feedback:
    reviews = [
        AnswerReview(
            number=number, ratings=ratings, capped=capped, score=50, comment="", next_time=""
        )
        for number, ratings in enumerate(answers, start=1)
    ]
    lists = {"strengths": [], "weaknesses": [], "cv_improvements": []}
    return Feedback(
        interview_score=50, summary="", answers=reviews, coach="openai", created_at=NOW, **lists
    )


def test_each_rating_is_the_median_and_the_words_are_of_the_nearest_review() -> None:
    merged = merge_reviews(
        [
            review("low", (1, 1, 1, 1, 1), (3, 3, 3, 3, 3)),
            review("middle", (2, 3, 2, 2, 4), (3, 4, 3, 3, 3)),
            review("high", (5, 2, 5, 5, 5), (3, 5, 0, 3, 3)),
        ]
    )
    assert [judgement.ratings for judgement in merged.judgements] == [
        rate(2, 2, 2, 2, 4),
        rate(3, 4, 3, 3, 3),
    ]
    assert (merged.summary, merged.judgements[1].comment) == ("middle", "middle 2")


def test_one_review_is_its_own_median() -> None:
    only = review("only", (1, 2, 3, 4, 5))
    assert merge_reviews([only]) == only


@pytest.mark.parametrize(
    ("given", "spread"),
    [
        ([feedback(rate(1, 2, 3, 4, 5)), feedback(rate(3, 2, 3, 3, 0))], (2, 0, 0, 1, 5)),
        (
            [
                feedback(rate(1, 2, 3, 4, 5), rate(1, 1, 1, 1, 1), rate(1, 1, 1, 1, 1)),
                feedback(rate(2, 2, 3, 4, 5), rate(1, 1, 1, 1, 2), rate(1, 1, 1, 1, 2)),
            ],
            (0.3, 0, 0, 0, 0.7),
        ),
        ([feedback(rate(1, 2, 3, 4, None)), feedback(rate(1, 2, 3, 4, None))], (0,) * 5),
        (
            [
                feedback(rate(0, 0, 0, 0, 0), capped="gibberish"),
                feedback(rate(1, 1, 1, 1, 1), capped="gibberish"),
            ],
            (0,) * 5,
        ),
    ],
    ids=["one answer", "mean over answers", "not asked for", "capped"],
)
def test_the_spread_is_the_mean_range_of_a_criterion(
    given: list[Feedback], spread: tuple[float, ...]
) -> None:
    assert measure_spread(given) == dict(zip(CRITERIA, spread, strict=True))
