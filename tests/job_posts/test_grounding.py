"""What a coach read is held against the words of the message."""

import pytest

from interview_cli.job_posts.grounding import (
    claims_completion,
    is_grounded,
    is_quoted,
    parse_term,
    states_number,
)


@pytest.mark.parametrize(
    ("words", "message", "expected"),
    [
        ("senior  nurse", "A Senior\nnurse, please", True),
        ("nurse", "two nurses", False),
        ("nurse doctor", "a nurse and a doctor", False),
        ("C++", "C++, Java", True),
        ("", "a nurse", False),
    ],
)
def test_a_quote(words: str, message: str, expected: bool) -> None:
    assert is_quoted(words, message) is expected


@pytest.mark.parametrize(
    ("value", "message", "expected"),
    [
        ("Backend Developer", "two backend developers", True),
        ("Node.js", "they know nodejs", True),
        ("Head of Sales", "sales: we need a head", True),
        ("Terraform (nice to have)", "Terraform", True),
        ("London", "a nurse in Leeds", False),
        ("Senior Nurse", "a nurse in Leeds", False),
    ],
)
def test_a_value(value: str, message: str, expected: bool) -> None:
    assert is_grounded(value, message) is expected


def test_a_term_is_read_from_the_words() -> None:
    assert parse_term("experience_level", "very experienced") == "senior"
    assert parse_term("work_type", "in Leeds") == ""


def test_a_number_is_stated_in_figures_or_in_words() -> None:
    assert states_number("3", "3 cooks")
    assert states_number("3", "three cooks")
    assert not states_number("3", "cooks")


def test_a_question_may_not_claim_what_only_the_program_knows() -> None:
    assert claims_completion("Your post is published: anything else?")
    assert not claims_completion("Which level is it?")
