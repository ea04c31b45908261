"""A quote counts only where its words stand in the text."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from interview_cli.answers.quotes import verbatim

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
def test_words_that_stand_there_are_kept_however_they_are_spaced(quote: str) -> None:
    assert verbatim(quote, TEXT) == " ".join(quote.split())


def test_the_shape_of_marks_and_dashes_is_that_of_the_text() -> None:
    text = "It wasn’t “solved” – it was ours."
    assert verbatim('wasn\'t "solved" - it', text) == "wasn’t “solved” – it"
    assert verbatim("wasn't «solved»", text) == "wasn’t “solved”"


@pytest.mark.parametrize(
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
def test_words_that_do_not_stand_there_are_dropped(quote: str | None) -> None:
    assert verbatim(quote, TEXT) is None


@pytest.mark.parametrize("quote", ["a", "I", "two", "trace"])
def test_a_few_letters_prove_nothing(quote: str) -> None:
    assert verbatim(quote, TEXT) is None


def test_unless_they_are_all_that_was_said() -> None:
    assert verbatim("Yes.", "Yes.") == "Yes."


@given(st.text(), st.text())
def test_whatever_is_kept_stands_in_the_text(quote: str, text: str) -> None:
    kept = verbatim(quote, text)
    assert kept is None or (kept in " ".join(text.split()) and kept != "")


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), min_size=1), st.data())
def test_any_run_of_words_is_verbatim_however_it_is_spaced(words: list[str], data) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    space = st.sampled_from([" ", "\n", "\t", "   "])
    quote = data.draw(space).join(words[start:end])
    assume(end - start > 1 or len(words[start]) >= 8)
    assert verbatim(quote, data.draw(space).join(words)) == " ".join(words[start:end])
