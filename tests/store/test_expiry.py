"""Expiry: the time to live, and what is exempt from it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from interview_cli.store.expiry import find_expiry, is_expired, is_expiring_soon

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
DAY, MOMENT = timedelta(hours=24), timedelta(microseconds=1)


@dataclass
class Facts:
    last_updated: datetime
    ttl: str = "24h"
    keep: bool = False
    is_finished: bool = False


def test_expires_after_its_time_to_live() -> None:
    session = Facts(NOW - DAY)
    assert not is_expired(session, NOW)
    assert is_expired(session, NOW + MOMENT)
    assert find_expiry(session, NOW) == NOW


@pytest.mark.parametrize(
    "exempt",
    [{"keep": True}, {"is_finished": True}, {"ttl": "never"}],
)
def test_what_is_exempt_never_expires(exempt: dict[str, object]) -> None:
    session = Facts(NOW - 400 * DAY, **exempt)
    assert not is_expired(session, NOW)
    assert find_expiry(session, NOW) is None
    assert not is_expiring_soon(session, NOW, DAY)


def test_finished_sessions_expire_on_request_and_kept_ones_never() -> None:
    assert is_expired(Facts(NOW - 2 * DAY, is_finished=True), NOW, finished=True)
    assert not is_expired(Facts(NOW - 2 * DAY, is_finished=True, keep=True), NOW, finished=True)


def test_another_time_to_live_replaces_the_stored_one() -> None:
    assert is_expired(Facts(NOW - DAY / 2), NOW, ttl="1h")
    assert not is_expired(Facts(NOW - 2 * DAY), NOW, ttl="7d")


def test_a_time_in_the_future_counts_as_now() -> None:
    assert find_expiry(Facts(NOW + 9 * DAY), NOW) == NOW + DAY


def test_a_date_beyond_the_calendar_is_never() -> None:
    last = datetime(9999, 12, 31, 23, 0, tzinfo=UTC)
    assert find_expiry(Facts(last, ttl="7d"), last) is None


def test_soon_begins_within_the_span_and_ends_with_expiry() -> None:
    hour = timedelta(hours=1)
    session = Facts(NOW - DAY)
    assert is_expiring_soon(session, NOW - hour, hour)
    assert not is_expiring_soon(session, NOW - hour - MOMENT, hour)
    assert not is_expiring_soon(session, NOW + MOMENT, hour)
