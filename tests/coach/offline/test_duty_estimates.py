"""The estimates for duties that a question may name."""

import pytest

from benchmarks import duty_fit
from benchmarks.ratings import create_facts
from interview_cli.coach.offline.duty_estimates import estimate_duty, find_core_duties
from tests.cases import each

AD = """Your tasks
- Administer medication and oxygen
- Keep your bench tidy
- Answer the phone
- Deal with safeguarding concerns and incidents
"""


@each(
    ("better", "worse"),
    [
        ("administering medication and oxygen", "keeping your bench tidy"),
        ("repairing pumps and valves", "repairing tools"),
        ("negotiating contracts with growers", "making plans"),
        ("reconciling supplier accounts", "reconciling at the end of the day"),
        ("drafting tender reports", "drafting the report"),
        ("training apprentices and mates", "training our mates"),
        ("testing fire alarms", "testing BMS alarms"),
    ],
)
def test_what_only_this_job_has_is_likelier_to_be_worth_a_question(better: str, worse: str) -> None:
    assert estimate_duty(better, "Worker", AD) > estimate_duty(worse, "Worker", AD)


def test_chores_are_no_core_duties_and_the_likeliest_comes_first() -> None:
    rated = find_core_duties(create_facts(title="Care assistant", level="mid", job=AD))
    assert {duty for duty, _ in rated} == {
        "administering medication and oxygen",
        "dealing with safeguarding concerns and incidents",
    }
    assert [share for _, share in rated] == sorted((share for _, share in rated), reverse=True)


def test_the_whole_job_is_no_part_of_it() -> None:
    ad = "Your tasks\n- Repair pumps and valves\n"
    assert find_core_duties(create_facts(title="Mechanic", level="mid", job=ad))
    assert not find_core_duties(create_facts(title="Pump and valve man", level="mid", job=ad))


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_the_weights_are_what_the_fit_produces() -> None:
    assert duty_fit.FILE.read_text("utf-8") == duty_fit.format_fit()
