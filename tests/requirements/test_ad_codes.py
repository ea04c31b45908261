"""The letters that say what is essential, in lines without bars."""

import pytest

from interview_cli.requirements.ad_codes import mark_codes
from interview_cli.requirements.ad_tables import find_criteria


@pytest.mark.parametrize(
    "lines",
    [
        ["E  Welding", "D  Rigging"],
        ["E: Welding", "D: Rigging"],
        ["[E] Welding", "(D) Rigging"],
        ["1. Welding - E", "2. Rigging - D"],
        ["Welding (E)", "Rigging [D]"],
        ["Welding,E", "Rigging, D"],
        ["Welding     E     A/I", "Rigging     D     A"],
    ],
)
def test_letters_say_what_is_essential(lines: list[str]) -> None:
    criteria = find_criteria(mark_codes(lines), is_wanted=False)
    assert list(criteria) == [("Welding", True), ("Rigging", False)]


@pytest.mark.parametrize("line", ["E. coli testing", "D  Rigging", "Vitamin (D)"])
def test_one_letter_alone_says_nothing(line: str) -> None:
    assert mark_codes([line, "Welding"]) == [line, "Welding"]


def test_a_letter_in_a_column_needs_no_other() -> None:
    assert mark_codes(["Rigging     D     A/I", "Work at sea"])[0] == "| Rigging | D |"


def test_the_letters_of_a_head_are_left_out() -> None:
    assert mark_codes(["Person Specification          E / D"]) == ["Person Specification"]
