"""How many people are wanted, in the words of an employer."""

from typing import Any

import pytest

from benchmarks.job_posts import play
from interview_cli.coach.offline.coach import OfflineCoach
from tests.cases import each

POST = "title: Cook\nlevel: mid\nlocation: Hull\nskills: HACCP\nduties:\n- prepare lunch"


def count_openings(message: str) -> Any:
    return play([POST, message], OfflineCoach())[-1]["job_data"]["totalJobOpenings"]


COUNTS = [
    ("it is one person, not more", 1),
    ("2 of em", 2),
    ("We've space for eight by the way", 8),
    ("we only need the one", 1),
    ("a pair of them please", 2),
    ("one for each shop, so three", 3),
    ("2 more positions came today, so total 8", 8),
    ("3 people. nah 2, and maybe my niece", 2),
    ("there's two jobs going", 2),
    ("half a dozen of them", 6),
]


@each("message, count", COUNTS)
def test_the_words_around_a_number_tell_that_people_are_wanted(message: str, count: int) -> None:
    assert count_openings(message) == count


NO_COUNTS = [
    "it is one of the best kitchens",
    "we have space for 80 guests",
    "room for six cars",
    "only the one oven",
    "they lead a team of four",
    "a pair of safety boots",
]


@pytest.mark.parametrize("message", NO_COUNTS)
def test_what_counts_other_things_is_no_opening(message: str) -> None:
    assert count_openings(message) is None
