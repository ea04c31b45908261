"""Ids: made in the order of time, and told from what a user types."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.store.ids import is_id, matching_ids, new_id

MOMENTS = st.datetimes(
    min_value=datetime(2020, 1, 1), max_value=datetime(2200, 1, 1), timezones=st.just(UTC)
)


@given(MOMENTS)
def test_a_new_id_is_a_uuid_of_version_7(moment: datetime) -> None:
    made = UUID(new_id(moment))
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == int(moment.timestamp() * 1000)
    assert is_id(str(made))


@given(MOMENTS, st.integers(min_value=2, max_value=10**12))
def test_ids_sort_by_the_moment(moment: datetime, micros: int) -> None:
    # A double holds the seconds of these years to about a microsecond.
    assert new_id(moment) < new_id(moment + timedelta(microseconds=micros))


def test_ids_of_one_moment_differ() -> None:
    moment = datetime(2026, 11, 22, tzinfo=UTC)
    assert len({new_id(moment) for _ in range(1000)}) == 1000


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
    assert matching_ids("01a2", ids) == ids[:1]
    assert matching_ids("beef", ids) == ids[:1]
    assert matching_ids("01a", ids) == []
    assert matching_ids(ids[1], ids) == ids[1:]
    assert matching_ids("0000", ids) == ids[1:]
