"""Messages that answer the agent's question without naming the field."""

import pytest

from interview_cli.coach.base import Change
from interview_cli.coach.offline.posts.direct_answers import read_answer
from tests.coach.offline.posts.facts import build_facts

SKILL = Change("skills", "add", "Python", "Python")
LEVEL = Change("experience_level", "set", "senior", "senior")
REMOTE = Change("work_type", "set", "remote", "remote")
PAY = Change("salary", "set", "20", "20")


def read(
    message: str, asked=None, found: tuple[Change, ...] = (), *, has_labels: bool = False, **data
) -> list[tuple[str, object]] | None:
    facts = build_facts(message, asked, data=data)
    changes = read_answer(facts, list(found), has_labels)
    return None if changes is None else [(change.field, change.value) for change in changes]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("skills", "drop fades"),
        ("skills", "whatever you think"),
        ("skills", "yes, perfect"),
        ("title", "hello"),
    ],
    ids=["a correction", "no answer", "a confirmation", "small talk"],
)
def test_what_is_not_an_answer(asked, message: str) -> None:
    assert read(message, asked) is None


def test_a_message_with_labels_is_not_an_answer() -> None:
    assert read("fades, curls", "skills", has_labels=True) is None


@pytest.mark.parametrize(
    ("asked", "message", "changes"),
    [
        ("skills", "fades, curls and shaves", ["fades", "curls", "shaves"]),
        (
            "skills",
            "cutting and colouring and the washing of very long hair",
            ["cutting", "colouring"],
        ),
        ("benefits", "free meals, tips", ["free meals", "tips"]),
        ("responsibilities", "cut hair", ["cut hair"]),
        ("responsibilities", "cut " * 61, None),
    ],
)
def test_the_entries_of_a_list(asked, message: str, changes: list[str] | None) -> None:
    expected = None if changes is None else [(asked, value) for value in changes]
    assert read(message, asked) == expected


def test_duties_are_recognised_where_skills_were_asked_for() -> None:
    assert read("plan lessons; mark work", "skills") == [
        ("responsibilities", "plan lessons"),
        ("responsibilities", "mark work"),
    ]
    assert read("plan lessons", "skills") == [("skills", "plan lessons")]


@pytest.mark.parametrize(
    ("found", "is_answer"), [((SKILL,), True), ((LEVEL,), True), ((PAY,), False)]
)
def test_a_list_may_name_title_level_and_skills_in_passing(
    found: tuple[Change, ...], is_answer: bool
) -> None:
    assert (read("write senior Python", "responsibilities", found) is not None) == is_answer


@pytest.mark.parametrize(
    ("asked", "message", "found", "changes"),
    [
        ("title", "barista", (), [("title", "Barista")]),
        ("title", "chef 2", (), []),
        ("location", "Hull", (), [("location", "Hull")]),
        (
            "location",
            "Berlin or remote",
            (REMOTE,),
            [("work_type", "remote"), ("location", "Berlin")],
        ),
        ("location", "Berlin or remote", (REMOTE, PAY), None),
        ("title", "Hull", (PAY,), None),
        ("experience_level", "Manchester", (), [("location", "Manchester")]),
        ("experience_level", "fades, curls", (), [("skills", "fades"), ("skills", "curls")]),
        ("experience_level", "fades", (), []),
        ("experience_level", "40k, 50k", (), []),
    ],
)
def test_a_single_answer(
    asked, message: str, found: tuple[Change, ...], changes: list[tuple[str, object]] | None
) -> None:
    assert read(message, asked, found) == changes


def test_a_town_is_no_new_place_once_there_is_one() -> None:
    assert read("Manchester", "experience_level", location="Leeds") == []


def test_duties_are_recognised_though_something_else_was_asked() -> None:
    assert read("cut hair, keep area tidy, lights", "experience_level") == [
        ("responsibilities", "cut hair"),
        ("responsibilities", "keep area tidy"),
        ("responsibilities", "lights"),
    ]
