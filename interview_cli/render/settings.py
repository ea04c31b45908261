"""Settings → what `config` prints. Secrets are masked."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from interview_cli.render.table import align_columns
from interview_cli.settings import SettingValue

_SHOWN_CHARS = 4
"""Of a secret, the last characters that tell one from another."""
_SECRET_FIELDS = ("header", "auth", "key", "secret", "password", "cookie")
"""Words in the names of those model options whose values are masked."""
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
    return "\n".join(align_columns([("KEY", "VALUE", "FROM"), *_list_rows(values)]))


def format_plain_settings(values: Sequence[SettingValue]) -> str:
    """Return the same without a heading, separated by tabs."""
    rows = (map(_join_words, row) for row in _list_rows(values))
    return "\n".join("\t".join(row) for row in rows)


def _list_rows(values: Sequence[SettingValue]) -> list[tuple[str, str, str]]:
    return [
        (
            resolved.setting.key,
            spell_value(resolved) or _spell_missing(resolved),
            _spell_source(resolved),
        )
        for resolved in values
    ]


def _join_words(text: str) -> str:
    return " ".join(text.split())


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
        return _mask_address(value)
    if resolved.setting.key == "model_options":
        return _mask_fields(value)
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


def _mask_address(address: str) -> str:
    """Mask the user, the query and the fragment: each may hold a secret."""
    try:
        parts = urlsplit(address if "://" in address else f"//{address}")
    except ValueError:
        return "…"
    user, at, host = parts.netloc.rpartition("@")
    masked = parts._replace(
        netloc=f"…@{host}" if at and user else parts.netloc,
        query=parts.query and "…",
        fragment=parts.fragment and "…",
    ).geturl()
    return masked if "://" in address else masked.removeprefix("//")


def _is_secret(name: str) -> bool:
    return any(word in name.lower() for word in _SECRET_FIELDS)


def _mask_fields(value: Any, *, is_secret: bool = False) -> Any:
    """Mask the values of fields that may hold a secret, at any depth."""
    if isinstance(value, Mapping):
        return {
            name: _mask_fields(held, is_secret=is_secret or _is_secret(str(name)))
            for name, held in value.items()
        }
    if isinstance(value, list | tuple):
        return [_mask_fields(held, is_secret=is_secret) for held in value]
    return _mask_secret(value) if is_secret and isinstance(value, str) else value
