"""Pay, level, employment and place of work as employers tell and change them in passing."""

from typing import Any

from benchmarks.job_posts import play
from interview_cli.coach.offline.coach import OfflineCoach
from tests.cases import each

POST = "title: Cook\nlevel: mid\nlocation: Hull\nskills: HACCP\nduties:\n- prepare lunch"
YEARLY = f"{POST}\npay: £28,000 to £30,000 a year"
HOURLY = f"{POST}\npay: £18 to £19 an hour"
DAILY = f"{POST}\npay: £190 a day"


def take(*messages: str) -> dict[str, Any]:
    data: dict[str, Any] = play(messages, OfflineCoach())[-1]["job_data"]
    return data


PAY = [
    (POST, "payment is 2.450,- EUR brutto per month, 14 times", (2450, 2450, "MONTH")),
    (POST, "minimum £25k, maximum £30k a year", (25000, 30000, "YEAR")),
    (POST, "Budget min 12 LPA max 18 LPA", (1_200_000, 1_800_000, "YEAR")),
    (POST, "650 000 FCFA gross, each month", (650_000, 650_000, "MONTH")),
    (POST, "day rate 220", (220, 220, "DAY")),
    (POST, "18 quid an hr, 19 for the right one, so 18 to 19", (18, 19, "HOUR")),
    (DAILY, "not 190. £200", (200, 200, "DAY")),
    (HOURLY, "no just 18.50 flat, i know what they're like", (18.5, 18.5, "HOUR")),
    (YEARLY, "ok so the base tops out at 31 actually", (28000, 31000, "YEAR")),
    (YEARLY, "30 is too few for this market, to 32 please", (28000, 32000, "YEAR")),
    (YEARLY, "33 on top end", (28000, 33000, "YEAR")),
    (YEARLY, "25 kg on top of the shelf", (28000, 30000, "YEAR")),
    (YEARLY, "the lift tops out at 31 boxes", (28000, 30000, "YEAR")),
    (HOURLY, "a flat comes with it", (18, 19, "HOUR")),
]


@each("post, message, pay", PAY)
def test_pay_and_its_changes(post: str, message: str, pay: tuple[float, float, str]) -> None:
    data = take(post, message)
    assert (data["salaryMin"], data["salaryMax"], data["salaryUnit"]) == pay


TERMS = [
    ("Level pls keep senior", "experienceLevel", "senior"),
    ("put senior for the level", "experienceLevel", "senior"),
    ("keep senior guests happy", "experienceLevel", "mid"),
    ("FT. medical and dental", "employmentType", "FULL_TIME"),
    ("8 ft ladder", "employmentType", ""),
    ("C2H, 6 months then payroll", "employmentType", "CONTRACTOR"),
    ("in the office Tue-Thu, rest wherever", "workType", "hybrid"),
    ("homeoffice on Fridays is possible", "workType", "hybrid"),
    ("work from home every day", "workType", "remote"),
]


@each("message, field, value", TERMS)
def test_terms_told_in_passing(message: str, field: str, value: str) -> None:
    assert take(POST, message)[field] == value


def test_nationalities_in_a_row_are_no_skills() -> None:
    data = take("Cook in Hull, mid", "Indian / Nepali / Sri Lankan, knife skills")
    assert not {"Indian", "Nepali", "Sri Lankan"} & set(data["skills"] + data["requirements"])


def test_an_order_to_send_the_newest_text_shows_the_post() -> None:
    turn = play([POST, "Share me the updated JD once"], OfflineCoach())[-1]
    assert turn["job_data"]["responsibilities"] == ["prepare lunch"]
    assert "HACCP" in turn["agent_response"]


def test_a_time_inside_a_duty_does_not_end_it() -> None:
    data = take("Cook in Hull, mid\nskills: HACCP", "ring customers when its failed, sweep up")
    assert data["responsibilities"] == ["ring customers when its failed", "sweep up"]
