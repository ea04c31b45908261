"""A yes to the post in words that no rule knows."""

import pytest

from benchmarks import yes_fit
from interview_cli.job_posts.acts import Turn
from interview_cli.job_posts.reading import read_acts
from interview_cli.post_models import JobData
from tests.cases import each

POST = JobData(title="Baker", skills=["sourdough"], location="York", responsibilities=["bake"])


@each(
    ("message", "is_yes"),
    [
        ("parfait, publiez merci", True),
        ("ja klar, raus damit", True),
        ("it's ready, hit publish", True),
        ("noch nicht, der Lohn stimmt nicht", False),
        ("great location", False),
        ("publish it when my boss has read it", False),
    ],
)
def test_a_yes_in_unknown_words(message: str, is_yes: bool) -> None:
    acts = read_acts(Turn(message, data=POST, is_shown=True))
    assert any(act.kind == "confirm" for act in acts) is is_yes


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_the_weights_are_what_the_fit_produces() -> None:
    assert yes_fit.FILE.read_text("utf-8") == yes_fit.format_weights(yes_fit.collect())
