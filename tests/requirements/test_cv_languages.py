"""Lines of a CV that name the languages an ad asks for."""

import pytest

from interview_cli.requirements.cv_languages import find_language_line

CV = "Ann Lee\n\nWork\nClerk at an English school, Hull, 2019 to now\n\nLanguages\n{}\n"


@pytest.mark.parametrize(
    ("wanted", "line"),
    [
        ("Fluent in English and Kiswahili", "english, swahili, kikuyu"),
        ("Bilingual English/Spanish", "Bilingual English / Spanish, typing"),
        ("Good English, Hindi/Urdu", "English, Urdu, Punjabi, Hindi"),
        ("Fluent English", "English C1"),
    ],
)
def test_a_list_of_languages_states_them(wanted: str, line: str) -> None:
    assert find_language_line(wanted, CV.format(line)) == line


@pytest.mark.parametrize(
    ("wanted", "line"),
    [
        ("Fluent English", "Reading and hiking"),  # an English school is no language
        ("Fluent in English and French", "English, German"),
        ("English literature at school", "English, German"),
    ],
)
def test_nothing_else_does(wanted: str, line: str) -> None:
    assert find_language_line(wanted, CV.format(line)) is None
