"""A yes to the post that was shown, and nothing else."""

import pytest

from interview_cli.job_posts.acts import Turn
from interview_cli.job_posts.confirmations import is_confirmation
from interview_cli.job_posts.dialogue import read_dialogue
from tests.cases import each

YES = [
    "yes",
    "Yes, that's it",
    "ok",
    "perfect, thanks",
    "Looks good to me.",
    "please publish it",
    "no more changes, go ahead",
    "thanks for your help, everything is fine",
    "👍",
    "oui",
    "はい",
]
NOT_YES = [
    "thanks",
    "to me",
    "the post should be ready by May",
    "is it ready to post?",
    "yes?",
    "yes, but make it part time",
    "yesterday",
    "ok " * 25,
    "",
]


@each("message", YES)
def test_a_yes(message: str) -> None:
    assert is_confirmation(message)


@pytest.mark.parametrize("message", NOT_YES)
def test_not_a_yes(message: str) -> None:
    assert not is_confirmation(message)


def test_a_request_to_see_the_post() -> None:
    shown = read_dialogue(Turn("Can I see it?"))
    assert shown
    assert shown.kind == "show"
    assert read_dialogue(Turn("Hm, nice weather in Overlook Bay")) is None
