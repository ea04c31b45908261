"""Which practised questions prepare for one of the real interview."""

import pytest

from benchmarks.debrief import load_pairs
from interview_cli.models import Question
from interview_cli.vocabulary import QuestionKind
from interview_cli.workflow.real_questions import read_question
from interview_cli.workflow.same_question import is_same_question
from tests.workflow.interviews import NOW

MIN_RECALL = 0.75


def is_same(asked: str, practised: str, kind: QuestionKind | None = None, topic: str = "") -> bool:
    kind = kind or read_question(practised).kind
    question = Question(content=practised, timestamp=NOW, kind=kind, topic=topic)
    return is_same_question(asked, question)


@pytest.mark.parametrize(
    ("asked", "practised"),
    [
        ("Introduce yourself.", "Walk me through your CV, please."),
        ("Why us?", "What made you apply for this job?"),
        ("And why did you leave your last job?", "What made you start looking for a new job?"),
        ("How do you handle an angry guest?", "Tell me about a rude customer."),
        ("How well do you know SQL?", "Tell me about your SQL experience."),
        (
            "How do you check a fire panel after a false alarm?",
            "A false alarm comes from the fire panel. How do you check it?",
        ),
    ],
)
def test_other_words_for_the_same_question(asked: str, practised: str) -> None:
    assert is_same(asked, practised)


@pytest.mark.parametrize(
    ("asked", "practised"),
    [
        ("Why us?", "Walk me through your CV, please."),
        ("Why did you leave your last job?", "What do you know about Acme so far?"),
        ("Why did you leave your last job?", "Why do you want to work for Acme?"),
        ("Tell me about a conflict with your boss.", "Tell me about a conflict with a colleague."),
        ("How well do you know SQL?", "Tell me about your Python experience."),
        ("What salary do you expect?", "Which alarms do you know?"),
        (
            "Tell me about the hardest decision of your career.",
            "Your CV says you closed a plant. What was the hardest decision in that?",
        ),
    ],
)
def test_other_questions(asked: str, practised: str) -> None:
    assert not is_same(asked, practised)


@pytest.mark.parametrize(("asked", "same"), [("Kubernetes", True), ("Terraform", False)])
def test_a_requirement_that_the_question_calls_it(asked: str, same: bool) -> None:
    practised = "What comes closest to it?"
    assert is_same(f"How have you used {asked}?", practised, "gap", "Kubernetes") == same


def test_the_pairs_of_the_benchmark() -> None:
    pairs = load_pairs("tuning")
    assert [pair for pair in pairs if pair.is_found and not pair.same] == []
    same = [pair for pair in pairs if pair.same]
    assert sum(pair.is_found for pair in same) >= MIN_RECALL * len(same)
