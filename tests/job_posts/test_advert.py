"""The ad that a job post makes, and what a post still lacks."""

import pytest

from interview_cli.job_posts.advert import build_ad, describe_pay, find_missing, find_missing_names
from interview_cli.post_models import JobData

COMPLETE = {
    "title": "Nurse",
    "experience_level": "senior",
    "skills": ["triage"],
    "location": "Leeds",
    "responsibilities": ["care for patients"],
}


def test_an_ad_contains_only_what_is_known() -> None:
    assert build_ad(JobData(**COMPLETE, work_type="hybrid"), "City Hospital").text() == (
        "# Nurse, City Hospital\n\n"
        "Level: senior\nPlace: Leeds (hybrid)\n\n"
        "## About the job\n\nCity Hospital is looking for a senior Nurse in Leeds (hybrid).\n\n"
        "## What you will do\n\n- Care for patients\n\n"
        "## Skills\n\n- Triage"
    )


@pytest.mark.parametrize("field", COMPLETE)
def test_a_complete_post_needs_every_one_of_these(field: str) -> None:
    data = JobData(**COMPLETE)
    assert find_missing(data) == []
    setattr(data, field, type(getattr(data, field))())
    assert find_missing(data) == [field]


def test_what_stands_in_for_a_place_and_for_duties() -> None:
    remote = JobData(**COMPLETE | {"location": ""}, work_type="remote")
    described = JobData(**COMPLETE | {"responsibilities": []}, description="You care.")
    assert find_missing(remote) == find_missing(described) == []


def test_missing_fields_have_their_names_in_json() -> None:
    assert find_missing_names(JobData(title="Nurse")) == [
        "experienceLevel",
        "skills",
        "location",
        "responsibilities",
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, ""),
        ({"salary_min": 2000, "salary_max": 3000, "currency": "JOD"}, "2,000 to 3,000 JOD"),
        ({"salary_min": 35000, "salary_max": 35000, "currency": "GBP"}, "35,000 GBP"),
        ({"salary_min": 16.5, "salary_unit": "HOUR"}, "from 16.50 an hour"),
        ({"salary_max": 40000, "salary_unit": "YEAR"}, "up to 40,000 a year"),
    ],
)
def test_pay_in_words(data: dict[str, object], words: str) -> None:
    assert describe_pay(JobData(**data)) == words
