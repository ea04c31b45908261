"""Seniority, as titles and descriptions name it."""

import pytest

from interview_cli.requirements.levels import adjust_level, find_level_in_title, infer_level
from interview_cli.vocabulary import Level
from tests.cases import each


@each(
    ("title", "level"),
    [
        ("Senior Backend Engineer", "senior"),
        ("senior nurse", "senior"),
        ("Sr. Accountant", "senior"),
        ("Experienced Welder", "senior"),
        ("Junior Developer", "junior"),
        ("Jr. Buyer", "junior"),
        ("Graduate Accountant", "junior"),
        ("Trainee Chef", "junior"),
        ("Marketing Intern", "junior"),
        ("Apprenticeship Electrician", "junior"),
        ("Entry-level Analyst", "junior"),
        ("Entry Level Analyst", "junior"),
        ("Mid-Level Designer", "mid"),
        ("Team Lead Logistics", "lead"),
        ("Principal Engineer", "lead"),
        ("Staff Engineer", "lead"),
        ("Store Manager", "lead"),
        ("Principal Consultant", None),
        ("Account Director", None),
        ("Director of Nursing", "executive"),
        ("CTO", "executive"),
        ("CEO", "executive"),
        ("CFO", "executive"),
        ("VP Sales", "executive"),
        ("Head of Design", "executive"),
        ("Executive Director", "executive"),
        ("Asst. Mgr", "lead"),
        ("Snr QS", "senior"),
        ("BDM", None),
        ("Electrician", None),
        ("Backend Engineer", None),
        ("Internal Auditor", None),
        ("International Buyer", None),
        ("Leadership Coach", None),
        ("", None),
    ],
)
def test_a_title_names_its_level_or_none(title: str, level: str | None) -> None:
    assert find_level_in_title(title) == level


@pytest.mark.parametrize(
    "title",
    ["Executive Assistant to the CFO", "PA TO THE HEAD OF SALES", "Exec Asst II – CFO Office"],
)
def test_the_level_of_whom_a_job_serves_is_not_its_own(title: str) -> None:
    assert find_level_in_title(title) is None


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Senior Staff Engineer", "lead"),
        ("Senior Director of Finance", "executive"),
        ("Senior Graduate Recruiter", "senior"),
    ],
)
def test_the_highest_level_of_a_title_counts(title: str, level: str) -> None:
    assert find_level_in_title(title) == level


@each(
    ("description", "level"),
    [
        ("1 year of practice", "junior"),
        ("0-1 years in a kitchen", "junior"),
        ("2 years of practice", "mid"),
        ("at least 4 years of practice", "mid"),
        ("5+ years of practice", "senior"),
        ("5 + years", "senior"),
        ("10 or more years of practice", "senior"),
        ("12 years' practice", "senior"),
        ("We train graduates: a graduate scheme", "junior"),
        ("An entry-level position", "junior"),
        ("Come and work with us", "mid"),
        ("", "mid"),
    ],
)
def test_a_description_names_a_level_by_its_years(description: str, level: str) -> None:
    assert infer_level(description) == level


@each(
    ("title", "level"),
    [
        ("Staff Nurse", None),
        ("Senior Staff Nurse", "senior"),
        ("Lead Generation Specialist", None),
        ("Head Waiter", None),
        ("Junior Project Manager", "junior"),
        ("Graduate Trainee Manager", "junior"),
        ("Sales Executive", None),
        ("Account Executive", None),
        ("Executive Assistant", None),
        ("Assistant to the Director", None),
        ("Staff Engineer", "lead"),
    ],
)
def test_words_that_are_a_level_in_some_trades_only(title: str, level: str | None) -> None:
    assert find_level_in_title(title) == level


@pytest.mark.parametrize(
    ("description", "level"),
    [
        ("For over 30 years we have built boats. You must be 18 years or older.", "mid"),
        ("Entry-level role; 18 years or older", "junior"),
        ("2-5 years of experience", "mid"),
        ("five years' experience in care", "senior"),
        ("seven years' experience in care", "senior"),
        ("one year of experience in care", "junior"),
    ],
)
def test_only_years_of_experience_count(description: str, level: str) -> None:
    assert infer_level(description) == level


