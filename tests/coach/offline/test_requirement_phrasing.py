"""Requirements and job titles, reworded to fit into a question."""

import pytest

from interview_cli.coach.offline.requirement_phrasing import reword_requirement, shorten_title
from interview_cli.requirements.extract import Requirement, extract_topic


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hands-on experience of standard costing", "hands-on experience of standard costing"),
        ("Python and PostgreSQL", "Python and PostgreSQL"),
        ("PLC troubleshooting and program edits", "PLC troubleshooting and program edits"),
        ("Able to read schematics", "somebody who can read schematics"),
        (
            "negotiate with purchasing managers",
            "somebody who can negotiate with purchasing managers",
        ),
        (
            "Calm and compassionate under pressure",
            "somebody who is calm and compassionate under pressure",
        ),
        (
            "stays level-headed in a full service",
            "somebody who stays level-headed in a full service",
        ),
        (
            "You enjoy making things with your hands",
            "people who enjoy making things with their hands",
        ),
        ("can work as part of a small team", "somebody who can work as part of a small team"),
        ("Minimum of 5 years of industrial maintenance", "experience of industrial maintenance"),
        ("at least two years' experience in a busy kitchen", "experience in a busy kitchen"),
        ("CIMA or ACCA qualified", "somebody who is CIMA or ACCA qualified"),
        ("A keen eye for detail.", "a keen eye for detail"),
        ("Current NMC registration (Adult)", "current NMC registration"),
        ("Testing of switchboards", "testing of switchboards"),
    ],
)
def test_a_requirement_follows_the_job_asks_for(text: str, expected: str) -> None:
    assert reword_requirement(Requirement(text, extract_topic(text), is_must=True)) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Account Executive, Mid-Market", "Account Executive"),
        ("Nurse (m/f/d)", "Nurse"),
        ("Full-Stack Developer", "Full-Stack Developer"),
        ("Engineer – Payments", "Engineer"),
        ("(Senior)", "(Senior)"),
    ],
)
def test_a_title_loses_its_additions(title: str, expected: str) -> None:
    assert shorten_title(title) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Driving licence (category B)", "a driving licence"),
        ("Degree or equivalent", "a degree or equivalent"),
        ("You manage your own diary", "people who manage their own diary"),
        ("Must speak Welsh", "somebody who can speak Welsh"),
        ("Friendly", "somebody who is friendly"),
        ("Excel", "Excel"),
    ],
)
def test_a_requirement_takes_the_form_of_its_first_words(text: str, expected: str) -> None:
    assert reword_requirement(Requirement(text, extract_topic(text), is_must=True)) == expected


def test_a_long_requirement_is_named_by_its_topic() -> None:
    text = " ".join(["cranes"] * 17)
    assert reword_requirement(Requirement(text, "cranes", is_must=True)) == "cranes"
    assert reword_requirement(Requirement(text[7:], "cranes", is_must=True)) == text[7:]
