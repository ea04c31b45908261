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
    ("ad", "mentioned"),
    [
        ("You keep agreed dates, and stay calm when the shop is full.", {"deadline", "pressure"}),
        ("Team player with excellent attention to detail wanted.", {"teamwork", "quality"}),
        ("You\u2019ll explain results to non-technical people.", {"communication"}),
        # Two words of what a competency means, far apart and in another sense.
        ("You weld steel on agreed dates. Drains are in danger of frost.", set()),
        ("You work at the time clock. Acting on stage is a plus. Seeing is believing.", set()),
    ],
)
def test_the_competencies_that_an_ad_asks_for(ad: str, mentioned: set[str]) -> None:
    assert {name for name in load_competencies() if is_competency_mentioned(name, ad)} == mentioned


def test_every_competency_says_what_it_is_about() -> None:
    assert len(load_competencies()) == 20
    assert all(about.endswith(".") for about in load_competencies().values())
