"""New session ids, and SESSION as a user types it → one id."""

import re
import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from interview_cli.errors import NotFound, SessionMissing
from interview_cli.next_step import Action, NextStep
from interview_cli.settings import MIN_ID_PART_CHARS, SHORT_ID_CHARS
from interview_cli.store.expiry import Expiring, expired

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class Named(Expiring, Protocol):
    """What a session must show of itself to be found."""

    @property
    def session_id(self) -> str: ...
    @property
    def name(self) -> str: ...


def new_id(now: datetime) -> str:
    """A UUID, version 7 (RFC 9562, 5.7, method 3): ids sort by the moment, to a microsecond."""
    micros = int(now.timestamp() * 1_000_000)
    millis, rest = divmod(micros, 1000)
    fraction = rest * 4096 // 1000
    tail = secrets.randbits(62) | (0b10 << 62)
    digits = f"{millis:012x}7{fraction:03x}{tail:016x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def is_id(text: str) -> bool:
    """Whether the text has the form of a session id, which is safe as a file name."""
    return _ID.fullmatch(text) is not None


def short_id(session_id: str) -> str:
    """The end of the id, which differs most between sessions of one day."""
    return session_id[-SHORT_ID_CHARS:]


def matching_ids(typed: str, ids: Sequence[str]) -> list[str]:
    """The ids meant by a full id, or by a beginning or end of four characters or more."""
    if typed in ids:
        return [typed]
    if len(typed) < MIN_ID_PART_CHARS:
        return []
    return [one for one in ids if one.startswith(typed) or one.endswith(typed)]


def resolve(
    typed: str, ids: Sequence[str], heads: Callable[[], Sequence[Named]], now: datetime
) -> str:
    """The one id meant by SESSION: an id or part of one, the beginning of a name, or `latest`.

    `heads` are the sessions whose names count, called only when no id fits; of them `latest` is
    the one updated last that has not expired. Raises NotFound when nothing fits, or more than one.
    """
    wanted = typed.casefold()
    found = matching_ids(wanted, ids)
    if not found:
        found = _named(wanted, heads(), now)
    return only(found, typed)


def only(found: list[str], typed: str) -> str:
    """The one id of a list. Raises NotFound when there is none, or more than one."""
    if not found:
        raise SessionMissing
    if len(found) > 1:
        raise NotFound(
            f"{typed!r} fits {len(found)} sessions: {_shown(found)}.",
            f"name one by its end, as in {short_id(found[0])}",
        )
    return found[0]


def other_kind(session_id: str, kind: str) -> NotFound:
    """The error for a session that is there, but of this kind and not of the one that is meant."""
    short = short_id(session_id)
    if kind == "job_post":
        return NotFound(f"{short} is a job post.", NextStep(Action.SHOW_JOB_POST, session_id))
    return NotFound(f"{short} is an interview.", NextStep(Action.SHOW_INTERVIEW, session_id))


def _named(wanted: str, heads: Sequence[Named], now: datetime) -> list[str]:
    exact = [head.session_id for head in heads if head.name == wanted]
    begun = [head.session_id for head in heads if wanted and head.name.startswith(wanted)]
    if exact or begun or wanted != "latest":
        return exact or begun
    return latest(heads, now)


def latest(heads: Sequence[Named], now: datetime) -> list[str]:
    """The session updated last of those that have not expired; none where all have."""
    live = [head for head in heads if not expired(head, now)]
    # A clock that was once ahead must not keep its session the latest for ever.
    found = max(live, key=lambda h: (min(h.last_updated, now), h.session_id), default=None)
    return [found.session_id] if found else []


def _shown(found: list[str]) -> str:
    shown = ", ".join(short_id(one) for one in sorted(found, reverse=True)[:10])
    return shown if len(found) <= 10 else f"{shown} and {len(found) - 10} more"
