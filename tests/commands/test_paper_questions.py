"""What an interview asks about a paper that the job demands, by what the CV says of it."""

import pytest

from tests.cases import each
from tests.conftest import Line

AD = """Care worker

Requirements
- {}
- Kind to people and patient with them

What you will do
- Help people to wash and dress
"""
PERSON = """Ann Smith

Experience
Care worker, Hill House, 2019 to now
- Helped twelve people to wash and dress each morning
- Wrote the care notes of each day and handed them over to the night staff

Certificates
{}
Food hygiene course, 2022
"""


def list_questions(line: Line, demand: str, paper: str) -> str:
    """Return all questions of an interview, each of which is skipped."""
    session = line.new("--questions", "5", title="Care worker")
    line(
        "upload", session, "--cv", "-", "--job-text", AD.format(demand), stdin=PERSON.format(paper)
    )
    questions = []
    for _ in range(5):
        questions.append(line("ask", session).stdout)
        line("answer", session, "--skip")
    return "\n".join(questions)


@each(
    ("demand", "paper", "named"),
    [
        ("NMC registration", "NMC registration, expired Oct 2024", "your NMC registration"),
        ("NMC registration", "NMC registration: waiting for my PIN", "your NMC registration"),
        ("PSIRA registration, grade C", "PSIRA grade D, valid", "PSIRA registration at grade C"),
        ("SIA licence", "PSIRA grade D, valid", "PSIRA grade D"),
        ("NMC registration", "No NMC registration yet", "NMC registration"),
        ("NMC registration", "First aid, 2025", "NMC registration"),
        ("SMSTS or SSSTS", "First aid, 2025", "SMSTS"),
    ],
)
def test_a_paper_that_the_cv_leaves_open_is_asked_about(
    line: Line, demand: str, paper: str, named: str
) -> None:
    assert named in list_questions(line, demand, paper)


@each(
    ("demand", "paper", "named"),
    [
        ("NMC registration", "NMC PIN 12A3456E, valid to 2029", "NMC"),
        ("SMSTS or SSSTS", "SSSTS, valid to 2029", "STS"),
        ("SSSTS", "SMSTS, valid to 2029", "STS"),
        ("PSIRA registration, grade C", "PSIRA grade B, valid", "PSIRA"),
        ("NMC registration, or willing to work towards it", "First aid, 2025", "NMC"),
        ("An enhanced DBS check", "First aid, 2025", "DBS"),
    ],
)
def test_a_paper_that_is_held_or_no_must_is_not_asked_about(
    line: Line, demand: str, paper: str, named: str
) -> None:
    assert named not in list_questions(line, demand, paper)


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        ("NMC registration, expired Oct 2024", "run out"),
        ("NMC registration: waiting for my PIN", "do things stand"),
        ("No NMC registration yet", "get it|getting it"),
    ],
)
def test_the_question_takes_up_what_the_cv_says(line: Line, paper: str, words: str) -> None:
    questions = list_questions(line, "NMC registration", paper)
    assert any(each_form in questions for each_form in words.split("|"))
