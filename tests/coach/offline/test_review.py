"""The offline coach's review speaks of the answer at hand, varies, and asks for what is missing."""

import random
import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from benchmarks.answers import LabelledAnswer, load_answers
from benchmarks.ratings import compute_score, create_exchange, create_question
from interview_cli.coach.base import Exchange, Review
from interview_cli.coach.offline.features import FEATURES
from interview_cli.coach.offline.ratings import rate_answer
from interview_cli.coach.offline.review import review_answers
from interview_cli.coach.offline.review_points import EARNED, WEAK
from interview_cli.english.rules import load_toml
from interview_cli.vocabulary import QuestionKind
from interview_cli.workflow.feedback import MAX_POINTS
from tests.cases import each
from tests.coach.offline.test_ratings import ASKED
from tests.conftest import STORIES, STORY, mark_slow
from tests.fakes import facts_of

ALL = load_answers("tuning")
GOOD = [answer for answer in ALL if compute_score(answer.ratings) >= 4]
VERDICT = re.compile(
    r"\b(hire|hired|hiring|reject|employable|personality|introvert|age|gender|accent|native)\b",
    re.IGNORECASE,
)


def review_labelled(eight: list[LabelledAnswer]) -> Review:
    """Review an interview of these answers."""
    exchanges = tuple(
        create_exchange(answer, answer.answer)[0]._replace(number=number)
        for number, answer in enumerate(eight, 1)
    )
    facts = create_exchange(eight[0], "")[1]
    # The answers come from several trades: the ad asks for all of them.
    job = "\n".join(answer.role for answer in eight)
    return review_answers(facts._replace(exchanges=exchanges, job_text=job))


@cache
def review_some(seed: int) -> Review:
    """Review eight answers, the same for each test."""
    return review_labelled(random.Random(seed).sample(ALL, 8))


def review_text(answer: str, kind: QuestionKind = "requirement") -> Review:
    question = ASKED[kind][0]
    return review_labelled(
        [replace(ALL[0], kind=kind, question=question, role="Electrician", answer=answer)]
    )


@each("seed", range(10))
def test_of_eight_good_answers_most_have_a_quoted_strength(seed: int) -> None:
    eight = random.Random(seed).sample(GOOD, 8)
    review = review_labelled(eight)
    good = [
        judgement
        for judgement in review.judgements
        if max(filter(None, judgement.ratings.model_dump().values()), default=0) >= EARNED
        and judgement.evidence
        and judgement.evidence in eight[judgement.number - 1].answer
    ]
    # A case that shares no word with the ad is rated low for relevance, and praised for little.
    assert len(good) >= 5
    assert len(review.strengths) >= MAX_POINTS
    assert len({point.number for point in review.strengths[:MAX_POINTS]}) > 1
    for point in review.strengths:
        assert point.quote
        assert point.quote in eight[point.number - 1].answer


@each("seed", range(10))
def test_comments_vary(seed: int) -> None:
    review = review_some(seed)
    comments = [judgement.comment for judgement in review.judgements]
    assert len(set(comments)) >= 7
    assert all(comment != other for comment, other in pairwise(comments))


@each("seed", range(10))
def test_strengths_and_weaknesses_hold_for_each_answer_that_they_name(seed: int) -> None:
    review = review_some(seed)
    ratings = {
        each.number: [rating for _, rating in each.ratings if rating is not None]
        for each in review.judgements
    }
    for points, holds in (
        (review.strengths, lambda given: max(given) >= EARNED),
        (review.weaknesses, lambda given: min(given) <= WEAK),
    ):
        for point in points:
            numbers = re.findall(r"\d+", point.text.rpartition("(answer")[2])
            assert numbers
            assert all(holds(ratings[int(number)]) for number in numbers)


@pytest.mark.parametrize(
    ("kind", "asked", "answer", "asked_for"),
    [
        (
            "follow_up",
            "What was your own part in it?",
            "It was a joint effort. We all rolled up our sleeves and people came in on Saturdays. "
            "Our team worked on the list and we cleared it. Nobody looked at who did what.",
            "yours",
        ),
        (
            "motivation",
            "Why do you want to work here?",
            "Your company has a good reputation and I can imagine learning a lot from you. I am "
            "motivated, reliable and a team player.",
            "only this job has",
        ),
        (
            "situation",
            "The alarm goes off at night. What would you do?",
            "It depends. One has to be flexible and stay calm, and communication is important.",
            "what you do",
        ),
        (
            "requirement",
            "What experience do you have with Kubernetes?",
            "I have not used it in production. We had ECS, and I wrote its 30 task files.",
            "comes nearest",
        ),
    ],
)
def test_the_next_step_asks_for_what_is_missing(
    kind: QuestionKind, asked: str, answer: str, asked_for: str
) -> None:
    question = create_question(kind, asked)
    (judgement,) = review_answers(facts_of(Exchange(1, question, answer, skipped=False))).judgements
    assert asked_for in judgement.next_time


