"""Settings, limits and defaults. Order: option, environment, config.toml, default."""

import os
import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

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
from interview_cli.next_step import Action, NextStep
from interview_cli.user_files import (
    APP_NAME,
    CONFIG_NAME,
    explain_unreadable_config,
    find_config_path,
    read_config_text,
    read_key,
)

SCHEMA_VERSION = 6

MAX_NAME_CHARS = 200
"""Maximum length of a title or company name after stripping."""
DEFAULT_QUESTIONS = 8
MAX_QUESTIONS = 20
"""Most questions that one interview asks."""
MAX_IMPORTED_QUESTIONS = 100
"""Most questions of an interview that was held elsewhere."""
MAX_SAMPLES = 9
"""Most reviews that one feedback is made of."""
MAX_POINTS = 3
"""Strengths and weaknesses of one interview: what somebody can keep in mind for the next."""
MAX_CV_IMPROVEMENTS = 6
"""The most CV improvements: people cannot work on more."""
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


class Setting(NamedTuple):
    """One setting: where its value may come from, and how it is checked."""

    key: str
    """Its name in config.toml and in the command `config`."""
    variable: str
    """The environment variable. An empty value counts as not set."""
    about: str
    """What it is for: a short sentence for the help and the documentation."""
    parse: Callable[[Any, str], Any]
    """Check a value from the named source and convert it. Raises InvalidInput."""
    default: Any = None
    option: str = ""
    """The name of its option, without hyphens in front; empty if it has none."""
    metavar: str = ""
    """What the option takes, for its help; empty for a switch."""
    option_about: str = ""
    """The help of the option, where `about` does not fit it."""
    commands: tuple[str, ...] = ()
    """The commands that take the option; empty if all of them do."""
    default_about: str = ""
    """What the documentation says of a default that is not one fixed value."""
    is_stored: bool = True
    """Whether it may stand in config.toml."""
    is_secret: bool = False
    """Whether the value is masked wherever it is shown."""
    read_file: Callable[[], Any] | None = None
    """Read the value from a file of its own, where the environment has none; None: not there."""
    turns_off: bool = False
    """Whether option and variable (with any value) set the setting to false."""

    @property
    def option_help(self) -> str:
        return self.option_about or self.about


class SettingValue(NamedTuple):
    """The effective value of a setting, and where it came from."""

    setting: Setting
    value: Any
    source: Literal["option", "environment", "config.toml", "key file", "default"]


def _parse_home(value: Any, source: str) -> Path:
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


def _parse_store(value: Any, source: str) -> str | None:
    """Check the address of a database. A password in it could be seen in many places."""
    address = _parse_text(value, source)
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


def _parse_owner(value: Any, source: str) -> str:
    owner = str(value).strip()
    if not _OWNER.fullmatch(owner):
        raise InvalidInput(
            f"{source} is not a name of an owner.",
            "use 1 to 64 letters, digits, dots, hyphens, underscores or @",
        )
    return owner


def _parse_coach(value: Any, source: str) -> str:
    if value not in COACHES:
        raise InvalidInput(
            f"{source}: {value!r} is not a coach.", f"choose one of {', '.join(COACHES)}"
        )
    return str(value)


def _parse_paper(value: Any, source: str) -> Paper:
    for paper in PAPERS:
        if str(value).lower() == paper:
            return paper
    raise InvalidInput(
        f"{source}: {value!r} is not a paper size.", f"choose one of {', '.join(PAPERS)}"
    )


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
        least = "above 0" if above_zero else "from 0"
        raise InvalidInput(f"{source} is not a number of seconds {least} to 86400.")
    return seconds


def _parse_switch(value: Any, source: str) -> bool:
    known = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}
    if str(value).lower() not in known:
        raise InvalidInput(f"{source} is not true or false.", "write it as true or false")
    return known[str(value).lower()]


def _parse_text(value: Any, source: str) -> str | None:
    # A key read from a file often ends with a line feed.
    return str(value or "").strip() or None


