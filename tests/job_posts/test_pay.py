"""Pay as people write it, and amounts that are not pay."""

import pytest

from interview_cli.english.rules import load_toml
from interview_cli.job_posts.pay import find_pay
from tests.cases import each

PAY = [
    ("2-3k JOD a month", (2000, 3000, "JOD", "MONTH")),
    ("€60,000–75,000", (60000, 75000, "EUR", "")),
    ("G$ 12,000 a day", (12000, 12000, "GYD", "DAY")),
    ("45.000 escudos monthly", (45000, 45000, "CVE", "MONTH")),
    ("P9 500 to P11 000 monthly", (9500, 11000, "", "MONTH")),
    ("One week pay is K410", (410, 410, "", "WEEK")),
    ("60k", (60000, 60000, "", "")),
    ("£45/hour", (45, 45, "GBP", "HOUR")),
    ("1,500 - 2,000 JOD monthly", (1500, 2000, "JOD", "MONTH")),
    ("up to $120k per year", (None, 120000, "USD", "YEAR")),
    ("from 50.000 € p.a.", (50000, None, "EUR", "YEAR")),
    ("£30,000+", (30000, None, "GBP", "")),
    ("it pays 45 pounds per hour", (45, 45, "GBP", "HOUR")),
    ("Band 5 £28,407", (28407, 28407, "GBP", "")),
    ("CA$58,000–CA$75,000/yr", (58000, 75000, "CAD", "YEAR")),
    ("£60 to 80 thousand", (60000, 80000, "GBP", "")),
    ("£16.50ph", (16.5, 16.5, "GBP", "HOUR")),
    ("11.90 an hour", (11.9, 11.9, "", "HOUR")),
    ("the salary should be 2500 JOD instead", (2500, 2500, "JOD", "")),
    ("Full time, 1.200 dinars weekly", (1200, 1200, "", "WEEK")),
    ("we offer 70-85k plus a car", (70000, 85000, "", "")),
]


@each(("text", "expected"), PAY)
def test_pay(text: str, expected: tuple[float | None, float | None, str, str]) -> None:
    pay = find_pay(text)
    assert pay
    assert (pay.minimum, pay.maximum, pay.currency, pay.unit) == expected
    assert pay.words in text


NOT_PAY = [
    "$1,000 sign-on bonus",
    "manage a budget of $2m",
    "deal size 10k-50k EUR",
    "the salary is competitive",
    "60k users every month",
    "5 days a week",
    "from £50,000 to £40,000",
    "a team of 12",
]


@pytest.mark.parametrize("text", NOT_PAY)
def test_not_pay(text: str) -> None:
    assert find_pay(text) is None


@pytest.mark.parametrize(
    ("text", "minimum"), [("2500", 2500), ("15 an hour", 15), ("40k", 40000), ("20", None)]
)
def test_a_number_is_pay_where_pay_was_asked_for(text: str, minimum: float | None) -> None:
    pay = find_pay(text, asked=True)
    assert (pay.minimum if pay else None) == minimum


CURRENCIES = load_toml("interview_cli.english", "cldr.toml")["currencies"]


@each("money", CURRENCIES)
def test_every_currency_of_the_table_is_read(money: str) -> None:
    for text in (f"1,200 {money} a month", f"{money} 1,200 a month"):
        pay = find_pay(text)
        assert pay
        assert pay.words == text
        assert pay.currency == CURRENCIES[money]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The salary is 2 250 euros brut each month", (2250, 2250, "EUR", "MONTH")),
        ("18 000 - 22 000 PLN net + VAT monthly", (18000, 22000, "PLN", "MONTH")),
        ("The monthly salary is 5,200 to 6,400 Singapore dollars", (5200, 6400, "SGD", "MONTH")),
        ("RM 2,800 until RM 3,300 in a month", (2800, 3300, "MYR", "MONTH")),
        ("between 195 and 215 Danish kroner for every hour", (195, 215, "DKK", "HOUR")),
        ("between twenty-nine and thirty-three thousand pounds", (29000, 33000, "GBP", "")),
        ("twenty-eight twenty an hour", (28.2, 28.2, "", "HOUR")),
        ("two thousand and fifty euros a month", (2050, 2050, "EUR", "MONTH")),
        ("budget 9 to 12 LPA", (900000, 1200000, "INR", "YEAR")),
    ],
)
def test_pay_as_people_say_it(text: str, expected: tuple[float, float, str, str]) -> None:
    pay = find_pay(text)
    assert pay
    assert (pay.minimum, pay.maximum, pay.currency, pay.unit) == expected


@pytest.mark.parametrize(
    "text", ["a training budget of 1000 euros a year", "You manage a budget of 50k a month"]
)
def test_a_budget_of_the_job_is_no_pay(text: str) -> None:
    assert find_pay(text) is None
