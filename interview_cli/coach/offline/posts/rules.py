"""Load the rules, word lists and headings for reading an employer's message."""

import re
from functools import cache

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.job_posts.word_lists import load_phrases, load_words, split_phrases

_HERE = "interview_cli.coach.offline.posts"


def load_pattern(name: str) -> re.Pattern[str]:
    """Return what a group of `messages.toml` matches. Raises KeyError."""
    return load_rules(_HERE, "messages.toml")[name].pattern


def load_post_words(name: str) -> frozenset[str]:
    """Return a list of single words of `words.toml`. Raises KeyError."""
    return load_words("words.toml", name, _HERE)


def load_post_phrases(name: str) -> tuple[str, ...]:
    """Return a list of `words.toml` whose entries may have several words. Raises KeyError."""
    return load_phrases("words.toml", name, _HERE)


@cache
def load_headings() -> dict[str, str]:
    """Return the headings and labels, in lower case, each with the field that it is about."""
    headings = load_toml(_HERE, "headings.toml")["headings"]
    return {label: field for field, labels in headings.items() for label in split_phrases(labels)}
