"""Write a job title as titles are written: with capitals, and tools and short forms as they are."""

import re

from interview_cli.job_posts.skills import find_skills
from interview_cli.job_posts.word_lists import load_words

_FILE = "titles.toml"
_MAX_ENDING_CHARS = 3
_MAX_ACRONYM_CHARS = 4
_VOWEL = re.compile(r"[AEIOUYÀ-ÞĀ-Ž]")


def format_title(text: str) -> str:
    """Return words as a title is written; the names of tools keep their own spelling."""
    skills = {written.lower(): skill for skill, written in find_skills(text)}
    is_shouted = text.isupper() and len(text) > _MAX_ACRONYM_CHARS
    upper = load_words(_FILE, "capitals")
    parts = []
    for position, word in enumerate(text.split()):
        lowered = word.lower()
        is_lower_case = position > 0 and lowered in load_words(_FILE, "lower_case")
        if lowered in skills:
            parts.append(skills[lowered])
        elif lowered in upper:
            parts.append(word.upper())
        elif is_shouted and is_lower_case:
            parts.append(lowered)
        elif is_shouted and not is_acronym(word):
            parts.append(_capitalise(lowered))
        elif is_lower_case or any(char.isupper() for char in word):
            parts.append(word)
        else:
            parts.append(_capitalise(word))
    return " ".join(parts)


def is_acronym(word: str) -> bool:
    """Return whether a short word in capitals has no vowel, so that it is spelt out: "RGN"."""
    return len(word) <= _MAX_ACRONYM_CHARS and word.isupper() and not _VOWEL.search(word)


def _capitalise(word: str) -> str:
    """Return a word with a capital, and after each "/", unless an ending follows it."""
    parts = (
        part if count and len(part) <= _MAX_ENDING_CHARS else part[:1].upper() + part[1:]
        for count, part in enumerate(word.split("/"))
    )
    return "/".join(parts)
