"""Which interviews form a series: the same job, or the same line of work."""

import pytest

from interview_cli.models import Interview
from interview_cli.workflow.job_series import number_job_lines
from tests.workflow.interviews import SESSION, build

WARD_AD = (
    "Registered nurse on a medical ward. You give medication, take observations, dress wounds and "
    "hand patients over to the next shift. NMC registration is needed."
)
KITCHEN_AD = (
    "Cook for a busy restaurant kitchen. You prepare the menu, run a section at service, keep the "
    "food hygiene records, and order stock from suppliers."
)
SOFTWARE_AD = (
    "You build services in Python and Go, review code, write tests, deploy with Kubernetes and "
    "take your turn on call for our APIs and databases."
)
HOTEL_AD = (
    "You run our hotel: the front desk, housekeeping, guest complaints, room revenue and bookings."
)


def number(*jobs: tuple[str, str]) -> list[int]:
    """Return the number of the line of work of each job, given by title and ad."""
    interviews: list[Interview] = [
        build(
            job_title=title,
            job_description_text=ad,
            session_id=f"{SESSION[:-2]}{order:02}",
        )
        for order, (title, ad) in enumerate(jobs)
    ]
    return list(number_job_lines(interviews).values())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Staff Nurse", WARD_AD), ("Senior Staff Nurse", WARD_AD)),
        (("Staff Nurse", WARD_AD), ("Registered Nurse, Ward 4", WARD_AD)),
        (("Chef de Partie", KITCHEN_AD), ("Sous Chef", KITCHEN_AD)),
        (("Backend Engineer", SOFTWARE_AD), ("Senior Backend Engineer", SOFTWARE_AD)),
        (("Backend Engineer", SOFTWARE_AD), ("Software Engineer", SOFTWARE_AD)),
        (("Stargazer", ""), ("Junior Stargazer", "")),
        (("Staff Nurse", ""), ("Staff Nurse", WARD_AD)),
    ],
)
def test_one_line_of_work(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert number(first, second) == [0, 0]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Staff Nurse", WARD_AD), ("Sous Chef", KITCHEN_AD)),
        (("Hotel Receptionist", HOTEL_AD), ("Hotel Manager", HOTEL_AD)),
        (("Manager", HOTEL_AD), ("Manager", WARD_AD)),
        (("Stargazer", ""), ("Cloud Whisperer", "")),
        (("Backend Engineer", SOFTWARE_AD), ("Electrician", "")),
    ],
)
def test_different_lines_of_work(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert number(first, second) == [0, 1]


def test_a_job_of_no_known_trade_joins_no_two_trades() -> None:
    assert number(("Manager", HOTEL_AD), ("Manager", ""), ("Manager", WARD_AD)) == [0, 0, 1]


def test_numbers_follow_the_first_of_each_line() -> None:
    nurse, cook = ("Staff Nurse", WARD_AD), ("Sous Chef", KITCHEN_AD)
    assert number(cook, nurse, cook, nurse) == [0, 1, 0, 1]
