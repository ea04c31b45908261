"""Check the values of settings. Each function takes a value and the name of its source.

All raise InvalidInput, naming the source, for a value that cannot be used.
"""

import re
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

from interview_cli.errors import InvalidInput
from interview_cli.next_step import Action, NextStep
from interview_cli.user_files import APP_NAME

COACHES = ("auto", "openai", "offline")
Paper = Literal["a4", "letter"]
PAPERS: tuple[Paper, ...] = get_args(Paper)

_TTL = re.compile(r"([1-9][0-9]{0,5})([mhd])")
_OWNER = re.compile(r"[\w.@-]{1,64}", re.ASCII)
_TTL_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


@lru_cache(maxsize=100)  # a collection asks for that of each session, and most are alike
def parse_ttl(ttl: str) -> timedelta | None:
    """Parse `90m`, `24h` or `7d`; return None for `never`.

    Raises InvalidInput for anything else.
    """
    if ttl == "never":
        return None
    match = _TTL.fullmatch(ttl)
    if match is None:
        raise InvalidInput(f"{ttl!r} is not a time to live.", "write it as 90m, 24h, 7d or never")
    return timedelta(**{_TTL_UNITS[match[2]]: int(match[1])})


def parse_home(value: Any, source: str) -> Path:
    if value is None:
        from platformdirs import user_data_path

        try:
            return user_data_path(APP_NAME)
        except RuntimeError as error:  # a user without an entry in the list of users, and no HOME
            raise InvalidInput(
                "this user has no home folder.", NextStep(Action.CHOOSE_HOME)
            ) from error
    if not isinstance(value, str) or not value or "\0" in value:
        raise InvalidInput(f"{source} does not name a folder.")
    try:
        return Path(value).expanduser()
    except RuntimeError as error:
        raise InvalidInput(f"{source} names the home of an unknown user.") from error


def parse_store(value: Any, source: str) -> str | None:
    """Check the address of a database. A password in it could be seen in many places."""
    address = parse_text(value, source)
    if address is None:
        return None
    if not address.startswith(("postgresql://", "postgres://")):
        raise InvalidInput(
            f"{source} is not the address of a database.",
            "write it as postgresql://HOST/DATABASE, or leave it empty for the folder",
        )
    if re.search(r"//[^/@]*:[^/@]*@", address) or "password=" in address:
        raise InvalidInput(
            f"{source} holds a password.", "take it out, and set PGPASSWORD or write ~/.pgpass"
        )
    return address


def parse_owner(value: Any, source: str) -> str:
    owner = str(value).strip()
    if not _OWNER.fullmatch(owner):
        raise InvalidInput(
            f"{source} is not a name of an owner.",
            "use 1 to 64 letters, digits, dots, hyphens, underscores or @",
        )
    return owner


def parse_coach(value: Any, source: str) -> str:
    if value not in COACHES:
        raise InvalidInput(
            f"{source}: {value!r} is not a coach.", f"choose one of {', '.join(COACHES)}"
        )
    return str(value)


def parse_paper(value: Any, source: str) -> Paper:
    for paper in PAPERS:
        if str(value).lower() == paper:
            return paper
    raise InvalidInput(
        f"{source}: {value!r} is not a paper size.", f"choose one of {', '.join(PAPERS)}"
    )


def validate_ttl(value: Any, source: str) -> str:
    try:
        parse_ttl(str(value))
    except InvalidInput as error:
        raise InvalidInput(f"{source}: {error.message}", error.hint) from error
    return str(value)


def parse_seconds(value: Any, source: str, *, above_zero: bool = False) -> float:
    try:
        seconds = float(value)
    except (TypeError, ValueError, OverflowError):
        seconds = -1.0
    if not 0 <= seconds <= 86_400 or (above_zero and not seconds):
        least = "above 0" if above_zero else "from 0"
        raise InvalidInput(f"{source} is not a number of seconds {least} to 86400.")
    return seconds


def parse_switch(value: Any, source: str) -> bool:
    known = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}
    if str(value).lower() not in known:
        raise InvalidInput(f"{source} is not true or false.", "write it as true or false")
    return known[str(value).lower()]


def parse_text(value: Any, source: str) -> str | None:
    # A key read from a file often ends with a line feed.
    return str(value or "").strip() or None


def parse_debug(value: Any, source: str) -> bool:
    return str(value) == "1"
