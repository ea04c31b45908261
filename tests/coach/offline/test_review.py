"""The offline coach's words: they speak of this answer, vary, and ask for what is missing."""

import random
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from benchmarks.answers import Labelled, answers
from benchmarks.ratings import asked, score
from interview_cli.coach.base import Review
from interview_cli.coach.offline.review import EARNED, WEAK, review
from interview_cli.vocabulary import QuestionKind
from interview_cli.workflow.feedback import MAX_POINTS
from tests.coach.offline.test_ratings import ASKED

ALL = answers("tuning")
GOOD = [one for one in ALL if score(one.ratings) >= 4]
WEAK_SIDE = re.compile(r"(\w+) holds it back|gain in (\w+)|Work on (\w+)|side is (\w+)")
VERDICT = re.compile(
    r"\b(hire|hired|hiring|reject|employable|personality|introvert|age|gender|accent|native)\b",
    re.IGNORECASE,
)


def of(eight: list[Labelled]) -> Review:
    """The review of an interview of these answers."""
    exchanges = tuple(
        replace(asked(one, one.answer)[0], number=place) for place, one in enumerate(eight, 1)
    )
    return review(replace(asked(eight[0], "")[1], exchanges=exchanges))


def told(answer: str, kind: QuestionKind = "requirement") -> Review:
    one = replace(ALL[0], kind=kind, question=ASKED[kind][0], role="Electrician", answer=answer)
    return of([one])


@pytest.mark.parametrize("seed", range(10))
def test_of_eight_good_answers_six_have_a_quoted_strength(seed: int) -> None:
    eight = random.Random(seed).sample(GOOD, 8)
    found = of(eight)
    good = [
        one
        for one in found.judgements
        if max(one.ratings.model_dump().values()) >= EARNED
        and one.evidence
        and one.evidence in eight[one.number - 1].answer
    ]
    assert len(good) >= 6
    assert len({one.number for one in found.strengths[:MAX_POINTS]}) >= 6
    assert all(one.quote and one.quote in eight[one.number - 1].answer for one in found.strengths)


@pytest.mark.parametrize("seed", range(10))
def test_comments_vary(seed: int) -> None:
    found = of(random.Random(seed).sample(ALL, 8))
    comments = [one.comment for one in found.judgements]
    assert len(set(comments)) >= 7
    assert all(one != other for one, other in pairwise(comments))


@pytest.mark.parametrize("seed", range(20))
def test_what_a_comment_calls_weak_is_the_lowest(seed: int) -> None:
    for one in of(random.Random(seed).sample(ALL, 8)).judgements:
        ratings = one.ratings.model_dump()
        for found in WEAK_SIDE.findall(one.comment):
            assert ratings["".join(found).lower()] == min(ratings.values()) < EARNED


@pytest.mark.parametrize("seed", range(10))
def test_strengths_and_weaknesses_hold_of_each_answer_that_they_name(seed: int) -> None:
    found = of(random.Random(seed).sample(ALL, 8))
    ratings = {one.number: one.ratings.model_dump().values() for one in found.judgements}
    for points, holds in (
        (found.strengths, lambda given: max(given) >= EARNED),
        (found.weaknesses, lambda given: min(given) <= WEAK),
    ):
        for point in points:
            places = re.findall(r"\d+", point.text.rpartition("(answer")[2])
            assert places
            assert all(holds(ratings[int(place)]) for place in places)


@pytest.mark.parametrize(
    ("answer", "asked_for"),
    [
        (
            "In May I was asked to look at the alarm at Park School. I traced 40 wires.",
            "afterwards",
        ),
        ("We had a lot of faults and our team worked on them at our school.", "yours"),
        (
            "In May I chose new fire alarms for Leeds, because the wires were old, then I repaired "
            "the rest. Nobody had a false alarm at night since.",
            "the number before and after",
        ),
    ],
)
def test_the_next_step_asks_for_what_is_missing(answer: str, asked_for: str) -> None:
    assert asked_for in told(answer).judgements[0].next_time


def test_nothing_is_said_of_hiring_or_of_the_person() -> None:
    for place in range(0, len(ALL) - 8, 40):
        eight = ALL[place : place + 8]
        found = of(eight)
        own_words = " ".join(one.answer for one in eight)
        words = [found.summary, *(one.text for one in found.strengths + found.weaknesses)]
        words += [re.sub("“.*?”", "", one.next_time) for one in found.judgements]
        for said in VERDICT.findall(" ".join(words)):
            assert said in own_words
