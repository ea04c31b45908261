"""Settings, limits and defaults. Order: option, environment, config.toml, default."""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal, get_args

from interview_cli.errors import InvalidInput
from interview_cli.model_settings import (
    DEFAULT_BASE_URL,
    DEFAULT_DOCUMENT_CHARS,
    DEFAULT_MODEL,
    DEFAULT_TIMEOUT_S,
    ModelSettings,
    parse_document_budget,
    parse_model_name,
    parse_model_options,
)

APP_NAME = "interview-cli"
SCHEMA_VERSION = 1

MAX_NAME_CHARS = 200
"""Maximum length of a title or company name after stripping."""
DEFAULT_QUESTIONS = 8
MAX_QUESTIONS = 20
MAX_ANSWER_CHARS = 50_000
MAX_ANSWER_BYTES = 1_000_000
"""Bytes read of one answer before it is refused; 50,000 characters take at most 200,000."""
MIN_DOCUMENT_CHARS = 50
MAX_DOCUMENT_CHARS = 200_000
MAX_DOCUMENT_BYTES = 16_000_000
MAX_DOCUMENT_PAGES = 100
MAX_UNPACKED_BYTES = 50_000_000
"""Maximum size of a DOCX or ODT archive after unpacking."""
SHORT_ID_CHARS = 8
MIN_ID_PART_CHARS = 4
"""Minimum length of the beginning or end of an id that stands for the id."""
LISTING_ROWS = 20
"""Sessions that a listing shows unless all are requested."""
EXPIRY_WARNING = timedelta(hours=3)
"""A session is marked when less time than this is left."""
COLLECT_INTERVAL = timedelta(hours=1)
"""Minimum time between two automatic collections of expired sessions."""

COACHES = ("auto", "openai", "offline")
Paper = Literal["a4", "letter"]
PAPERS: tuple[Paper, ...] = get_args(Paper)

_TTL = re.compile(r"([1-9][0-9]{0,5})([mhd])")
_TTL_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def parse_ttl(ttl: str) -> timedelta | None:
    """Parse `90m`, `24h` or `7d`; return None for `never`.

    Raises InvalidInput for anything else.
    """
    if ttl == "never":
        return None
    match = _TTL.fullmatch(ttl)
    if match is None:
        raise InvalidInput(
            "a time to live is a number of minutes, hours or days, or never.",
            "write it as 90m, 24h, 7d or never",
        )
    return timedelta(**{_TTL_UNITS[match[2]]: int(match[1])})


@dataclass(frozen=True)
class Settings:
    """The validated settings of one run."""

    home: Path
    coach: str
    """One of COACHES."""
    ttl: str
    """Time to live of new sessions, such as `24h`, or `never`."""
    lock_timeout_s: float
    """How long a command waits for a session that another command is using."""
    session: str | None
    """The session that commands use if none is named."""
    auto_gc: bool
    """Whether commands delete expired sessions in passing."""
    paper: Paper
    model: ModelSettings
    has_model: bool
    """Whether a key or a base URL for a model is set."""

    @classmethod
    def load(
        cls,
        home: object = None,
        coach: object = None,
        model: object = None,
        environ: Mapping[str, str] = os.environ,
    ) -> "Settings":
        """Load and validate the settings.

        Raises InvalidInput, naming the source, if a setting is invalid.
        """
        config = _read_config(environ)

        def pick(option: Any, variable: str, key: str, default: Any) -> tuple[Any, str]:
            if option is not None:
                return option, f"--{key}"
            if environ.get(variable):
                return environ[variable], variable
            return config.get(key, default), f"'{key}' in config.toml"

        # A key read from a file often ends with a line feed.
        api_key = environ.get("OPENAI_API_KEY", "").strip() or None
        base_url = environ.get("OPENAI_BASE_URL", "").strip()
        home_value, home_source = pick(home, "INTERVIEW_HOME", "home", None)
        return cls(
            home=_parse_home(home_value, home_source),
            coach=_parse_coach(*pick(coach, "INTERVIEW_COACH", "coach", "auto")),
            ttl=_validate_ttl(*pick(None, "INTERVIEW_TTL", "ttl", "24h")),
            lock_timeout_s=_parse_seconds(
                *pick(None, "INTERVIEW_LOCK_TIMEOUT", "lock_timeout", 10)
            ),
            session=environ.get("INTERVIEW_SESSION") or None,
            auto_gc=_parse_switch(*pick(None, "INTERVIEW_AUTO_GC", "auto_gc", True)),
            paper=_parse_paper(*pick(None, "INTERVIEW_PAPER", "paper", "a4")),
            model=ModelSettings(
                name=parse_model_name(*pick(model, "INTERVIEW_MODEL", "model", DEFAULT_MODEL)),
                base_url=base_url or DEFAULT_BASE_URL,
                api_key=api_key,
                timeout_s=_parse_seconds(
                    *pick(None, "INTERVIEW_LLM_TIMEOUT", "llm_timeout", DEFAULT_TIMEOUT_S),
                    above_zero=True,
                ),
                document_chars=parse_document_budget(
                    *pick(
                        None, "INTERVIEW_DOCUMENT_CHARS", "document_chars", DEFAULT_DOCUMENT_CHARS
                    )
                ),
                options=parse_model_options(
                    *pick(None, "INTERVIEW_MODEL_OPTIONS", "model_options", {})
                ),
            ),
            has_model=bool(api_key or base_url),
        )


