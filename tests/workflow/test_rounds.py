"""What the slots of each round ask for."""

from typing import get_args

import pytest

from interview_cli.vocabulary import Focus, Round
from interview_cli.workflow.rounds import SlotPart, choose_parts
from tests.cases import each

FOCUSES = get_args(Focus)
ROUNDS = get_args(Round)
EVERY_LENGTH = range(1, 21)


@each("focus", FOCUSES)
@each("count", EVERY_LENGTH)
def test_as_many_parts_as_questions(count: int, focus: Focus) -> None:
    for round_ in ROUNDS:
        chosen = choose_parts(count, focus, round_)
        assert len(chosen) == count
        assert set(chosen) <= set(get_args(SlotPart))


def test_the_mixed_eight() -> None:
    assert choose_parts(8, "mixed") == [
        "opener",
        "gap",
        "method",
        "requirement",
        "method",
        "situation",
        "motivation",
        "closing",
    ]


@pytest.mark.parametrize("focus", FOCUSES)
def test_the_shortest_interview_is_about_the_job(focus: Focus) -> None:
    assert choose_parts(1, focus) == ["requirement"]


@each("focus", FOCUSES)
@each("count", range(8, 21))
def test_a_long_interview_opens_and_closes_as_one_does(count: int, focus: Focus) -> None:
    chosen = choose_parts(count, focus)
    assert (chosen[0], chosen[-1]) == ("opener", "closing")
    assert (chosen.count("opener"), chosen.count("closing")) == (1, 1)


@each("focus", FOCUSES)
@each("count", range(1, 20))
def test_one_more_question_takes_no_kind_away(count: int, focus: Focus) -> None:
    fewer, more = choose_parts(count, focus), choose_parts(count + 1, focus)
    assert all(more.count(kind) >= fewer.count(kind) for kind in fewer)


def test_the_focus_shapes_the_interview() -> None:
    assert choose_parts(8, "behavioural").count("behaviour") > choose_parts(8, "mixed").count(
        "behaviour"
    )
    technical, manager = (choose_parts(8, focus, "manager") for focus in ("technical", "mixed"))
    assert technical.count("method") > manager.count("method")


@pytest.mark.parametrize("round_", ROUNDS)
def test_each_round_has_its_own_eight(round_: Round) -> None:
    assert all(
        choose_parts(8, "mixed", round_) != choose_parts(8, "mixed", other)
        for other in ROUNDS
        if other != round_
    )
