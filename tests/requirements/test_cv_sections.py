"""The sections of a CV are found by their headings."""

import pytest

from interview_cli.requirements.cv_sections import find_section_heading, read_sections
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


def test_each_line_has_its_section() -> None:
    cv = "Jo Field\n\nWORK HISTORY - 4 YRS\n- Ran the bar\n\n**Key skills**\nWord\n\nOTHER\nWelsh\n"
    assert [(line.text, line.section) for line in read_sections(cv) if not line.is_heading] == [
        ("Jo Field", "unknown"),
        ("Ran the bar", "work"),
        ("Word", "skills"),
        ("Welsh", "unknown"),
    ]


def test_columns_are_read_one_after_the_other() -> None:
    left = ["SKILLS", "Word", "Excel", "Sage Payroll"]
    right = ["EXPERIENCE", "Clerk", "Elm Ltd", "Filed the letters", "of nine partners", "each day;"]
    right += ["wrote minutes", "of their weekly", "meetings and", "kept them"]
    padded = left + [""] * (len(right) - len(left))
    cv = "\n".join(f"{one:30}{two}" for one, two in zip(padded, right, strict=True))
    sections = {line.text: line.section for line in read_sections(cv)}
    assert sections["Excel"] == "skills"
    assert sections["Elm Ltd"] == "work"


def test_duties_below_a_job_are_not_a_new_section() -> None:
    cv = "Jobs\nClerk, 2019 to now\nKey duties:\n- Filed letters\n"
    assert "Key duties" not in [line.text for line in read_sections(cv)]
