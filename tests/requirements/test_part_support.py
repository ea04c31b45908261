"""What an answer says of several things is told only of those that it surely names."""

import pytest

from interview_cli.requirements.extract import find_requirements
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.part_support import find_told_parts
from interview_cli.requirements.wanted import Wanted

AD = "# Analyst\n## Requirements\n- Snowflake, unpaid bills, reports to Finance and approvals\n"


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("At home I loaded it all into Snowflake.", ("Snowflake",)),
        ("I chased the unpaid bills every Friday.", ("unpaid bills",)),
        ("I waited for the approvals of my boss.", ()),
        ("I sat beside the finance director once.", ()),
    ],
)
def test_one_plain_word_of_an_answer_names_no_part(sentence: str, parts: tuple[str, ...]) -> None:
    (requirement,) = find_requirements(AD)
    answer = GivenAnswer(3, "behaviour", "", sentence)
    found = find_told_parts(Wanted.of_requirement(requirement), [answer], [])
    assert tuple(part for each in found for part in each.parts) == parts
