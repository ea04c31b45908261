"""Corrections of a job post: named values, moves, swaps, removals and additions."""

import pytest

from interview_cli.coach.offline.posts.corrections import (
    has_correction,
    read_corrections,
    remove_corrections,
)
from tests.coach.offline.posts.facts import build_facts

STORED = {"title": "Barber", "location": "Leeds"}


def read(message: str, asked=None, **lists: str) -> list[tuple[str, str, object]]:
    facts = build_facts(message, asked, data=STORED, **lists)
    return [(change.field, change.action, change.value) for change in read_corrections(facts)]


@pytest.mark.parametrize(
    ("message", "changes"),
    [
        ("the location is Zarqa", [("location", "set", "Zarqa")]),
        ("change the title to Store Manager", [("title", "set", "Store Manager")]),
        ("It's not in Leeds, it's in York", [("location", "set", "York")]),
        ("replace Leeds with York", [("location", "set", "York")]),
        ("drop the location", [("location", "remove", "")]),
        ("I drop by at the location", []),
        ("hello", []),
    ],
)
def test_a_field(message: str, changes: list[tuple[str, str, object]]) -> None:
    assert read(message) == changes


def test_nothing_moves_without_a_place() -> None:
    facts = build_facts("It's not in Leeds, it's in York")
    assert [change.field for change in read_corrections(facts)] == []


@pytest.mark.parametrize(
    ("message", "removed"),
    [
        ("drop fades", ["fades"]),
        ("drop the FADES", ["fades"]),
        ("drop fades and hot towel shaves", ["fades", "hot towel shaves"]),
        ("drop shaves", ["hot towel shaves"]),
        ("drop hot", []),  # too short for a part of an entry
        ("drop curls", []),
    ],
)
def test_an_entry_is_removed_by_its_name_or_a_part(message: str, removed: list[str]) -> None:
    changes = read(message, skills="fades|hot towel shaves")
    assert changes == [("skills", "remove", name) for name in removed]


@pytest.mark.parametrize(
    ("message", "changes"),
    [
        ("replace fades with curls", [("remove", "fades"), ("add", "curls")]),
        ("curls instead of fades", [("remove", "fades"), ("add", "curls")]),
        ("replace waves with curls", []),
    ],
)
def test_a_swap_needs_the_old_entry(message: str, changes: list[tuple[str, str]]) -> None:
    assert read(message, skills="fades") == [("skills", *change) for change in changes]


@pytest.mark.parametrize(
    ("message", "asked", "field"),
    [
        ("add night shifts to the duties", None, "responsibilities"),
        ("add night shifts", "benefits", "benefits"),
        ("add night shifts", "location", "skills"),
        ("add night shifts", None, "skills"),
        ("also mention night shifts", "skills", "benefits"),
    ],
)
def test_the_list_that_is_added_to(message: str, asked, field: str) -> None:
    assert read(message, asked) == [(field, "add", "night shifts")]


@pytest.mark.parametrize(
    ("message", "rest"),
    [
        ("drop fades", ""),
        ("add BLS", ""),
        ("replace Java with Kotlin", "Kotlin"),
        ("Kotlin instead of Java", "Kotlin"),
        ("the location is York", "the location is York"),
    ],
)
def test_what_remains_without_the_corrections(message: str, rest: str) -> None:
    assert remove_corrections(message).strip() == rest


@pytest.mark.parametrize(
    ("message", "is_correction"),
    [
        ("drop fades", True),
        ("replace Java with Kotlin", True),
        ("add BLS", False),
        ("drop-in work for barbers", False),
    ],
)
def test_whether_something_is_corrected(message: str, is_correction: bool) -> None:
    assert has_correction(message) == is_correction
