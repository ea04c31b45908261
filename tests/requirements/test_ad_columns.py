"""Tables of criteria whose columns are set with blanks."""

import pytest

from interview_cli.requirements.ad_columns import code_columns, mark_columns
from interview_cli.requirements.ad_tables import find_criteria, is_row
from interview_cli.requirements.extract import find_requirements

TABLE = """PERSON SPECIFICATION
                              Essential   Desirable   Assessed by
Skills
Numeracy                          X                       I
A community language                          X           A
Work with people who come
from other countries              X                       A I

We are a small team of ten       X
"""


def test_a_mark_below_a_head_becomes_a_code() -> None:
    assert code_columns(TABLE.splitlines())[1:6] == [
        "",
        "Skills",
        "| Numeracy | E |",
        "| A community language | D |",
        "| Work with people who come from other countries | E |",
    ]


def test_the_criteria_are_musts_or_pluses_by_their_column() -> None:
    found = {requirement.text: requirement.is_must for requirement in find_requirements(TABLE)}
    assert found["Numeracy"]
    assert not found["A community language"]


def test_without_a_head_lines_stay_as_they_are() -> None:
    lines = TABLE.splitlines()[3:]
    assert code_columns(lines) == lines


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


def test_a_table_of_two_columns_set_with_tabs() -> None:
    marked = mark_columns(["\tEssential\tDesirable", "Work\tWelding\tRigging"])
    assert list(find_criteria(marked, is_wanted=False)) == [("Welding", True), ("Rigging", False)]


def test_a_line_with_tabs_is_a_row() -> None:
    assert mark_columns(["Forklift licence\tD\tA/I"]) == ["| Forklift licence | D | A/I |"]


@pytest.mark.parametrize(
    "line", ["-\tForklift licence", "2.\tForklift licence", "\tForklift licence"]
)
def test_the_tab_of_an_entry_makes_no_row(line: str) -> None:
    assert mark_columns([line]) == [line]
