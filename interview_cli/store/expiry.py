"""Whether, and when, a session expires: pure functions of what it stores and of *now*."""

from datetime import datetime, timedelta
from typing import Protocol

from interview_cli.settings import time_to_live


class Expiring(Protocol):
    """What expiry goes by; times are aware."""

    @property
    def last_updated(self) -> datetime: ...
    @property
    def ttl(self) -> str: ...
    @property
    def keep(self) -> bool: ...
    @property
    def finished_at(self) -> datetime | None: ...


def expired(
    session: Expiring, now: datetime, *, ttl: str | None = None, finished: bool = False
) -> bool:
    """Whether nothing changed the session for its TTL, or for `ttl` where that is given.

    Kept sessions never expire, finished ones only where `finished` asks for them. A
    `last_updated` in the future counts as now.
    """
    span = time_to_live(ttl or session.ttl)
    if span is None or session.keep or (session.finished_at and not finished):
        return False
    return now - session.last_updated > span


def expires_at(session: Expiring, now: datetime) -> datetime | None:
    """The moment after which the session is expired; None if that never comes."""
    span = time_to_live(session.ttl)
    if span is None or session.keep or session.finished_at:
        return None
    try:
        return min(session.last_updated, now) + span
    except OverflowError:
        return None


def expires_soon(session: Expiring, now: datetime, within: timedelta) -> bool:
    """Whether the session has not expired, but will within the given span."""
    end = expires_at(session, now)
    return end is not None and timedelta(0) <= end - now <= within
