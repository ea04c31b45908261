"""A quote counts only if the text has the same words in the same order."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from interview_cli.answers.quotes import find_quote
from tests.cases import each

TEXT = "I traced 40 detectors in two days,\nand  decided to replace\tthe panel."


@pytest.mark.parametrize(
    "quote",
    [
        TEXT,
        "I traced 40 detectors",
        "two days, and decided",
        "decided to replace the panel.",
        "  decided\n to   replace ",
        "two days,\u00a0and",
    ],
)
def test_a_quote_is_found_whatever_its_white_space(quote: str) -> None:
    assert find_quote(quote, TEXT) == " ".join(quote.split())


def test_marks_and_dashes_are_returned_as_in_the_text() -> None:
    text = "It wasn’t “solved” – it was ours."
    assert find_quote('wasn\'t "solved" - it', text) == "wasn’t “solved” – it"
    assert find_quote("wasn't «solved»", text) == "wasn’t “solved”"


@each(
    "quote",
    [
        None,
        "",
        " \n\t",
        "I traced 41 detectors",
        "i traced 40 detectors",
        "detectors 40 traced I",
        "I traced … the panel",
        "“I traced 40 detectors”",
        "two days and decided",
        f"{TEXT} It worked.",
    ],
)
def test_a_quote_with_other_words_is_not_found(quote: str | None) -> None:
    assert find_quote(quote, TEXT) is None


@pytest.mark.parametrize("quote", ["a", "I", "two", "trace"])
def test_a_short_word_is_not_a_quote(quote: str) -> None:
    assert find_quote(quote, TEXT) is None


def test_a_short_quote_counts_if_it_is_the_whole_text() -> None:
    assert find_quote("Yes.", "Yes.") == "Yes."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("ced 40 detec", "traced 40 detectors"),
        ("in two days,", "in two days"),
        (
            "I traced 40 detectors in two days,\nand  de",
            "I traced 40 detectors in two days, and decided",
        ),
    ],
)
def test_a_quote_has_whole_words_and_ends_with_one(quote: str, found: str) -> None:
    assert find_quote(quote, TEXT) == found


@given(st.text(), st.text())
def test_a_quote_that_is_found_is_in_the_text(quote: str, text: str) -> None:
    kept = find_quote(quote, text)
    assert kept is None or (kept in " ".join(text.split()) and kept != "")


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), min_size=1), st.data())
def test_any_run_of_words_is_found_whatever_its_white_space(words: list[str], data) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    space = st.sampled_from([" ", "\n", "\t", "   "])
    quote = data.draw(space).join(words[start:end])
    assume(end - start > 1 or len(words[start]) >= 8)
    assert find_quote(quote, data.draw(space).join(words)) == " ".join(words[start:end])
