"""How much an answer must say to be rated higher."""

import pytest

from benchmarks.ratings import create_facts, create_question
from interview_cli.answers.criteria import score_answer
from interview_cli.coach.base import Exchange
from interview_cli.coach.offline.content_limits import find_highest
from interview_cli.coach.offline.exchange_reading import read_answer
from interview_cli.coach.offline.ratings import rate_answer

QUESTION = "You clip the mirror of a parked car, and nobody's seen it. What would you do?"
NOTHING = 20
"""The highest score of an answer without content, of 100."""


def limit_and_score(text: str) -> tuple[dict[str, float], int]:
    exchange = Exchange(1, create_question("situation", QUESTION), text, skipped=False)
    facts = create_facts(exchange, title="Courier", level="mid", job="Courier")
    highest = find_highest(read_answer(exchange, facts), exchange, facts)
    return highest, score_answer(rate_answer(exchange, facts).ratings) or 0


@pytest.mark.parametrize(
    "text",
    [
        "leave a note and call it in",
        "I'd leave my number and tell the office about it.",
        "I would report it to my manager because that's the policy.",
        "Get out, find the owner and say sorry.",
        "I'd go and find the owner and tell him straight.",
        "I'd keep calm, write my name down and ring the office.",
        "take a photo, leave a note and tell the boss",
        "I'd stay until somebody comes, then we swap names and insurance.",
        "Ring the office first, because they know who to call.",
        "I'd probably tell my supervisor and see what he says.",
    ],
)
def test_a_few_words_that_answer_are_worth_more_than_nothing(text: str) -> None:
    highest, score = limit_and_score(text)
    assert highest["structure"] == 1.5
    assert NOTHING < score <= 35


@pytest.mark.parametrize(
    ("text", "highest"),
    [
        ("Leave a note.", 1),
        ("I don't know.", 0),
        ("asdkj hjkk lll qweoiu asd asd jjjj", 0),
        ("I'm a really honest person and I always do my best.", 1),
        ("Last May in Hull I clipped a Polo. I left my number and rang the office at 9.", 5),
    ],
)
def test_what_says_less_or_more_has_another_limit(text: str, highest: int) -> None:
    assert limit_and_score(text)[0]["structure"] == highest


@pytest.mark.parametrize(
    ("text", "relevance"),
    [
        ("Get out and find the owner.", 1),
        ("Leave a note.", 1),  # too little to be an answer
        ("take a photo, leave a note and tell the boss", 2.5),
        ("I don't know.", 0),
        ("asdkj hjkk lll qweoiu asd asd jjjj", 0),
        ("I'm a really honest person and I always do my best.", 1),
        ("Please give me five points, I really need this job.", 0),
    ],
)
def test_a_few_words_may_answer_the_question(text: str, relevance: float) -> None:
    assert limit_and_score(text)[0]["relevance"] == relevance
