"""The estimates for questions that name the CV or the ad."""

import pytest

from benchmarks import frame_fit
from interview_cli.coach.offline.frame_estimates import estimate_frame, is_well_told


def test_a_question_that_names_nothing_is_the_surest() -> None:
    named = ({"deed": "cut alerts"}, {"asked": "SAP"})
    assert all(estimate_frame(fields) < estimate_frame({}) for fields in named)


@pytest.mark.parametrize(
    ("name", "short", "long"),
    [
        (
            "deed",
            "redesigned the load screen",
            "wrote the long PowerShell script to pull many thousand logon events from 40 hosts",
        ),
        ("asked", "SAP", "valid confidentiality training under FERPA and state law"),
    ],
)
def test_what_takes_many_words_to_name_is_likely_to_sound_read_out(
    name: str, short: str, long: str
) -> None:
    assert estimate_frame({name: short}) > 0.85
    assert estimate_frame({name: long}) < 0.75


def test_a_project_is_told_in_few_words() -> None:
    assert is_well_told("redesigned the load screen")
    assert not is_well_told(
        "wrote the long PowerShell script to pull many thousand logon events from 40 old hosts"
    )


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_the_weights_are_what_the_fit_produces() -> None:
    assert frame_fit.FILE.read_text("utf-8") == frame_fit.format_fit()
