"""Job titles, shortened to fit into a question."""

import pytest

from interview_cli.coach.offline.titles import shorten_title


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Account Executive, Mid-Market", "Account Executive"),
        ("Nurse (m/f/d)", "Nurse"),
        ("Full-Stack Developer", "Full-Stack Developer"),
        ("Engineer – Payments", "Engineer"),
        ("(Senior)", "(Senior)"),
    ],
)
def test_a_title_loses_its_additions(title: str, expected: str) -> None:
    assert shorten_title(title) == expected