@pytest.mark.slow
def test_nothing_is_said_about_hiring_or_the_person() -> None:
    for place in range(0, len(ALL) - 8, 40):
        eight = ALL[place : place + 8]
        review = review_labelled(eight)
        own_words = " ".join(answer.answer for answer in eight)
        texts = [review.summary, *(point.text for point in review.strengths + review.weaknesses)]
        texts += [re.sub("“.*?”", "", judgement.next_time) for judgement in review.judgements]
        for verdict in VERDICT.findall(" ".join(texts)):
            assert verdict in own_words


PRAISES = [
    f"You {words}"
    for entry in load_toml("interview_cli.coach.offline", "remark_words.toml")["praise"].values()
    for wordings in entry.values()
    for words in wordings
]


@pytest.mark.parametrize("part", mark_slow(range(4), but=[0]))
def test_no_low_rating_is_praised_and_no_full_one_blamed(part: int) -> None:
    """A reason fits its rating, in half of the tuning answers."""
    for labelled in ALL[2 * part :: 8]:
        answer = rate_answer(*create_exchange(labelled, labelled.answer))
        told = {feature: feature.describe_strength(answer.reading) for feature in FEATURES.values()}
        praise = [words for feature, words in told.items() if feature.is_told]
        blame = [feature.describe_weakness(answer.reading) for feature in FEATURES.values()]
        for criterion, found in answer.criteria.items():
            reason = answer.reasons[criterion]
            if found.rating <= WEAK:
                assert not any(f"You {words}" in reason for words in praise), reason
            if found.rating == 5:
                assert not any(words and words in reason for words in blame), reason


@each("seed", range(10))
def test_a_comment_praises_only_what_is_rated_high(seed: int) -> None:
    for judgement in review_some(seed).judgements:
        ratings = [rating for _, rating in judgement.ratings if rating is not None]
        assert judgement.comment
        if max(ratings) < EARNED:
            assert not any(text in judgement.comment for text in PRAISES)
            assert judgement.evidence is None
        if min(ratings) == 5:
            assert "missing: " not in judgement.comment
            assert "weakens" not in judgement.comment


def review_case(*answers: str, kind: QuestionKind = "behaviour") -> Review:
    """Review an interview with these answers; an empty one is skipped."""
    question = create_question(kind, "Tell me about a case of your own.")
    exchanges = (
        Exchange(number, question, answer, skipped=not answer)
        for number, answer in enumerate(answers, start=1)
    )
    return review_answers(facts_of(*exchanges))


@pytest.mark.parametrize(
    ("answers", "begin", "named"),
    [
        ((STORY, "I don't know."), "Begin with question 2: your answer to it holds nothing", ""),
        ((STORY, ""), "Begin with question 2: you skipped it", ""),
        ((STORY, "", "asdf asdf asdf asdf"), "Begin with question 3", "You skipped question 2"),
        (
            (STORY, STORIES[1], STORY),
            "Begin with question 3: your answer repeats the one to question 1",
            "",
        ),
        (
            (STORY, "fine", STORY, STORIES[2], "fine", "fine"),
            "Begin with question 2",
            "Answers 2, 5 and 6 hold nothing that can be rated. Answer 3 repeats an earlier one",
        ),
    ],
)
def test_an_answer_with_nothing_to_rate_is_where_to_begin(
    answers: tuple[str, ...], begin: str, named: str
) -> None:
    summary = review_case(*answers).summary
    assert summary.startswith(begin)
    assert "Start with one real case" in summary
    assert named in summary
    assert "no answer" not in summary


def test_only_what_is_new_in_a_repeat_is_rated() -> None:
    new = "The 2 old fuses had blown 9 times in a term, and with the new ones none blew in 8 weeks."
    longer = f"{STORY} {new} I then wrote the caretaker a list of 12 checks for each Monday."
    second = review_case(STORY, longer).judgements[1]
    assert second.evidence
    assert second.evidence not in STORY
    assert "The rest repeats your answer to question 1" in second.comment
    (alone,) = review_case(longer).judgements
    assert sum(dict(second.ratings).values()) < sum(dict(alone.ratings).values())


def test_a_case_told_again_in_other_words_is_noted() -> None:
    again = (
        "Park School again: their fire alarm had failed a test before term began. My task was to "
        "find out why. Two days I traced detectors, some 40, and the panel relays were worn, so I "
        "decided on a new panel. From nine false alarms a month they came to none."
    )
    second = review_case(STORY, again).judgements[1]
    assert "You told this case in answer 1 already" in second.comment
    assert sum(dict(second.ratings).values()) > 5
