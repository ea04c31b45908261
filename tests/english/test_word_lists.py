"""Each entry of a word list can count: none repeats another, none is removed before it counts."""

from collections import Counter

import pytest

from interview_cli.english.rules import load_toml
from interview_cli.english.verbs import is_past, load_verbs
from interview_cli.english.words import stem_word, tokenize, word_list
from tests.cases import each

LISTS: dict[str, str] = load_toml("interview_cli.english", "words.toml")
FILLER = set(load_toml("interview_cli.answers", "filler.toml")["words"].split())
ALL_PAST = ("decision", "titled")


@each("name", LISTS)
def test_no_list_repeats_a_word(name: str) -> None:
    counts = Counter(LISTS[name].split())
    assert [word for word, count in counts.items() if count > 1] == []


@each("name", sorted(LISTS.keys() - {"endings"}))
def test_each_entry_is_one_word_in_lower_case(name: str) -> None:
    assert [
        word for word in word_list(name) if tokenize(word) != [word] or word != word.lower()
    ] == []


@pytest.mark.parametrize("name", ALL_PAST)
def test_lists_of_past_forms_have_no_other(name: str) -> None:
    assert [word for word in word_list(name) if not is_past(word)] == []


def test_irregular_pasts_are_past() -> None:
    pasts = {verb.past for verb in load_verbs().values() if verb.is_irregular}
    assert {word for word in pasts if not is_past(word)} == {"let", "hurt"}  # seldom past


def test_vague_words_are_not_counted_as_common_already() -> None:
    common = word_list("stop") | word_list("generic") | word_list("buzz") | FILLER
    repeated = {word for word in word_list("vague") if {word, word.split("'")[0]} & common}
    short = {word for word in word_list("vague") if len(word) < 4 or word.endswith("ly")}
    assert repeated | short == set()


def test_words_off_the_subject_have_distinct_stems() -> None:
    """`asking` and `commonplace` are always used together."""
    stems = Counter(
        stem_word(word) for name in ("asking", "commonplace") for word in word_list(name)
    )
    assert [each for each, count in stems.items() if count > 1] == []


def test_words_that_start_lines_are_not_known_as_common_already() -> None:
    endings = tuple(word_list("endings"))
    common = word_list("stop") | word_list("generic")
    repeated = {
        word for word in word_list("line_starts") if word in common or word.endswith(endings)
    }
    assert repeated == set()
