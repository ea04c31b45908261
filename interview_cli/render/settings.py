"""Settings → what `config` prints. Secrets are masked."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from interview_cli.render.table import align_columns
from interview_cli.settings import SettingValue

_SHOWN_CHARS = 4
"""Of a secret, the last characters that tell one from another."""
_MIN_SECRET_CHARS = 20
"""A shorter secret is not shown at all."""


def build_settings_payload(values: Sequence[SettingValue]) -> list[dict[str, Any]]:
    """Return what scripts get of each setting."""
    return [
        {
            "key": resolved.setting.key,
            "value": convert_value(resolved),
            "source": resolved.source,
            "environment": resolved.setting.variable,
            "option": resolved.setting.option or None,
            "in_config": resolved.setting.is_stored,
            "about": resolved.setting.about,
        }
        for resolved in values
    ]


def format_settings(values: Sequence[SettingValue]) -> str:
    """Return a line for each setting: its key, its value and where the value came from."""
    rows = [("KEY", "VALUE", "FROM")]
    rows += [
        (
            resolved.setting.key,
            spell_value(resolved) or _spell_missing(resolved),
            _spell_source(resolved),
        )
        for resolved in values
    ]
    return "\n".join(align_columns(rows))


def spell_value(resolved: SettingValue) -> str:
    """Return the value as it is typed; empty if there is none."""
    value = convert_value(resolved)
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def convert_value(resolved: SettingValue) -> Any:
    """Return the value for JSON: secrets masked, whole seconds without a fraction."""
    value = resolved.value
    if isinstance(value, str) and resolved.setting.is_secret:
        return _mask_secret(value)
    if isinstance(value, str) and resolved.setting.key == "base_url":
        return _mask_password(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return str(value) if isinstance(value, Path) else value


def _spell_missing(resolved: SettingValue) -> str:
    return resolved.setting.default_about.replace("`", "") or "(not set)"


def _spell_source(resolved: SettingValue) -> str:
    if resolved.source == "environment":
        return resolved.setting.variable
    return resolved.source


def _mask_secret(secret: str) -> str:
    return f"…{secret[-_SHOWN_CHARS:]}" if len(secret) >= _MIN_SECRET_CHARS else "…"


def _mask_password(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return "…"
    user, at, host = parts.netloc.rpartition("@")
    return parts._replace(netloc=f"…@{host}").geturl() if at and user else address
