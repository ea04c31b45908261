"""What a CV shows by the title of a job, or by another name of a thing."""

from interview_cli.requirements.cv_evidence import judge_evidence
from interview_cli.requirements.extract import extract_topic
from interview_cli.requirements.requirement import Requirement
from tests.cases import each


def judge(text: str, cv_text: str) -> str:
    return judge_evidence(Requirement(text, extract_topic(text), is_must=True), cv_text)


@each(
    ("text", "job", "is_shown"),
    [
        ("Experience of managing a shop", "Store Manager, Home Depot, 2009 - now", True),
        ("Experience of managing a shop", "Delivery Driver, DPD, 2009 - now", False),
        ("Experience of supervising cleaners", "Cleaning Supervisor, Mitie, 2017 - now", True),
        ("Experience of supervising gardeners", "Cleaner, Mitie, 2017 - now", False),
        ("Experience of running a bakery", "Chef de Partie, The Swan, 2017 - now", False),
    ],
)
def test_the_title_of_a_job_shows_its_work(text: str, job: str, *, is_shown: bool) -> None:
    shown = judge(text, f"Ana Reyes\n\nEmployment\n{job}\n- Won a prize\n") == "shown"
    assert shown == is_shown


@each(
    ("text", "line", "is_shown"),
    [
        ("Experience with Postgres", "Python, PostgreSQL", True),
        ("Experience with Postgres", "Python, MongoDB", False),
        ("Knowledge of CAPS", "Took the matric pass rate from 71 to 89%", True),
    ],
)
def test_a_thing_may_go_by_another_name(text: str, line: str, *, is_shown: bool) -> None:
    shown = judge(text, f"Ana Reyes\n\nSkills\n{line}\n") == "shown"
    assert shown == is_shown


@each(
    ("text", "job", "is_absent"),
    [
        ("Minimum of 2 years experience in similar role", "Clerk, Mill Ltd, 2017 - 2020", False),
        (
            "Minimum of 2 years experience in similar role",
            "Clerk, Mill Ltd (2022 till date)",
            False,
        ),
        ("Minimum of 2 years experience in similar role", "Clerk, Mill Ltd, 2019 - 2020", True),
        ("Minimum of 2 years experience in upholstery", "Clerk, Mill Ltd, 2017 - 2020", True),
    ],
)
def test_dated_jobs_give_years_of_a_similar_role(text: str, job: str, *, is_absent: bool) -> None:
    cv = f"Ana Reyes\n\nEmployment\n{job}\n- Won a prize\n"
    assert (judge(text, cv) == "absent") == is_absent
