"""Values in words of which it is known which field they state."""

from datetime import date

import pytest

from interview_cli.job_posts.acts import Act, Turn
from interview_cli.job_posts.claims import Draft
from interview_cli.job_posts.pay import Pay
from interview_cli.job_posts.span_values import read_span
from interview_cli.post_models import JobData
from interview_cli.vocabulary import PostField

TODAY = date(2026, 11, 2)


def _read(field: PostField, text: str, before: str = "", **post: object) -> Act | None:
    turn = Turn(f"{before}{text}", data=JobData.model_validate(post), today=TODAY)
    return read_span(field, text, Draft(turn), before)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("title", "the Research Officer (Histology)", "Research Officer (Histology)"),
        ("title", "bricky", "Bricky"),
        ("experience_level", "middling", "mid"),
        ("experience_level", "starter", "junior"),
        ("employment_type", "cover for her", "TEMPORARY"),
        ("employment_type", "8 wks", "TEMPORARY"),
        ("employment_type", "permanent 100 %", "FULL_TIME"),
        ("employment_type", "contract, 6 months", "TEMPORARY"),
        ("work_type", "homeoffice on Fridays is possible", "hybrid"),
        ("work_type", "All from home", "remote"),
        ("location", "Douglas in Cork", "Douglas, Cork"),
        ("location", "the Indiranagar office", "Indiranagar"),
        ("valid_through", "noon on Friday 20 November", "2026-11-20"),
        ("valid_through", "EOD Friday", "2026-11-06"),
        ("job_start_date", "asap", "immediately"),
        ("total_job_openings", "2 of em", "2"),
        ("total_job_openings", "about fifteen", "15"),
        ("total_job_openings", "one for the girls and one for the boys", "2"),
        ("application_contact", "text mick 07700 900143", "text mick 07700 900143"),
    ],
)
def test_a_value_needs_no_cue(field: PostField, text: str, value: str) -> None:
    act = _read(field, text)
    assert act is not None
    assert act.value == value


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("experience_level", "any level"),
        ("employment_type", "whatever suits"),
        ("valid_through", "soon"),
        ("total_job_openings", "a few"),
        ("salary", "good money"),
    ],
)
def test_words_without_a_value_give_none(field: PostField, text: str) -> None:
    assert _read(field, text) is None


@pytest.mark.parametrize(
    ("text", "present", "value"),
    [
        ("2 more", 3, "5"),
        ("one less", 3, "2"),
        ("one fewer", 1, "1"),
        ("2 more came, so total 8", 6, "8"),
    ],
)
def test_openings_count_from_the_present_number(text: str, present: int, value: str) -> None:
    act = _read("total_job_openings", text, total_job_openings=present)
    assert act is not None
    assert act.value == value


def test_a_date_moves_from_the_present_one() -> None:
    later = _read("job_start_date", "week later", job_start_date="2026-11-09")
    assert later is not None
    assert later.value == "2026-11-16"
    named = _read("job_start_date", "the 18th", job_start_date="2027-01")
    assert named is not None
    assert named.value == "2027-01-18"


def test_a_street_alone_does_not_move_the_job() -> None:
    assert _read("location", "Paris Street", location="Exeter") is None
    assert _read("location", "Bristol", location="Exeter") is not None


RANGE = {"salary_min": 31000, "salary_max": 35000, "currency": "EUR", "salary_unit": "YEAR"}


@pytest.mark.parametrize(
    ("before", "text", "ends"),
    [
        ("so it tops out at ", "38", (31000, 38000)),
        ("amend the top of the range to ", "€38,000", (31000, 38000)),
        ("it starts at ", "32k", (32000, 35000)),
        ("35.000 is too few, to ", "37.000", (31000, 37000)),
        ("make it ", "34 to 36", (34000, 36000)),
        ("we pay ", "36k flat", (36000, 36000)),
    ],
)
def test_an_amount_may_be_one_end_of_the_present_pay(
    before: str, text: str, ends: tuple[float, float]
) -> None:
    act = _read("salary", text, before, **RANGE)
    assert act is not None
    assert isinstance(act.value, Pay)
    assert (act.value.minimum, act.value.maximum) == ends


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("17 or 18 euro per hour", (17, 18)),
        ("18 quid an hour, 19 an hour for the right one", (18, 19)),
        ("£12.82 an hour, and a pound more on Sundays", (12.82, 12.82)),
        ("7 and a half euros an hour", (7.5, 7.5)),
    ],
)
def test_several_amounts_are_a_range(text: str, ends: tuple[float, float]) -> None:
    act = _read("salary", text)
    assert act is not None
    assert isinstance(act.value, Pay)
    assert (act.value.minimum, act.value.maximum) == ends
