"""Lines of a CV that name the languages an ad asks for."""

import pytest

from interview_cli.requirements.cv_languages import find_language_line, is_on_english

CV = "Ann Lee\n\nWork\nClerk at an English school, Hull, 2019 to now\n\nLanguages\n{}\n"


@pytest.mark.parametrize(
    ("wanted", "line"),
    [
        ("Fluent in English and Kiswahili", "english, swahili, kikuyu"),
        ("Bilingual English/Spanish", "Bilingual English / Spanish, typing"),
        ("Good English, Hindi/Urdu", "English, Urdu, Punjabi, Hindi"),
        ("Fluent English", "English C1"),
        ("Good communication in English and Hindi", "Marathi, Hindi, English"),
        ("another language", "native Irish speaker with good French"),
        ("A second language", "English, Urdu"),
        ("Other European languages", "German (B2), English"),
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


def test_english_alone_is_not_another_language() -> None:
    assert find_language_line("another language", CV.format("English C1")) is None


@pytest.mark.parametrize(
    ("text", "is_heard"),
    [
        ("Fluent spoken English", True),
        ("Good communicator, in spoken and written English", True),
        ("Good written English", False),
        ("Good English, basic Dutch", False),
        ("English literature", False),
    ],
)
def test_an_interview_shows_how_english_is_spoken(text: str, is_heard: bool) -> None:
    assert is_on_english(text) == is_heard
