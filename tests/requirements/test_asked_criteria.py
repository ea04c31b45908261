"""Which criteria a question asks for."""

import pytest

from benchmarks.ratings import create_question
from interview_cli.answers.criteria import WEIGHTS
from interview_cli.models import Ratings
from interview_cli.requirements.asked_criteria import find_asked, leave_out_unasked
from interview_cli.vocabulary import QuestionKind

ALL = list(WEIGHTS)
WITHOUT_IMPACT = [name for name in ALL if name != "impact"]


@pytest.mark.parametrize(
    ("topic", "question"),
    [
        (
            "full driving licence",
            "You'd need a full driving licence. Where do you stand with that?",
        ),
        ("HACCP Level 2", "You'd need HACCP Level 2 here. How far along are you with that?"),
        (
            "SIA badge",
            "The job asks for an SIA badge. Do you have that, or are you working towards it?",
        ),
        ("CSCS card", "You'd need a CSCS card here. Is yours in date?"),
        ("", "Let me check one formal point: do you hold a forklift certificate?"),
        ("", "The ad asks for IOSH Managing Safely. Have you got that?"),
        ("NVQ level 3", "You'd need an NVQ level 3. How close are you with that?"),
        ("registration with the NMC", "You'd need registration with the NMC. Do you have it?"),
        ("first aid certificate", "Are yours still valid, and until when?"),
        ("degree in law", "The job asks for a degree in law. Where do you stand with that?"),
    ],
)
def test_a_question_about_a_paper_asks_for_no_impact(topic: str, question: str) -> None:
    assert find_asked(create_question("gap", question, topic)) == WITHOUT_IMPACT


@pytest.mark.parametrize(
    ("topic", "question"),
    [
        ("Salesforce", "The ad mentions Salesforce. How much have you had to do with that?"),
        ("Opera", "Where have you come across Opera so far, if at all?"),
        ("", "Kubernetes isn't in your CV. How would you close that gap?"),
        ("", "You hold no licence for the new engine option. How would you deal with that?"),
        ("night shifts", "How much experience do you have of night shifts?"),
        ("", "There are two years without work in your CV. What happened there?"),
        ("CMM programming", "The ad mentions CMM programming. How new would that be to you?"),
        ("customs", "We see no customs experience in your CV. What do you say to that?"),
        ("children", "How much have you worked with children?"),
        ("wine", "I don't see anything about wine in your CV. How would you deal with that?"),
    ],
)
def test_another_question_about_a_gap_asks_for_all(topic: str, question: str) -> None:
    assert find_asked(create_question("gap", question, topic)) == ALL


@pytest.mark.parametrize(
    ("kind", "asked"),
    [("closing", WITHOUT_IMPACT), ("behaviour", ALL), ("motivation", ALL), ("requirement", ALL)],
)
def test_only_the_close_asks_for_no_impact_by_its_kind(
    kind: QuestionKind, asked: list[str]
) -> None:
    question = create_question(kind, "Do you have a driving licence?", "driving licence")
    rated = Ratings(**dict.fromkeys(WEIGHTS, 4))
    assert find_asked(question) == asked
    left = leave_out_unasked(rated, question).model_dump()
    assert left == {name: 4 if name in asked else None for name in WEIGHTS}
