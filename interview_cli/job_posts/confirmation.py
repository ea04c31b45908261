"""Recognise messages of an employer that only confirm the post, or ask to see it."""

import re
from functools import cache

from interview_cli.english.rules import load_rules
from interview_cli.job_posts.word_lists import has_any_word, load_words

_FILE = "confirmation.toml"
_MAX_WORDS = 12


def is_confirmation(message: str) -> bool:
    """Return whether the whole message says yes; "the post should be ready by May" does not.

    Reads English, and the word for yes in some other languages.
    """
    if "?" in message or len(message.split()) > _MAX_WORDS:
        return False
    is_all_yes = _compile_message().fullmatch(message.strip())
    return bool(is_all_yes) and bool(_compile_yes().search(message))


def asks_for_preview(message: str) -> bool:
    """Return whether a message asks to see the post."""
    return has_any_word(message, load_words(_FILE, "preview_words"))


@cache
def _compile_message() -> re.Pattern[str]:
    parts = f"{_join_group('yes')}|{_join_group('filler')}"
    return re.compile(rf"\W*(?:(?:{parts})(?!\w)\W*)+", re.IGNORECASE)


@cache
def _compile_yes() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_join_group('yes')})(?!\w)", re.IGNORECASE)


def _join_group(name: str) -> str:
    """Return an expression for the words and the rules of a group."""
    words = map(re.escape, sorted(load_words(_FILE, f"{name}_words")))
    rules = load_rules("interview_cli.job_posts", _FILE)[name].pattern.pattern
    return "|".join([*words, rules])
