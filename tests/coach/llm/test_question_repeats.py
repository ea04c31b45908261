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
        (
            "Tell me about a time a customer was upset with you.",
            "How do you deal with an angry customer?",
        ),
        (
            "How do you secure a load of pallets on a flatbed?",
            "Walk me through strapping down palletised goods on an open trailer.",
        ),
        (
            "How do you keep a long wall level and plumb?",
            "What do you do to make sure a long run of brickwork stays straight and true?",
        ),
        (
            "Tell me about a patient who was afraid of the treatment.",
            "How have you calmed somebody who was terrified of the dentist's chair?",
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
        (
            "Tell me about a truck that broke down on you and how you got the load there.",
            "What do you check before you start a truck?",
        ),
        (
            "Tell me about a time a customer was upset with you.",
            "What do you note down after a call with a customer?",
        ),
        ("How do you know that a fish is fresh?", "How do you know that a fish is done?"),
        (
            "How do you protect fresh brickwork in frost?",
            "How do you protect yourself from dust when you cut brick?",
        ),
        (
            "Tell me about an event at which the technology failed and what you did.",
            "An agent hears your feedback, nods, and nothing changes for a month. What then?",
        ),
    ],
)
def test_a_thing_of_its_own_makes_another_question(earlier: str, question: str) -> None:
    assert not repeats(question, earlier)
