"""Say the titles of jobs in a sentence: names and abbreviations keep their capitals."""

from functools import cache

from interview_cli.english.rules import load_toml
from interview_cli.trades.short_titles import is_short_title

_SHORT_CHARS = 3
"""A word of so many letters before a title in letters is in letters as well."""
_MAX_SHORT_CHARS = 5
"""A longer word in capitals is no abbreviation."""


def say_title(text: str) -> str:
    """Return a title as it is said in a sentence: "HEAD CHEF" → "head chef"."""
    *others, last = text.split() or [""]
    # "SEN TA" is not shouted.
    is_short = is_short_title(last) and all(len(word) <= _SHORT_CHARS for word in others)
    is_shouted = text.isupper() and not is_short
    return say_words(text, is_shouted=is_shouted).replace(" & ", " and ")


def say_words(text: str, *, is_shouted: bool) -> str:
    """Return words in lower case except names and, unless all are shouted, abbreviations."""
    return " ".join(_say_word(word, is_shouted=is_shouted) for word in text.split())


def _say_word(word: str, *, is_shouted: bool) -> str:
    if word.lower() in _load_names():
        return _load_names()[word.lower()]
    if word.isupper() and is_short_title(word):  # "QS", "SENIOR TA"
        return word
    is_name = any(char.isupper() for char in word[1:])
    is_shouted = is_shouted or (word.isupper() and len(word) > _MAX_SHORT_CHARS)
    return word if is_name and not is_shouted else word.lower()


@cache
def _load_names() -> dict[str, str]:
    """Return the names that stand in titles, by their small letters."""
    names = load_toml("interview_cli.requirements", "cv_roles.toml")["words"]["names"].split()
    return {name.lower(): name for name in names}
