"""Two questions in one sentence that have nothing to do with each other."""

from interview_cli.coach.llm.unrelated_questions import has_unrelated_questions
from tests.cases import each


@each(
    "question",
    [
        "What do you like about the accordion, and how would you deal with a volunteer who keeps "
        "missing the induction training?",
        "What do you like about Ghent and how would you explain Kafka to our sales staff?",
    ],
)
def test_two_questions_without_a_link_are_several(question: str) -> None:
    assert has_unrelated_questions(question)


@each(
    "question",
    [
        "Which steps lie between an offer and the exchange of contracts, and where do files stop?",
        "How did you share out the jobs, and who decided when things got tight on that night?",
        "When did you hear that the windows would be late, and what have you ordered since then?",
    ],
)
def test_a_question_that_goes_on_is_one(question: str) -> None:
    assert not has_unrelated_questions(question)
