"""The first page names the weakest answer, what several gain by alike, and the best one."""

import re

from benchmarks.ratings import create_question
from interview_cli.coach.base import Exchange, Review
from interview_cli.coach.offline.quote_guards import can_show
from interview_cli.coach.offline.review import review_answers
from interview_cli.english.rules import load_toml
from tests.cases import each
from tests.conftest import STORIES, STORY
from tests.fakes import facts_of

WEAK_CASE = "We had a problem with a fuse once. It was solved in the end and all were happy."
GAINS = load_toml("interview_cli.coach.offline", "remark_words.toml")["gain"]


def review_cases(*answers: str) -> Review:
    question = create_question("behaviour", "Tell me about a case of your own.")
    return review_answers(
        facts_of(
            *(Exchange(number, question, text, False) for number, text in enumerate(answers, 1))
        )
    )


def test_what_answers_gain_alike_is_what_each_of_them_is_advised() -> None:
    found = review_cases(STORY, WEAK_CASE, "We had a flood once. It was settled, and all was well.")
    named = re.search(r"Answers 2 and 3 would gain most by the same thing: (.+?)\. ", found.summary)
    assert named
    assert named[1] in GAINS.values()


@each(
    "answers",
    [
        (STORY, WEAK_CASE),
        (STORY, STORIES[2]),
        (WEAK_CASE, "I am a hard worker, always flexible, and I give my best in any team."),
    ],
)
def test_answers_that_are_advised_apart_gain_nothing_alike(answers: tuple[str, ...]) -> None:
    assert "gain most by the same" not in review_cases(*answers).summary


def test_a_low_rating_for_what_a_question_does_not_ask_for_is_no_gain() -> None:
    days = (
        "I start at 6 with the 40 racks, then I pick 200 lines till noon, and at 2 I load 3 vans.",
        "I open at 8, count 3 tills, then I serve some 90 customers, and at 5 I bank the cash.",
    )
    asked = ("What does a normal day look like?", "Tell me a bit about your present job.")
    found = review_answers(
        facts_of(
            *(
                Exchange(number, create_question("opener", question), day, False)
                for number, (question, day) in enumerate(zip(asked, days, strict=True), 1)
            )
        )
    )
    assert all(judgement.ratings.impact is not None for judgement in found.judgements)
    assert "gain most by the same" not in found.summary


def test_the_weakest_answer_is_where_to_begin() -> None:
    found = review_cases(STORY, WEAK_CASE, STORIES[2])
    assert found.summary.startswith("Begin with answer 2: ")
    assert found.judgements[1].next_time in found.summary


def test_the_best_answer_is_named_with_what_is_good_about_it() -> None:
    found = review_cases(STORY, WEAK_CASE, STORIES[2])
    named = re.search(r"Answer (\d) is your best: there you (.+?)\. This", found.summary)
    assert named
    assert named[1] != "2"
    assert any(named[2] in point.text for point in found.strengths)


def test_weak_answers_have_no_best_one() -> None:
    assert "is your best" not in review_cases(WEAK_CASE, "It was fine, and it was solved.").summary


@each(
    ("code", "text"),
    [
        ("honest", "Also honestly Monday to Friday, I've got a four year old."),
        ("honest", "Never back out of a yard and I intend to keep it that way."),
        ("names", "I handle AWS, Kubernetes, Terraform, monitoring, security, all things."),
        ("asks", "What is the notice period?"),
        ("answers", "When I came the files were inside cartons."),
    ],
)
def test_surface_words_show_no_praise(code: str, text: str) -> None:
    assert not can_show(code, text)


@each(
    ("code", "text"),
    [
        ("honest", "I reset the wrong account on pay day."),
        ("honest", "I've never sold software."),
        ("names", "I moved the services from Jenkins to GitHub."),
        ("asks", "Who would train me?"),
        ("answers", "I arranged the files by class."),
    ],
)
def test_what_shows_a_praise_is_quoted(code: str, text: str) -> None:
    assert can_show(code, text)
