"""When a session expires: pure functions of what it stores and of *now*."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from interview_cli.setting_values import parse_ttl
from interview_cli.store.summary import Summary


class Expiring(Protocol):
    """The facts that decide on expiry; times are aware."""

    @property
    def last_updated(self) -> datetime: ...
    @property
    def ttl(self) -> str: ...
    @property
    def keep(self) -> bool: ...
    @property
    def is_finished(self) -> bool: ...


def is_expired(
    session: Expiring, now: datetime, *, ttl: str | None = None, finished: bool = False
) -> bool:
    """Return whether the session has not changed for its time to live, or for `ttl` if given.

    Kept sessions never expire. Finished sessions expire only if `finished` is true. A
    `last_updated` in the future counts as now.
    """
    span = parse_ttl(ttl or session.ttl)
    if span is None or session.keep or (session.is_finished and not finished):
        return False
    return now - session.last_updated > span


class CollectionRule(NamedTuple):
    """Which sessions one collection deletes; the fields are the arguments of `Store.collect`."""

    now: datetime
    ttl: str | None
    finished: bool
    spares: Callable[[Summary], bool] | None

    def has_expired(self, session: Expiring) -> bool:
        """Return whether the session has expired, as the rule sees it."""
        return is_expired(session, self.now, ttl=self.ttl, finished=self.finished)

    def allows(self, summary: Summary) -> bool:
        """Return whether the session is deleted."""
        return self.has_expired(summary) and not (self.spares and self.spares(summary))


def find_expiry(session: Expiring, now: datetime) -> datetime | None:
    """Return the moment after which the session is expired, or None if it never expires."""
    span = parse_ttl(session.ttl)
    if span is None or session.keep or session.is_finished:
        return None
    try:
        return min(session.last_updated, now) + span
    except OverflowError:
        return None


def is_expiring_soon(session: Expiring, now: datetime, within: timedelta) -> bool:
    """Return whether the session is not expired yet, but will be within the given span."""
    end = find_expiry(session, now)
    return end is not None and timedelta(0) <= end - now <= within
