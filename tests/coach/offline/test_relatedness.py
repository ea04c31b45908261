"""An answer about other work than that of question, ad, CV and trade is noticed."""

import random

import pytest

from benchmarks import common_stems
from benchmarks.answers import load_answers
from benchmarks.interviews import load_interviews
from interview_cli.coach.base import Facts
from interview_cli.coach.offline.rated_answer import RatedAnswer
from interview_cli.coach.offline.ratings import rate_answer
from interview_cli.coach.offline.relatedness import is_unrelated
from interview_cli.coach.offline.review import review_answers

INTERVIEWS = load_interviews("tuning")
STRANGE = (
    "In spring our choir lost its hall in Weimar. I rang eleven parishes, found an old riding "
    "stable with a good echo, and borrowed ninety cushions from a cinema. We sang Bach there in "
    "May, the mayor wept, and the local paper printed half a page about the horses."
)


def put(facts: Facts, number: int, answer: str) -> RatedAnswer:
    """Rate another answer to a question of an interview."""
    exchange = facts.exchanges[number - 1]._replace(answer=answer)
    exchanges = (*facts.exchanges[: number - 1], exchange, *facts.exchanges[number:])
    return rate_answer(exchange, facts._replace(exchanges=exchanges))


@pytest.mark.parametrize("name", INTERVIEWS)
def test_a_story_about_something_else_does_not_answer_any_question(name: str) -> None:
    facts = INTERVIEWS[name]
    for exchange in facts.exchanges:
        assert put(facts, exchange.number, STRANGE).ratings.relevance <= 2, exchange.question


def test_the_review_says_that_an_opener_is_about_something_else() -> None:
    facts = INTERVIEWS["developer"]
    exchanges = (facts.exchanges[0]._replace(answer=STRANGE), *facts.exchanges[1:])
    review = review_answers(facts._replace(exchanges=exchanges))
    judgement = review.judgements[0]
    assert "You answer what was asked" not in judgement.comment
    assert "missing: what it has to do with this job" in judgement.comment


@pytest.mark.slow
def test_good_answers_from_other_trades_mostly_lose_relevance_and_own_ones_keep_it() -> None:
    strong = [answer for answer in load_answers("tuning") if min(answer.ratings.values()) >= 4]
    chance, own, other = random.Random(0), [], []
    for facts in INTERVIEWS.values():
        for exchange in facts.exchanges:
            own.append(put(facts, exchange.number, exchange.answer).ratings.relevance)
            drawn = chance.choice(strong).answer
            other.append(put(facts, exchange.number, drawn).ratings.relevance)
    assert sum(rating >= 3 for rating in own) >= 0.93 * len(own)
    assert sum(rating >= 3 for rating in other) <= 0.38 * len(other)


def test_short_texts_are_not_judged() -> None:
    many = frozenset(f"{number}zzzz" for number in range(100, 200))
    strange = frozenset(f"{number:04d}" for number in range(20))
    assert is_unrelated(strange, many, ())
    assert is_unrelated(strange, many, {"0001"})
    assert not is_unrelated(strange, many, {"0001", "0002"})
    assert not is_unrelated({"0001", "0002"}, many, ())
    assert not is_unrelated(strange, {"word"}, ())


def test_the_common_stems_are_those_of_the_tuning_answers() -> None:
    assert common_stems.FILE.read_text("utf-8") == common_stems.format_stems()
