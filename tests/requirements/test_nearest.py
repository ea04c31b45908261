"""Which words of a requirement a text has, if it does not state it."""

import pytest

from interview_cli.requirements.nearest import (
    find_missing_forms,
    find_near_words,
    has_form_of,
    names_one_thing,
)


@pytest.mark.parametrize(
    ("part", "text", "runs", "nouns"),
    [
        ("Christmas temps", "trained 6 Christmas temps", ("Christmas temps",), ()),
        ("Win new clients", "Won 4 new clients", ("Win new clients",), ()),
        ("training in Signs of Safety", "Signs of Safety, 2 days", ("Signs of Safety",), ()),
        ("apprentices", "two men and an apprentice", (), ("apprentices",)),
        ("Taking radiographs", "Certificate in radiography", (), ("radiographs",)),
        ("MS Excel", "coaching, Excel (pivot)", (), ("Excel",)),
        # A word that narrows another, a verb, a common word and other letters show nothing.
        ("parents and staff", "Parent volunteer", (), ()),
        ("drive improvement", "FLT driver", (), ()),
        ("store assistant", "Sales assistance", (), ()),
        ("line with policy", "apprehensions per policy", (), ()),
        ("BS 8888", "Physics B", (), ()),
        ("Prepare test reports", "Prepared 400 test cases", (), ()),
    ],
)
def test_words_side_by_side_and_nouns_are_found(
    part: str, text: str, runs: tuple[str, ...], nouns: tuple[str, ...]
) -> None:
    found = find_near_words([part], text)
    assert (found.runs, found.nouns) == (runs, nouns)


def test_words_inside_others_are_named_once() -> None:
    found = find_near_words(["weekly payroll", "Payroll"], "Weekly payroll for 85 drivers")
    assert found.all == ("weekly payroll",)


@pytest.mark.parametrize(
    ("text", "is_thing"),
    [
        ("Experience with nurse call systems", True),
        ("RAMS and permits", True),
        ("can juggle several projects", False),
        ("1 yr delivery experience", False),
        ("small pieces of work", False),
    ],
)
def test_a_thing_goes_by_its_name(text: str, *, is_thing: bool) -> None:
    assert names_one_thing(text) == is_thing


def test_a_common_word_is_enough_not_to_call_a_thing_absent() -> None:
    assert has_form_of("mentorship/practice assessor", "Practice supervisor")
    assert not has_form_of("mentorship/practice assessor", "Ward manager")
    assert not has_form_of("CI/CD", "")


def test_the_words_that_a_text_lacks_are_told() -> None:
    assert find_missing_forms("Team Teach", "Supporting teaching") == ["Teach"]
