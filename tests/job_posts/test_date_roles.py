"""Which dates of a message are the last day to apply and the first day of work."""

from typing import Any

import pytest

from benchmarks.job_posts import play
from interview_cli.coach.offline.coach import OfflineCoach
from tests.cases import each

POST = "title: Cook\nlevel: mid\nlocation: Hull\nskills: HACCP\nduties:\n- prepare lunch"
STARTED = f"{POST}\nstart: 9 November"


def take(*messages: str) -> dict[str, Any]:
    data: dict[str, Any] = play(messages, OfflineCoach())[-1]["job_data"]
    return data


CLOSING = [
    ("write to me, ann@pot.example, by the 20th", "2026-11-20"),
    ("CVs to ann@pot.example, before 18/11/2026 at 17h", "2026-11-18"),
    ("resumes to ann@pot.example by EOD Friday", "2026-11-06"),
    ("people can apply till 25 november at ann@pot.example", "2026-11-25"),
    ("Closing: 23:59 on Sunday 22 November. Interviews are on 30 November", "2026-11-22"),
    ("last applications 24 Nov please", "2026-11-24"),
    ("they've got till the 27th to apply", "2026-11-27"),
    ("the ad can stay up for two weeks", "2026-11-16"),
    ("deadline for applying: Friday 20th Nov, 5pm", "2026-11-20"),
]


@each("message, day", CLOSING)
def test_the_last_day_to_apply_told_in_passing(message: str, day: str) -> None:
    assert take(POST, message)["validThrough"] == day


@each("message, day", CLOSING[:1])
def test_the_last_day_does_not_move_the_start(message: str, day: str) -> None:
    data = take(STARTED, message)
    assert (data["jobStartDate"], data["validThrough"]) == ("2026-11-09", day)


OTHER_ENDS = [
    "fixed term until 20 July 2027",
    "we're shut until 4 January",
    "interviews will be on 25 November",
    "contract until 30 June 2027, apply to ann@pot.example",
    "send it to my boss by Friday",
]


@pytest.mark.parametrize("message", OTHER_ENDS)
def test_another_end_is_no_last_day(message: str) -> None:
    assert take(POST, message)["validThrough"] == ""


MOVED = [
    ("week later. joiners are behind", "2026-11-16"),
    ("push the start back a week", "2026-11-16"),
    ("move the start date by a fortnight", "2026-11-23"),
    ("the start is a week earlier now", "2026-11-02"),
    ("a week later they get a review", "2026-11-09"),
]


@each("message, day", MOVED)
def test_a_date_moves_by_a_span(message: str, day: str) -> None:
    assert take(STARTED, message)["jobStartDate"] == day


STARTS = [
    ("it's temporary, 16 nov til xmas eve", "2026-11-16"),
    ("they'd start on the first monday in december", "2026-12-07"),
    ("start in two weeks", "2026-11-16"),
    ("first day is 30 November", "2026-11-30"),
    ("we'd like someone in place by 1 December", "2026-12-01"),
    ("interviews from 23 November", ""),
    ("send cvs to ann@pot.example from 10 November", ""),
]


@each("message, day", STARTS)
def test_the_first_day_of_work(message: str, day: str) -> None:
    assert take(POST, message)["jobStartDate"] == day
