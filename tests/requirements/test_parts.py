"""Requirements that name several things, and which of them a text names."""

import pytest

from interview_cli.requirements.parts import (
    find_named_parts,
    list_names,
    list_own_tools,
    list_parts,
    names_other_place,
    names_some_of_remark,
)

LIST = "Phlebotomy, EKGs and injections (VFC program), in-house labs"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Order office supplies and diesel", ("office supplies", "diesel")),
        ("CI/CD, e.g. GitLab", ("CI/CD", "GitLab")),
        ("Offer upgrades when suitable", ("upgrades", "suitable")),
        ("Take part in the rota, one week in six", ("part", "rota", "six")),
        ("Run the autoclave", ("autoclave",)),
    ],
)
def test_things_are_named_without_what_is_done_with_them(text: str, parts: tuple[str, ...]) -> None:
    assert list_parts(text) == parts


@pytest.mark.parametrize(
    ("requirement", "line", "named"),
    [
        (LIST, "Perform EKG, injections", ("EKGs", "injections")),
        (LIST, "Answered the phones", ()),
        ("Order office supplies and diesel", "Buying of stationery and diesel", ("diesel",)),
        ("Write SQL against our Snowflake warehouse", "SQL views for adjusters", ("SQL",)),
        ("Build pipelines in Python or Go", "We had to go on with Python", ("Python",)),
        (
            "Weekly payment run, bank files",
            "I check before the payment run",
            ("Weekly payment run",),
        ),
        # Words of many things, people and forms of other words name nothing by themselves.
        ("Reports, security, access", "Security guard, access cards, reports", ()),
        ("Work with surveyors and buyers", "Asked the surveyor and two buyers", ()),
        ("Leave, attendance and onboarding", "I attend to parents", ()),
    ],
)
def test_a_line_names_some_things(requirement: str, line: str, named: tuple[str, ...]) -> None:
    assert find_named_parts(list_parts(requirement), line) == named


def test_names_are_words_with_capitals_that_do_not_begin_the_text() -> None:
    assert list_names("Report through Compass, use PAT data") == ("Compass", "PAT")


def test_what_an_employer_uses_stands_in_a_remark_for_any_tool() -> None:
    assert list_parts("Comfort with a POS (we use Square)") == ("Comfort", "POS")
    assert list_own_tools("Comfort with a POS (we use Square)") == ("Square",)
    assert list_names("Phonics groups (we use Little Wandle)") == ("Little Wandle",)
    assert list_own_tools("SQL (Postgres)") == ()


def test_places_and_spans_of_time_are_no_things() -> None:
    assert "MO" not in list_parts("Haul loads between MO, KS and NE")
    assert "the last 5 years" not in list_parts("2 years of towing in the last 5 years")
    assert "UX" in list_parts("Design, UX and copy")


@pytest.mark.parametrize(
    ("text", "line", "is_some"),
    [
        ("Excel (VLOOKUP, pivot tables)", "Excel (VLOOKUP, SUMIFS)", True),
        ("Excel (VLOOKUP, pivot tables)", "Excel: VLOOKUP and pivot tables", False),
        ("Excel (VLOOKUP, pivot tables)", "Excel", False),
        ("Queues (Rabbit or Kafka)", "Kafka", False),
    ],
)
def test_of_things_in_brackets_some_are_not_all(text: str, line: str, is_some: bool) -> None:
    assert names_some_of_remark(text, line) == is_some


def test_a_name_is_named_by_its_letters() -> None:
    parts = list_parts("Safeguarding, the Mental Capacity Act and DoLS")
    assert find_named_parts(parts, "MCA & DoLS awareness") == ("Mental Capacity Act", "DoLS")
    assert find_named_parts(parts, "DoLS awareness") == ("DoLS",)


@pytest.mark.parametrize(
    ("line", "is_other"),
    [("US retail account", True), ("UK and US accounts", False), ("Retail account", False)],
)
def test_a_line_may_name_another_place(line: str, is_other: bool) -> None:
    assert names_other_place("UK account experience", line) == is_other
