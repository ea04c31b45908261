"""The rule files of this package, by their names without ".toml"."""

import re

from interview_cli.english.rules import RuleGroup, load_rules

PACKAGE = "interview_cli.coach.llm"


def find_group(file: str, name: str) -> RuleGroup:
    """Return a group of rules. Raises KeyError."""
    return load_rules(PACKAGE, f"{file}.toml")[name]


def find_pattern(file: str, name: str) -> re.Pattern[str]:
    """Return what matches any rule of a group. Raises KeyError."""
    return find_group(file, name).pattern


def has_match(file: str, name: str, text: str) -> bool:
    """Return whether a rule of a group matches in a text. Raises KeyError."""
    return find_pattern(file, name).search(text) is not None
