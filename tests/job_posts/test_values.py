"""Values as employers of many countries write them: pay, openings, dates, contracts, titles.

Messages are of Monday, 2 November 2026.
"""

import pytest

from benchmarks.job_posts import play
from interview_cli.coach.offline.coach import OfflineCoach
from interview_cli.job_posts.pay import find_pay


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rs 18,000-22,000/- p.m.", (18000, 22000, "", "MONTH")),
        ("Rs. 45,000/- p.m., free transport", (45000, 45000, "", "MONTH")),
        ("CTC: ₹3.6 – 4.2 LPA", (360000, 420000, "INR", "YEAR")),
        ("N120,000 to N140,000 every month", (120000, 140000, "NGN", "MONTH")),
        ("6,5 mil reais per month", (6500, 6500, "BRL", "MONTH")),
        ("TZS 800,000/= per month", (800000, 800000, "TZS", "MONTH")),
        ("CHF 5'800.- a month", (5800, 5800, "CHF", "MONTH")),
        ("48.000 € p. a.", (48000, 48000, "EUR", "YEAR")),
        ("CLP 1.900.000 – 2.300.000 liquid monthly", (1900000, 2300000, "CLP", "MONTH")),
        ("annual package is R216k", (216000, 216000, "ZAR", "YEAR")),
    ],
)
def test_pay_in_the_form_of_a_country(text: str, expected: tuple[float, float, str, str]) -> None:
    pay = find_pay(text)

    assert pay is not None
    assert (pay.minimum, pay.maximum, pay.currency, pay.unit) == expected


@pytest.mark.parametrize("text", ["Monday to Friday 7.30 p.m.", "open till 7 p.m. daily"])
def test_a_time_of_the_day_is_no_pay_of_a_month(text: str) -> None:
    assert find_pay(text, asked=True) is None


@pytest.mark.parametrize(
    ("messages", "field", "expected"),
    [
        (
            ["I am manager of Hotel X in Faro and we search a breakfast attendant"],
            "title",
            "Breakfast Attendant",
        ),
        (["We're a steel fabricator in Hull and we need 4 boilermakers"], "title", "Boilermaker"),
        (["I need an operator of rice mill machine"], "title", "Rice Mill Machine Operator"),
        (["i want to employ two midwives"], "title", "Midwife"),
        (["the post of Laboratory Attendant"], "title", "Laboratory Attendant"),
        (["URGENTLY REQUIRED\n\nSous Chef\nGalway\n\nDuties:\n- grill"], "title", "Sous Chef"),
        (["waiter in Hull", "Name it SPA Receptionist please."], "title", "SPA Receptionist"),
        (["we need 25 persons", "They call themselves grape pickers"], "title", "Grape Picker"),
        (["baker in Hull", "Yes, make it two."], "totalJobOpenings", 2),
        (["baker in Hull", "No. of positions: 4"], "totalJobOpenings", 4),
        (
            ["baker in Hull, closing date 3 May 2027", "Extend the last date to 10 May."],
            "validThrough",
            "2027-05-10",
        ),
        (["baker in Hull, 22 hours a week", "Hours have gone up to 25."], "workHours", "25"),
        (
            ["baker in Hull", "Requirements: two years of ovens. Full time, £13 an hour."],
            "employmentType",
            "FULL_TIME",
        ),
        (["baker in Hull", "unlimited contract"], "employmentType", ""),
        (["pipefitter up in gladstone queensland"], "location", "Gladstone, Queensland"),
        (["baker in Hull", "it doesn't have to be senior, mid is ok"], "experienceLevel", "mid"),
        (["baker in Hull, 1350 euro a month", "sorry, one of the boys is ill"], "salaryMax", 1350),
        (["baker in Hull, £2,000 a month", "Shift allowance: £500"], "salaryMax", 2000),
    ],
)
def test_a_value(messages: list[str], field: str, expected: object) -> None:
    assert play(messages, OfflineCoach())[-1]["job_data"][field] == expected


@pytest.mark.parametrize(
    "answer",
    ["Level doesn't matter for this one.", "Doesn't matter on the level.", "level is open"],
)
def test_a_level_that_does_not_matter_is_left_open(answer: str) -> None:
    assert (
        "Left open: level" in play(["baker in Hull", answer], OfflineCoach())[-1]["agent_response"]
    )
