"""Rows of tables as lines: what stands in which column."""

import pytest

from interview_cli.documents.cleanup import join_cells
from interview_cli.requirements.extract import find_requirements


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (["a", "b"], "a | b"),
        (["a", ""], "a"),
        (["", "b"], "b"),
        (["a", "", "c"], "a |  | c"),
        (["a", "b", ""], "a | b"),
        (["a", "", ""], "a"),
        (["", "", ""], ""),
        (["a\nb", "", "c"], "a\nb\n\nc"),
    ],
)
def test_an_empty_cell_keeps_its_place_in_a_table(cells: list[str], line: str) -> None:
    assert join_cells(cells) == line


def test_the_column_that_is_marked_says_what_is_essential() -> None:
    rows = (
        ["Criterion", "Essential", "Desirable", "Assessed by"],
        ["NMC registration", "Yes", "", "A"],
        ["Work on a respiratory ward", "", "Yes", "A, I"],
    )
    ad = "Person specification\n\n" + "\n".join(map(join_cells, rows))
    assert [(one.topic, one.is_must) for one in find_requirements(ad)] == [
        ("NMC registration", True),
        ("Work on a respiratory ward", False),
    ]
