"""Questions of real interviewers: what they ask for, and which were foreseen."""

import pytest

from interview_cli.models import Question
from interview_cli.vocabulary import QuestionKind
from interview_cli.workflow.real_questions import asks_something, is_foreseen, read_question
from tests.workflow.interviews import NOW


@pytest.mark.parametrize(
    ("text", "kind", "topic"),
    [
        ("Tell me about yourself.", "opener", ""),
        ("Why do you want to leave your current employer?", "motivation", ""),
        ("Do you have any questions for us?", "closing", ""),
        ("What would you do if two patients needed you at once?", "situation", ""),
        ("How do you prioritise your work?", "situation", "planning"),
        ("Tell me about a time you disagreed with your manager.", "behaviour", "disagreement"),
        ("Describe a mistake you made.", "behaviour", "mistake"),
        ("Have you worked with nurse call systems?", "requirement", ""),
    ],
)
def test_kind_and_competency(text: str, kind: str, topic: str) -> None:
    slot = read_question(text)
    assert (slot.kind, slot.topic, slot.question) == (kind, topic, text)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Where did you train?", True),
        ("Please describe your last project.", True),
        ("Thank you for coming in.", False),
        ("Mhm.", False),
    ],
)
def test_what_asks_for_an_answer(text: str, asks: bool) -> None:
    assert asks_something(text) == asks


@pytest.mark.parametrize(
    ("asked", "kind", "topic", "practised", "foreseen"),
    [
        ("Introduce yourself.", "opener", "Nurse", "Walk me through your CV, please.", True),
        ("Why us?", "motivation", "Nurse", "What made you apply for this job?", True),
        ("Why us?", "opener", "Nurse", "What made you apply for this job?", False),
        (
            "Tell me about a conflict with a colleague.",
            "behaviour",
            "disagreement",
            "Tell me about a decision that you thought was wrong.",
            True,
        ),
        (
            "Tell me about a difficult customer.",
            "behaviour",
            "disagreement",
            "Tell me about a decision that you thought was wrong.",
            False,
        ),
        ("How have you used Kubernetes?", "gap", "Kubernetes", "What comes closest to it?", True),
        ("How have you used Terraform?", "gap", "Kubernetes", "What comes closest to it?", False),
        (
            "How do you check a fire panel after a false alarm?",
            "situation",
            "electrical_work: methods",
            "A false alarm comes from the fire panel. How do you check it?",
            True,
        ),
        ("What salary do you expect?", "requirement", "fire alarms", "Which alarms?", False),
    ],
)
def test_what_was_foreseen(
    asked: str, kind: QuestionKind, topic: str, practised: str, foreseen: bool
) -> None:
    question = Question(content=practised, timestamp=NOW, kind=kind, topic=topic)
    assert is_foreseen(asked, question) == foreseen
