"""The school grades that an ad asks for, and those that a CV names."""

from interview_cli.requirements.school_grades import (
    asks_for_grades,
    find_grade_to_come,
    find_low_grade,
    has_grades,
)
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
        (BOTH, "Maths 3, resat in 2012, English 5", ("maths", "3", False)),
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


@each(
    ("line", "is_held"),
    [
        ("GCSEs: English Language 4, Maths 4 (resit, 2nd time), PE 6", True),
        ("GCSE English C, GCSE Mathematics B", True),
        ("Nine GCSEs including Maths 6, English Lang 5", True),
        ("English (GCSE) C, Maths: grade 4", True),
        ("7 GCSEs A*-C including English and maths", True),
        ("8 GCSEs at grades 9 to 4, incl. English Language and Mathematics", True),
        ("GCSEs: English 5\nAdult Numeracy Level 2, passed 2007", True),
        ("GCSEs: English 5, Maths 3", False),
        ("GCSEs A-E including English and maths", False),
        ("GCSEs: English 5\nFunctional Skills Maths Level 2, result awaited", False),
        ("GCSE English D, 1993\nAdult Literacy and Numeracy Level 2, 2007 evening class", True),
        ("GCSE English D, 1993, Maths C\nDoing Functional Skills English Level 2", False),
        ("5 GCSEs", False),
        ("Exams (results in August)\nEnglish Language (5), Maths (4)", False),
    ],
)
def test_grades_are_held_in_any_form(line: str, is_held: bool) -> None:
    assert has_grades(BOTH, f"Ann Smith\n\nEducation\n{line}\n") == is_held


@each(
    ("line", "subject"),
    [
        ("Functional Skills Maths Level 2 - sat in October, result awaited", "maths"),
        ("English Level 2 exam booked. Maths 5", "English"),
        ("Functional Skills Maths Level 2, 2022", None),
        ("GCSE maths 5, Functional Skills Maths Level 2 in progress", None),
    ],
)
def test_an_exam_instead_of_a_grade_may_be_to_come(line: str, subject: str | None) -> None:
    text = f"Ann Smith\n\nEducation\nGCSE English 4\n{line}\n"
    if subject == "English":
        text = text.replace("GCSE English 4\n", "")
    assert find_grade_to_come(BOTH, text) == subject
