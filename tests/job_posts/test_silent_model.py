"""A model that finds nothing leaves a post as the rules alone make it."""

import pytest

from benchmarks.job_posts import load, play
from interview_cli.coach.base import PostFacts, PostReply, ProgressListener
from interview_cli.coach.offline.coach import OfflineCoach
from interview_cli.job_posts.joining import join_acts
from interview_cli.job_posts.reading import read_acts


class SilentCoach(OfflineCoach):
    """Joins the acts of the rules with those of a model that found none."""

    def job_post(self, facts: PostFacts, listener: ProgressListener) -> PostReply:
        acts = join_acts(read_acts(facts.turn), (), facts.turn.message)
        return PostReply(acts, "", "model", "silent")


@pytest.mark.parametrize(
    "group",
    [
        "cooperative",
        *(pytest.param(name, marks=pytest.mark.slow) for name in ("talk", "free", "sentences")),
    ],
)
def test_it_changes_nothing(group: str) -> None:
    for conversation in load("tuning")[group]:
        messages = [turn["say"] for turn in conversation["turns"]]
        by_rules, by_both = play(messages, OfflineCoach()), play(messages, SilentCoach())
        assert [one["job_data"] for one in by_both] == [one["job_data"] for one in by_rules]
        assert [one["unused"] for one in by_both] == [one["unused"] for one in by_rules]
