"""Recognise the questions that interviews in any trade ask, in any wording."""

from functools import cache

from interview_cli.english.rules import load_rules

_DEED = "deed"


@cache
def find_common_questions(text: str) -> frozenset[str]:
    """Return which of the questions of `common_questions.toml` a text asks, by name."""
    plain = text.replace("’", "'")
    rules = load_rules("interview_cli.requirements", "common_questions.toml")
    if rules[_DEED].pattern.search(plain):
        return frozenset()
    return frozenset(name for name in rules if rules[name].pattern.search(plain))
