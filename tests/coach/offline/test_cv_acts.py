"""The acts of a line of a CV."""

import pytest

from interview_cli.coach.offline.cv_acts import split_acts


@pytest.mark.parametrize(
    ("line", "acts"),
    [
        (
            "I cashed up, trained two starters and ran the aisle, where I cut waste by 5%.",
            ["Cashed up", "Trained two starters", "Ran the aisle", "Cut waste by 5%"],
        ),
        ("Wrote the guide for farmers on bulls and electric fences", []),
        ("My manager closed the bar and trained two starters", []),
        ("We moved the bay to scanners; I wrote the notes", ["Wrote the notes"]),
        ("Ran the bar, my manager bought the wine, trained two starters", []),
    ],
)
def test_a_line_is_split_into_the_acts_of_one_person(line: str, acts: list[str]) -> None:
    assert list(split_acts(line)) == acts
