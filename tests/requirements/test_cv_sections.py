"""The sections of a CV are found by their headings."""

import pytest

from interview_cli.requirements.cv_sections import find_section_heading
from tests.conftest import CV


@pytest.mark.parametrize(
    ("cv", "kind", "heading"),
    [
        (CV, "experience", "Experience"),
        (CV, "training", None),
        ("## Work history\n- x", "experience", "Work history"),
        ("EDUCATION AND TRAINING\n2020 x", "training", "EDUCATION AND TRAINING"),
        ("Key skills:\nx", "skills", "Key skills"),
        ("I have experience with boilers.", "experience", None),
    ],
)
def test_a_section_by_its_heading(cv: str, kind: str, heading: str | None) -> None:
    assert find_section_heading(kind, cv) == heading


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("**Experience**", "Experience"),
        ("experience:", "experience"),
        ("experience", None),
        ("Experience.", None),
        ("Experience with boilers, boards, lamps and cranes", None),
    ],
)
def test_what_has_the_form_of_a_heading(line: str, heading: str | None) -> None:
    assert find_section_heading("experience", line) == heading


def test_the_first_section_of_a_kind_counts() -> None:
    assert find_section_heading("experience", "Work history\nx\nExperience\nx") == "Work history"
