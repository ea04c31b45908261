"""What weakens a job post."""

from datetime import UTC, datetime

import pytest

from interview_cli.job_posts.quality import MOST_MUSTS, find_weaknesses
from interview_cli.models import JobData, JobPost

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
PAID = {"salary_min": 30000, "currency": "GBP", "salary_unit": "YEAR"}


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
    assert find_weaknesses(post(**PAID, title="Nurse", skills=["triage"])) == []


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, "does not say what it pays"),
        (PAID | {"currency": ""}, "the currency"),
        (PAID | {"salary_unit": ""}, "an hour, a month or a year"),
    ],
)
def test_pay_is_complete(data: dict[str, object], words: str) -> None:
    (weakness,) = find_weaknesses(post(**data))
    assert weakness.kind == "pay"
    assert words in weakness.message


def test_too_many_musts() -> None:
    requirements = [f"licence {letter}" for letter in "abcdefgh"]
    assert kinds(post(**PAID, requirements=requirements)) == ["musts"]
    assert kinds(post(**PAID, requirements=requirements[:MOST_MUSTS])) == []
    assert kinds(post(tuple(requirements[:1]), **PAID, requirements=requirements)) == []


def test_coded_and_vague_words_come_with_their_sentence() -> None:
    duty = "lead a dynamic team, etc."
    weaknesses = find_weaknesses(post(**PAID, responsibilities=[duty], benefits=["support"]))
    assert [(weakness.kind, weakness.word) for weakness in weaknesses] == [
        ("gender_coded", "lead"),
        ("gender_coded", "support"),
        ("vague", "dynamic team"),
        ("vague", "etc."),
    ]
    assert "masculine" in weaknesses[0].message
    assert "feminine" in weaknesses[1].message
    assert weaknesses[2].sentence == duty


def test_older_files_say_in_the_entry_what_is_nice_to_have() -> None:
    stored = post(requirements=["Terraform (nice to have)", "Python"]).to_json()
    older = stored.replace(b'  "nice_to_have": [],\n', b"")
    assert older != stored
    assert JobPost.model_validate_json(older).nice_to_have == ["Terraform (nice to have)"]
    assert JobPost.model_validate_json(stored).nice_to_have == []
