"""Check single values of a session file, without pydantic."""

import re
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from interview_cli.limits import MAX_NAME_CHARS
from interview_cli.text import remove_controls

# RFC 3339. Python accepts more, such as week dates, that the models refuse.
_TIME = re.compile(
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)", re.ASCII
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

T = TypeVar("T")


def require_type(kind: type[T], value: Any) -> T:
    """Return the value if it has exactly this type: True is not an int. Raises TypeError."""
    if type(value) is not kind:
        raise TypeError("the wrong type of value")
    return value


def require_choice(value: Any, choices: tuple[str | None, ...]) -> str:
    """Return the value if it is one of the choices. Raises ValueError."""
    if value not in choices:
        raise ValueError("an unknown word")
    return str(value)


def require_text(value: Any) -> str:
    """Return a text, cleaned. Raises TypeError."""
    return remove_controls(require_type(str, value))


def require_name(value: Any) -> str:
    """Return a job title or company name. Raises TypeError or ValueError."""
    name = require_text(value)
    if not name.strip() or len(name) > MAX_NAME_CHARS:
        raise ValueError("length of a name")
    return name


def require_time(value: Any) -> datetime:
    """Return a time in UTC. Raises TypeError, ValueError or OverflowError."""
    if not _TIME.fullmatch(require_type(str, value)):
        raise ValueError("not a time with a zone")
    return datetime.fromisoformat(value).astimezone(UTC)


def require_date(value: Any) -> date | None:
    """Return an optional day, as in 2026-12-10. Raises TypeError or ValueError."""
    if value is None:
        return None
    if not _DATE.fullmatch(require_type(str, value)):
        raise ValueError("not a date")
    return date.fromisoformat(value)


def has_text(value: Any) -> bool:
    """Return whether an optional text is there and not empty. Raises TypeError."""
    return value is not None and bool(require_type(str, value))
