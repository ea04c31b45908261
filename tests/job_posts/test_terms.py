"""Level, employment type and place of work, as employers name them."""

from interview_cli.job_posts.terms import (
    find_employment,
    find_level,
    find_work_type,
    is_nice_to_have,
)
from tests.cases import each

LEVELS = [
    ("senior level with 5+ years experience", ("senior", "senior")),
    ("newly qualified", ("junior", "newly qualified")),
    ("no experience needed", None),
    ("a beginner or an experienced one", None),
    ("mid or senior", ("mid", "mid or senior")),
    ("actually mid level, not senior", ("mid", "mid")),
    ("change it from junior to mid", ("mid", "mid")),
    ("yes but make it lead", ("lead", "lead")),
    ("we look for somebody at C-level", ("executive", "C-level")),
    ("junior or mid", ("junior", "junior or mid")),
    ("mid to senior", ("mid", "mid to senior")),
    ("no one junior obviously", None),
    ("we don't need a senior", None),
    ("a nurse for our senior care home", None),
    ("you lead the night shift", None),
    ("experienced in wound care", None),
]


@each(("text", "level"), LEVELS)
def test_a_level(text: str, level: tuple[str, str] | None) -> None:
    assert find_level(text) == level


EMPLOYMENT = [
    ("we'd like it to be part-time, 20 hours a week", "PART_TIME"),
    ("an 80% position", "PART_TIME"),
    ("part time contract for 6 months", "PART_TIME"),
    ("contract for 6 months", "CONTRACTOR"),
    ("a freelancer", "CONTRACTOR"),
    ("maternity cover", "TEMPORARY"),
    ("a paid internship, full time", "INTERN"),
    ("full time", "FULL_TIME"),
    ("full time or part time", None),
    ("you read every contract", None),
    ("not a temp", None),
]


@each(("text", "employment"), EMPLOYMENT)
def test_an_employment_type(text: str, employment: str | None) -> None:
    match = find_employment(text)
    assert (match[0] if match else None) == employment


WORK_TYPES = [
    ("hybrid, 2 days in Amman", "hybrid"),
    ("they can work remotely on fridays for paperwork", "hybrid"),
    ("3 days a week from home", "hybrid"),
    ("fully remote in the EU", "remote"),
    ("you can work from home", "remote"),
    ("remote? no, on site", "onsite"),
    ("work from the office", "onsite"),
    ("Remote isn't possible", "onsite"),
    ("no remote work please", "onsite"),
    ("We don't offer remote work", "onsite"),
    ("We do not allow working from home", "onsite"),
    ("Remote work is not offered", "onsite"),
    ("this is not a remote job", "onsite"),
    ("Remote work isn't possible", "onsite"),
    ("it is not fully remote", None),
    ("mark homework", None),
    ("We don't offer parking, but remote work is fine", "remote"),
    ("our remote team is great and fast", None),
]


@each(("text", "work_type"), WORK_TYPES)
def test_a_place_of_work(text: str, work_type: str | None) -> None:
    match = find_work_type(text)
    assert (match[0] if match else None) == work_type


def test_an_entry_that_is_not_a_must_says_so() -> None:
    assert is_nice_to_have("Terraform, nice to have")
    assert not is_nice_to_have("Terraform")
