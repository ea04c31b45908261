"""Tables of criteria whose columns are set with blanks."""

from interview_cli.requirements.ad_columns import code_columns
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
