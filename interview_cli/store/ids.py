"""Make session ids, and find the id of the session that a user typed."""

import os
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from interview_cli.errors import NotFound, ReadOnly, SessionBusy, SessionExpired, SessionMissing
from interview_cli.limits import MIN_ID_PART_CHARS, SHORT_ID_CHARS
from interview_cli.next_step import Action, NextStep
from interview_cli.store.expiry import Expiring, is_expired

if TYPE_CHECKING:
    from interview_cli.store.base import Store

ID_PATTERN = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_ID = re.compile(ID_PATTERN)
_MAX_LISTED = 10
"""Most ids that an error message lists."""


class Named(Expiring, Protocol):
    """The facts by which a session is found."""

    @property
    def session_id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...


N = TypeVar("N", bound=Named)


def generate_id(now: datetime) -> str:
    """Return a UUID, version 7 (RFC 9562, 5.7, method 3). Ids sort by time, to a microsecond."""
    micros = int(now.timestamp() * 1_000_000)
    millis, rest = divmod(micros, 1000)
    fraction = rest * 4096 // 1000
    tail = int.from_bytes(os.urandom(8)) >> 2 | (0b10 << 62)
    digits = f"{millis:012x}7{fraction:03x}{tail:016x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def is_id(text: str) -> bool:
    """Return whether the text has the form of a session id, which is safe as a file name."""
    return _ID.fullmatch(text) is not None


def short_id(session_id: str) -> str:
    """Return the end of the id, which differs most between sessions of one day."""
    return session_id[-SHORT_ID_CHARS:]


def match_ids(typed: str, ids: Sequence[str]) -> list[str]:
    """Return the ids that equal the text, or that begin or end with it (4 characters or more)."""
    if typed in ids:
        return [typed]
    if len(typed) < MIN_ID_PART_CHARS:
        return []
    return [known for known in ids if known.startswith(typed) or known.endswith(typed)]


def resolve_id(
    typed: str,
    ids: Sequence[str],
    list_sessions: Callable[[], Sequence[Named]],
    now: datetime,
    kind: str | None = None,
) -> str:
    """Return the id that a user typed: an id or part of one, the beginning of a name, or `latest`.

    Names are looked up among `list_sessions()`, which is called only if no id fits. Then only
    sessions of `kind` count, if it is given. Raises NotFound if nothing fits, if only sessions of
    another kind do, or if more than one session does.
    """
    wanted = typed.casefold()
    found = match_ids(wanted, ids)
    if not found:
        sessions = list_sessions()
        found = _match_names(wanted, select_kind(sessions, kind), now)
        if not found:
            _refuse_other_kind(wanted, sessions)
    return require_one(found, typed)


def select_kind(sessions: Sequence[N], kind: str | None) -> list[N]:
    """Return the sessions of a kind, or all of them for None."""
    return [session for session in sessions if kind in (None, session.kind)]


def _refuse_other_kind(wanted: str, sessions: Sequence[Named]) -> None:
    """Raise NotFound if a session of any kind has a name that begins like this."""
    for session in sessions:
        if wanted and session.name.startswith(wanted):
            raise explain_wrong_kind(session.session_id, session.kind)


def require_one(ids: list[str], typed: str) -> str:
    """Return the only id of a list. Raises NotFound if it is empty or has several."""
    if not ids:
        raise SessionMissing
    if len(ids) > 1:
        raise NotFound(
            f"{typed!r} fits {len(ids)} sessions: {_join_short_ids(ids)}.",
            f"name one by its end, as in {short_id(ids[0])}",
        )
    return ids[0]


def explain_wrong_kind(session_id: str, kind: str) -> NotFound:
    """Return the error for a session whose `kind` is not the one that a command works on."""
    short = short_id(session_id)
    if kind == "job_post":
        return NotFound(f"{short} is a job post.", NextStep(Action.SHOW_JOB_POST, session_id))
    return NotFound(f"{short} is an interview.", NextStep(Action.SHOW_INTERVIEW, session_id))


def explain_busy(session_id: str) -> SessionBusy:
    """Return the error for a session that another process holds."""
    return SessionBusy(
        f"another process holds session {short_id(session_id)}.",
        "run the same command again when the other one is done",
    )


def require_own(store: "Store", session_id: str) -> None:
    """Raise ReadOnly for a session that another owner shares: its documents stay there."""
    if owner := store.shared_by(session_id):
        raise explain_read_only(session_id, owner)


def explain_read_only(session_id: str, owner: str) -> ReadOnly:
    """Return the error for a change to a session that another owner shares."""
    return ReadOnly(
        f"{owner} shares session {short_id(session_id)} with you to be read; only {owner} can "
        "change it."
    )


def explain_expired(session: Named) -> SessionExpired:
    """Return the error for a session that has expired; it names the session."""
    label = f"{session.name} ({short_id(session.session_id)})"
    return SessionExpired(session.session_id, label)


def _match_names(wanted: str, sessions: Sequence[Named], now: datetime) -> list[str]:
    equal = [session.session_id for session in sessions if session.name == wanted]
    if equal or not wanted:
        return equal
    begun = [session.session_id for session in sessions if session.name.startswith(wanted)]
    return [find_latest(sessions, now)] if wanted == "latest" and not begun else begun


def find_latest(sessions: Sequence[Named], now: datetime) -> str:
    """Return the id of the unexpired session updated last.

    Raises SessionMissing if there are no sessions. If all have expired, raises SessionExpired for
    the one updated last.
    """
    live = [session for session in sessions if not is_expired(session, now)]
    # A `last_updated` in the future counts as now: a clock that was once ahead must not make its
    # session the latest for ever.
    latest = max(
        live or sessions,
        key=lambda session: (min(session.last_updated, now), session.session_id),
        default=None,
    )
    if latest is None:
        raise SessionMissing
    if not live:
        raise explain_expired(latest)
    return latest.session_id


def _join_short_ids(ids: list[str]) -> str:
    newest = sorted(ids, reverse=True)[:_MAX_LISTED]
    listed = ", ".join(short_id(session_id) for session_id in newest)
    return listed if len(ids) <= _MAX_LISTED else f"{listed} and {len(ids) - _MAX_LISTED} more"
