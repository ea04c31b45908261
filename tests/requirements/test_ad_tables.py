"""The criteria in tables of job ads."""

import pytest

from interview_cli.requirements.ad_tables import (
    find_criteria,
    is_row,
    mark_codes,
    mark_columns,
    split_cells,
)

MARKED = ["Criterion | Essential | Desirable", "---|---|---", "Welding | x | ", "Welsh |  | ✓"]
LISTED = ["Essential | Desirable", "Welding; bending | Welsh"]
CODED = ["Skill | E/D", "Welding of steel | E", "Welsh | D | Application form and interview"]
PLAIN = ["Skills | Assessed by", "Welding | Test"]


@pytest.mark.parametrize(
    ("rows", "is_wanted", "criteria"),
    [
        (MARKED, False, [("Welding", True), ("Welsh", False)]),
        (LISTED, False, [("Welding", True), ("bending", True), ("Welsh", False)]),
        (CODED, False, [("Welding of steel", True), ("Welsh", False)]),
        (PLAIN, True, [("Welding", True)]),
        (PLAIN, False, []),
    ],
)
def test_the_criteria_of_a_table(
    rows: list[str], is_wanted: bool, criteria: list[tuple[str, bool]]
) -> None:
    assert list(find_criteria(rows, is_wanted=is_wanted)) == criteria


@pytest.mark.parametrize(
    ("line", "cells"), [("| a | **b** |", ["a", "b"]), ("a |  | c", ["a", "", "c"])]
)
def test_the_cells_of_a_row(line: str, cells: list[str]) -> None:
    assert is_row(line)
    assert split_cells(line) == cells


COLUMNS = """\
               ESSENTIAL              DESIRABLE
Training       Level 2 in welding     First aid certificate
Work           Two years in a yard    Rigging
               or a dock
               Reading drawings
Skills         Sketching
"""


def test_a_table_set_with_blanks_has_its_cells_below_their_heads() -> None:
    marked = mark_columns([*COLUMNS.splitlines(), "", "Apply by Friday"])
    assert marked[-1] == "Apply by Friday"
    assert list(find_criteria([line for line in marked if is_row(line)], is_wanted=False)) == [
        ("Level 2 in welding", True),
        ("First aid certificate", False),
        ("Two years in a yard or a dock", True),
        ("Rigging", False),
        ("Reading drawings", True),
        ("Sketching", True),
    ]


def test_a_table_set_with_tabs() -> None:
    marked = mark_columns(["\tEssential\tDesirable", "Work\tWelding\tRigging"])
    assert list(find_criteria(marked, is_wanted=False)) == [("Welding", True), ("Rigging", False)]


@pytest.mark.parametrize(
    "lines",
    [
        ["E  Welding", "D  Rigging"],
        ["E: Welding", "D: Rigging"],
        ["[E] Welding", "(D) Rigging"],
        ["1. Welding - E", "2. Rigging - D"],
        ["Welding (E)", "Rigging [D]"],
    ],
)
def test_letters_say_what_is_essential(lines: list[str]) -> None:
    criteria = find_criteria(mark_codes(lines), is_wanted=False)
    assert list(criteria) == [("Welding", True), ("Rigging", False)]


@pytest.mark.parametrize("line", ["E. coli testing", "D  Rigging", "Vitamin (D)"])
def test_one_letter_alone_says_nothing(line: str) -> None:
    assert mark_codes([line, "Welding"]) == [line, "Welding"]
