"""Whole conversations with the agent: what it understands, and that it invents nothing."""

import pytest

from benchmarks.job_posts import count, judge, load, precision, recall
from interview_cli.coach.offline.coach import OfflineCoach

# Group → the least precision and recall over all fields.
FLOORS = {
    "talk": (0.97, 0.97),
    "cooperative": (0.98, 0.98),
    "sentences": (0.98, 0.98),
    "free": (0.97, 0.95),
}


@pytest.mark.parametrize(
    "group",
    [
        "cooperative",
        pytest.param("talk", marks=pytest.mark.slow),
        pytest.param("sentences", marks=pytest.mark.slow),
        pytest.param("free", marks=pytest.mark.slow),
    ],
)
def test_what_is_understood(group: str) -> None:
    findings = [
        found
        for conversation in load("tuning")[group]
        for found in judge(conversation, OfflineCoach())
    ]
    verdicts = count(findings)
    least_precision, least_recall = FLOORS[group]
    assert precision(verdicts["all"]) >= least_precision
    assert recall(verdicts["all"]) >= least_recall
    assert verdicts["all"]["invented"] == 0
    for field in ("complete", "reply"):
        assert set(verdicts.get(field, {"right": 1})) == {"right"}


@pytest.mark.slow
@pytest.mark.parametrize(
    "conversation", load("tuning")["confirmations"], ids=lambda conversation: conversation["id"]
)
def test_a_yes_is_taken_and_nothing_else(conversation: dict) -> None:
    assert [found.verdict for found in judge(conversation, OfflineCoach())] == ["right"]
