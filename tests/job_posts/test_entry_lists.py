"""Which list an entry belongs to where no words before it say so."""

import pytest

from benchmarks import entries, job_posts
from benchmarks.job_posts import play
from interview_cli.coach.offline.coach import OfflineCoach
from interview_cli.job_posts.entry_lists import KINDS, Setting, rate_entries
from tests.cases import each

NURSE = "Veterinary nurse in Napier"
DUTIES = f"{NURSE}\nDuties:\n- prepare theatre\n- answer phones\nmid level"


@each(
    ("before", "message", "field", "expected"),
    [
        (
            [NURSE],
            "theatre prep, anaesthetic monitoring, phones",
            "responsibilities",
            ["theatre prep", "anaesthetic monitoring", "phones"],
        ),
        ([DUTIES], "diploma in vet nursing, steady hands", "responsibilities", 2),
        ([DUTIES], "uniform, free parking, pension", "benefits", 3),
        ([NURSE], "let me ask my director and come back tomorrow", "skills", 0),
        ([NURSE], "my brother used to do it", "responsibilities", 0),
    ],
)
def test_an_entry_goes_to_its_list(
    before: list[str], message: str, field: str, expected: list[str] | int
) -> None:
    found = play([*before, message], OfflineCoach())[-1]["job_data"][field]
    assert found == expected if isinstance(expected, list) else len(found) == expected


def test_the_shares_of_an_entry_sum_up_to_one() -> None:
    shares = rate_entries(["cooking lunch", "own tools", "well"], Setting())
    assert [round(sum(entry.values()), 9) for entry in shares] == [1, 1, 1]
    assert [tuple(entry) for entry in shares] == [KINDS] * 3


def test_neighbours_count() -> None:
    (alone,) = rate_entries(["phones"], Setting())
    phones, _, _ = rate_entries(["phones", "cleaning cages", "feeding the dogs"], Setting())
    assert phones["responsibilities"] > alone["responsibilities"]


@pytest.mark.slow
def test_the_weights_are_what_the_fit_produces() -> None:
    assert entries.FILE.read_text("utf-8") == entries.format_weights(entries.collect())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "least_precision", "least_recall"),
    [("tuning_12", 0.85, 0.76), ("tuning_13", 0.89, 0.82)],
)
def test_conversations_that_the_weights_do_not_know(
    name: str, least_precision: float, least_recall: float
) -> None:
    verdicts = entries.judge_left_out(name, entries.collect())
    assert job_posts.precision(verdicts) >= least_precision
    assert job_posts.recall(verdicts) >= least_recall
