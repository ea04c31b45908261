"""Two questions that ask for the same in other words, and two that do not."""

from interview_cli.coach.base import Exchange
from interview_cli.coach.llm.question_repeats import is_repeated
from interview_cli.models import Question
from tests.cases import each


def repeats(question: str, earlier: str, *, kind: str = "behaviour") -> bool:
    asked = Question.model_construct(content=earlier, kind="behaviour", topic="x")
    return is_repeated(question, kind, [Exchange(1, asked, "I did it.", skipped=False)])


@each(
    ("earlier", "question"),
    [
        (
            "Tell me about a disagreement with a colleague.",
            "When did you and somebody on your team see things differently?",
        ),
        ("What is your greatest weakness?", "Which side of yourself would you like to improve?"),
        ("Tell me about a time you failed.", "Which of your projects ended badly?"),
        (
            "Describe a fault that took you a long time to find.",
            "Which defect gave you the most trouble?",
        ),
        (
            "Tell me about a time you missed a deadline.",
            "When did you deliver something too late?",
        ),
        (
            "Why do you want to work here?",
            "What is it about our hospital that speaks to you?",
        ),
        (
            "What do you do when two machines stop at the same time?",
            "Two machines break down at once. Which do you go to?",
        ),
        (
            "How do you decide on the price of a job?",
            "How do you arrive at a quote for a customer?",
        ),
    ],
)
def test_the_same_competency_on_the_same_things_repeats(earlier: str, question: str) -> None:
    assert repeats(question, earlier)
    assert not repeats(question, earlier, kind="follow_up")


@each(
    ("earlier", "question"),
    [
        (
            "Tell me about a disagreement with a colleague.",
            "Tell me about a supplier with whom you had a dispute over quality.",
        ),
        (
            "Tell me about a mistake you made at work.",
            "How do you check a batch for errors before it is packed?",
        ),
        ("How do you train new staff?", "Which training have you had on hygiene?"),
        (
            "Tell me about a time you were under pressure.",
            "How do you test the pressure in a gas line?",
        ),
        (
            "Tell me about feedback that was hard to take.",
            "How do you collect feedback from parents, and what do you do with it?",
        ),
        ("How do you test a circuit?", "How do you label a circuit for the next person?"),
        (
            "Tell me about a project that ran late.",
            "How do you estimate how long a project will take?",
        ),
    ],
)
def test_a_thing_of_its_own_makes_another_question(earlier: str, question: str) -> None:
    assert not repeats(question, earlier)
