"""Requirements that name several things, and which of them a text names."""

import pytest

from interview_cli.requirements.parts import find_named_parts, list_names, list_parts

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
