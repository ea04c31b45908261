"""Ratings are rounded together: the score stays near that of the estimates."""

from hypothesis import given
from hypothesis import strategies as st

from interview_cli.answers.criteria import WEIGHTS
from interview_cli.coach.offline.rounding import round_together

ESTIMATES = st.fixed_dictionaries({name: st.floats(0, 5) for name in WEIGHTS})


@given(ESTIMATES)
def test_each_rating_is_next_to_its_estimate_and_the_score_near(
    estimates: dict[str, float],
) -> None:
    ratings = round_together(estimates, WEIGHTS)
    for name, rating in ratings.items():
        assert 0 <= rating <= 5
        assert abs(rating - estimates[name]) <= 1
    error = sum(WEIGHTS[name] * (ratings[name] - estimates[name]) for name in WEIGHTS)
    alone = sum(WEIGHTS[name] * (round(estimates[name]) - estimates[name]) for name in WEIGHTS)
    assert abs(error) <= abs(alone) + 1e-6


@given(ESTIMATES)
def test_whole_estimates_stay_as_they_are(estimates: dict[str, float]) -> None:
    whole = {name: float(round(estimate)) for name, estimate in estimates.items()}
    assert round_together(whole, WEIGHTS) == whole


def test_five_halves_are_not_all_rounded_down() -> None:
    ratings = round_together(dict.fromkeys(WEIGHTS, 3.4), WEIGHTS)
    score = sum(WEIGHTS[name] * rating for name, rating in ratings.items()) / 100
    assert abs(score - 3.4) <= 0.05
