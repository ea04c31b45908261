"""Hours, shifts, dates, places of work and pay, as people say them in talk.

Messages are of Monday, 2 November 2026.
"""

import pytest

from benchmarks.job_posts import play
from interview_cli.coach.offline.coach import OfflineCoach

BAKER = "Baker in Leeds, mid level"
PAID = f"{BAKER}, £14.50 an hour"
UNIT_OPEN = f"{BAKER}, pay is £30,000"
EMPTY = ("", None, [])


@pytest.mark.parametrize(
    ("setup", "message", "expected"),
    [
        (BAKER, "they do half past eight to five", {"workHours": "half past eight to five"}),
        (BAKER, "half eight till five, Monday to Friday", {"workHours": "*"}),
        (BAKER, "nine to half past five with one Saturday in two", {"workHours": "*"}),
        (BAKER, "from half three to seven on weekdays", {"workHours": "*"}),
        (BAKER, "quarter to six until two", {"workHours": "*"}),
        (BAKER, "it's earlies and lates", {"shifts": "*"}),
        (BAKER, "four on four off", {"shifts": "*"}),
        (BAKER, "4 days on, 3 days off", {"shifts": "*"}),
        (BAKER, "they work four tens monday through thursday", {"workHours": "*"}),
        (BAKER, "the shift is 23 to 7, 5 nights in week", {"shifts|workHours": "*"}),
        (BAKER, "2 shifts, early and late", {"shifts": "*"}),
        (BAKER, "twenty-five hours a week", {"workHours": "twenty-five hours a week"}),
        (BAKER, "8 a.m. to 5 p.m.", {"workHours": "8 a.m. to 5 p.m"}),
        (BAKER, "7.30am - 4pm", {"workHours": "*"}),
        (
            BAKER,
            "working hours are from nine in the morning to six in the evening",
            {"workHours": "*"},
        ),
        (BAKER, "alternate Saturdays", {"shifts|workHours": "*"}),
        (BAKER, "days one week, nights the next", {"shifts": "*"}),
        (BAKER, "three 12 hour shifts a week", {"shifts": "*"}),
        (BAKER, "the work begins at 2 and finishes at 9 in the morning", {"workHours": "*"}),
        (BAKER, "six till two", {"workHours": "*"}),
        (BAKER, "start straight away", {"jobStartDate": "immediately"}),
        (BAKER, "as soon as possible please", {"jobStartDate": "immediately"}),
        (BAKER, "we'd like them to begin on the first of March", {"jobStartDate": "2027-03-01"}),
        (BAKER, "from the new year", {"jobStartDate": "2027-01"}),
        (BAKER, "they can start next month", {"jobStartDate": "2026-12"}),
        (BAKER, "they'd start at the beginning of April", {"jobStartDate": "2027-04"}),
        (BAKER, "needed from 15 December", {"jobStartDate": "2026-12-15"}),
        (BAKER, "we need them by the 1st of February", {"jobStartDate": "2027-02-01"}),
        (BAKER, "apply by Friday week", {"validThrough": "2026-11-13"}),
        (BAKER, "apply by this Friday", {"validThrough": "2026-11-06"}),
        (
            BAKER,
            "We'd want to have the applications in by the 26th of February 2027",
            {"validThrough": "2027-02-26"},
        ),
        (BAKER, "closing date is the end of March", {"validThrough": "2027-03-31"}),
        (BAKER, "last day to apply is 31 March 2027", {"validThrough": "2027-03-31"}),
        (BAKER, "closing date is Friday the 20th of November", {"validThrough": "2026-11-20"}),
        (
            BAKER,
            "the deadline is 12 December and they can ring Ann on 051 555 0142",
            {"validThrough": "2026-12-12", "applicationContact": "Ann on 051 555 0142"},
        ),
        (
            BAKER,
            "Apply to jobs@mill.example, no later than November 27.",
            {"validThrough": "2026-11-27", "applicationContact": "jobs@mill.example"},
        ),
        (BAKER, "they start no later than 4 January", {"validThrough": ""}),
        (BAKER, "It's voluntary, so there is no salary", {"employmentType": "VOLUNTEER"}),
        (BAKER, "this is a volunteer role", {"employmentType": "VOLUNTEER"}),
        (BAKER, "Accountable to the Principal Planner.", {"reportsTo": "Principal Planner"}),
        (
            BAKER,
            "He gives the report to front office manager",
            {"reportsTo": "front office manager"},
        ),
        (BAKER, "about fifteen to begin with", {"totalJobOpenings": 15}),
        (f"{BAKER}. 5 openings", "make it eight bakers rather than five", {"totalJobOpenings": 8}),
        (
            f"{BAKER}, 8 to 5 weekdays and saturday 8 to 1",
            "take the saturday thing off, we stopped that",
            {"workHours": "8 to 5 weekdays"},
        ),
        (f"{BAKER}\nhours: Monday to Friday, 8 to 5", "no friday", {"workHours": "*"}),
        (BAKER, "the ad should run until 12 December", {"validThrough": "2026-12-12"}),
        (BAKER, "CVs in by 12 December please", {"validThrough": "2026-12-12"}),
        (BAKER, "applications close on May 3rd", {"validThrough": "2027-05-03"}),
        (BAKER, "deadline 15/01/2027", {"validThrough": "2027-01-15"}),
        (BAKER, "WFO", {"workType": "onsite"}),
        (BAKER, "every day in the office", {"workType": "onsite"}),
        (BAKER, "everybody comes to the office every day", {"workType": "onsite"}),
        (BAKER, "it's all at the bakery, nothing from home", {"workType": "onsite"}),
        (BAKER, "five days in the office", {"workType": "onsite"}),
        (BAKER, "office based", {"workType": "onsite"}),
        (BAKER, "no wfh", {"workType": "onsite"}),
        (BAKER, "you have to be there every day, you can't bake from home", {"workType": "onsite"}),
        (BAKER, "the last one got 26", {"salaryMin": None}),
        (BAKER, "we paid the last one 26 an hour", {"salaryMin": None}),
        (BAKER, "the previous guy was on 31k", {"salaryMin": None}),
        (BAKER, "our old baker had 2,100 a month, now it's 2,300 a month", {"salaryMin": 2300}),
        (BAKER, "we gave Anna 14 but it'll be 15 an hour now", {"salaryMin": 15}),
        (
            BAKER,
            "The position pays thirty-four dollars an hour, in Canadian dollars",
            {"salaryMin": 34, "currency": "CAD", "salaryUnit": "HOUR"},
        ),
        (BAKER, "28 an hour, Australian dollars", {"salaryMin": 28, "currency": "AUD"}),
        (PAID, "14.50 was last year, it's 15.20 now", {"salaryMin": 15.2}),
        (PAID, "it's gone up to 15.20", {"salaryMin": 15.2}),
        (PAID, "we raised it to 16", {"salaryMin": 16}),
        (PAID, "in euros", {"currency": "EUR"}),
        (PAID, "that's in US dollars", {"currency": "USD"}),
        (BAKER, "The monthly salary is 2,250 euros", {"salaryUnit": "MONTH", "salaryMin": 2250}),
        (
            UNIT_OPEN,
            "Daily they will bake bread and clean the ovens",
            {"salaryUnit": "", "responsibilities": ["bake bread", "clean the ovens"]},
        ),
        (
            BAKER,
            "25 days of leave and a pension",
            {"workHours": "", "shifts": "", "salaryMin": None, "benefits": "*"},
        ),
        (BAKER, "eighteen days of leave", {"workHours": "", "benefits": "*"}),
        (BAKER, "28 days holiday including bank holidays", {"workHours": "", "benefits": "*"}),
        (
            BAKER,
            "between 14 and 15 pounds an hour, what the last one had was 13",
            {"salaryMin": 14, "salaryMax": 15},
        ),
        (BAKER, "pay is 12 60 an hour", {"salaryMin": 12.6, "salaryUnit": "HOUR"}),
        (BAKER, "begin is possible from 1. February", {"jobStartDate": "2027-02-01"}),
        (BAKER, "night +20%", {"workHours": ""}),
        (BAKER, "must have finished an apprenticeship", {"experienceLevel": "mid"}),
        ("Baker in Jurong", "fresh grad also can", {"experienceLevel": "junior"}),
    ],
)
def test_a_detail_is_read(setup: str, message: str, expected: dict[str, object]) -> None:
    """`*` stands for any value, and `a|b` for one of two fields."""
    data = play([setup, message], OfflineCoach())[-1]["job_data"]
    for names, value in expected.items():
        values = [data[name] for name in names.split("|")]
        assert any(found not in EMPTY for found in values) if value == "*" else value in values


@pytest.mark.parametrize(
    "message",
    ["start next Friday", "two to three years of baking", "in a while", "apply by hand"],
)
def test_what_names_no_certain_time_sets_none(message: str) -> None:
    data = play([BAKER, message], OfflineCoach())[-1]["job_data"]
    assert not data["jobStartDate"]
    assert not data["validThrough"]
    assert not data["workHours"]
