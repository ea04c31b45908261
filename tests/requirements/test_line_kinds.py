"""What a line of a CV can support by its kind."""

import pytest

from interview_cli.requirements.coverage import map_duties, map_requirements
from interview_cli.requirements.line_kinds import drop_contacts

CV = """Destiny Alvarez
Round Rock, TX | 512-555-0148 | destiny.go@example.com

Education
Master of Management Analytics, University of Toronto, 2022

Work
Clerk, Hull, 2019 to now
- Kept the ledger of vendors
"""


def test_a_degree_shows_no_work() -> None:
    job = "# Clerk\n## What you will do\n- Improve data quality of item and vendor master\n"
    (duty,) = map_duties(job, CV, [])
    assert "Master of" not in f"{duty.line}{duty.perhaps}{duty.in_part}"


def test_letters_inside_an_address_name_nothing() -> None:
    job = "# Clerk\n## What you need\n- Experience with Go\n"
    (mapped,) = map_requirements(job, CV, [])
    assert (mapped.line, mapped.perhaps, mapped.in_part) == (None, None, ())


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (
            "Hoppers Crossing | h.p@example.com | VIT registered",
            "Hoppers Crossing | VIT registered",
        ),
        ("512-555-0148", "512-555-0148"),
        ("Clerk | Hull | 2019-2022", "Clerk | Hull | 2019-2022"),
    ],
)
def test_contacts_are_left_out_of_a_quote(line: str, kept: str) -> None:
    assert drop_contacts(line) == kept


IDLE = "Ann Lee\n\n{}\n\nWork\nWaiter, Hull, 2019 to now\n- Laid tables\n"


@pytest.mark.parametrize(
    ("requirement", "line"),
    [
        ("Heat pump qualification or an interest in getting it", "Interests: rugby, heat pumps"),
        ("Experience in a dental practice", "OBJECTIVE: To work in a dental practice"),
        ("Experience in woodwork", "Hobbies\nWoodwork, chess"),
        ("2 years in a busy dental practice", "Profile\nFriendly, used to a busy dental practice"),
        ("2 years in dental nursing", "Education\nDental nursing course, Hull"),
    ],
    ids=["interests", "an objective", "hobbies", "a profile without years", "a course"],
)
def test_what_somebody_likes_or_aims_at_shows_no_work(requirement: str, line: str) -> None:
    job = f"# Clerk\n## What you need\n- {requirement}\n"
    for mapped in map_requirements(job, IDLE.format(line), []):
        assert (mapped.line, mapped.perhaps, mapped.in_part) == (None, None, ())


def test_work_at_the_same_thing_shows_it() -> None:
    job = "# Clerk\n## What you need\n- Experience in a dental practice\n"
    cv = IDLE.format("Interests: chess") + "- Kept the books of a dental practice\n"
    (mapped,) = map_requirements(job, cv, [])
    assert "dental practice" in f"{mapped.line}{mapped.perhaps}{mapped.in_part}"
