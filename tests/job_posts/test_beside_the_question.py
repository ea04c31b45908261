"""What an employer says beside the question, or in the place of what was said."""

import pytest

from benchmarks.job_posts import play
from interview_cli.coach.offline.coach import OfflineCoach

NURSE = "Nurse in Leeds"


@pytest.mark.parametrize(
    ("messages", "field", "expected"),
    [
        (["we want tea pluckers in Kericho"], "title", "Tea Plucker"),
        ([NURSE, "first aid"], "skills", ["first aid"]),
        ([NURSE, "lovely weather today"], "skills", []),
        ([NURSE, "skills: SAP", "we dropped SAP, it's Sage now"], "skills", ["Sage"]),
        ([NURSE, "pay is 2000 euros a month and house and bread"], "benefits", ["house", "bread"]),
        ([NURSE, "then she dresses wounds"], "responsibilities", ["dresses wounds"]),
        ([NURSE, "no matter the level"], "experienceLevel", ""),
    ],
)
def test_it_is_read_for_its_own_field(messages: list[str], field: str, expected: object) -> None:
    assert play(messages, OfflineCoach())[-1]["job_data"][field] == expected