def is_debugging(environ: Mapping[str, str] = os.environ) -> bool:
    """Return whether an internal error prints its traceback (`INTERVIEW_DEBUG=1`)."""
    return environ.get("INTERVIEW_DEBUG") == "1"


def wants_plain(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether nothing may be drawn over what was printed (`INTERVIEW_PLAIN=1`)."""
    return environ.get("INTERVIEW_PLAIN", "").lower() in ("1", "true", "yes")


def can_move_cursor(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the terminal says that it can do more than print lines."""
    return environ.get("TERM", "") not in ("", "dumb", "unknown")


def editor_command(environ: Mapping[str, str] = os.environ) -> str:
    """Return the command of the user's own editor, or "" if none is set."""
    return environ.get("VISUAL") or environ.get("EDITOR") or ""


_MAX_CONFIG_BYTES = 100_000
_CONFIG_KEYS = {
    "home",
    "coach",
    "model",
    "llm_timeout",
    "document_chars",
    "model_options",
    "ttl",
    "lock_timeout",
    "auto_gc",
    "paper",
}


def _read_config(environ: Mapping[str, str]) -> dict[str, Any]:
    # Imported here: it takes 50 ms, which tests and --version do not need.
    from platformdirs import user_config_path

    path = user_config_path(APP_NAME) / "config.toml"
    try:
        # Do not block on a pipe or a device, and read only the beginning of an endless file.
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            config = tomllib.loads(file.read(_MAX_CONFIG_BYTES).decode("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise InvalidInput(f"{path} cannot be read as TOML.", f"repair or remove {path}") from error
    unknown = sorted(set(config) - _CONFIG_KEYS)
    if unknown:
        raise InvalidInput(
            f"{path} has an unknown setting: {unknown[0]!r}.",
            f"the settings are {', '.join(sorted(_CONFIG_KEYS))}",
        )
    return config


def _parse_home(value: Any, source: str) -> Path:
    if value is None:
        from platformdirs import user_data_path

        return user_data_path(APP_NAME)
    if not isinstance(value, str) or not value or "\0" in value:
        raise InvalidInput(f"{source} does not name a folder.")
    try:
        return Path(value).expanduser()
    except RuntimeError as error:
        raise InvalidInput(f"{source} names the home of an unknown user.") from error


def _parse_coach(value: Any, source: str) -> str:
    if value not in COACHES:
        raise InvalidInput(f"{source} is not a coach.", f"choose one of {', '.join(COACHES)}")
    return str(value)


def _parse_paper(value: Any, source: str) -> Paper:
    for paper in PAPERS:
        if str(value).lower() == paper:
            return paper
    raise InvalidInput(f"{source} is not a paper size.", f"choose one of {', '.join(PAPERS)}")


def _validate_ttl(value: Any, source: str) -> str:
    try:
        parse_ttl(str(value))
    except InvalidInput as error:
        raise InvalidInput(f"{source}: {error.message}", error.hint) from error
    return str(value)


def _parse_seconds(value: Any, source: str, *, above_zero: bool = False) -> float:
    try:
        seconds = float(value)
    except (TypeError, ValueError, OverflowError):
        seconds = -1.0
    if not 0 <= seconds <= 86_400 or (above_zero and not seconds):
        lower_bound = "above 0" if above_zero else "from 0"
        raise InvalidInput(f"{source} is not a number of seconds {lower_bound} to 86400.")
    return seconds


def _parse_switch(value: Any, source: str) -> bool:
    known = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}
    if str(value).lower() not in known:
        raise InvalidInput(f"{source} is not true or false.")
    return known[str(value).lower()]
