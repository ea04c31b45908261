"""How ratings become scores: the arithmetic of the contract, in whole numbers."""

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.answers.criteria import (
    ANCHORS,
    WEIGHTS,
    cap_ratings,
    find_practice_question,
    score_answer,
    score_interview,
    weigh_ratings,
)
from interview_cli.models import Ratings
from tests.cases import each

CRITERIA = ("relevance", "specificity", "structure", "ownership", "impact")
CONTRACT = {
    "relevance": Fraction("0.25"),
    "specificity": Fraction("0.25"),
    "structure": Fraction("0.20"),
    "ownership": Fraction("0.15"),
    "impact": Fraction("0.15"),
}
any_ratings = st.builds(Ratings, **dict.fromkeys(CRITERIA, st.integers(0, 5)))


def rated(*ratings: int) -> Ratings:
    return Ratings(**dict(zip(CRITERIA, ratings, strict=True)))


def half_up(exact: Fraction) -> int:
    return floor(exact + Fraction(1, 2))


def test_the_weights_are_those_of_the_contract() -> None:
    assert {name: Fraction(weight, 100) for name, weight in WEIGHTS.items()} == CONTRACT


@given(any_ratings)
def test_a_score_is_twenty_times_the_weighted_mean_rounded_half_up(ratings: Ratings) -> None:
    exact = 20 * sum(weight * getattr(ratings, name) for name, weight in CONTRACT.items())
    score = score_answer(ratings)
    assert type(score) is int
    assert score == half_up(exact)


@pytest.mark.parametrize(
    ("ratings", "score"),
    [
        ((0, 0, 0, 0, 0), 0),
        ((1, 1, 1, 1, 1), 20),
        ((5, 5, 5, 5, 5), 100),
        ((4, 4, 3, 4, 3), 73),
        ((5, 0, 0, 0, 0), 25),
        ((0, 0, 5, 0, 0), 20),
        ((0, 0, 0, 5, 0), 15),
        ((0, 0, 0, 0, 1), 3),
    ],
)
def test_scores_worked_out_by_hand(ratings: tuple[int, ...], score: int) -> None:
    assert score_answer(rated(*ratings)) == score


@given(any_ratings, st.sampled_from(CRITERIA))
def test_a_higher_rating_never_lowers_the_score(ratings: Ratings, name: str) -> None:
    better = ratings.model_copy(update={name: min(5, getattr(ratings, name) + 1)})
    assert score_answer(better) >= score_answer(ratings)


@given(any_ratings)
def test_the_weighted_mean_is_between_0_and_500(ratings: Ratings) -> None:
    assert 0 <= weigh_ratings(ratings) <= 500


@given(st.lists(st.integers(0, 100), min_size=1, max_size=20))
def test_the_interview_score_is_the_mean_rounded_half_up(scores: list[int]) -> None:
    assert score_interview(scores) == half_up(Fraction(sum(scores), len(scores)))


@pytest.mark.parametrize(
    ("scores", "mean"),
    [([], 0), ([0], 0), ([71], 71), ([70, 71], 71), ([0, 1], 1), ([0, 0, 1], 0), ([100] * 20, 100)],
)
def test_interview_scores_worked_out_by_hand(scores: list[int], mean: int) -> None:
    assert score_interview(scores) == mean


@given(any_ratings, st.integers(0, 5))
def test_a_cap_lowers_only_the_ratings_above_it(ratings: Ratings, highest: int) -> None:
    lowered = cap_ratings(ratings, highest)
    for name in CRITERIA:
        before = getattr(ratings, name)
        assert getattr(lowered, name) == (highest if before > highest else before)


def test_a_cap_does_not_change_its_input() -> None:
    ratings = rated(5, 4, 3, 2, 1)
    cap_ratings(ratings, 0)
    assert ratings == rated(5, 4, 3, 2, 1)


@pytest.mark.parametrize("criterion", CRITERIA)
def test_each_criterion_has_six_different_anchors(criterion: str) -> None:
    anchors = ANCHORS[criterion]
    assert len(anchors) == len(set(anchors)) == 6
    assert all(anchor.strip() for anchor in anchors)


def test_only_the_five_criteria_have_anchors() -> None:
    assert tuple(ANCHORS) == tuple(WEIGHTS) == CRITERIA


def test_the_criteria_are_those_that_are_stored() -> None:
    assert list(WEIGHTS) == list(Ratings.model_fields)
    assert sum(WEIGHTS.values()) == 100
    assert {len(anchors) for anchors in ANCHORS.values()} == {6}


@each("name", WEIGHTS)
def test_every_criterion_has_a_question_to_practise_with(name: str) -> None:
    assert find_practice_question(name)[-1] in ".?"


def rate(**changes: int | None) -> Ratings:
    return Ratings(**(dict.fromkeys(WEIGHTS, 4) | changes))


@pytest.mark.parametrize(
    ("ratings", "score"),
    [
        (rate(), 80),
        (rate(impact=None), 80),
        (rate(impact=None, relevance=5), 86),  # 20 × (1.25 + 1 + 0.8 + 0.6) / 0.85 = 85.88
        (rate(impact=0), 68),
        (Ratings(**dict.fromkeys(WEIGHTS)), None),
    ],
)
def test_the_weights_of_rated_criteria_share_the_others(
    ratings: Ratings, score: int | None
) -> None:
    assert score_answer(ratings) == score


@pytest.mark.parametrize(
    ("scores", "mean"), [([80, None, 41], 61), ([None, None], None), ([], 0), ([0, None], 0)]
)
def test_the_mean_is_over_rated_answers(scores: list[int | None], mean: int | None) -> None:
    assert score_interview(scores) == mean
