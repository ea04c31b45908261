"""The years of experience that a job ad asks for."""

import pytest

from interview_cli.english.years import (
    find_months_of_experience,
    find_years_asked,
    remove_years,
)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2-5 years of experience", 2),
        ("At least 10 or more years of practice", 10),
        ("Seven years' experience in care", 7),
        ("nine years in a kitchen, then 2 years as its head", 9),
        ("For over 30 years we have built boats. You need 3 years of practice.", 3),
        ("18 years or older", None),
        ("", None),
    ],
)
def test_the_years_that_a_text_asks_for(text: str, years: int | None) -> None:
    assert find_years_asked(text) == years


@pytest.mark.parametrize(
    ("requirement", "months"),
    [
        ("3-5 years of experience in care", 36),
        ("Experience: 18 months on a ward", 18),
        ("One year's experience", 12),
        ("3 years", None),
    ],
)
def test_the_months_of_experience_that_a_requirement_counts(
    requirement: str, months: int | None
) -> None:
    assert find_months_of_experience(requirement) == months


@pytest.mark.parametrize(
    ("requirement", "rest"),
    [
        ("5+ years of Python", "Python"),
        ("several years in sales", "sales"),
        ("Python, 5 years", "Python, 5 years"),
    ],
)
def test_a_requirement_without_the_years_it_begins_with(requirement: str, rest: str) -> None:
    assert remove_years(requirement).strip() == rest
