"""The files of the user's settings: config.toml, and the key of the language model."""

import os
import re
from collections.abc import Callable
from pathlib import Path

from interview_cli.errors import InvalidInput

APP_NAME = "interview-cli"
CONFIG_NAME = "config.toml"
_KEY_NAME = "openai_api_key"
_MAX_CONFIG_BYTES = 100_000


def find_config_folder() -> Path:
    """Return the folder of the user's settings, whether or not it exists.

    Raises InvalidInput for a user without a home folder.
    """
    # Imported here: tests and `--version` need not pay its 50 ms.
    from platformdirs import user_config_path

    try:
        return user_config_path(APP_NAME)
    except RuntimeError as error:
        raise InvalidInput(
            "this user has no home folder for settings.", "set HOME or XDG_CONFIG_HOME"
        ) from error


def find_config_path() -> Path:
    """Return where config.toml stands, whether or not it exists."""
    return find_config_folder() / CONFIG_NAME


def find_key_path() -> Path:
    """Return where the stored key of the language model stands, whether or not it exists."""
    return find_config_folder() / _KEY_NAME


def read_config_text() -> str:
    """Return the text of config.toml, empty if there is none. Raises InvalidInput."""
    path = _find_if_any(find_config_path)
    try:
        return _read_text(path) if path else ""
    except (OSError, ValueError) as error:
        raise explain_unreadable_config() from error


def explain_unreadable_config() -> InvalidInput:
    """Return the error for a config.toml that is not TOML."""
    path = find_config_path()
    return InvalidInput(f"{path} cannot be read as TOML.", f"repair or remove {path}")


def read_key() -> str | None:
    """Return the stored key, or None. Raises InvalidInput for a file that holds no key."""
    path = _find_if_any(find_key_path)
    if path is None:
        return None
    try:
        text = _read_text(path).strip()
        return check_key(text, str(path)) if text else None
    except (OSError, ValueError) as error:
        raise InvalidInput(f"{path} cannot be read.", f"repair or remove {path}") from error


def check_key(text: str, source: str) -> str:
    """Return a key without the space around it. Raises InvalidInput, without quoting it."""
    key = text.strip()
    if not re.fullmatch(r"[!-~]{1,10000}", key):
        raise InvalidInput(f"{source} is not a key: a key is one word of ASCII characters.")
    return key


def _find_if_any(find_path: Callable[[], Path]) -> Path | None:
    """Return where a file stands; None for a user without a home folder, who has no settings."""
    try:
        return find_path()
    except InvalidInput:
        return None


def _read_text(path: Path) -> str:
    """Return the text of a file, empty if there is none. Raises OSError, and ValueError."""
    try:
        # O_NONBLOCK: opening a FIFO must not wait for a writer.
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            return file.read(_MAX_CONFIG_BYTES).decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return ""
