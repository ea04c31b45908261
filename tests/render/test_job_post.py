"""The JobPosting of a post has the types that schema.org publishes for it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from interview_cli.post_models import JobData, JobPost
from interview_cli.render.export import render_job_post
from interview_cli.render.job_posting import build_job_posting
from tests.cases import each

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

# Property → what schema.org allows as its value (version 29.0); a class is named by its @type.
# Text where a place is a text, Date as ISO 8601.
VOCABULARY: dict[str, dict[str, set[str]]] = {
    "JobPosting": {
        "title": {"Text"},
        "description": {"Text"},
        "datePosted": {"Date"},
        "validThrough": {"Date"},
        "hiringOrganization": {"Organization"},
        "identifier": {"PropertyValue"},
        "jobLocation": {"Place"},
        "jobLocationType": {"Text"},
        "applicantLocationRequirements": {"AdministrativeArea", "City", "Country", "State"},
        "employmentType": {"Text"},
        "baseSalary": {"MonetaryAmount"},
        "experienceRequirements": {"OccupationalExperienceRequirements"},
        "skills": {"Text"},
        "workHours": {"Text"},
        "jobStartDate": {"Date"},
        "jobImmediateStart": {"Boolean"},
        "totalJobOpenings": {"Number"},
        "applicationContact": {"ContactPoint"},
        "responsibilities": {"Text"},
        "qualifications": {"Text"},
        "jobBenefits": {"Text"},
    },
    "Organization": {"name": {"Text"}},
    "PropertyValue": {"name": {"Text"}, "value": {"Text"}},
    "Place": {"address": {"PostalAddress"}},
    "PostalAddress": {
        "addressLocality": {"Text"},
        "addressRegion": {"Text"},
        "addressCountry": {"Text"},
    },
    "ContactPoint": {"email": {"Text"}, "telephone": {"Text"}, "name": {"Text"}},
    "City": {"name": {"Text"}},
    "Country": {"name": {"Text"}},
    "State": {"name": {"Text"}},
    "AdministrativeArea": {"name": {"Text"}},
    "MonetaryAmount": {"currency": {"Text"}, "value": {"QuantitativeValue"}},
    "QuantitativeValue": {
        "value": {"Number"},
        "minValue": {"Number"},
        "maxValue": {"Number"},
        "unitText": {"Text"},
    },
    "OccupationalExperienceRequirements": {"monthsOfExperience": {"Number"}},
}


def check(found: dict[str, Any]) -> None:
    known = VOCABULARY[found["@type"]]
    for name, value in found.items():
        if not name.startswith("@"):
            assert kind_of(value) & known[name], (name, value)
            if isinstance(value, dict):
                check(value)


def kind_of(value: Any) -> set[str]:
    if isinstance(value, dict):
        return {value["@type"]}
    if isinstance(value, bool):
        return {"Boolean"}
    if isinstance(value, int | float):
        return {"Number"}
    assert value, "an empty value says nothing"
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return {"Text"}
    return {"Text", "Date"}


def post(**data: Any) -> JobPost:
    return JobPost(
        session_id="01930001-0000-7000-8000-000000000001",
        created_at=NOW,
        last_updated=NOW,
        company_name="Acme",
        job_data=JobData(**data),
    )


FULL = {
    "title": "Nurse",
    "experience_level": "senior",
    "employment_type": "PART_TIME",
    "skills": ["triage", "first aid"],
    "location": "Leeds, UK",
    "work_type": "hybrid",
    "salary_min": 30000.0,
    "salary_max": 35000.0,
    "currency": "GBP",
    "salary_unit": "YEAR",
    "description": "We run a ward.\n\nIt is busy & <good>.",
    "responsibilities": ["care for patients"],
    "requirements": ["3 years of experience in care"],
    "benefits": ["28 days of holiday"],
}


@each(
    "data",
    [
        {},
        FULL,
        FULL | {"work_type": "remote"},
        FULL | {"work_type": "remote", "location": ""},
        FULL | {"location": "Leeds", "salary_max": None},
        FULL | {"salary_min": 18.5, "salary_max": 18.5, "salary_unit": "HOUR"},
        FULL | {"currency": ""},
        FULL | {"work_type": "remote", "location": "Germany"},
        FULL
        | {
            "valid_through": "2027-03-01",
            "job_start_date": "2027-04-01",
            "total_job_openings": 2,
            "application_contact": "jobs@acme.example",
            "work_hours": "40 hours a week",
            "shifts": "night shifts",
        },
        FULL | {"job_start_date": "immediately", "application_contact": "+44 20 7946 0000"},
    ],
)
def test_it_keeps_to_the_vocabulary(data: dict[str, Any]) -> None:
    found, required, recommended = build_job_posting(post(**data))
    assert found["@context"] == "https://schema.org/"
    check(found)
    assert not set(required + recommended) & set(found)


def test_a_full_post() -> None:
    found, required, recommended = build_job_posting(post(**FULL))
    assert (required, recommended) == ([], ["validThrough"])
    assert found["jobLocation"]["address"] == {
        "@type": "PostalAddress",
        "addressLocality": "Leeds",
        "addressCountry": "GB",
    }
    assert found["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "minValue": 30000,
        "maxValue": 35000,
        "unitText": "YEAR",
    }
    assert found["experienceRequirements"]["monthsOfExperience"] == 36
    assert "busy &amp; &lt;good&gt;" in found["description"]
    assert found["datePosted"] == "2026-11-22"


@pytest.mark.parametrize(
    ("changes", "lacking"),
    [
        ({"title": ""}, ["title"]),
        ({"location": ""}, ["jobLocation"]),
        ({"location": "Little Snoring"}, ["jobLocation.address.addressCountry"]),
        ({"location": "UK"}, []),
        ({"location": "", "work_type": "remote"}, ["applicantLocationRequirements"]),
    ],
)
def test_what_is_required_and_missing_is_named(changes: dict[str, Any], lacking: list[str]) -> None:
    assert build_job_posting(post(**FULL | changes))[1] == lacking


@pytest.mark.parametrize(
    ("location", "work_type", "expected"),
    [
        (
            "Austin, TX",
            "",
            {"addressLocality": "Austin", "addressRegion": "TX", "addressCountry": "US"},
        ),
        ("Cork, Ireland", "hybrid", {"addressLocality": "Cork", "addressCountry": "IE"}),
        ("leeds", "onsite", {"addressLocality": "leeds", "addressCountry": "GB"}),
        ("Kent", "", {"addressRegion": "Kent", "addressCountry": "GB"}),
    ],
)
def test_an_address_has_its_country_and_region(
    location: str, work_type: str, expected: dict[str, str]
) -> None:
    found, _, _ = build_job_posting(post(**FULL | {"location": location, "work_type": work_type}))
    assert found["jobLocation"]["address"] == {"@type": "PostalAddress", **expected}


def test_people_anywhere_in_a_country_may_apply() -> None:
    found, required, _ = build_job_posting(post(**FULL | {"location": "UK", "work_type": "remote"}))
    area = {"@type": "Country", "name": "United Kingdom"}
    assert (found["applicantLocationRequirements"], required) == (area, [])


def test_what_was_said_of_pay_is_not_called_missing() -> None:
    assert "baseSalary" not in build_job_posting(post(**FULL | {"currency": ""}))[2]
    assert build_job_posting(post(**FULL | {"salary_unit": ""}))[2] == [
        "validThrough",
        "baseSalary.value.unitText",
    ]


def test_nothing_is_made_up() -> None:
    found, required, _ = build_job_posting(post())
    assert set(found) == {
        "@context",
        "@type",
        "datePosted",
        "hiringOrganization",
        "identifier",
    }
    assert required == ["title", "description", "jobLocation"]


def test_the_contact_of_an_exported_post_is_an_address() -> None:
    post = JobPost(
        session_id="0" * 8,
        created_at=NOW,
        last_updated=NOW,
        company_name="a_b@c.example",
        job_data=JobData(title="Cook", application_contact="jobs@acme.example"),
    )
    markdown = render_job_post(post, "md").decode("utf-8")
    assert "Apply to jobs@acme.example." in markdown
    assert "a\\_b\\@c" in markdown
