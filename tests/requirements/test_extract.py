"""What a job asks for, and where a CV supports it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.requirements.cv_evidence import (
    achievements,
    evidence,
    read_cv_lines,
    supporting_lines,
)
from interview_cli.requirements.extract import Requirement, find_requirements, topic_of
from tests.conftest import CV, EXAMPLES, JOB

EXAMPLE_JOB = (EXAMPLES / "job.md").read_text("utf-8")
EXAMPLE_CV = (EXAMPLES / "cv.md").read_text("utf-8")

NURSE = """Staff Nurse, Ward 7

We care for thirty patients after surgery.

Essential:
• Registration with the NMC
• Experience in surgical wards
• Ability to work night shifts

Desirable:
• Knowledge of wound care

What we offer:
• Thirty days of holiday
• A bicycle lease
"""

COOK = """- Three years of experience in a restaurant kitchen
- Certificate in food hygiene
- Driving licence is a plus
"""

TEACHER = """We are a primary school in York. You have a degree in mathematics and you can teach \
children of seven to eleven. Experience with deaf children would be an advantage. The school \
has a garden and a choir.
"""

BOLD = """**About us**
We repair trams.

**Your profile**
* Welding of aluminium
* Reading of technical drawings

**What we offer**
* Overtime paid in full
"""

WRAPPED = """## Requirements
- Experience with the maintenance of hydraulic presses and of the
  conveyors around them
