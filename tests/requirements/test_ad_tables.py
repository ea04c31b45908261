"""The criteria in tables of job ads."""

import pytest

from interview_cli.requirements.ad_tables import find_criteria, is_row, split_cells

MARKED = ["Criterion | Essential | Desirable", "---|---|---", "Welding | x | ", "Welsh |  | ✓"]
LISTED = ["Essential | Desirable", "Welding; bending | Welsh"]
CODED = ["Skill | E/D", "Welding of steel | E", "Welsh | D | Application form and interview"]
WORDED = ["Skill | Needed?", "Welding | must", "Welsh | useful"]
PLAIN = ["Skills | Assessed by", "Welding | Test"]


@pytest.mark.parametrize(
    ("rows", "is_wanted", "criteria"),
    [
        (MARKED, False, [("Welding", True), ("Welsh", False)]),
        (LISTED, False, [("Welding", True), ("bending", True), ("Welsh", False)]),
        (CODED, False, [("Welding of steel", True), ("Welsh", False)]),
        (WORDED, False, [("Welding", True), ("Welsh", False)]),
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
