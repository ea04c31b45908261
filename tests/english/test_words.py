"""Sentences, words, amounts and names in English text."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.english.words import (
    content_stems,
    find_measures,
    find_names,
    find_numbers,
    split_sentences,
    stem_word,
    tokenize,
    word_list,
)
from tests.cases import each


@each(
    ("text", "expected"),
    [
        ("", []),
        (" \n ", []),
        ("One line", ["One line"]),
        ("I did it. It worked.", ["I did it.", "It worked."]),
        ("Did it work? Yes! Good.", ["Did it work?", "Yes!", "Good."]),
        ("First line\nsecond line", ["First line", "second line"]),
        ("It rose to 3.5 points. Fine.", ["It rose to 3.5 points.", "Fine."]),
        ("I use Node.js and .NET daily.", ["I use Node.js and .NET daily."]),
        ("We shipped. 40 people saw it.", ["We shipped.", "40 people saw it."]),
        ("It took e.g. two days. Then it ran.", ["It took e.g. two days.", "Then it ran."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert split_sentences(text) == expected


@given(st.text())
def test_splitting_into_sentences_loses_no_letter(text: str) -> None:
    joined = " ".join(split_sentences(text))
    assert [c for c in joined if c.isalnum()] == [c for c in text if c.isalnum()]


@each(
    "word",
    ["C++", "C#", ".NET", "Node.js", "CI/CD", "3.5", "it's", "it’s", "event-driven", "R&D", "F#"],
)
@each("frame", ["{}", "I use {} daily", "I use {}, then rest", "I like {}."])
def test_names_of_tools_are_one_token(word: str, frame: str) -> None:
    assert word in tokenize(frame.format(word))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("… – !", []),
        ("Hello, world!", ["Hello", "world"]),
        ("(well) “done”", ["well", "done"]),
        ("A sentence ends.", ["A", "sentence", "ends"]),
        ("kết quả tốt", ["kết", "quả", "tốt"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokenize(text) == expected


@each(
    ("text", "expected"),
    [
        ("It fell from 9 to 3.", ["9", "3"]),
        ("We saved €2,000.", ["€2,000"]),
        ("It grew by 12.5%, they said", ["12.5%"]),
        ("up 40 %", ["40"]),
        ("90k users and 2m rows", ["90k", "2m"]),
        ("a 3x gain", ["3x"]),
        ("In 2021 we halved it", ["2021", "halved"]),
        ("Two of three agreed", ["Two", "three"]),
        ("I use Python3 and B2B", []),
        ("no figures here", []),
    ],
)
def test_numbers(text: str, expected: list[str]) -> None:
    assert find_numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2021 it began.", []),
        ("In 1998, then in 2021.", []),
        ("In 2021 it fell by 40%.", ["40%"]),
        ("It cost 2,021 euros.", ["2,021"]),
        ("from 20 to 10,", ["20", "10"]),
        ("three times", ["three"]),
    ],
)
def test_years_are_not_measures(text: str, expected: list[str]) -> None:
    assert find_measures(text) == expected


@pytest.mark.parametrize("end", ["", ".", ",", ";", ":", "!", "?", ")", "”"])
def test_a_number_is_found_before_any_mark(end: str) -> None:
    assert find_numbers(f"it was 240{end}") == ["240"]


@each(
    ("text", "expected"),
    [
        ("I moved it to Kafka.", {"Kafka"}),
        ("Kafka was slow.", set()),
        ("PostgreSQL was slow.", {"PostgreSQL"}),
        ("C++ was fast.", {"C++"}),
        ("I know C#, .NET and Node.js", {"C#", ".NET", "Node.js"}),
        ("we worked at Nordfrakt in Gothenburg", {"Nordfrakt", "Gothenburg"}),
        ("I went. He came. They left.", set()),
        ("we told Anna's manager", {"Anna"}),
        ("and then I'm done, I've said", set()),
        ("all in lower case", set()),
        ("the CI/CD of it", {"CI/CD"}),
    ],
)
def test_named_things(text: str, expected: set[str]) -> None:
    assert find_names(text) == expected


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("testing", "tested"),
        ("certification", "certifications"),
        ("Anna's", "anna"),
        ("Anna’s", "anna"),
        ("Training", "trained"),
    ],
)
def test_forms_of_a_word_share_a_stem(word: str, other: str) -> None:
    assert stem_word(word) == stem_word(other)


@pytest.mark.parametrize("word", ["C++", "C#", "event-driven", "7671"])
def test_words_with_symbols_or_figures_are_their_own_stem(word: str) -> None:
    assert stem_word(word) == word.lower()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 5 years of experience with the", set()),
        ("alarms and the alarm", {"alarm"}),
        ("Experience with C++", {"c++"}),
        ("a strong team player", {"player"}),
    ],
)
def test_words_of_every_advert_are_not_content(text: str, expected: set[str]) -> None:
    assert content_stems(text) == expected


def test_an_unknown_word_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        word_list("no such list")


def test_threads_do_not_disturb_each_other() -> None:
    nouns = ("organisation", "testing", "running", "generously", "families", "relational")
    words = [prefix + noun for prefix in ("re", "un", "pre", "sub", "over") for noun in nouns] * 20
    expected = [stem_word.__wrapped__(word) for word in words]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            stemmed = list(pool.map(stem_word.__wrapped__, words))
    finally:
        sys.setswitchinterval(interval)
    assert stemmed == expected
