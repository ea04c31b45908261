"""Ids sort by time, and are found from what a user types."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.errors import NotFound, SessionExpired, SessionMissing
from interview_cli.models import Interview
from interview_cli.next_step import Action, NextStep
from interview_cli.store.ids import (
    find_latest,
    generate_id,
    is_id,
    match_ids,
    require_one,
    resolve_id,
)
from tests.store.sessions import interview

MOMENTS = st.datetimes(
    min_value=datetime(2020, 1, 1), max_value=datetime(2200, 1, 1), timezones=st.just(UTC)
)


@given(MOMENTS)
def test_a_new_id_is_a_uuid_of_version_7(moment: datetime) -> None:
    made = UUID(generate_id(moment))
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == int(moment.timestamp() * 1000)
    assert is_id(str(made))


@given(MOMENTS, st.integers(min_value=2, max_value=10**12))
def test_ids_sort_by_the_moment(moment: datetime, micros: int) -> None:
    # A double holds the seconds of these years to about a microsecond.
    assert generate_id(moment) < generate_id(moment + timedelta(microseconds=micros))


def test_ids_of_one_moment_differ() -> None:
    moment = datetime(2026, 11, 22, tzinfo=UTC)
    assert len({generate_id(moment) for _ in range(1000)}) == 1000


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "../01a20000-0000-7000-8000-00000000",
        "01A20000-0000-7000-8000-000000000000",
        "01a20000-0000-7000-8000-000000000000\n",
        "01a2000000007000800000000000000",
        "01a20000-0000-7000-8000-00000000000٣",
        "-1a20000-0000-7000-8000-000000000000",
    ],
)
def test_nothing_else_is_an_id(text: str) -> None:
    assert not is_id(text)


def test_beginning_or_end_of_four_characters() -> None:
    ids = ["01a20000-0000-7000-8000-00000000beef", "01a30000-0000-7000-8000-0000beef0000"]
    assert match_ids("01a2", ids) == ids[:1]
    assert match_ids("beef", ids) == ids[:1]
    assert match_ids("01a", ids) == []
    assert match_ids(ids[1], ids) == ids[1:]
    assert match_ids("0000", ids) == ids[1:]


NOW = datetime(2026, 11, 22, tzinfo=UTC)


def session(name: str, hours_ago: int = 0) -> Interview:
    return interview(NOW - timedelta(hours=hours_ago), name=name)


def test_names_are_looked_up_only_if_no_id_fits() -> None:
    cook = session("inn-cook")

    def list_sessions() -> list[Interview]:
        raise AssertionError

    assert (
        resolve_id(cook.session_id[-8:], [cook.session_id], list_sessions, NOW) == cook.session_id
    )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("inn-cook", "inn-cook"),
        ("INN-CHEF", "inn-chef"),
        ("bar", "bar-keeper"),
        ("latest", "bar-keeper"),
    ],
)
def test_an_equal_name_comes_before_a_beginning_and_latest_is_last(
    typed: str, expected: str
) -> None:
    names = ["inn-cook", "inn-cook-2", "inn-chef", "bar-keeper"]
    made = [session(name, len(names) - place) for place, name in enumerate(names)]
    ids = {each.session_id: each.name for each in made}
    assert ids[resolve_id(typed, list(ids), lambda: made, NOW)] == expected


def test_a_session_named_latest_is_found_by_its_name() -> None:
    named, newer = session("latest-fashion", 1), session("inn-cook")
    ids = [named.session_id, newer.session_id]
    assert resolve_id("latest", ids, lambda: [named, newer], NOW) == named.session_id


def test_latest_has_not_expired() -> None:
    new = session("new", 23)
    assert find_latest([session("old", 25), new], NOW) == new.session_id


def test_if_all_have_expired_the_error_names_the_latest() -> None:
    latest = session("newer", 25)
    with pytest.raises(SessionExpired) as raised:
        find_latest([session("old", 26), latest], NOW)
    assert f"newer ({latest.session_id[-8:]}) has expired" in raised.value.message
    assert raised.value.hint == NextStep(Action.KEEP, latest.session_id)
    with pytest.raises(SessionMissing):
        find_latest([], NOW)


def test_an_error_lists_ten_ids_at_most() -> None:
    ids = [generate_id(NOW) for _ in range(12)]
    with pytest.raises(NotFound, match="and 2 more"):
        require_one(ids, "inn")
    with pytest.raises(SessionMissing):
        require_one([], "inn")
