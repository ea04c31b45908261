"""The JobPosting data of a page: which one is taken, and what its text says."""

import json
from typing import Any

import pytest

from interview_cli.documents.job_posting import find_postings, format_posting

POSTING = {"@type": "JobPosting", "title": "Cook", "description": "Cook for us."}


@pytest.mark.parametrize(
    ("data", "is_found"),
    [
        (POSTING, True),
        ([{"@type": "Person"}, POSTING], True),
        ({"@graph": [POSTING]}, True),
        (POSTING | {"@type": ["Thing", "JobPosting"]}, True),
        (POSTING | {"@type": "Recipe"}, False),
        (POSTING | {"description": ["Cook"]}, False),
        ({"mainEntity": POSTING}, False),
        (3, False),
    ],
    ids=str,
)
def test_a_posting_is_found(data: object, is_found: bool) -> None:
    assert bool(find_postings([json.dumps(data)])) == is_found


def test_scripts_that_are_broken_or_empty_are_skipped() -> None:
    other = json.dumps(POSTING | {"title": "Baker"})
    found = find_postings([None, "{", "[" * 100_000, json.dumps(POSTING), other])
    assert [posting["title"] for posting in found] == ["Cook", "Baker"]


@pytest.mark.parametrize(
    ("fields", "terms"),
    [
        ({"hiringOrganization": {"name": "Fish &amp; Co"}}, "Fish & Co"),
        ({"hiringOrganization": "Inn"}, "Inn"),
        ({"jobLocation": {"address": {"addressLocality": "York"}}}, "York"),
        ({"jobLocation": [{"address": "York"}, "Hull"]}, "York, Hull"),
        ({"jobLocationType": "TELECOMMUTE"}, "remote"),
        ({"employmentType": ["FULL_TIME", "CONTRACTOR"]}, "full time, contractor"),
        (
            {
                "baseSalary": {
                    "currency": "GBP",
                    "value": {"minValue": 20, "maxValue": 25, "unitText": "HOUR"},
                }
            },
            "GBP 20 to 25 an hour",
        ),
    ],
    ids=str,
)
def test_the_terms_stand_below_the_title(fields: dict[str, Any], terms: str) -> None:
    assert format_posting(POSTING | fields, str) == f"# Cook\n\n{terms}\n\nCook for us."


@pytest.mark.parametrize(
    ("fields", "end"),
    [
        ({"jobBenefits": "Free meals"}, "\n\n## Job benefits\n\nFree meals"),
        ({"skills": ["Ovens", {"name": "Knives"}]}, "\n\n## Skills\n\nOvens\nKnives"),
        (
            {"experienceRequirements": {"monthsOfExperience": 24}},
            "\n\n## Experience requirements\n\n24 months",
        ),
        ({"skills": "Cook for us."}, ""),  # the description says it
        ({"skills": " "}, ""),
    ],
    ids=str,
)
def test_other_texts_follow_the_description(fields: dict[str, Any], end: str) -> None:
    assert format_posting(POSTING | fields, str) == f"# Cook\n\nCook for us.{end}"
