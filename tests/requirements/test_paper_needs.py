"""How much a job depends on a paper."""

import pytest

from interview_cli.requirements.paper_needs import takes_will
from interview_cli.requirements.requirement import Requirement


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("CIPD Level 5 (or working towards)", True),
        ("AAT Level 3 or studying towards it", True),
        ("SIA licence or willing to obtain one", True),
        ("CIPD Level 5", False),
        ("A degree or working towards one", False),
    ],
)
def test_an_ad_may_take_the_will_to_get_a_paper(text: str, is_open: bool) -> None:
    assert takes_will(Requirement(text, text, is_must=True)) == is_open
