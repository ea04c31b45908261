"""A CV and an ad that were mistaken for each other are noticed, and others are not."""

import tomllib

from interview_cli.workflow.document_roles import find_mixup
from tests.cases import each
from tests.conftest import CV, EXAMPLES, JOB

CASES = sorted((EXAMPLES.parent / "benchmarks" / "questions").glob("*/*.toml"))


@each(
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


@each(
    ("cv", "ad"),
    [
        ("Ada Byrne\nBarista, Cafe Nord, 2021 - 2024\n", "You will make coffee in our shop.\n"),
        ("Lorry driver, since 2015\nClean licence\n", "We are hiring a driver for nights.\n"),
        ("EXPERIENCE\nCook at the Crown\n", "Cook wanted. Please apply by letter.\n"),
        ("Mar 2020 to now: carer, Elm House\n", "Carer. The role: help at meals.\n"),
    ],
)
def test_two_short_documents_in_each_others_place_are_noticed(cv: str, ad: str) -> None:
    assert find_mixup(cv, ad) is None
    assert find_mixup(ad, cv) == "swapped"


def test_no_pair_of_the_benchmarks_is_taken_for_a_mistake_and_most_mistakes_are_found() -> None:
    found = 0
    for path in CASES[::5]:
        case = tomllib.loads(path.read_text("utf-8"))
        assert find_mixup(case["cv"], case["job"]) is None, path.name
        found += find_mixup(case["job"], case["cv"]) == "swapped"
    assert found >= 0.9 * len(CASES[::5])
