"""People who are new to the work, and those who are to be taught it."""

import pytest

from benchmarks.ratings import create_facts
from interview_cli.coach.offline.newcomers import is_new_to_work, is_to_be_taught, suppose
from interview_cli.vocabulary import Level

CARER = "EXPERIENCE\nCare assistant, Holm House, 2021 - present\n- Washed and dressed residents"
COOK = "EXPERIENCE\nCook, Holm House, 2019 - present\n- Cooked for forty"


def test_somebody_whose_course_is_still_ahead_is_new() -> None:
    cv = "Deli counter, weekends, 2025\n\nCerts\nFirst aid 2025, booked lifeguard course in May"
    facts = create_facts(title="Lifeguard", level="mid", job="Guard the pool.", cv_text=cv)
    assert is_new_to_work(facts)
    held = create_facts(
        title="Lifeguard", level="mid", job="Guard the pool.", cv_text=cv.replace("booked", "held")
    )
    assert not is_new_to_work(held)


@pytest.mark.parametrize(
    ("title", "job", "cv", "level", "is_taught"),
    [
        ("Trainee cook", "We cook.", CARER, "junior", True),
        ("Trainee pastry cook", "We bake.", COOK, "junior", True),
        ("Trainee cook", "We cook.", COOK, "junior", False),
        ("Cook", "No experience is needed. We cook.", CARER, "mid", True),
        ("Cook", "We cook.", CARER, "mid", False),
        ("Cook", "No experience is needed. We cook.", COOK, "mid", False),
        ("Head cook", "Full training is given.", CARER, "lead", False),
    ],
)
def test_who_is_to_be_taught(
    title: str, job: str, cv: str, level: Level, *, is_taught: bool
) -> None:
    facts = create_facts(title=title, level=level, job=job, cv_text=cv)
    assert is_to_be_taught(facts) == is_taught


def test_what_makes_somebody_act_is_supposed_of_a_newcomer() -> None:
    asked = suppose("What makes you stop talking, and what do you do then?")
    assert asked == "What would make you stop talking, and what would you do then?"
