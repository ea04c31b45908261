"""What weakens a job post."""

from datetime import UTC, datetime

import pytest

from interview_cli.job_posts.quality import MOST_MUSTS, find_weaknesses
from interview_cli.post_models import JobData, JobPost

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
PAID = {"salary_min": 30000, "currency": "GBP", "salary_unit": "YEAR"}
WHOLE = PAID | {
    "title": "Nurse",
    "experience_level": "mid",
    "skills": ["triage"],
    "location": "Leeds",
    "responsibilities": ["dress wounds"],
    "employment_type": "FULL_TIME",
    "benefits": ["a canteen"],
}


def post(nice_to_have: tuple[str, ...] = (), **data: object) -> JobPost:
    return JobPost(
        session_id="0" * 8,
        created_at=NOW,
        last_updated=NOW,
        company_name="Acme",
        job_data=JobData(**data),
        nice_to_have=list(nice_to_have),
    )


def kinds(job_post: JobPost) -> list[str]:
    return [weakness.kind for weakness in find_weaknesses(job_post)]


def test_a_post_without_weakness() -> None:
    assert find_weaknesses(post(**WHOLE)) == []


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"salary_min": None}, "does not say what it pays"),
        ({"currency": ""}, "the currency"),
        ({"salary_unit": ""}, "an hour, a month or a year"),
        ({"salary_min": 20}, "not plausible"),
        ({"salary_min": 60000, "salary_unit": "HOUR"}, "not plausible"),
        ({"salary_max": 90000}, "so wide"),
    ],
)
def test_pay_is_complete(data: dict[str, object], words: str) -> None:
    (weakness,) = find_weaknesses(post(**WHOLE | data))
    assert weakness.kind == "pay"
    assert words in weakness.message


def test_too_many_musts() -> None:
    requirements = [f"licence {letter}" for letter in "abcdefgh"]
    assert kinds(post(**WHOLE | {"skills": ["x"]}, requirements=requirements)) == ["musts"]
    assert kinds(post(**WHOLE, requirements=requirements[: MOST_MUSTS - 1])) == []
    assert kinds(post(tuple(requirements[:2]), **WHOLE, requirements=requirements)) == []


def test_coded_and_vague_words_come_with_their_sentence_and_a_suggestion() -> None:
    duty = "lead and champion a dynamic team, etc."
    data = WHOLE | {"responsibilities": [duty], "benefits": ["support"]}
    weaknesses = find_weaknesses(post(**data))
    assert [(weakness.kind, weakness.word) for weakness in weaknesses] == [
        ("gender_coded", "lead, champion"),
        ("gender_coded", "support"),
        ("gender_balance", ""),
        ("vague", "dynamic team, etc."),
    ]
    assert "“lead” as masculine (instead: run, coordinate, guide)" in weaknesses[0].message
    assert "“support” as feminine (instead: help, assist)" in weaknesses[1].message
    assert "reads as masculine" in weaknesses[2].message
    assert weaknesses[3].sentence == duty


@pytest.mark.parametrize(
    "duty",
    ["report to the financial analyst", "child protection", "answer customer support tickets"],
)
def test_a_term_of_a_trade_is_not_coded(duty: str) -> None:
    assert kinds(post(**WHOLE | {"responsibilities": [duty]})) == []


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"title": "Salesman"}, "salesperson"),
        ({"requirements": ["native English speaker"]}, "fluent English"),
        ({"requirements": ["a recent graduate"]}, "experience"),
        ({"benefits": ["a young dynamic team"]}, "age"),
    ],
)
def test_an_unlawful_demand_is_named_with_what_to_say_instead(
    data: dict[str, object], words: str
) -> None:
    first = find_weaknesses(post(**WHOLE | data))[0]
    assert first.kind == "unlawful"
    assert words in first.message
    assert first.word in first.sentence


def test_years_that_do_not_fit_the_level() -> None:
    data = WHOLE | {"experience_level": "junior", "requirements": ["7 years of experience"]}
    assert kinds(post(**data)) == ["level"]


def test_what_a_post_does_not_say() -> None:
    (weakness,) = find_weaknesses(post(**WHOLE | {"location": ""}))
    assert (weakness.kind, "where the work is" in weakness.message) == ("missing", True)


def test_older_files_say_in_the_entry_what_is_nice_to_have() -> None:
    stored = post(requirements=["Terraform (nice to have)", "Python"]).to_json()
    older = stored.replace(b'  "nice_to_have": [],\n', b"")
    assert older != stored
    assert JobPost.model_validate_json(older).nice_to_have == ["Terraform (nice to have)"]
    assert JobPost.model_validate_json(stored).nice_to_have == []
