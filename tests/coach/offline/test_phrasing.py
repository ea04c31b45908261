"""Requirements, lines of a CV and job titles, reworded to fit into a question."""

import pytest

from interview_cli.coach.offline.phrasing import (
    quote_line,
    quote_work,
    reword_achievement,
    reword_requirement,
    shorten_title,
)
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
    ("line", "expected"),
    [
        ("Installed fire alarms in 14 schools", "installed fire alarms in 14 schools"),
        ("I ran fish and then sauce in my kitchen", "ran fish and then sauce in your kitchen"),
        ("Led a team that trusted me with keys", "led a team that trusted you with keys"),
        ("Registered nurse on the adult part of the register", None),
        ("Licensed electrician seeking a steady position", None),
        ("Give oral, IV and controlled drugs on the ward", None),
        ("Languages: English, German, French and Dutch", None),
        ("Led it", None),
    ],
)
def test_a_line_of_a_cv_follows_you(line: str, expected: str | None) -> None:
    assert reword_achievement(line) == expected


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


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Planned my shifts myself for two years", "planned your shifts yourself for two years"),
        ("Showed that I've learned to weld", "showed that you have learned to weld"),
        ("Rewired a school in Leeds; trained two apprentices", "rewired a school in Leeds"),
        ("Worked with Dr. Hall in his laboratory", "worked with Dr. Hall in his laboratory"),
        ("REWIRED A SCHOOL IN LEEDS", None),
    ],
)
def test_a_line_of_a_cv_is_turned_to_the_reader(line: str, expected: str | None) -> None:
    assert reword_achievement(line) == expected


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("Fire alarms | 2019 to 2023 | Leeds", "Fire alarms, 2019 to 2023, Leeds"),
        ("| Fire alarms |", "Fire alarms"),
        ("Fitted  alarms.", "Fitted alarms"),
    ],
)
def test_a_line_is_quoted_without_its_layout(line: str, quote: str) -> None:
    assert quote_line(line) == quote


def test_a_long_line_is_quoted_in_part() -> None:
    assert len(quote_line("alarms " * 40)) <= 162


@pytest.mark.parametrize(
    ("line", "is_quoted"),
    [
        ("Certificate in welding, 2019", False),
        ("Welded pressure pipes in Hull", True),
    ],
)
def test_a_paper_is_not_work(line: str, is_quoted: bool) -> None:
    assert (quote_work(line) is not None) == is_quoted
