"""Set an ad that is written in capitals in small letters, so that it is read like any other."""

import re
from functools import cache

from interview_cli.english.rules import load_toml
from interview_cli.english.words import word_list
from interview_cli.requirements.verb_forms import find_form

_FILE = ("interview_cli.requirements", "ad_capitals.toml")
_LEAST_CAPITALS = 0.85
_MIN_LETTERS = 40
_MAX_SHORT_CHARS = 3
_MAX_CONSONANTS = 6
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_VOWEL = re.compile(r"[AEIOUY]")
_SENTENCE_START = re.compile(r"(?:^(?:\d+[.)]\s)?[\W_]*|[.!?:]\s+)[a-z]", re.MULTILINE)


def calm_capitals(ad: str) -> str:
    """Return an ad in small letters if nearly all of it is in capitals.

    Sentences begin with a capital. Abbreviations stay, and so do short words that may be one.
    """
    letters = [char for char in ad if char.isalpha()]
    count = len(letters)
    if count < _MIN_LETTERS or sum(map(str.isupper, letters)) < _LEAST_CAPITALS * count:
        return ad
    calmed = _WORD.sub(lambda word: calm_word(word[0]), ad)
    return _SENTENCE_START.sub(lambda start: start[0][:-1] + start[0][-1].upper(), calmed)


def calm_word(word: str) -> str:
    """Return a word in capitals in small letters, but for names and what may be letters."""
    return word if _is_abbreviation(word) else _load_names().get(word.lower(), word.lower())


def _is_abbreviation(word: str) -> bool:
    lowered = word.lower()
    if lowered in _load_words("abbreviations") or any(char.isdigit() for char in word):
        return not word[0].isdigit()
    if len(word) <= _MAX_SHORT_CHARS:
        is_known = lowered in word_list("stop") | _load_words("short_words")
        return not (is_known or find_form(word) is not None)
    return len(word) <= _MAX_CONSONANTS and _VOWEL.search(word) is None


@cache
def _load_names() -> dict[str, str]:
    known = load_toml("interview_cli.requirements", "phrasing.toml")
    names = f"{known['languages']} {known['spellings']} {load_toml(*_FILE)['names']}"
    return {name.lower(): name for name in names.split()}


@cache
def _load_words(name: str) -> frozenset[str]:
    return frozenset(load_toml(*_FILE)[name].split())
