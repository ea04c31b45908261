"""Which sentences of answers prove a requirement, and which lines of a CV claim it."""

import pytest

from benchmarks.proofs import judge_pairs
from interview_cli.requirements.coverage import map_duties, map_requirements
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.own_clauses import list_clauses
from interview_cli.requirements.proof import name_duty

AD = """# Collections assistant
## What you will do
- Scan and photograph glass plates
- Supervise staff at weekends
- Keep records of plants
## What you need
- Digitisation and scanning of documents
- Leading staff
- Conservation planning
- Inspection and testing 2391
"""
CV = """Jo Bell
jo@bell-conservation-planning.example
Experience
Assistant, Hull Archive, 2019 - 2024
- Scanned 3,000 documents at 600 dpi
- Supervise nine weekend guides and write the rota
Papers
18th Edition, 2391 (2020)
"""


def test_what_only_mentions_a_requirement_proves_nothing() -> None:
    pairs = list(judge_pairs("tuning"))
    wrong = [sentence for _, sentence, mark, proved in pairs if proved and mark != "proved"]
    assert wrong == []
    found = sum(proved for _, _, mark, proved in pairs if mark == "proved")
    assert found >= 19


def test_a_line_in_other_forms_of_the_words_claims_it() -> None:
    claims = {found.requirement.topic: found.line for found in map_requirements(AD, CV, [])}
    assert "Scanned" in (claims["Digitisation and scanning of documents"] or "")
    assert "Supervise nine" in (claims["Leading staff"] or "")
    assert "2391" in (claims["Inspection and testing 2391"] or "")


def test_no_address_is_quoted() -> None:
    (found,) = [
        one for one in map_requirements(AD, CV, []) if "Conservation" in one.requirement.text
    ]
    assert "@" not in f"{found.line}{found.perhaps}"


def test_duties_are_proved_by_their_thing_and_the_act() -> None:
    answer = "I kept a record of each plant in a card index. I read that you scan glass plates."
    given = GivenAnswer(1, "behaviour", "", answer)
    duties = {found.requirement.text: found for found in map_duties(AD, CV, [given])}
    assert duties["Keep records of plants"].number == 1
    assert duties["Scan and photograph glass plates"].number is None
    assert "nine" in (duties["Supervise staff at weekends"].line or "")


@pytest.mark.parametrize(
    ("duty", "topic"),
    [
        ("Scan and file the records", "scanning and filing the records"),
        ("Lead a team", "leading a team"),
        ("Care of fruit trees", "caring of fruit trees"),
    ],
)
def test_a_duty_as_a_topic(duty: str, topic: str) -> None:
    assert name_duty(duty) == topic


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("Priya enters it in SAP, and I check it", ["and I check it"]),
        (
            "I wired the ward and tested it, and signed",
            ["I wired the ward and tested it", "and signed"],
        ),
        ("The therapist came and signed, and I went on", ["and I went on"]),
        ("I saw that the database was scanning nine years", ["I saw"]),
        ("Colin draws it, prints it, and I go through it", ["and I go through it"]),
        ("Four of them have got their licence", []),
        (
            "Moved the nightly job to Airflow, split it",
            ["Moved the nightly job to Airflow", "split it"],
        ),
        ("The reports I wrote were read", ["The reports I wrote were read"]),
        ("My part was to wire the ward", ["My part was to wire the ward"]),
    ],
)
def test_whose_clause_it_is(sentence: str, own: list[str]) -> None:
    assert [clause for clause, is_own in list_clauses(sentence) if is_own] == own


@pytest.mark.parametrize(
    ("requirement", "answer"),
    [
        ("PostgreSQL", "I saw that the database was slow, and I split the table."),
        ("SolidWorks", "Colin draws it in SolidWorks, and I mark what I would do first."),
        ("Blender", "I opened Blender at home and got as far as the icing."),
        ("Icertis", "I asked two years running for Icertis."),
        ("Stock valuation", "I learned stock valuation, but I have never done one myself."),
        ("Jira Service Management", "I told my manager that it was a good idea."),
    ],
)
def test_the_work_of_others_and_looking_on_prove_nothing(requirement: str, answer: str) -> None:
    mapped = map_requirements(
        f"# Job\n## What you need\n- {requirement}\n", "", [GivenAnswer(1, "behaviour", "", answer)]
    )
    assert [found.status for found in mapped] == ["missing"]
