"""The rules and word lists that fit lines of CVs into questions."""

import re
from collections.abc import Mapping
from functools import cache

from interview_cli.english.rules import load_rules, load_toml

_FILE = ("interview_cli.coach.offline", "cv_phrasing.toml")


@cache
def load_pattern(group: str) -> re.Pattern[str]:
    """Return what the rules of a group of `cv_phrasing.toml` match. Raises KeyError."""
    return load_rules(*_FILE)[group].pattern


@cache
def load_words(name: str) -> frozenset[str]:
    """Return a word list of `cv_phrasing.toml`. Raises KeyError."""
    return frozenset(load_toml(*_FILE)["words"][name].split())


@cache
def load_short_forms() -> Mapping[str, str]:
    """Return what is said for short forms."""
    spoken: dict[str, str] = load_toml(*_FILE)["spoken"]
    return spoken
