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
        (
            "You must hold a licence and be able to lift.",
            "strong",
            {"a licence": 1, "able to lift": 1},
        ),
        ("A van would be useful.", "strong", {"A van": 0}),
        ("You will repair trams.", "strong", {}),
        ("You are patient with children.", "asks", {"patient with children": 1}),
        ("You don't need a licence.", "asks", {}),
        (
            "We want someone who can open new accounts, keep clean records and write reports.",
            "prose",
            {"can open new accounts": 1, "can keep clean records": 1, "can write reports": 1},
        ),
        (
            "Must be time served, able to trace faults with a meter and prepare cars for sale.",
            "prose",
            {
                "time served": 1,
                "able to trace faults with a meter": 1,
                "able to prepare cars for sale": 1,
            },
        ),
        (
            "You need to be confident with Excel and have worked in a school before.",
            "prose",
            {"confident with Excel": 1, "have worked in a school before": 1},
        ),
        ("IRTEC an advantage.", "strong", {"IRTEC": 0}),
        ("Full licence needed as you drive daily.", "strong", {"Full licence": 1}),
        (
            "You'll be selling ovens, so a background in sales helps.",
            "strong",
            {"a background in sales": 0},
        ),
        ("Welder needed for a busy shop.", "prose", {}),
        ("No driving licence needed.", "prose", {}),
        ("You must have the right to work in the UK.", "asks", {}),
        ("Good skills and experience are a plus.", "asks", {"Good skills": 0, "experience": 0}),
    ],
)
def test_what_a_sentence_asks_for(prose: str, rule_group: str, expected: dict[str, bool]) -> None:
    found = requirements_in(prose, rule_group)
    assert {named: is_must for named, is_must, _ in found} == expected


def test_a_sentence_on_pluses_asks_for_a_must_have_if_it_says_so() -> None:
    assert list(requirements_in("A van.", "asks", is_nice=True)) == []
    (found,) = requirements_in("You can drive.", "asks", is_nice=True)
    assert found == ("can drive", False, "You can drive.")


@pytest.mark.parametrize(
    ("clause", "named"),
    [
        ("You will need to be able to cook", "able to cook"),
        ("Welsh is essential for us", "Welsh"),
        ("Welding of steel", "Welding of steel"),
    ],
)
def test_a_clause_without_the_words_that_ask(clause: str, named: str) -> None:
    assert strip_asking_words(clause) == named


def test_an_entry_that_asks_for_two_things() -> None:
    assert list(split_entry("Welsh, and the ability to lift", is_nice=False)) == [
        ("Welsh", False, "Welsh"),
        ("the ability to lift", False, "the ability to lift"),
    ]


def test_only_the_last_thing_of_an_entry_is_preferred() -> None:
    (found,) = split_entry("Sales of devices, orthopaedics preferred", is_nice=False)
    assert found[:2] == ("Sales of devices", False)


@pytest.mark.parametrize(
    "text",
    [
        "The right to work in the UK",
        "We'll assess you against these skills during the selection process",
        "Are you happy to work nights? Y / N",
        "We bake for each other",
        "Other duties as assigned",
    ],
)
def test_an_entry_that_asks_for_nothing(text: str) -> None:
    assert list(split_entry(text, is_nice=False)) == []


def test_each_paper_that_one_must_hold() -> None:
    sentence = (
        "You must hold 18th Edition, AM2 and ideally 2391, a gold card and a driving licence."
    )
    assert [named for named, _, _ in requirements_in(sentence, "strong")] == [
        "18th Edition",
        "AM2",
        "ideally 2391",
        "a gold card",
        "a driving licence",
    ]


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


@pytest.mark.parametrize(
    ("text", "entries", "rest"),
    [
        (
            "Basic Excel. Forklift licence. Good pay.",
            ["Basic Excel", "Forklift licence"],
            "Good pay.",
        ),
        ("Kafka, all on AWS. You must drive.", ["Kafka", "AWS"], "You must drive."),
    ],
)
def test_notes_in_one_line_are_entries(text: str, entries: list[str], rest: str) -> None:
    assert split_list(text) == (entries, rest)
