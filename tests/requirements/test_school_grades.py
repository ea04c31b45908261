"""The school grades that an ad asks for, and those that a CV names."""

from interview_cli.requirements.school_grades import asks_for_grades, find_low_grade
from tests.cases import each

BOTH = "GCSE English and maths at grade 4 (C) or above"


@each(
    ("asked", "line", "low"),
    [
        (BOTH, "English Language        5\nMaths                   3", ("maths", "3", False)),
        (BOTH, "Maths 3 (resitting in November), English 5", ("maths", "3", True)),
        (BOTH, "GCSEs: English D, Maths C", ("English", "D", False)),
        (BOTH, "GCSEs: English 5, Maths 6, Science 3-3", None),
        (BOTH, "7 GCSEs A-C incl. maths and English", None),
        (BOTH, "O levels in English Language (B), Mathematics (C)", None),
        (BOTH, "Standard Grade: English 2, Maths 2", None),
        (BOTH, "GCSEs: English C, Maths D\nA level Maths E", None),
        ("GCSE maths at grade C", "GCSE maths D\nFunctional Skills Maths Level 2, 2022", None),
        ("GCSEs A*-C incl. maths", "6 GCSEs, English 5, Maths 3", ("maths", "3", False)),
        ("Maths (grade 4 (C) or above)", "a 3 in maths, doing it again", ("maths", "3", True)),
    ],
)
def test_a_grade_counts_by_its_subject(
    asked: str, line: str, low: tuple[str, str, bool] | None
) -> None:
    found = find_low_grade(asked, f"Ann Smith\n\nEducation\n{line}\n")
    assert (found and (found.subject, found.own, found.is_taken_again)) == low


def test_a_test_in_its_place_asks_for_no_grade() -> None:
    assert asks_for_grades(BOTH)
    assert not asks_for_grades(f"{BOTH}, or be willing to sit our test")
