"""What the words of a message state mends what the rules read of it."""

from typing import Any

import pytest

from benchmarks.job_posts import play
from interview_cli.coach.offline.coach import OfflineCoach

COOK = (
    "title: Cook\nlevel: mid\nlocation: Leeds\nskills: grilling\nduties: grill meat\n"
    "pay: £14 an hour"
)


def _say(*messages: str) -> dict[str, Any]:
    data: dict[str, Any] = play(messages, OfflineCoach())[-1]["job_data"]
    return data


@pytest.mark.parametrize(
    ("message", "field"),
    [
        ("contract without term, meal card", "benefits"),
        ("Och, never mind. Pension and free travel", "benefits"),
        ("wash the pots, take out that", "responsibilities"),
    ],
)
def test_what_states_nothing_for_any_list_is_no_entry(message: str, field: str) -> None:
    entries = " ".join(_say(COOK, message)[field])
    for words in ("term", "Och", "take out"):
        assert words not in entries


def test_what_the_words_before_it_introduce_stays() -> None:
    assert "Toast POS" in _say(COOK, "we use Toast POS")["skills"]


def test_what_a_label_names_stays() -> None:
    assert _say(COOK, "benefits: <script>alert(1)</script>")["benefits"]


def test_a_skill_that_the_title_names_stays() -> None:
    assert _say(".net developer full stack")["skills"] == [".NET"]


@pytest.mark.parametrize("message", ["no experience needed", "no fear of heights"])
def test_what_nobody_needs_stays(message: str) -> None:
    data = _say(COOK, message)
    assert message in [entry.lower() for entry in data["requirements"]]


def test_an_amount_beside_benefits_is_no_new_pay() -> None:
    assert _say(COOK, "group benefits, night premium of £1.50, no wait 1.75")["salaryMin"] == 14
    assert _say(COOK, "the pay is 15 an hour, and free parking")["salaryMin"] == 15


def test_a_name_that_is_surely_an_entry_is_no_place() -> None:
    data = _say("Crane operator", "operator certificate, min 5 years in STS or RTG crane")
    assert data["location"] == ""
