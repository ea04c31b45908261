"""The title of a job, and sentences that only say whom an ad wants."""

import pytest

from interview_cli.requirements.ad_title import asks_for_title, find_job_title


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Civil Site Engineer (Infrastructure) – Dubai, UAE", "Civil Site Engineer"),
        ("JOB VACANCY: OFFICE ADMINISTRATOR", "OFFICE ADMINISTRATOR"),
        ("We are a small firm in Leeds that mends boilers and likes its customers.", ""),
    ],
)
def test_the_first_line_has_the_title(first: str, title: str) -> None:
    assert find_job_title(f"\n{first}\n\nAbout us\n") == title


@pytest.mark.parametrize(
    ("text", "is_title"),
    [
        ("a Site Engineer for a 640-villa package in Dubai South", True),
        ("an experienced Site Engineer to join us", True),
        ("Site Engineer experience of five years", False),
        ("a degree in engineering", False),
    ],
)
def test_the_vacancy_itself_is_no_requirement(text: str, *, is_title: bool) -> None:
    assert asks_for_title(text, "Site Engineer") == is_title
