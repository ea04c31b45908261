"""A line of a CV names some of several things if a reader would see them in it."""

from interview_cli.requirements.coverage import map_duties, map_requirements
from interview_cli.requirements.mapped_requirement import MappedRequirement
from tests.cases import each


def map_duty(duty: str, others: tuple[str, ...], cv: str) -> MappedRequirement:
    tasks = "".join(f"- {task}\n" for task in (duty, *others))
    job = f"# Assistant\n\n## What you will do\n{tasks}\n## What you need\n- Patience\n"
    return next(mapped for mapped in map_duties(job, cv, []) if mapped.requirement.text == duty)


@each(
    ("duty", "line"),
    [
        (
            "Assist the Registered Manager with audits, complaints and CQC",
            "References: Sue Lee, Registered manager, Bluebell",
        ),
        (
            "Procurement, contracts, catering, value for money",
            "Attendance, dinner money, front desk",
        ),
    ],
)
def test_a_referee_or_a_word_of_another_sense_names_no_part(duty: str, line: str) -> None:
    cv = f"Ann Lee\n\nWork\nOfficer, Acme, 2019 to now\n- Ran the office\n- {line}\n"
    assert map_duty(duty, (), cv).in_part == ()


def test_a_word_of_all_the_trade_names_no_part() -> None:
    """It stands all over the ad and the CV, so that it tells only what trade they are of."""
    duty = "Adjust training for athletes in return-to-play with the medical staff"
    others = (
        "Test athletes",
        "Plan travel of athletes",
        "Teach first-year athletes",
        "Feed athletes",
    )
    line = "Volleyball (18 athletes) and golf (9)"
    work = f"- {line}\n- Drove athletes\n- Weighed athletes\n- Met athletes\n"
    cv = f"Ann Lee\n\nWork\nCoach, Acme College, 2019 to now\n{work}"
    assert map_duty(duty, others, cv).in_part == ()


def test_a_rare_word_with_what_is_done_names_a_part() -> None:
    duty = "Run the start of shift briefing, allocate labour, hit KPIs"
    cv = "Ann Lee\n\nWork\nLead, Acme, 2019 to now\n- Giving breaks, labour plan, briefing\n"
    (part,) = map_duty(duty, (), cv).in_part
    assert set(part.parts) >= {"labour", "briefing"}


@each(
    ("asked", "is_on_cv"),
    [
        (
            "Experience with feature stores, drift monitoring or model registries (MLflow, Feast)",
            True,
        ),
        ("Experience with feature stores and model registries (MLflow, Feast)", False),
    ],
)
def test_one_of_several_that_or_joins_is_all_that_is_asked(asked: str, is_on_cv: bool) -> None:
    job = f"# Engineer\n\n## What you need\n- {asked}\n"
    line = "Moved nightly training to Airflow + MLflow; retrain time 5h to 2h"
    cv = f"Ann Lee\n\nWork\nEngineer, Acme, 2019 to now\n- {line}\n"
    (mapped,) = map_requirements(job, cv, [])
    assert (mapped.line == line) == is_on_cv


def test_a_lower_level_is_not_the_paper_by_its_other_name() -> None:
    job = "# Carer\n\n## What you need\n- NVQ / Diploma Level 3 in Health & Social Care\n"
    cv = "Ann Lee\n\nCertificates\nNVQ Level {} Health and Social Care 2014\n"
    lower, same = (map_requirements(job, cv.format(level), [])[0] for level in (2, 3))
    assert lower.line is None
    assert same.line


@each(
    ("profile", "is_on_cv"),
    [
        ("Math teacher moving into data analysis", False),
        ("Analyst with four years of data analysis", True),
    ],
)
def test_what_somebody_is_moving_into_is_no_experience(profile: str, is_on_cv: bool) -> None:
    job = "# Analyst\n\n## What you need\n- 1 to 3 years of data analysis experience\n"
    cv = f"Ann Lee\n{profile}\n\nWork\nTeacher, Acme School, 2019 to now\n- Taught algebra\n"
    (mapped,) = map_requirements(job, cv, [])
    assert (mapped.line is not None) == is_on_cv