def _parse_debug(value: Any, source: str) -> bool:
    return str(value) == "1"


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "home",
        "INTERVIEW_HOME",
        "Folder for sessions.",
        _parse_home,
        option="home",
        metavar="DIR",
        default_about="the user data folder of `interview-cli`",
    ),
    Setting(
        "store",
        "INTERVIEW_STORE",
        "Database for sessions, as postgresql://HOST/DATABASE, instead of the folder.",
        _parse_store,
        default_about="none: the folder",
    ),
    Setting(
        "owner",
        "INTERVIEW_OWNER",
        "Whose sessions of the database to use.",
        _parse_owner,
        "me",
    ),
    Setting(
        "coach",
        "INTERVIEW_COACH",
        f"Coach to use: {', '.join(COACHES)}.",
        _parse_coach,
        "auto",
        option="coach",
        metavar="COACH",
        default_about="`auto`: `openai` if a key or a base URL is set, else `offline`",
    ),
    Setting(
        "model",
        "INTERVIEW_MODEL",
        "Language model.",
        parse_model_name,
        DEFAULT_MODEL,
        option="model",
        metavar="NAME",
        option_about=f"Language model (default: {DEFAULT_MODEL}).",
    ),
    Setting(
        "api_key",
        "OPENAI_API_KEY",
        "Key of the language model.",
        _parse_text,
        read_file=read_key,
        is_stored=False,
        is_secret=True,
    ),
    Setting(
        "base_url",
        "OPENAI_BASE_URL",
        "Address of the language model.",
        _parse_text,
        default_about=f"`{DEFAULT_BASE_URL}`",
        is_stored=False,
    ),
    Setting(
        "llm_timeout",
        "INTERVIEW_LLM_TIMEOUT",
        "Seconds for one request to the model; a turn ends within twice this.",
        partial(_parse_seconds, above_zero=True),
        DEFAULT_TIMEOUT_S,
    ),
    Setting(
        "document_chars",
        "INTERVIEW_DOCUMENT_CHARS",
        "Most characters of CV and job description together that a model gets.",
        parse_document_budget,
        DEFAULT_DOCUMENT_CHARS,
    ),
    Setting(
        "model_options",
        "INTERVIEW_MODEL_OPTIONS",
        'Further fields of every request, as JSON or a TOML table: `{"temperature": 0.2}`.',
        parse_model_options,
        {},
        default_about="none",
    ),
    Setting(
        "stand_in",
        "INTERVIEW_NO_STAND_IN",
        "Whether the offline coach asks in place of a model whose question stays unusable.",
        _parse_switch,
        True,
        option="no-stand-in",
        option_about="Fail if the model gives no usable question.",
        commands=("ask", "answer", "practice"),
        turns_off=True,
    ),
    Setting(
        "ttl",
        "INTERVIEW_TTL",
        "Time after its last change that a session expires: 90m, 24h, 7d or never.",
        _validate_ttl,
        "24h",
        option="ttl",
        metavar="T",
        commands=("new", "gc"),
    ),
    Setting(
        "lock_timeout",
        "INTERVIEW_LOCK_TIMEOUT",
        "Seconds to wait for a busy session.",
        _parse_seconds,
        10,
    ),
    Setting(
        "session",
        "INTERVIEW_SESSION",
        "The session to use where none is named.",
        _parse_text,
        default_about="the latest",
        is_stored=False,
    ),
    Setting(
        "auto_gc",
        "INTERVIEW_AUTO_GC",
        "Whether `new` and `serve` delete expired sessions without an answer, once an hour.",
        _parse_switch,
        True,
    ),
    Setting(
        "token",
        "INTERVIEW_TOKEN",
        "Secret that every request to the web page needs.",
        _parse_text,
        is_stored=False,
        is_secret=True,
    ),
    Setting(
        "paper",
        "INTERVIEW_PAPER",
        "Paper size of a PDF: a4 or letter.",
        _parse_paper,
        "a4",
        option="paper",
        metavar="SIZE",
        commands=("export",),
    ),
    Setting(
        "pager",
        "NO_PAGER",
        "Whether long output on a terminal goes through a pager.",
        _parse_switch,
        True,
        option="no-pager",
        option_about="Print long output without a pager.",
        turns_off=True,
    ),
    Setting(
        "color",
        "NO_COLOR",
        "Whether output on a terminal has colour.",
        _parse_switch,
        True,
        option="no-color",
        option_about="Print without colour.",
        turns_off=True,
    ),
    Setting(
        "plain",
        "INTERVIEW_PLAIN",
        "Plain lines: no redrawing, spinner, pager or colour.",
        _parse_switch,
        False,
        option="plain",
    ),
    Setting(
        "calm",
        "INTERVIEW_CALM",
        "Hide scores on a terminal until you ask for them.",
        _parse_switch,
        False,
        option="calm",
    ),
    Setting(
        "debug",
        "INTERVIEW_DEBUG",
        "Print the traceback of a bug (`INTERVIEW_DEBUG=1`).",
        _parse_debug,
        False,
        is_stored=False,
    ),
)
"""Every setting. Options, `config`, the documentation and the tests are derived from this table."""

