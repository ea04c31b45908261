"""How a paper that a CV leaves open is asked about."""

from datetime import date

from interview_cli.coach.offline.paper_questions import find_paper_wordings
from interview_cli.requirements.requirement import Requirement
from tests.cases import each

CV = "Ann Smith\n\nExperience\nWorker, Smith & Co, 2019 to now\n- Loaded vans\n\nCertificates\n"
DAY = date(2026, 11, 22)


@each(
    ("paper", "line", "words"),
    [
        ("Police check", "Police check (expired 2021)", "your national police check has run out"),
        ("Matric", "Matric: not completed", "a matric certificate"),
        ("CPC (AAPC)", "CPC-A, 2025", "CPC (AAPC)"),
        ("Degree in computer science", "B.Sc. Commerce, 2017", "a computer science degree"),
        ("Class 5 driver's licence", "Class 5L", "I see a Class 5L in your CV"),
    ],
)
def test_the_question_names_the_paper_and_how_it_stands(paper: str, line: str, words: str) -> None:
    requirement = Requirement(paper, paper, is_must=True)
    wordings, fields = find_paper_wordings(requirement, paper, CV + line, DAY)
    assert any(words in wording.format(**fields) for wording in wordings)
