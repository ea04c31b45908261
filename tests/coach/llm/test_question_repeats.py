"""Two questions that ask for the same in other words, and two that do not."""

from interview_cli.coach.base import Exchange
from interview_cli.coach.llm.question_repeats import asks_the_same, is_repeated
from interview_cli.models import Question
from tests.cases import each


def repeats(question: str, earlier: str, *, kind: str = "behaviour") -> bool:
    asked = Question.model_construct(content=earlier, kind="behaviour", topic="x")
    earlier_one = Exchange(1, asked, "I did it.", skipped=False)
    return is_repeated(question, kind, [earlier_one], asks_the_same)


@each(
    ("earlier", "question"),
    [
        (
            "Describe a fault that took you a long time to find.",
            "Which defect gave you the most trouble?",
        ),
        (
            "Tell me about a conflict with a colleague.",
            "Describe a situation in which you fell out with a coworker.",
        ),
        (
            "What did you do as a tester during the software change in 2021?",
            "You were involved in the change of software in 2021. What was your part as a tester?",
        ),
    ],
)
def test_the_same_question_in_other_words_repeats(earlier: str, question: str) -> None:
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
