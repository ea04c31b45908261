"""The clause of an answer that a follow-up takes up."""

import time

import pytest

from interview_cli.answers.point_phrases import Point
from interview_cli.answers.points import find_point
from tests.cases import each


def find_text(answer: str, missing: str, question: str = "") -> str | None:
    point = find_point(answer, missing, question)
    return point.text if point else None


@each(
    ("answer", "text"),
    [
        ("In May I traced my detectors in the hall.", "you traced your detectors in the hall"),
        ("When it failed I replaced the relay board.", "you replaced the relay board"),
        ("It smoked, so I closed the inner valve.", "you closed the inner valve"),
        ("Um, I sort of replaced the relay board.", "you replaced the relay board"),
        ("then i replaced the relay board", "you replaced the relay board"),
        ("- Wrote the guide for the county website", "you wrote the guide for the county website"),
        ("I also replaced the relay board.", "you replaced the relay board"),
        ("I replaced the relay board, rang her.", "you replaced the relay board"),
        ("I did it, and replaced the relay board.", "you replaced the relay board"),
        ("I replaced the relay board because it smoked.", "you replaced the relay board"),
        (
            "I packed the van, the trailer and the crane.",
            "you packed the van, the trailer and the crane",
        ),
        ("The man I replaced in the relay room left.", None),
        ("When I replaced the relay board, it smoked.", None),
        ("I never replaced the relay board in the hall.", None),
        ("I felt alone in the relay room at night.", None),
        ("I did it and told him about it.", None),
        ('I told him "replace the relay board".', None),
        ("I replaced the stupid relay board in the hall.", None),
        ("We replaced the relay board in the hall.", None),
        ("We thought outside the box about the board.", None),
    ],
)
def test_a_deed_is_addressed_to_you(answer: str, text: str | None) -> None:
    assert find_text(answer, "result") == text


@pytest.mark.parametrize(
    ("answer", "missing", "point"),
    [
        (
            "It was late. We moved the meat next door.",
            "own_part",
            Point("we moved the meat next door", "group"),
        ),
        (
            "My colleague Rose replaced the board. She was quick.",
            "own_part",
            Point("your colleague Rose replaced the board", "report"),
        ),
        (
            "There was a big flood in the archive.",
            "action",
            Point("there was a big flood in the archive", "report"),
        ),
        ("I moved the till. Scrap went down.", "number", Point("scrap went down", "change")),
        (
            "I was also responsible for 35 vans, the fuel cards and the yard.",
            "situation",
            Point("you were responsible for 35 vans, the fuel cards and the yard", "habit"),
        ),
        (
            "I'd first ask the owner about the leak.",
            "situation",
            Point("you would first ask the owner about the leak", "plan"),
        ),
    ],
)
def test_the_form_of_a_point(answer: str, missing: str, point: Point) -> None:
    assert find_point(answer, missing, "") == point


@each(
    ("answer", "text"),
    [
        ("I put a card on each door, and the client thanked me.", "you put a card on each door"),
        (
            "I told the waiters to be patient and moved the sauces to the yard stove.",
            "you moved the sauces to the yard stove",
        ),
        (
            "I split the suite across machines and deleted the ones that tested nothing.",
            "you split the suite across machines",
        ),
    ],
)
def test_the_own_deed_that_carries_the_story_is_taken_up(answer: str, text: str) -> None:
    assert find_text(answer, "result") == text


@each(
    ("answer", "missing"),
    [
        ("I measured both with a week of real traffic.", "result"),
        ("I moved them behind the counter in the shop.", "result"),
    ],
)
def test_what_names_no_thing_is_unclear(answer: str, missing: str) -> None:
    point = find_point(answer, missing, "")
    assert point is not None
    assert point.form == "unclear"


def test_how_it_ended_for_a_group_is_taken_up_if_nothing_else_is_told() -> None:
    late = "We finished the board two weeks late."
    point = find_point(late, "own_part", "")
    assert point is not None
    assert (point.text, point.form) == ("we finished the board two weeks late", "outcome")
    assert find_text(f"{late} We rewired the hall at night.", "own_part") == (
        "we rewired the hall at night"
    )


@each(
    "answer",
    ["In accountancy you've got to be accurate.", "In nursing it's always been about people."],
)
def test_a_rule_of_the_trade_is_no_report(answer: str) -> None:
    assert find_point(answer, "action", "") is None


def test_a_clause_that_repeats_the_question_is_no_point() -> None:
    answer = "I replaced the relay board in the hall."
    assert find_text(answer, "result", "Who replaced the relay board in the hall?") is None


def test_a_very_long_sentence_is_read_quickly() -> None:
    start = time.perf_counter()
    find_text("and I replaced the relay board and then " * 3_000, "result")
    assert time.perf_counter() - start < 10