- Forklift licence
- Welding of
stainless steel
"""

NUMBERED = """What you need:
1. Experience with payroll software
2) Knowledge of labour law
"""


def topics(job: str) -> list[str]:
    return [requirement.topic for requirement in find_requirements(job)]


@pytest.mark.parametrize(
    ("job", "expected"),
    [
        (
            JOB,
            [
                "fire alarms",
                "Testing and certification of switchboards",
                "nurse call systems",
                "Training of apprentices",
                "solar panels",
            ],
        ),
        (
            NURSE,
            ["Registration with the NMC", "surgical wards", "work night shifts", "wound care"],
        ),
        (COOK, ["restaurant kitchen", "Certificate in food hygiene", "Driving licence"]),
        (BOLD, ["Welding of aluminium", "Reading of technical drawings"]),
        (NUMBERED, ["payroll software", "labour law"]),
    ],
    ids=["electrician", "nurse", "cook", "fitter", "payroll"],
)
def test_topics_of_advertisements(job: str, expected: list[str]) -> None:
    assert topics(job) == expected


def test_the_example_names_its_requirements() -> None:
    found = topics(EXAMPLE_JOB)
    assert len(found) >= 9
    assert "backend development with Python" in found
    assert not {"30 days of holiday", "A bicycle"} & set(found)


@pytest.mark.parametrize(
    ("job", "nice"),
    [
        (JOB, ["solar panels"]),
        (NURSE, ["wound care"]),
        (COOK, ["Driving licence"]),
        (BOLD, []),
        ("- Welding of steel, nice to have\n- Reading of drawings\n", ["Welding of steel"]),
    ],
    ids=["electrician", "nurse", "cook", "fitter", "in the line"],
)
def test_nice_to_have_is_told_from_must(job: str, nice: list[str]) -> None:
    assert [found.topic for found in find_requirements(job) if not found.must] == nice


def test_must_haves_come_first() -> None:
    job = "## Nice to have\n- Knowledge of wound care\n\n## Required\n- Night shifts in hospitals\n"
    assert [found.must for found in find_requirements(job)] == [True, False]


def test_sentences_that_ask_where_there_are_no_bullets() -> None:
    texts = [found.text for found in find_requirements(TEACHER)]
    assert texts == [
        "a degree in mathematics",
        "can teach children of seven to eleven",
        "Experience with deaf children",
    ]


def test_a_sentence_with_an_advantage_is_nice_to_have() -> None:
    assert [found.must for found in find_requirements(TEACHER)] == [True, True, False]


def test_wrapped_bullets_are_joined() -> None:
    assert [found.text for found in find_requirements(WRAPPED)] == [
        "Experience with the maintenance of hydraulic presses and of the conveyors around them",
        "Forklift licence",
        "Welding of stainless steel",
    ]


@pytest.mark.parametrize("name", ["Go", "C++", "C#", ".NET", "SQL", "Excel", "SAP"])
def test_a_tool_is_a_requirement_whatever_its_name(name: str) -> None:
    assert topics(f"Required:\n- Experience with {name}\n- Welding of steel\n") == [
        name,
        "Welding of steel",
    ]


def test_a_topic_named_twice_is_one_requirement() -> None:
    job = "Required:\n- Experience with Kafka\n- Knowledge of kafka\n"
    assert find_requirements(job) == [Requirement("Experience with Kafka", "Kafka", must=True)]


@pytest.mark.parametrize("job", ["", "\n\n", "Come and join us!", "###\n---\n- \n* *\n"])
def test_an_advertisement_that_asks_for_nothing(job: str) -> None:
    assert find_requirements(job) == []


@given(st.text(st.sampled_from("ab C\n-*#.:;,(1)\t•")))
def test_any_advertisement_can_be_read(job: str) -> None:
    found = find_requirements(job)
    assert all(requirement.topic.strip() for requirement in found)
    assert len({requirement.topic.casefold() for requirement in found}) == len(found)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        (
            "At least 5+ years of experience in backend development with Python",
            "backend development with Python",
        ),
        (
            "At least five years of experience in backend development with Python",
            "backend development with Python",
        ),
        ("5+ years of Python, ideally with Django", "Python"),
        ("5 or more years of Python", "Python"),
        ("3-5 years of experience with Java", "Java"),
        ("3 - 5 years of experience with Java", "Java"),
        ("3–5 years of experience with Java", "Java"),
        ("3 to 5 years of experience with Java", "Java"),
        ("eight years of experience with Java", "Java"),
        ("One year of experience with Java", "Java"),
        ("Several years of experience with Java", "Java"),
        ("More than 3 years of experience with Java", "Java"),
        ("2 years' experience in retail", "retail"),
        ("Strong knowledge of PostgreSQL, including query optimisation", "PostgreSQL"),
        ("Hands-on experience with Kubernetes", "Kubernetes"),
        ("Experience with event-driven systems, for example Kafka", "event-driven systems"),
        ("You have a solid understanding of C++ (17 or later)", "C++"),
        ("You are fluent in German", "German"),
        ("Must have a driving licence", "driving licence"),
        ("Ability to work night shifts", "work night shifts"),
        ("The ability to explain technical decisions", "explain technical decisions"),
        ("Experience running services in production: monitoring", "running services in production"),
        ("Proven experience with Node.js and .NET.", "Node.js and .NET"),
        ("* Familiarity with AWS such as S3", "AWS"),
        ("**Python** and SQL", "Python and SQL"),
        ("**5+ years** of experience with Java", "Java"),
        ("Fluent English", "Fluent English"),
        ("Terraform is a plus", "Terraform"),
        ("", ""),
    ],
)
def test_the_words_that_name_a_requirement(text: str, topic: str) -> None:
    assert topic_of(text) == topic


def test_a_topic_is_short_enough_to_stand_in_a_question() -> None:
    assert len(topic_of("Welding " + "and bending " * 30).split()) <= 9


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
    assert supporting_lines(topic, CV)[:1] == [line]


@pytest.mark.parametrize("topic", ["nurse call systems", "solar panels", "Python", ""])
def test_a_topic_that_the_cv_does_not_support(topic: str) -> None:
    assert supporting_lines(topic, CV) == []


def test_one_named_thing_is_support_enough() -> None:
    cv = "Rewrote the planner in Python and Kafka\nPlayed football on Sundays"
    assert supporting_lines("backend development with Python", cv) == [
        "Rewrote the planner in Python and Kafka"
    ]


def test_one_common_word_of_many_is_no_support() -> None:
    cv = "Cleaned the systems of a swimming pool every day"
    assert supporting_lines("nurse call systems", cv) == []


def test_a_deed_supports_better_than_a_list() -> None:
    cv = "Python, Kafka, Go, SQL\nRewrote the whole planning service in Python for drivers"
    assert supporting_lines("Python", cv)[0].startswith("Rewrote")


def test_lines_of_a_cv_come_without_their_marks() -> None:
    assert read_cv_lines(CV) == [
        "Jo Field",
        "Electrician, Leeds",
        "Installed fire alarms in 14 schools for Brook & Sons, Leeds",
        "Tested and certified switchboards to BS 7671",
        "Trained two apprentices who passed at the first attempt",
        "Kept the van stocked and tidy",
    ]


@pytest.mark.parametrize("mark", ["-", "*", "•", "●", "–", "1.", "2)"])
def test_a_bullet_that_a_page_broke_is_one_line(mark: str) -> None:
    cv = f"{mark} Installed fire alarms in 14\n   schools for Brook\n{mark} Kept the van tidy"
    assert read_cv_lines(cv) == [
        "Installed fire alarms in 14 schools for Brook",
        "Kept the van tidy",
    ]


def test_achievements_are_deeds_of_six_words_or_more() -> None:
    assert achievements(CV) == [
        "Installed fire alarms in 14 schools for Brook & Sons, Leeds",
        "Tested and certified switchboards to BS 7671",
        "Trained two apprentices who passed at the first attempt",
        "Kept the van stocked and tidy",
    ]


def test_headings_and_lists_are_no_achievements() -> None:
    cv = "Experienced electrician\nLanguages: English, German, French, Dutch, Polish, Welsh\nLed it"
    assert achievements(cv) == []


def test_the_example_cv_has_its_deeds() -> None:
    found = achievements(EXAMPLE_CV)
    assert len(found) >= 15
    assert all(line in EXAMPLE_CV for line in found)


@pytest.mark.parametrize(
    ("text", "must"),
    [
        ("Several years in B2B sales, ideally of capital goods", True),
        ("Ideally a licence for forklifts", False),
        ("A licence for forklifts is a plus", False),
        ("A licence for forklifts preferred", False),
    ],
)
def test_ideally_counts_for_what_it_stands_before(text: str, must: bool) -> None:
    (found,) = find_requirements(f"What you need:\n- {text}\n")
    assert found.must == must


@pytest.mark.parametrize(
    ("text", "cv", "seen"),
    [
        ("Experience with CRM systems such as Salesforce", "Tools: Salesforce, HubSpot", "shown"),
        ("You must hold a paediatric first aid certificate", "Paediatric first aid 2024", "shown"),
        ("Post-registration experience in an acute setting", "Staff Nurse, Acute Unit", "hinted"),
        ("Know your way around fish & shellfish", "Worked the fish sections", "shown"),
        ("Experience with nurse call systems", "Built alarm systems", "absent"),
    ],
)
def test_a_gap_is_only_what_the_cv_does_not_even_hint_at(text: str, cv: str, seen: str) -> None:
    (found,) = find_requirements(f"What you need:\n- {text}\n")
    assert evidence(found, cv) == seen


def test_a_topic_never_ends_on_a_word_that_goes_on() -> None:
    long = "Planning of routes and shifts and breaks for drivers and the whole night shift"
    assert topic_of(long).split()[-1] not in ("and", "for", "the", "of")


def test_a_line_above_bullets_heads_them() -> None:
    ad = "What you need\n- Wiring of houses\n\nIt would be great if you also had\n- A CSCS card\n"
    assert [(r.topic, r.must) for r in find_requirements(ad)] == [
        ("Wiring of houses", True),
        ("CSCS card", False),
    ]


@pytest.mark.parametrize(
    "text", ["Bonus and commission calculation", "Preferred supplier management"]
)
def test_words_of_a_trade_make_nothing_nice_to_have(text: str) -> None:
    (found,) = find_requirements(f"Requirements:\n- {text}\n")
    assert found.must


@pytest.mark.parametrize("text", ["Not colour blind", "You must be 18 years or older"])
def test_what_is_no_matter_for_a_question_is_none(text: str) -> None:
    ad = f"Requirements:\n- {text}\n- Wiring of houses\n"
    topics = [r.topic for r in find_requirements(ad) if not r.is_condition]
    assert "Wiring of houses" in topics
    assert not any("old" in topic or "blind" in topic for topic in topics)


def test_one_beginning_is_a_hint() -> None:
    (found,) = find_requirements("Requirements:\n- A record of publication\n")
    assert evidence(found, "Published 9 papers, 4 as first author") == "hinted"