# Titles with a sentence of their ads; the ad decides only if the title names no level.
JOBS = [
    ("Care Assistant", "No experience necessary, we train you.", "junior"),
    ("Care Assistant", "You have thirty years of work behind you? Come and join us.", "senior"),
    ("Cook", "You join a team of thirty staff and cook for two hundred guests.", "mid"),
    ("Cook", "You lead a team of thirty staff.", "lead"),
    ("Production Operative", "We employ 30 people at our site in Leeds.", "mid"),
    ("Staff Nurse (Band 5)", "You mentor trainees on the ward.", "mid"),
    ("Physiotherapist - Band 6", "You supervise two students.", "senior"),
    ("Ward Manager, Band 7", "", "lead"),
    ("Healthcare Assistant Band 3", "", "junior"),
    ("Deputy Chief Pharmacist Band 8c", "", "executive"),
    ("Software Engineer II", "3+ years of Java", "mid"),
    ("Software Engineer III", "", "senior"),
    ("Accountant I", "", "junior"),
    ("Staff Software Engineer", "", "lead"),
    ("Principal Product Designer", "", "lead"),
    ("Lead iOS Engineer", "", "lead"),
    ("Head of Procurement", "", "executive"),
    ("Head of Year 9", "", "lead"),
    ("Chief Nursing Officer", "", "executive"),
    ("Director of Operations", "", "executive"),
    ("Funeral Director", "Meet bereaved families.", "mid"),
    ("Apprentice Electrician", "", "junior"),
    ("Graduate Civil Engineer", "Our 200 engineers design bridges.", "junior"),
    ("Trainee Solicitor", "", "junior"),
    ("NQT - Primary", "", "junior"),
    ("Commis Chef", "", "junior"),
    ("Commissioning Engineer", "five years' experience of site work", "senior"),
    ("Executive Officer - Casework", "", "mid"),
    ("Marketing Executive", "1-2 years in marketing", "junior"),
    ("Executive Chef", "", "executive"),
    ("Key Account Manager", "At least 4 years of sales experience.", "mid"),
    ("Store Manager", "", "lead"),
    ("Door Supervisor", "Patrol the venue and check tickets.", "mid"),
    ("Site Foreman", "", "lead"),
    ("Charge Nurse", "", "lead"),
    ("Account Executive, Mid-Market", "5+ years of closing experience", "senior"),
    ("Gardener", "In the last five years, we doubled in size. Lead four gardeners.", "lead"),
    ("Welder", "We have 30 years of experience in tanks. Time-served welders wanted.", "mid"),
    ("Java Developer", "Freshers can apply. Graduates only.", "junior"),
    ("Systems Administrator", "You manage 30 servers and 600 users.", "mid"),
    ("Teaching Assistant", "You work with groups of six pupils.", "mid"),
    ("Buyer", "Degree: graduate of any discipline. 6 years in purchasing.", "senior"),
]


@each(("title", "ad", "level"), JOBS)
def test_the_level_of_a_job(title: str, ad: str, level: str) -> None:
    assert (find_level_in_title(title) or infer_level(ad)) == level


def test_an_assistant_leads_nobody() -> None:
    ad = "You will supervise a team of 15 volunteers."
    assert infer_level(ad, "Collections Manager") == "lead"
    assert infer_level(ad, "Collections Assistant") == "mid"


@pytest.mark.parametrize(
    ("level", "title", "cv", "adjusted"),
    [
        ("mid", "Care Assistant", "Education\nGCSEs 2026", "junior"),
        ("mid", "Barista", "Jo, age 17\nWork\nPaper round, 2024 - 2026", "junior"),
        (
            "mid",
            "Laboratory Technician",
            "Education\nA levels: Biology, 2025\nWork\nSaturday assistant, Boots, 2023 - 2025",
            "junior",
        ),
        ("mid", "Plumber", "Work\nApprentice plumber, Flow Ltd, 2025 - present", "junior"),
        ("mid", "Plumber", "Work\nApprentice plumber, Flow Ltd, 2019 - present", "mid"),
        ("mid", "Plumber", "Work\nPlumber, Flow Ltd, 2012 - present\nEducation\nGCSEs 2008", "mid"),
        ("junior", "Payroll Clerk", "Work\nPayroll clerk, Hull, 2014 - 2025", "mid"),
        ("junior", "Payroll Clerk", "Work\nPayroll clerk, Hull, 2024 - present", "junior"),
        ("junior", "Payroll Clerk", "Work\nBus driver, Hull, 2004 - present", "junior"),
        ("mid", "Nurse", "Work\nWaiter, Elm House, 2012 - present", "mid"),
        ("lead", "Head Chef", "Education\nGCSEs 2026", "lead"),
    ],
)
def test_a_level_fits_the_cv(level: Level, title: str, cv: str, adjusted: Level) -> None:
    assert adjust_level(level, title, cv, 2026) == adjusted


def test_letters_have_the_level_of_what_the_ad_says_they_mean() -> None:
    ad = "Run the shift of a pub: bar staff, cash up, complaints."
    assert infer_level(ad, "DM") == "lead"
    assert infer_level("Deliver software with two squads: plan, risks, scrum.", "PM") == "mid"