_BY_KEY = {setting.key: setting for setting in SETTINGS}


def find_setting(key: str, *, stored_only: bool = False) -> Setting:
    """Return the setting of a key. Raises InvalidInput, naming the most similar key.

    With `stored_only` the error names only settings that may stand in config.toml.
    """
    if key in _BY_KEY:
        return _BY_KEY[key]
    named = [setting.key for setting in SETTINGS if setting.is_stored or not stored_only]
    raise InvalidInput(f"{key!r} is not a setting.", _suggest_key(key, named))


def _suggest_key(typed: str, keys: list[str]) -> str:
    # Imported here: only a mistyped key needs it.
    from difflib import get_close_matches

    wanted = typed.casefold().replace("-", "_")
    names = {key: key for key in keys} | {_BY_KEY[key].variable.casefold(): key for key in keys}
    similar = get_close_matches(wanted, names, n=1)
    if similar:
        return f"did you mean {names[similar[0]]}?"
    return f"the settings are {', '.join(keys)}"


def resolve_settings(
    options: Mapping[str, object], environ: Mapping[str, str] = os.environ
) -> dict[str, SettingValue]:
    """Return the effective value of every setting, by key.

    `options` holds the values of the options that were given, by the option's name with
    underscores. Raises InvalidInput, naming the source, for a value that cannot be used.
    """
    config = _read_config()
    return {setting.key: _resolve(setting, options, environ, config) for setting in SETTINGS}


def _resolve(
    setting: Setting,
    options: Mapping[str, object],
    environ: Mapping[str, str],
    config: Mapping[str, Any],
) -> SettingValue:
    option = options.get(setting.option.replace("-", "_"))
    variable = environ.get(setting.variable)
    if option is not None:
        value = False if setting.turns_off else setting.parse(option, f"--{setting.option}")
        return SettingValue(setting, value, "option")
    if variable:
        value = False if setting.turns_off else setting.parse(variable, setting.variable)
        return SettingValue(setting, value, "environment")
    where = f"'{setting.key}' in {CONFIG_NAME}"
    if setting.key in config:
        return SettingValue(setting, setting.parse(config[setting.key], where), "config.toml")
    if setting.read_file and (stored := setting.read_file()) is not None:
        return SettingValue(setting, stored, "key file")
    return SettingValue(setting, setting.parse(setting.default, where), "default")


