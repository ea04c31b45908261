"""Text is wrapped at words, and nothing of it is lost."""

from hypothesis import given
from hypothesis import strategies as st

from interview_cli.console.wrapping import place_beside, wrap_words
from tests.cases import each


@each(
    ("text", "wrapped"),
    [
        ("one two three", "one two\nthree"),
        ("short\nlines", "short\nlines"),
        ("  a b c d e f", "  a b c d\n  e f"),
        ("- one two three", "- one two\n  three"),
        ("1. one two three", "1. one two\n   three"),
        ("> one two three", "> one two\n  three"),
        ("a  b c d e f g", "a  b c d e\n   f g"),
        ("a_word_of_many_letters b", "a_word_of_many_letters\nb"),
        ("one\u00a0two three", "one\u00a0two\nthree"),
        ("漢字 漢字 漢字", "漢字 漢字\n漢字"),
        ("a\tb", "a   b"),
        ("", ""),
    ],
)
def test_wraps_at_words(text: str, wrapped: str) -> None:
    assert wrap_words(text, 10) == wrapped


@given(st.text("ab -.1漢\u0301\n"), st.integers(1, 30))
def test_no_word_is_lost(text: str, columns: int) -> None:
    assert wrap_words(text, columns).split() == text.split()


@given(st.text("ab \n"), st.integers(4, 30))
def test_a_line_that_is_too_long_is_one_word(text: str, columns: int) -> None:
    for row in wrap_words(text, columns).split("\n"):
        assert len(row.rstrip()) <= columns or len(row.split()) <= 1 or row in text


def test_two_texts_stand_beside_each_other() -> None:
    assert place_beside("Noted.\nWhich level?", "# Cook", 40) == (
        "Noted.              │ # Cook\nWhich level?        │"
    )
