"""Change single settings in config.toml, where the rest stays, and the key in its own file."""

import json
from pathlib import Path
from typing import Any

from interview_cli.errors import InvalidInput
from interview_cli.next_step import Action, NextStep
from interview_cli.setting_table import Setting, find_setting
from interview_cli.store import disk
from interview_cli.user_files import (
    check_key,
    explain_unreadable_config,
    find_config_path,
    find_key_path,
    read_config_text,
)


def write_setting(setting: Setting, text: str) -> None:
    """Store the value that the user typed. Raises InvalidInput or StorageFailed; both change
    nothing."""
    _require_stored(setting)
    value = _convert_to_toml(setting.parse(text, setting.key), text)
    config = _parse_config()
    config[setting.key] = value
    _replace_config(config)


def remove_setting(key: str) -> bool:
    """Remove a key from config.toml, also an unknown one; return whether it was there.

    Raises InvalidInput for a key that is neither a setting nor in the file, and StorageFailed.
    """
    if key == "api_key":
        return _remove_key()
    config = _parse_config()
    if key not in config:
        _require_stored(find_setting(key, stored_only=True))
        return False
    del config[key]
    _replace_config(config)
    return True


def write_key(text: str) -> Path:
    """Store the key of the language model with mode 0600, and return where.

    Raises InvalidInput for a text that is not a key, and StorageFailed; both change nothing.
    """
    key = check_key(text, "the input")
    return _replace(find_key_path(), f"{key}\n")


def _remove_key() -> bool:
    path = find_key_path()
    with disk.os_errors_as_storage_failed(path):
        was_there = path.exists()
        path.unlink(missing_ok=True)
    return was_there


def _require_stored(setting: Setting) -> None:
    if setting.key == "api_key":
        raise InvalidInput("a key never stands on a command line.", NextStep(Action.SET_KEY))
    if not setting.is_stored:
        raise InvalidInput(
            f"{setting.key!r} is never read from {find_config_path().name}.",
            f"set the environment variable {setting.variable}",
        )


def _parse_config() -> Any:
    # Imported here: only a change of the settings needs it.
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        return tomlkit.parse(read_config_text())
    except (TOMLKitError, ValueError, RecursionError) as error:
        raise explain_unreadable_config() from error


def _replace_config(config: Any) -> None:
    import tomlkit

    _replace(find_config_path(), tomlkit.dumps(config))


def _replace(path: Path, text: str) -> Path:
    with disk.os_errors_as_storage_failed(path):
        disk.create_folder(path.parent)
        # The file may be a link into a folder of dotfiles: replace what it points to.
        target = path.resolve()
    disk.replace_file(target, text.encode("utf-8"))
    return path


def _convert_to_toml(value: Any, typed: str) -> Any:
    if isinstance(value, Path):
        # A relative folder would be another one for each working folder.
        return typed if typed.startswith("~") else str(value.absolute())
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return _build_table(value)
    return value


def _build_table(value: dict[str, Any]) -> Any:
    import tomlkit

    if _holds_null(value):
        raise InvalidInput(f"TOML cannot hold null: {json.dumps(value)}.", "leave that field out")
    table = tomlkit.inline_table()
    table.update(value)
    return table


def _holds_null(value: Any) -> bool:
    """Return whether a value is null, or holds it at any depth."""
    if isinstance(value, dict | list):
        return any(map(_holds_null, value.values() if isinstance(value, dict) else value))
    return value is None
