"""The jobs in a CV, by their titles."""

import pytest

from interview_cli.requirements.cv_roles import find_roles, find_title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Feltro Logistics — Software Engineer II      Mar 2021 – Present", "software engineer"),
        ("Practice Nurse, Oakmarsh Medical Centre", "practice nurse"),
        ("Jan 2020 to date - Barista then Shift Supervisor, Cobble & Bean", "shift supervisor"),
        ("06.2020 - present – Class 2 Driver - Midshire Builders Merchant", "class 2 driver"),
        ("Designation  : Warehouse clerk", "warehouse clerk"),
        ("WATER RESOURCES ENGINEER II", "water resources engineer"),
        ("Senior HGV Driver", "senior HGV driver"),
        ("part time welding instructor & own shop", "welding instructor"),
        ("Asst. Manager – Logistics", None),
        ("Oak Hill School teacher", None),
        ("Jadhav & Soman, Chartered Accountants", None),
        ("Three years as flight attendant", None),
        ("Trained two waiters", None),
    ],
)
def test_a_line_names_a_job_or_none(line: str, title: str | None) -> None:
    assert find_title(line) == title


def test_the_most_recent_job_comes_first() -> None:
    cv = """Ana Reyes

Experience
Staff Nurse, St Ann's Hospital
2015 - 2019
- Ran the night shift on a ward of 28 beds

Practice Nurse, Oakmarsh Medical Centre
April 2019 - present
- Ran the asthma clinic
"""
    roles = find_roles(cv)
    assert [(role.title, role.is_current, role.is_latest) for role in roles] == [
        ("practice nurse", True, True),
        ("staff nurse", False, False),
    ]


def test_studies_are_no_job() -> None:
    assert (
        find_roles("Ana Reyes\n\nEducation\n2015 - 2019 Trainee teacher, University of Leeds\n")
        == ()
    )
