"""What gc and SESSION need of a session, read from the first bytes of its file without pydantic."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from math import isfinite
from pathlib import Path
from typing import Any, TypeVar

from interview_cli.errors import InvalidInput
from interview_cli.settings import MAX_NAME_CHARS, time_to_live
from interview_cli.store.files import disk
from interview_cli.store.files.versions import upgraded
from interview_cli.text import clean, slug

# As RFC 3339 has it: Python reads more, week dates say, that the models do not.
_TIME = re.compile(
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)", re.ASCII
)
_MAX_DEPTH = 100
"""Levels of nesting; a session has seven, and readers give up at some two hundred."""
KINDS = ("interview", "job_post")
_FRONT_BYTES = 2_048
_FRONT_KEYS = {
    "schema_version",
    "kind",
    "session_id",
    "name",
    "created_at",
    "last_updated",
    "ttl",
    "keep",
    "finished_at",
    "company_name",
}


@dataclass(frozen=True)
class Head:
    """The common fields of a session; times are aware UTC."""

    kind: str
    session_id: str
    name: str
    created_at: datetime
    last_updated: datetime
    ttl: str
    keep: bool
    finished_at: datetime | None
    job_title: str
    company_name: str


H = TypeVar("H", bound=Head)


def read_head(path: Path) -> Head:
    """Raises FileNotFoundError, SessionDamaged or StorageFailed."""
    front = disk.read(path, _FRONT_BYTES)
    data = dict(_members(front.decode("utf-8", errors="ignore")))
    if data.keys() >= _FRONT_KEYS:
        return checked(path, data, _head)
    return checked(path, parse(path, disk.read(path)), _head)


def _members(text: str) -> Iterator[tuple[str, Any]]:
    """The members of a JSON object, in order, as far as the text goes and is plain."""
    decode = json.JSONDecoder().raw_decode
    position = text.find("{") + 1
    while position:
        try:
            key, position = decode(text, _past_space(text, position))
            colon = _past_space(text, position)
            value, position = decode(text, _past_space(text, colon + 1))
            comma = _past_space(text, position)
        except (ValueError, RecursionError):
            return
        # A number at the cut could go on: only what a comma or the end follows is whole.
        if not isinstance(key, str) or text[comma : comma + 1] not in (",", "}"):
            return
        yield key, value
        position = comma + 1 if text[comma] == "," else 0


def _past_space(text: str, position: int) -> int:
    while text[position : position + 1] in (" ", "\n", "\r", "\t"):
        position += 1
    return position


def parse(path: Path, content: bytes) -> dict[str, Any]:
    """A file's content as data, of whichever version. Raises SessionDamaged.

    Stricter than JSON's readers are by themselves, for what they let through one of them would
    lose: names that stand twice, numbers that are none, halves of characters.
    """
    try:
        text = content.decode("utf-8")
        data = json.loads(
            text, object_pairs_hook=_distinct, parse_constant=_no_number, parse_float=_finite
        )
        _refuse_deep(data, _MAX_DEPTH)
        if "\\ud" in text.lower():  # escaped, as half of a character might be
            json.dumps(data, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise disk.damaged(path, "it is not whole JSON") from error
    if not isinstance(data, dict):
        raise disk.damaged(path, "it is no JSON object")
    return data


def _refuse_deep(data: Any, levels: int) -> None:
    if isinstance(data, dict | list):
        if not levels:
            raise ValueError("nested too deep")
        for part in data.values() if isinstance(data, dict) else data:
            _refuse_deep(part, levels - 1)


def _distinct(members: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(members)
    if len(made) < len(members):
        raise ValueError("a name twice")
    return made


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise ValueError("a number beyond all bounds")
    return number


def checked(path: Path, data: dict[str, Any], build: Callable[[dict[str, Any]], H]) -> H:
    """What `build` makes of a file's data. Raises SessionDamaged where it cannot."""
    try:
        head = build(upgraded(path, data))
    except (KeyError, TypeError, ValueError, OverflowError, InvalidInput) as error:
        raise disk.damaged(path, "a field is missing or of the wrong kind") from error
    if head.session_id != path.stem:
        raise disk.damaged(path, "its name is not its session_id")
    return head


def _head(data: dict[str, Any]) -> Head:
    return Head(**head_fields(data))


def head_fields(data: dict[str, Any]) -> dict[str, Any]:
    """The fields of a head. Raises KeyError, TypeError, ValueError, OverflowError, InvalidInput."""
    kind = one_of(data["kind"], KINDS)
    company = _name(data["company_name"])
    title = _post_title(data) if kind == "job_post" else _name(data["job_title"])
    ttl = data.get("ttl", "24h")
    time_to_live(ttl)
    finished_at = data.get("finished_at")
    return {
        "kind": kind,
        "session_id": text(data["session_id"]),
        "name": text(data.get("name", "")) or slug(f"{company} {title or 'job post'}"),
        "created_at": time(data["created_at"]),
        "last_updated": time(data["last_updated"]),
        "ttl": ttl,
        "keep": exactly(bool, data.get("keep", False)),
        "finished_at": None if finished_at is None else time(finished_at),
        "job_title": title,
        "company_name": company,
    }


def _post_title(data: dict[str, Any]) -> str:
    """The title that a post has by now; the front of its file may not reach so far."""
    return text(exactly(dict, data.get("job_data", {})).get("title", ""))


def text(value: Any) -> str:
    """A text, cleaned. Raises TypeError."""
    return clean(exactly(str, value))


def _name(value: Any) -> str:
    name = text(value)
    if not name.strip() or len(name) > MAX_NAME_CHARS:
        raise ValueError("length of a name")
    return name


def time(value: Any) -> datetime:
    """A time in UTC. Raises TypeError, ValueError or OverflowError."""
    if not _TIME.fullmatch(exactly(str, value)):
        raise ValueError("no time with a zone")
    return datetime.fromisoformat(value).astimezone(UTC)


def one_of(value: Any, known: tuple[str | None, ...]) -> str:
    """One of the known words. Raises ValueError."""
    if value not in known:
        raise ValueError("an unknown word")
    return str(value)


T = TypeVar("T")


def exactly(kind: type[T], value: Any) -> T:
    """The value, if it is of this very type: True is no number here."""
    if type(value) is not kind:
        raise TypeError("the wrong kind of value")
    return value
