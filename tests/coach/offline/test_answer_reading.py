"""What the features are measured on: the subject, the names and the verbs of an answer."""

import pytest

from benchmarks.ratings import create_facts, create_question
from interview_cli.coach.base import Exchange
from interview_cli.coach.offline.ratings import rate_answer
from interview_cli.vocabulary import QuestionKind
from tests.coach.offline.test_ratings import MISTAKE, question, rated
from tests.fakes import facts_of


def test_a_follow_up_is_held_against_the_answer_before_it_if_there_is_one() -> None:
    questions = [question("behaviour"), question("follow_up")]
    for before, after, meets in (
        (MISTAKE, "Twelve cables in six weeks.", True),
        (MISTAKE, "My dog likes the seaside in Whitby, with 40 gulls.", False),
        ("", "My dog likes the seaside in Whitby, with 40 gulls.", True),
    ):
        exchanges = [
            Exchange(number, asked, answer, skipped=not answer)
            for number, (asked, answer) in enumerate(
                zip(questions, (before, after), strict=True), 1
            )
        ]
        found = rate_answer(exchanges[1], facts_of(*exchanges))
        assert bool(found.features["off_topic"]) is not meets


@pytest.mark.parametrize(
    ("kind", "answer", "shares_subject"),
    [
        ("requirement", "The fire alarm of Park School was loud for 40 days.", True),
        ("requirement", "I sailed at Whitby for three years.", False),
        # A case from the past needs no word of the question.
        ("behaviour", "I sailed at Whitby for three years.", True),
        # "Hospitals" stands in the ad.
        ("motivation", "I worked in two hospitals in York for three years.", True),
        ("motivation", "I sailed at Whitby for three years.", False),
        ("situation", "I would tell the cook of one case.", False),  # words of every question
    ],
)
def test_the_subject_of_an_answer(kind: QuestionKind, answer: str, shares_subject: bool) -> None:
    assert rated(answer, kind).reading.shares_subject == shares_subject


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        ("I worked for Brook in Hull.", ["Brook", "Hull"]),
        ("I want to work for Acme.", []),
        ("Brook was kind, and Brook was fair.", ["Brook"]),
    ],
)
def test_new_names_do_not_stand_in_the_question(answer: str, names: list[str]) -> None:
    assert rated(answer, "motivation").reading.new_names == names


def test_repeated_sentences_are_counted_once() -> None:
    once = rated("I fitted a panel in Hull. We tested 40 lamps.").reading
    twice = rated("I fitted a panel in Hull. We tested 40 lamps. I fitted a panel in Hull.").reading
    assert (once.sentence_count, once.i_count, once.we_count) == (2, 1, 1)
    assert (twice.sentence_count, twice.i_count, twice.we_count) == (2, 1, 1)


def test_an_empty_answer_divides_by_one() -> None:
    reading = rated("").reading
    assert (reading.sentence_count, reading.acts) == (1, frozenset())


def test_what_was_done_is_told_from_what_would_be_done() -> None:
    reading = rated("I fitted a panel. I would replace the relay.").reading
    assert ("fit" in str(reading.acts), "fit" in str(reading.plans)) == (True, False)
    assert ("replace" in str(reading.acts), "replace" in str(reading.plans)) == (False, True)


STAIR = (
    "With a stair I measure at three places, as no wall is straight. Floor to floor, going, "
    "headroom along the walking line. I split until each rise is the same to within 3 mm. "
    "Then I draw it full size on hardboard and stand it in the hall. If the customer stumbles, I "
    "alter the winders."
)


@pytest.mark.parametrize(("title", "is_other"), [("Nurse", True), ("Joiner", False)])
def test_an_answer_about_another_trade_answers_no_question(title: str, is_other: bool) -> None:
    asked = create_question("situation", "How do you review what a colleague has done?")
    exchange = Exchange(1, asked, STAIR, skipped=False)
    facts = create_facts(exchange, title=title, level="mid", job=f"{title} in our firm")
    found = rate_answer(exchange, facts)
    assert found.reading.is_about_other_trade == is_other
    assert (found.ratings.relevance <= 2) == is_other
