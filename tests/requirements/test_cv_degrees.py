"""Degrees by their letters, their long names and their subjects."""

import pytest

from interview_cli.requirements.cv_degrees import find_degree_line
from interview_cli.requirements.extract import find_requirements
from interview_cli.requirements.wanted import Wanted

CV = "Ann Lee\n\nEducation\n{}\n\nWork\nClerk, Hull, 2019 to now\n- Kept the ledger\n"


def find(wanted: str, line: str) -> str | None:
    (requirement,) = find_requirements(f"# Clerk\n## What you need\n- {wanted}\n")
    return find_degree_line(Wanted.of_requirement(requirement), CV.format(line))


@pytest.mark.parametrize(
    ("wanted", "line"),
    [
        ("B.Com / M.Com / Inter CA", "M.Com - Pune University - 2019"),
        ("B.Com / M.Com / Inter CA", "Master of Commerce, Pune University, 2019"),
        ("Bachelor degree in Civil Engineering (attested)", "BSc Civil Engineering, Taxila, 2017"),
        ("Bachelor's degree in Human Resource Management or related", "BCom (HRM option), 2020"),
        ("Graduate of an accredited MA program", "Medical Assistant Diploma, Austin, 2022"),
    ],
)
def test_a_degree_is_known_by_each_of_its_names(wanted: str, line: str) -> None:
    assert find(wanted, line) == line


@pytest.mark.parametrize(
    ("wanted", "line"),
    [
        ("Bachelor degree in Civil Engineering", "BSc Chemistry, Taxila, 2017"),
        ("B.Com / M.Com / Inter CA", "B.Tech, Pune University, 2019"),
        ("Graduate of an accredited MA program", "Round Rock, TX, ann.ma@example.com"),
    ],
)
def test_another_degree_is_not_it(wanted: str, line: str) -> None:
    assert find(wanted, line) is None
