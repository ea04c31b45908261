"""Where a CV supports a requirement, and which of its lines name an achievement."""

import pytest

from interview_cli.requirements.cv_evidence import (
    find_supporting_lines,
    find_supporting_work,
    judge_evidence,
    may_mention,
    read_cv_lines,
)
from interview_cli.requirements.cv_work import find_work
from interview_cli.requirements.extract import find_requirements
from tests.conftest import CV, EXAMPLES

EXAMPLE_CV = (EXAMPLES / "cv.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("topic", "line"),
    [
        ("fire alarms", "Installed fire alarms in 14 schools for Brook & Sons, Leeds"),
        (
            "Testing and certification of switchboards",
            "Tested and certified switchboards to BS 7671",
        ),
        ("Training of apprentices", "Trained two apprentices who passed at the first attempt"),
    ],
)
def test_the_line_that_supports_a_topic(topic: str, line: str) -> None:
    assert find_supporting_lines(topic, CV)[:1] == [line]


@pytest.mark.parametrize("topic", ["nurse call systems", "solar panels", "Python", ""])
def test_a_topic_that_the_cv_does_not_support(topic: str) -> None:
    assert find_supporting_lines(topic, CV) == []


def test_one_shared_name_is_enough_support() -> None:
    cv = "Rewrote the planner in Python and Kafka\nPlayed football on Sundays"
    assert find_supporting_lines("backend development with Python", cv) == [
        "Rewrote the planner in Python and Kafka"
    ]


def test_one_common_word_of_many_is_not_support() -> None:
    cv = "Cleaned the systems of a swimming pool every day"
    assert find_supporting_lines("nurse call systems", cv) == []


def test_an_achievement_supports_better_than_a_list() -> None:
    cv = "Python, Kafka, Go, SQL\nRewrote the whole planning service in Python for drivers"
    assert find_supporting_lines("Python", cv)[0].startswith("Rewrote")


def test_lines_of_a_cv_come_without_bullets() -> None:
    assert read_cv_lines(CV) == [
        "Jo Field",
        "Electrician, Leeds",
        "Installed fire alarms in 14 schools for Brook & Sons, Leeds",
        "Tested and certified switchboards to BS 7671",
        "Trained two apprentices who passed at the first attempt",
        "Kept the van stocked and tidy",
    ]


@pytest.mark.parametrize("mark", ["-", "*", "•", "●", "–", "1.", "2)"])
def test_a_bullet_broken_by_a_page_is_one_line(mark: str) -> None:
    cv = f"{mark} Installed fire alarms in 14\n   schools for Brook\n{mark} Kept the van tidy"
    assert read_cv_lines(cv) == [
        "Installed fire alarms in 14 schools for Brook",
        "Kept the van tidy",
    ]


def find_achievements(cv: str) -> list[str]:
    return [item.text for item in find_work(cv) if item.is_achievement]


def test_achievements_begin_with_a_verb_in_the_past() -> None:
    assert find_achievements(CV) == [
        "Installed fire alarms in 14 schools for Brook & Sons, Leeds",
        "Tested and certified switchboards to BS 7671",
        "Trained two apprentices who passed at the first attempt",
        "Kept the van stocked and tidy",
    ]


def test_headings_and_lists_are_not_achievements() -> None:
    cv = "Experienced electrician\nLanguages: English, German, French, Dutch, Polish, Welsh\nLed it"
    assert find_achievements(cv) == []


def test_achievements_of_the_example() -> None:
    achievements = find_achievements(EXAMPLE_CV)
    assert len(achievements) >= 15
    assert all(line in EXAMPLE_CV for line in achievements)


def test_courses_are_only_a_hint_of_experience() -> None:
    (requirement,) = find_requirements("What you need:\n- Experience of food safety audits\n")
    cv = "Jo Field\nLeeds\n\nTraining\nFood safety audits, two days, 2022\nFire safety, 2021\n"
    assert judge_evidence(requirement, cv) == "hinted"


def test_work_that_supports_a_topic() -> None:
    cv = (
        "Jobs\nClerk, Elm Ltd, 2010 - 2015\n- Wrote training plans for two clerks\n\n"
        "Clerk, Oak Ltd, 2016 to now\n- Wrote training plans for nine clerks\n- Ran the post room\n"
    )
    texts = [item.text for item in find_supporting_work("training plans", cv)]
    assert texts == ["Wrote training plans for nine clerks", "Wrote training plans for two clerks"]


@pytest.mark.parametrize(
    ("text", "cv", "seen"),
    [
        ("Experience with CRM systems such as Salesforce", "Tools: Salesforce, HubSpot", "hinted"),
        ("Experience with CRM systems such as Salesforce", "Ran Salesforce for a team", "shown"),
        ("You must hold a paediatric first aid certificate", "Paediatric first aid 2024", "shown"),
        ("Post-registration experience in an acute setting", "Staff Nurse, Acute Unit", "hinted"),
        ("Know your way around fish & shellfish", "Worked the fish sections", "shown"),
        ("Experience with nurse call systems", "Built alarm systems", "absent"),
    ],
)
def test_only_what_shares_no_word_with_the_cv_is_absent(text: str, cv: str, seen: str) -> None:
    (requirement,) = find_requirements(f"What you need:\n- {text}\n")
    assert judge_evidence(requirement, cv) == seen


def test_words_with_the_same_beginning_are_a_hint() -> None:
    (requirement,) = find_requirements("Requirements:\n- A record of publication\n")
    assert judge_evidence(requirement, "Published 9 papers, 4 as first author") == "hinted"


NURSE = "Ana Reyes\n\nExperience\nField nurse (LVN), 1999 to now\n- Worked with registered nurses"


@pytest.mark.parametrize(
    ("ad", "cv", "may"),
    [
        ("A Registered Nurse license is required.", NURSE, False),
        (
            "A Registered Nurse license is required.",
            f"{NURSE}\n\nLicences\n| Registered Nurse | 2021 |",
            True,
        ),
        ("A driving licence is required.", f"{NURSE}\n\nFull licence since 2008", True),
        ("Experience with cranes is required.", f"{NURSE}\nCrane operator", True),
        ("Experience with cranes is required.", NURSE, False),
    ],
)
def test_what_a_cv_may_mention(ad: str, cv: str, may: bool) -> None:
    (requirement,) = find_requirements(ad)
    assert may_mention(requirement, cv) == may
