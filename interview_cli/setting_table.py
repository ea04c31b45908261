"""The table of all settings: where each value may come from, and how it is checked."""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from interview_cli.errors import InvalidInput
from interview_cli.model_settings import (
    DEFAULT_BASE_URL,
    DEFAULT_DOCUMENT_CHARS,
    DEFAULT_MODEL,
    DEFAULT_TIMEOUT_S,
    parse_document_budget,
    parse_model_name,
    parse_model_options,
)
from interview_cli.setting_values import (
    COACHES,
    parse_coach,
    parse_debug,
    parse_home,
    parse_owner,
    parse_paper,
    parse_seconds,
    parse_store,
    parse_switch,
    parse_text,
    validate_ttl,
)
from interview_cli.user_files import read_key


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


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "home",
        "INTERVIEW_HOME",
        "Folder for sessions.",
        parse_home,
        option="home",
        metavar="DIR",
        default_about="the user data folder of `interview-cli`",
    ),
    Setting(
        "store",
        "INTERVIEW_STORE",
        "Database for sessions, as postgresql://HOST/DATABASE, instead of the folder.",
        parse_store,
        default_about="none: the folder",
    ),
    Setting(
        "owner",
        "INTERVIEW_OWNER",
        "Whose sessions of the database to use.",
        parse_owner,
        "me",
    ),
    Setting(
        "coach",
        "INTERVIEW_COACH",
        f"Coach to use: {', '.join(COACHES)}.",
        parse_coach,
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
        parse_text,
        read_file=read_key,
        is_stored=False,
        is_secret=True,
    ),
    Setting(
        "base_url",
        "OPENAI_BASE_URL",
        "Address of the language model.",
        parse_text,
        default_about=f"`{DEFAULT_BASE_URL}`",
        is_stored=False,
    ),
    Setting(
        "llm_timeout",
        "INTERVIEW_LLM_TIMEOUT",
        "Seconds for one request to the model; a turn ends within twice this.",
        partial(parse_seconds, above_zero=True),
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
        parse_switch,
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
        validate_ttl,
        "24h",
        option="ttl",
        metavar="T",
        commands=("new", "gc"),
    ),
    Setting(
        "lock_timeout",
        "INTERVIEW_LOCK_TIMEOUT",
        "Seconds to wait for a busy session.",
        parse_seconds,
        10,
    ),
    Setting(
        "session",
        "INTERVIEW_SESSION",
        "The session to use where none is named.",
        parse_text,
        default_about="the latest",
        is_stored=False,
    ),
    Setting(
        "auto_gc",
        "INTERVIEW_AUTO_GC",
        "Whether `new` and `serve` delete expired sessions without an answer, once an hour.",
        parse_switch,
        True,
    ),
    Setting(
        "token",
        "INTERVIEW_TOKEN",
        "Secret that every request to the web page needs.",
        parse_text,
        is_stored=False,
        is_secret=True,
    ),
    Setting(
        "paper",
        "INTERVIEW_PAPER",
        "Paper size of a PDF: a4 or letter.",
        parse_paper,
        "a4",
        option="paper",
        metavar="SIZE",
        commands=("export",),
    ),
    Setting(
        "pager",
        "NO_PAGER",
        "Whether long output on a terminal goes through a pager.",
        parse_switch,
        True,
        option="no-pager",
        option_about="Print long output without a pager.",
        turns_off=True,
    ),
    Setting(
        "color",
        "NO_COLOR",
        "Whether output on a terminal has colour.",
        parse_switch,
        True,
        option="no-color",
        option_about="Print without colour.",
        turns_off=True,
    ),
    Setting(
        "plain",
        "INTERVIEW_PLAIN",
        "Plain lines: no redrawing, spinner, pager or colour.",
        parse_switch,
        False,
        option="plain",
    ),
    Setting(
        "calm",
        "INTERVIEW_CALM",
        "Hide scores on a terminal until you ask for them.",
        parse_switch,
        False,
        option="calm",
    ),
    Setting(
        "debug",
        "INTERVIEW_DEBUG",
        "Print the traceback of a bug (`INTERVIEW_DEBUG=1`).",
        parse_debug,
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
    raise InvalidInput(f"{key!r} is not a setting.", suggest_key(key, named))


def suggest_key(typed: str, keys: list[str]) -> str:
    # Imported here: only a mistyped key needs it.
    from difflib import get_close_matches

    wanted = typed.casefold().replace("-", "_")
    names = {key: key for key in keys} | {_BY_KEY[key].variable.casefold(): key for key in keys}
    similar = get_close_matches(wanted, names, n=1)
    if similar:
        return f"did you mean {names[similar[0]]}?"
    return f"the settings are {', '.join(keys)}"
