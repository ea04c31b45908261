"""What an interview can ask about beside the requirements."""

import pytest

from interview_cli.requirements.competencies import (
    find_competency,
    is_competency_mentioned,
    load_competencies,
)


@pytest.mark.parametrize(
    ("topic", "name"),
    [("planning", "planning"), ("overload", "resources"), ("Welding of steel", None)],
)
def test_the_competency_that_a_topic_names(topic: str, name: str | None) -> None:
    assert find_competency(topic) == name


@pytest.mark.parametrize(
    ("ad", "is_mentioned"),
    [
        ("You keep agreed dates and see early when one is in danger.", True),
        ("You weld steel.", False),
    ],
)
def test_an_ad_that_mentions_a_competency(ad: str, is_mentioned: bool) -> None:
    assert is_competency_mentioned("deadline", ad) is is_mentioned


def test_every_competency_says_what_it_is_about() -> None:
    assert len(load_competencies()) == 20
    assert all(about.endswith(".") for about in load_competencies().values())
