"""Which words of talk name the work itself, and what that does to an answer."""

import pytest

from benchmarks.ratings import create_facts, create_question
from interview_cli.answers.criteria import score_answer
from interview_cli.coach.base import Exchange
from interview_cli.coach.offline.rated_answer import RatedAnswer
from interview_cli.coach.offline.ratings import rate_answer
from interview_cli.requirements.asked_criteria import leave_out_unasked
from interview_cli.requirements.work_words import find_work_words
from interview_cli.vocabulary import QuestionKind

NOTHING = 20


def rate(kind: QuestionKind, title: str, question: str, answer: str) -> RatedAnswer:
    exchange = Exchange(1, create_question(kind, question), answer, skipped=False)
    return rate_answer(exchange, create_facts(exchange, title=title, level="mid", job=title))


def score(kind: QuestionKind, title: str, question: str, answer: str) -> int:
    rated = rate(kind, title, question, answer)
    return score_answer(leave_out_unasked(rated.ratings, rated.exchange.question)) or 0


@pytest.mark.parametrize(
    ("title", "word"),
    [("Forklift driver", "drive"), ("Electrician", "fit"), ("Welder", "fit"), ("Cleaner", "clean")],
)
def test_the_job_says_which_words_are_work(title: str, word: str) -> None:
    assert word in find_work_words("", title, "", "")


def test_praise_is_talk_in_any_job() -> None:
    job = "# Driver\n## Your tasks\n- Deliver parcels in a dynamic, passionate team\n"
    words = find_work_words("", "Driver", job, "")
    assert "deliver" in words
    assert not {"dynamic", "passionate", "driven"} & words


@pytest.mark.parametrize(
    ("title", "question", "answer"),
    [
        (
            "Forklift driver",
            "A pallet blocks your view. How do you drive?",
            "If I not see, I drive backward. Slow. Use horn at corner. If not sure I ask banksman.",
        ),
        (
            "Care assistant",
            "A resident wants to get up. How do you help?",
            "I support her elbow and hip, not the arms. She lean forward, I count to three.",
        ),
        (
            "Gardener",
            "How do you grow tomatoes under glass?",
            "I grow them on string. Side shoots I take out every week. If leaf is yellow I feed.",
        ),
    ],
)
def test_a_method_in_words_of_the_work_is_an_answer(title: str, question: str, answer: str) -> None:
    assert score("situation", title, question, answer) > 2 * NOTHING


@pytest.mark.parametrize(
    "answer",
    [
        "I drive safely and deliver excellent results with strong commitment.",
        "I lead with passion and integrity. I empower people to achieve their goals.",
        "I support the team and bring energy. I always deliver.",
    ],
)
def test_talk_in_words_of_the_work_stays_talk(answer: str) -> None:
    question = "A pallet blocks your view. How do you drive?"
    assert score("situation", "Forklift driver", question, answer) <= NOTHING


def test_a_routine_is_not_called_a_case_from_the_past() -> None:
    answer = "I read the ticket. I put the chock in. I cut the old label off and set the strap."
    question = "What do you check before a load leaves?"
    assert rate("situation", "Warehouse operative", question, answer).reading.missed_form is None


def test_questions_to_the_employer_are_no_nothing() -> None:
    question = "What would you like to ask us?"
    answer = "How long is the training? And which shift do I start on?"
    assert score("closing", "Forklift driver", question, answer) > NOTHING
    assert score("closing", "Forklift driver", question, "No.") == 0


def test_a_good_story_beside_a_tool_that_was_asked_for_is_not_good() -> None:
    story = (
        "In 2022 the tracking service was too slow. I profiled the queries, wrote a view and "
        "rolled it out to 5 % first. The time fell from 1.8 s to 240 ms, and calls fell by 40 %."
    )
    question = "Tell me about any experience with Terraform you have."
    exchange = Exchange(1, create_question("gap", question, "Terraform"), story, skipped=False)
    facts = create_facts(exchange, title="Backend engineer", level="mid", job="Backend engineer")
    ratings = rate_answer(exchange, facts).ratings
    assert max(ratings.model_dump().values()) <= 3