class Settings(NamedTuple):
    """The validated settings of one run."""

    home: Path
    store: str | None
    """The address of the database that keeps the sessions; None: the folder `home` does."""
    owner: str
    """Whose sessions of the database this run sees."""
    coach: str
    """One of COACHES."""
    ttl: str
    """Time to live of new sessions, such as `24h`, or `never`."""
    lock_timeout_s: float
    """How long a command waits for a session that another command is using."""
    session: str | None
    """The session that commands use if none is named."""
    auto_gc: bool
    """Whether commands delete expired sessions without an answer in passing."""
    token: str | None
    """What every request to the web page must know; None if it needs nothing."""
    paper: Paper
    uses_pager: bool
    uses_color: bool
    is_plain: bool
    """Whether to print plain lines only, as a screen reader needs them."""
    is_calm: bool
    """Whether scores are hidden on a terminal until the user asks for them."""
    has_stand_in: bool
    """Whether the offline coach may ask in place of a model whose question stays unusable."""
    model: ModelSettings
    has_model: bool
    """Whether a key or a base URL for a model is set."""

    @classmethod
    def load(
        cls,
        options: Mapping[str, object] | None = None,
        environ: Mapping[str, str] = os.environ,
    ) -> "Settings":
        """Resolve all settings, as `resolve_settings` does. Raises InvalidInput."""
        return cls.build(resolve_settings(options or {}, environ))

    @classmethod
    def build(cls, resolved: Mapping[str, SettingValue]) -> "Settings":
        """Build the settings from the value of each."""
        values = {key: setting.value for key, setting in resolved.items()}
        return cls(
            home=values["home"],
            store=values["store"],
            owner=values["owner"],
            coach=values["coach"],
            ttl=values["ttl"],
            lock_timeout_s=values["lock_timeout"],
            session=values["session"],
            auto_gc=values["auto_gc"],
            token=values["token"],
            paper=values["paper"],
            uses_pager=values["pager"] and not values["plain"],
            uses_color=values["color"] and not values["plain"],
            is_plain=values["plain"],
            is_calm=values["calm"],
            has_stand_in=values["stand_in"],
            model=ModelSettings(
                name=values["model"],
                base_url=values["base_url"] or DEFAULT_BASE_URL,
                api_key=values["api_key"],
                timeout_s=values["llm_timeout"],
                document_chars=values["document_chars"],
                options=values["model_options"],
            ),
            has_model=bool(values["api_key"] or values["base_url"]),
        )


def can_move_cursor(environ: Mapping[str, str] = os.environ) -> bool:
    """Return whether the terminal says that it can do more than print lines (`TERM`)."""
    return environ.get("TERM", "") not in ("", "dumb", "unknown")


def find_editor_command(environ: Mapping[str, str] = os.environ) -> str:
    """Return the command of the user's own editor (`VISUAL`, else `EDITOR`), or ""."""
    return environ.get("VISUAL") or environ.get("EDITOR") or ""


def find_certificate_file(environ: Mapping[str, str] = os.environ) -> str | None:
    """Return the file of trusted certificates that the user names (`SSL_CERT_FILE`), if any."""
    return environ.get("SSL_CERT_FILE") or None


def is_debugging(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether a bug may print its traceback. Raises nothing, whatever the settings hold."""
    return _parse_debug(environ.get(_BY_KEY["debug"].variable), "")


class Pager(NamedTuple):
    """A program that shows long output page by page."""

    words: list[str]
    """The command."""
    environment: dict[str, str]


def find_pager(environ: Mapping[str, str] = os.environ) -> Pager | None:
    """Return the pager of `$PAGER`, by default `less -FRX`; None for no pager or `cat`."""
    # Imported here: most commands page nothing.
    import shlex

    try:
        words = shlex.split(environ.get("PAGER", _DEFAULT_PAGER))
    except ValueError:  # an open quote
        return None
    if not words or words == ["cat"]:
        return None
    # What git sets: a pager that is called without options shows colour and ends on one page.
    return Pager(words, {"LESS": "FRX", "LV": "-c", "LESSCHARSET": "utf-8", **environ})


def is_dumb_terminal(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the terminal can do nothing but print lines."""
    return environ.get("TERM", "dumb") in ("", "dumb")


_DEFAULT_PAGER = "less -FRX"


def _read_config() -> dict[str, Any]:
    text = read_config_text()
    if not text:
        return {}
    # Imported here: most people have no config.toml.
    import tomllib

    try:
        config = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise explain_unreadable_config() from error
    stored = [setting.key for setting in SETTINGS if setting.is_stored]
    unknown = sorted(set(config) - set(stored))
    if unknown:
        path = find_config_path()
        raise InvalidInput(
            f"{path} has an unknown setting: {unknown[0]!r}.",
            _suggest_key(unknown[0], stored),
        )
    return config
