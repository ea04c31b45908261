"""An answer that repeats an earlier one of the interview is noticed, and what is new in it kept."""

from itertools import permutations

import pytest

from benchmarks.interviews import load_interviews
from interview_cli.answers.repeats import find_repeat, find_same_case
from tests.conftest import STORIES, STORY

BAKER = (
    "The slicer at Hollow Lane jammed every Friday before the market. I cleaned its belt after "
    "each run, moved the rye loaves to the end, and asked the morning shift to log the stops. "
    "After three weeks we lost ten minutes instead of an hour."
)
NEW = (
    "What I left out: the owner wanted a new machine for 8,000 euros, so I showed her the log and "
    "the price of a belt, and she bought two belts."
)


@pytest.mark.parametrize(
    ("answer", "new_text"),
    [
        pytest.param(BAKER, "", id="the same text"),
        pytest.param(BAKER.upper(), "", id="in capitals"),
        pytest.param(f"As I said before. {BAKER}", "", id="announced"),
        pytest.param(f"{BAKER} That was a good day.", "", id="with a few words more"),
        pytest.param(
            BAKER.replace("Friday", "Saturday").replace("ten", "nine"), "", id="other details"
        ),
        pytest.param(BAKER[: BAKER.index(" After")], "", id="a part of it"),
        pytest.param(f"{BAKER} {NEW}", NEW, id="with a new part"),
    ],
)
def test_a_repeat_is_found_with_what_is_new(answer: str, new_text: str) -> None:
    found = find_repeat(answer, [STORY, BAKER, ""])
    assert found is not None
    assert (found.number, found.new_text) == (2, new_text)
    assert found.reason == "the same answer as to question 2"


@pytest.mark.parametrize(
    "answer",
    [
        STORY,
        NEW,
        f"As I said, the slicer at Hollow Lane jammed every Friday. {NEW}",
        "The slicer jammed.",
        "Yes, every Friday.",
        "",
    ],
)
def test_a_reference_is_not_a_repeat(answer: str) -> None:
    assert find_repeat(answer, [BAKER]) is None


def test_the_answers_of_a_real_interview_do_not_repeat_each_other() -> None:
    for facts in load_interviews("tuning").values():
        answers = [exchange.answer for exchange in facts.exchanges]
        for answer, other in permutations(answers, 2):
            assert find_repeat(answer, [other]) is None
            assert find_same_case(answer, [other]) is None


def test_a_case_in_other_words_is_the_same_case_and_no_repeat() -> None:
    again = (
        "We had this slicer which jammed on Fridays, just before the Hollow Lane market. My idea "
        "was to clean the belt between runs and to leave rye loaves for last, and the morning "
        "shift logged stops. In the end we lost minutes, not an hour, within three weeks."
    )
    assert find_repeat(again, [BAKER]) is None
    assert find_same_case(again, [STORY, BAKER]) == 2


def test_different_cases_are_different() -> None:
    for number, story in enumerate(STORIES):
        assert find_repeat(story, STORIES[:number]) is None
        assert find_same_case(story, STORIES[:number]) is None
