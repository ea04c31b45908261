"""Lines of a job ad that head or label others wherever they stand."""

import pytest

from interview_cli.requirements.ad_headings import Part, find_part_headed
from interview_cli.requirements.extract import find_duties, find_requirements


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Personal", "wanted"),
        ("You will bring", "wanted"),
        ("Key accountabilities", "duties"),
        ("Requirements of the post", "wanted"),
        ("Essential  Desirable  Assessed by", "wanted"),
        ("Date posted", "other"),
        ("Kind regards,", "other"),
        ("Patience", None),
    ],
)
def test_the_part_that_a_line_among_entries_opens(text: str, part: Part | None) -> None:
    assert find_part_headed(text, "wanted") == part


def test_a_heading_a_fact_and_a_name_among_entries_ask_for_nothing() -> None:
    ad = "You need\nPatience\nPersonal\nTact\nGrade: 3 (£24,027)\nCheers\nMorven Baird\n"
    assert [requirement.text for requirement in find_requirements(ad)] == ["Patience", "Tact"]


def test_numbered_clauses_are_entries() -> None:
    duties = "2. MAIN DUTIES\n2.1 To hold a caseload.\n\n"
    ad = f"{duties}3. Requirements of the post\n3.1 Desirable: Welsh\n"
    assert find_duties(ad) == ["To hold a caseload"]
    assert [(found.text, found.is_must) for found in find_requirements(ad)] == [("Welsh", False)]


def test_the_first_column_of_a_table_names_groups() -> None:
    ad = "You need\n| Item | Requirement |\n| Education | Degree in law |\n| Other | Welsh |\n"
    assert [found.text for found in find_requirements(ad)] == ["Degree in law", "Welsh"]
