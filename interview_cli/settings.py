"""The values of the settings. Order: option, environment, config.toml, default."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

from interview_cli.errors import InvalidInput
from interview_cli.model_settings import DEFAULT_BASE_URL, ModelSettings
from interview_cli.setting_table import SETTINGS, Setting, find_setting, suggest_key
from interview_cli.setting_values import Paper, parse_debug
from interview_cli.user_files import (
    CONFIG_NAME,
    explain_unreadable_config,
    find_config_path,
    read_config_text,
)


class SettingValue(NamedTuple):
    """The effective value of a setting, and where it came from."""

    setting: Setting
    value: Any
    source: Literal["option", "environment", "config.toml", "key file", "default"]


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


def is_debugging(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether a bug may print its traceback. Raises nothing, whatever the settings hold."""
    return parse_debug(environ.get(find_setting("debug").variable), "")


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
            suggest_key(unknown[0], stored),
        )
    return config
