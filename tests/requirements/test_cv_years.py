"""Years of work that are told by the dates of jobs."""

import pytest

from interview_cli.requirements.ad_topics import extract_topic
from interview_cli.requirements.cv_years import find_years_line
from interview_cli.requirements.requirement import Requirement

JOB = "Admin Officer, Crestfield Schools, Agege (2022 till date)"
CV = f"Chidinma Okonkwo\n\nWork experience\n{JOB}\n- Filing\n\nWaiter, Luigi, Enugu (2010 - 2019)\n"


def find(text: str, cv: str = CV, year: int = 2026) -> str | None:
    requirement = Requirement(text, extract_topic(text), is_must=True)
    return find_years_line(requirement, "Office Administrator", cv, year)


@pytest.mark.parametrize(
    "text",
    [
        "Minimum of 2 years experience in similar role",
        "2 years as an admin officer",
        "At least 3 years experience, preferably in a school",
    ],
)
def test_a_job_of_that_work_shows_its_years(text: str) -> None:
    assert find(text) == JOB


@pytest.mark.parametrize(
    "text",
    [
        "Minimum of 6 years experience in similar role",  # nine years as a waiter do not count
        "2 years in sales",
        "Good filing",
    ],
)
def test_too_few_years_or_other_work_do_not(text: str) -> None:
    assert find(text) is None


def test_a_line_that_says_how_many_years_comes_first() -> None:
    line = "Administrator with 7 years experience in schools"
    assert find("Minimum 5 years experience", f"{line}\n\n{CV}") == line


def test_a_title_may_be_written_with_a_slash() -> None:
    job = "Northside, Dartmouth - Barista / Keyholder (2023-present)"
    cv = f"Maddie\n\nExperience\n{job}\n- bar\n"
    assert find("1+ year barista experience in a busy shop", cv) == job


def test_a_line_may_say_the_years_of_that_work() -> None:
    line = "Accounts assistant with three years of Irish payroll experience."
    cv = f"Ann Lee\n\n{line}\n\nWork\nWaiter, Luigi, Enugu (2010 - 2019)\n"
    assert find("2+ years Irish payroll experience", cv) == line
    assert find("4+ years Irish payroll experience", cv) is None


def test_the_line_above_a_job_may_name_the_work_by_another_title() -> None:
    line = "Accounts Payable / Office Administrator, Hepburn Co-op, 2018-present"
    cv = f"Ann Lee\n\nEmployment\n{line}\n- Front counter in seeding season\n"
    assert find("2+ years full-cycle accounts payable", cv) == line
    assert find("2+ years of payroll", cv) is None


@pytest.mark.parametrize("work", ["a customer facing role", "customer-facing experience"])
def test_a_title_tells_what_the_work_brings(work: str) -> None:
    line = "Waitress, Luigi, Enugu (2018 - 2023)"
    assert find(f"At least 1 year in {work}", f"Ann Lee\n\nWork\n{line}\n") == line
    other = "Ann Lee\n\nWork\nWelder, Luigi, Enugu (2018 - 2023)\n"
    assert find(f"At least 1 year in {work}", other) is None
