"""What sentences of job ads ask for."""

import pytest

from interview_cli.requirements.ad_sentences import (
    requirements_in,
    split_entry,
    split_list,
    strip_asking_words,
)


@pytest.mark.parametrize(
    ("prose", "rule_group", "expected"),
    [
        ("You must hold a licence and be able to lift.", "strong", {"a licence": 1, "lift": 1}),
        ("A van would be useful.", "strong", {"A van": 0}),
        ("You will repair trams.", "strong", {}),
        ("You are patient with children.", "asks", {"patient with children": 1}),
        ("You don't need a licence.", "asks", {}),
        ("You must have the right to work in the UK.", "asks", {}),
        ("Good skills and experience are a plus.", "asks", {"Good skills": 0, "experience": 0}),
    ],
)
def test_what_a_sentence_asks_for(prose: str, rule_group: str, expected: dict[str, bool]) -> None:
    assert dict(requirements_in(prose, rule_group)) == expected


def test_a_sentence_on_pluses_asks_for_a_must_have_if_it_says_so() -> None:
    assert dict(requirements_in("A van.", "asks", is_nice=True)) == {}
    assert dict(requirements_in("You can drive.", "asks", is_nice=True)) == {"can drive": False}


@pytest.mark.parametrize(
    ("clause", "named"),
    [
        ("You will need to be able to cook", "cook"),
        ("Welsh is essential for us", "Welsh"),
        ("Welding of steel", "Welding of steel"),
    ],
)
def test_a_clause_without_the_words_that_ask(clause: str, named: str) -> None:
    assert strip_asking_words(clause) == named


def test_an_entry_that_asks_for_two_things() -> None:
    assert split_entry("Welsh, and the ability to lift") == ["Welsh", "the ability to lift"]
    assert split_entry("The right to work in the UK") == []


@pytest.mark.parametrize(
    ("text", "entries", "rest"),
    [
        ("Tills, stock, or shelves. You can lift.", ["Tills", "stock", "shelves"], "You can lift."),
        ("Tills, old and new; stock", ["Tills, old and new", "stock"], ""),
        ("Care for people, of all ages and at all times of the day", None, ""),
    ],
)
def test_a_list_in_one_line(text: str, entries: list[str] | None, rest: str) -> None:
    assert split_list(text) == (entries or [text], rest)
