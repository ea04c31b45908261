"""A CV and an ad that were mistaken for each other are noticed, and others are not."""

import tomllib

import pytest

from interview_cli.workflow.document_roles import find_mixup
from tests.conftest import CV, EXAMPLES, JOB

CASES = sorted((EXAMPLES.parent / "benchmarks" / "questions").glob("*/*.toml"))


@pytest.mark.parametrize(
    ("cv", "job", "mixup"),
    [
        (CV, JOB, None),
        (CV, CV, "same"),
        (CV, CV.replace("\n", "\n\n "), "same"),
        (None, None, None),
        ("", "", None),
        (CV, None, None),
        (None, JOB, None),
    ],
)
def test_short_documents(cv: str | None, job: str | None, mixup: str | None) -> None:
    assert find_mixup(cv, job) == mixup


def test_no_pair_of_the_benchmarks_is_taken_for_a_mistake_and_most_mistakes_are_found() -> None:
    found = 0
    for path in CASES[::5]:
        case = tomllib.loads(path.read_text("utf-8"))
        assert find_mixup(case["cv"], case["job"]) is None, path.name
        found += find_mixup(case["job"], case["cv"]) == "swapped"
    assert found >= 0.8 * len(CASES[::5])
