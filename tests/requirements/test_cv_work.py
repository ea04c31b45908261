"""The lines of a CV that tell of work, and their jobs."""

import pytest

from interview_cli.requirements.cv_work import find_work, is_achievement

CV = """Ana Reyes
Leeds | ana@example.org | 07700 900 551

Summary
Managed wards for ten years. Passionate about exceeding expectations.

Experience

Porter, Elm House
2010 - 2014
- Moved beds between nine wards for the theatre

Care assistant, Oakfield House, 2019 to now
Oakfield House cares for 40 residents.
- Trained six new starters on the hoist
- Telemetry monitoring and rhythm interpretation
- Performed all tasks with a patient-centered focus
- I worked for this employer for 4 years while in college also.
- Excel, Word, Outlook
- Completed a first aid course
- References: on request

Page 1 of 2

Volunteering
- Ran the tea stall at the summer fair

Training
Trained in moving and handling, 2020

Skills
Excel, Word

Hobbies
- Ran three marathons for the hospice
"""


def test_only_work_is_found_the_most_recent_first() -> None:
    assert [item.text for item in find_work(CV)] == [
        "Trained six new starters on the hoist",
        "Telemetry monitoring and rhythm interpretation",
        "Moved beds between nine wards for the theatre",
        "Ran the tea stall at the summer fair",
    ]


def test_a_piece_of_work_knows_its_job() -> None:
    first, second, third, last = find_work(CV)
    assert first.employer == "Care assistant, Oakfield House, 2019 to now"
    assert third.employer == "Porter, Elm House – 2010 - 2014"
    assert [item.recency for item in (first, second, third, last)] == [0, 0, 1, 2]
    assert (first.is_current, third.is_current, last.is_current) == (True, False, None)
    assert (first.is_achievement, second.is_achievement) == (True, False)


def test_wrapped_lines_are_joined() -> None:
    cv = "Jobs\n• Installed fire alarms in\n14 schools for Brook\n\n2 of 3\n\n• Kept the van tidy\n"
    assert [item.text for item in find_work(cv)] == [
        "Installed fire alarms in 14 schools for Brook",
        "Kept the van tidy",
    ]


def test_a_cv_without_headings_has_its_work_below_the_years() -> None:
    cv = (
        "Lee Marsh\n1998-2006   River Terminal, welder. Hull plates and hatch covers.\n"
        "2006-2015   Coal Prep, fitter\nKept the No. 2 plant running for 311 days.\n"
        "2004-2008   BSc Physics, Leeds. Thesis on welding.\n"
    )
    assert [item.text for item in find_work(cv)] == [
        "Kept the No. 2 plant running for 311 days.",
        "Hull plates and hatch covers.",
    ]


def test_sentences_with_i_tell_of_work_below_skills() -> None:
    cv = "Key skills\nPeople\nI chaired 14 hearings for the store.\nWord, Excel\n"
    assert [item.text for item in find_work(cv)] == ["I chaired 14 hearings for the store."]


def test_a_list_of_jobs_above_their_duties() -> None:
    cv = (
        "Employment\nMay 2022 – present | Assistant Accountant | Elm Trust\n"
        "2017 – 2019 | Ledger Clerk | Oak Motors\n\nASSISTANT ACCOUNTANT – WHAT I DO\n"
        "1. Deliver the payroll journal by day three\n\nLEDGER CLERK – WHAT I DID\n"
        "1. Processed 900 invoices a month\n"
    )
    assert [item.is_current for item in find_work(cv)] == [True, False]


@pytest.mark.parametrize("cv", ["", "Ana", "\n\n", "Experience"])
def test_a_cv_without_work(cv: str) -> None:
    assert find_work(cv) == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Installed fire alarms in 14 schools", True),
        ("I have run the bar for nine years", False),
        ("Led it", False),
        ("Manage a team of five people", False),
        ("Developed strong communication skills in teams", False),
    ],
)
def test_an_achievement_is_a_deed_in_the_past(line: str, *, expected: bool) -> None:
    assert is_achievement(line) == expected
