"""Which answers say no to what a requirement names."""

import pytest

from interview_cli.requirements.denials import find_denial
from interview_cli.requirements.given_answers import GivenAnswer


@pytest.mark.parametrize(
    ("topic", "answer"),
    [
        ("Joblogic", "Yes, I haven't used Joblogic."),
        ("Terraform", "We have Terraform. I've never touched it myself."),
        ("Snowflake", "Your team uses Snowflake, which I'd like to learn."),
        ("Sage 200", "So far it has been Sage 50."),
        ("HEDIS measures", "HEDIS measures are new to me."),
        ("timber frame", "I have not done a timber frame house."),
        ("Opera Cloud or another PMS", "Just that I don't know Opera, only Resy."),
    ],
)
def test_a_denial_is_found(topic: str, answer: str) -> None:
    assert find_denial(topic, GivenAnswer(1, "behaviour", "", answer)) == next(
        sentence for sentence in answer.split(". ") if answer.startswith(sentence)
    ) + ("." if ". " in answer else "")


@pytest.mark.parametrize(
    ("topic", "answer"),
    [
        ("Dentally", "I learned Dentally in four days."),
        ("Excel", "I keep the list in Excel, and no invoice was late."),
        ("Opera Cloud", "I don't know Opera Glasses."),
        ("PowerShell", "I wrote a script in PowerShell. It never failed, and nobody missed it."),
        ("rotas", "I write the rotas. I don't mind a strict supervisor."),
    ],
)
def test_another_no_is_no_denial(topic: str, answer: str) -> None:
    assert find_denial(topic, GivenAnswer(1, "behaviour", "", answer)) is None


def test_an_answer_on_what_has_to_be_learned_denies_what_it_names() -> None:
    question = "What in this job would you have to learn first?"
    given = GivenAnswer(1, "gap", "", "ECS and Terraform. I'd start in a sandbox.", question)
    assert find_denial("Terraform", given) == "ECS and Terraform."
    assert find_denial("Kafka", given) is None


@pytest.mark.parametrize(
    ("topic", "question", "answer"),
    [
        ("TWIC card", "The job asks for a TWIC card. Do you have that?", "No sir. Never had one."),
        ("Joblogic", "You'd need Joblogic here. Have you used it?", "Not yet, but I saw it once."),
        ("CIH Level 3 Certificate", "Why us?", "I don't have the CIH Level 3."),
    ],
)
def test_a_no_to_the_question_or_by_the_letters_is_a_denial(
    topic: str, question: str, answer: str
) -> None:
    kind = "gap" if topic in question else "motivation"
    assert find_denial(topic, GivenAnswer(1, kind, topic, answer, question)) is not None


def test_a_no_to_another_question_or_to_other_letters_is_none() -> None:
    asked = "Do you have a TWIC card?"
    assert find_denial("Excel", GivenAnswer(1, "gap", "", "No sir.", asked)) is None
    assert find_denial("TWIC card", GivenAnswer(1, "gap", "", "No problem.", asked)) is None
    sql = GivenAnswer(1, "behaviour", "", "I haven't used SQS.")
    assert find_denial("AWS (ECS, SQS, RDS)", sql) is None


def test_a_question_on_something_is_told_with_what_takes_it_back() -> None:
    text = "Is it possible to get PL-300 sponsored? I have not done it yet."
    answer = GivenAnswer(8, "closing", "", text)
    assert find_denial("Microsoft PL-300 certification", answer) == text


@pytest.mark.parametrize(
    ("topic", "answer"),
    [
        ("High Risk Work Licence class DG", "And I should say it now, I don't hold a DG."),
        (
            "NVQ / Diploma Level 3 in Care",
            "Sign me up for the level 3 because I've only my level 2.",
        ),
        ("CIP designation", "Yes, the CIP. I read that it must be completed and mine is not."),
        ("Valid Reach licence", "My reach licence is only a company certificate."),
    ],
)
def test_a_paper_is_denied_by_what_people_call_it(topic: str, answer: str) -> None:
    assert find_denial(topic, GivenAnswer(8, "closing", "", answer)) == answer


@pytest.mark.parametrize(
    ("topic", "answer"),
    [
        ("High Risk Work Licence class DG", "I don't hold an EWP."),
        ("NVQ / Diploma Level 3 in Care", "I haven't done the level 3 first aid course."),
        ("NVQ / Diploma Level 3 in Care", "I've only taught the level 2."),
        ("CIP designation", "Yes, the CIP. The mine is not far from here."),
    ],
)
def test_another_class_or_step_is_another_paper(topic: str, answer: str) -> None:
    assert find_denial(topic, GivenAnswer(8, "closing", "", answer)) is None
