"""How a paper that a CV leaves open is asked about."""

from datetime import date

from interview_cli.coach.offline.paper_questions import find_paper_wordings, say_choice
from interview_cli.requirements.requirement import Requirement
from tests.cases import each

CV = "Ann Smith\n\nExperience\nWorker, Smith & Co, 2019 to now\n- Loaded vans\n\nCertificates\n"
DAY = date(2026, 11, 22)


@each(
    ("paper", "line", "words"),
    [
        ("Police check", "Police check (expired 2021)", "your national police check has run out"),
        ("Matric", "Matric: not completed", "a matric certificate"),
        ("CPC (AAPC)", "CPC-A, 2025", "CPC-A"),
        ("Degree in computer science", "B.Sc. Commerce, 2017", "a degree in computer science"),
        ("Class 5 driver's licence", "Class 5L", "I see a Class 5L in your CV"),
        ("manual driving licence", "Full licence (automatic)", "Your licence is for automatics"),
        ("UAE driving licence", "Indian driving licence", "is from another country"),
        ("Bachelor's degree", "BSc Maths, 2 of 3 years", "a bachelor's degree"),
        ("GCSE maths at grade 4", "GCSE maths 3", "maths at grade 4"),
        ("A 2:1 degree", "LLB (2:2), 2019", "a higher class of degree"),
        ("School Bus (S) endorsement", "P endorsement", "I see a P endorsement in your CV"),
        ("category C1", "Provisional C1", "category C1 on your licence"),
        ("full MR licence", "Driving: full", "an MR licence"),
        ("UPDA certificate", "UPDA: expired 2023, file re-submitted in May", "you're renewing it"),
        ("blue CSCS card", "CSCS card. For the blue one I'm doing an NVQ", "CSCS"),
        ("CIMA or ACCA / ACA", "Studying for CIMA", "CIMA, ACCA or ACA"),
        ("Full CeMAP or equivalent (R01+CF6)", "CeMAP 3 resit in May", "your CeMAP"),
        ("GCSE maths", "Functional Skills Maths Level 2, result awaited", "Level 2 in maths"),
        ("Driving licence, max 3 points", "Full licence, 6 points", "up to 3 points"),
        ("blue CSCS card", "CSCS green (labourer)", "I see CSCS green (labourer) in your CV"),
        ("Current Ohio LISW", "LSW, Ohio", "I see an LSW license"),
        (
            "valid UAE motorcycle licence",
            "Motorcycle licence applied for",
            "a UAE motorcycle licence",
        ),
        (
            "Ontario Working at Heights",
            "Working at Heights booked",
            "an Ontario Working at Heights c",
        ),
        ("Valid Oman light driving license", "Oman license: road test booked", "an Oman driving"),
        ("Full UK driving licence", "Provisional licence", "a full UK driving licence"),
        ("full Class 2 licence, be drug free", "Class 2 learners", "a full Class 2 licence."),
        ("IELTS 7.0 overall", "IELTS, Sept 2026: overall 6.5", "an IELTS score of 6.5"),
        ("Class 2 licence with W endorsement", "Class 2 learner", "a Class 2 licence"),
        (
            "a Level 3 in care, or able to get it by May",
            "Level 3 in care booked",
            "a Level 3 in care",
        ),
    ],
)
def test_the_question_names_the_paper_and_how_it_stands(paper: str, line: str, words: str) -> None:
    requirement = Requirement(paper, paper, is_must=True)
    wordings, fields = find_paper_wordings(requirement, paper, CV + line, DAY)
    assert any(words in wording.format(**fields) for wording in wordings)


def test_letters_are_said_with_the_kind_and_the_state_of_the_paper() -> None:
    name = "NJ Certified Homemaker-Home Health Aide"
    requirement = Requirement(f"{name} (CHHA) certification", name, is_must=True)
    wordings, fields = find_paper_wordings(requirement, name, f"{CV}Started the CHHA class", DAY)
    assert any("a New Jersey CHHA certificate" in each.format(**fields) for each in wordings)


@each(
    ("phrase", "said"),
    [
        ("CIMA or ACCA / ACA", "CIMA, ACCA or ACA"),
        ("BLS/CPR", "BLS or CPR"),
        ("NVQ/QCF/RQF Level 2", "NVQ, QCF or RQF Level 2"),
        ("full UK/EU driving licence", "full UK or EU driving licence"),
        ("DoD 8140/8570 IAT II", "DoD 8140/8570 IAT II"),
        ("a CSCS card", "a CSCS card"),
        ("a certificate IV in youth work, or a higher diploma", "a certificate IV in youth work"),
        ("CMA, RMA, CCMA or NCMA", "CMA, RMA, CCMA or NCMA"),
    ],
)
def test_a_slash_is_said_as_a_choice(phrase: str, said: str) -> None:
    assert say_choice(phrase) == said
