"""Whether a change to a job post was said: by the words that it quotes, whoever proposes it."""

import re
from dataclasses import replace
from functools import lru_cache

from interview_cli.english.words import stem, tokens
from interview_cli.job_posts.pay import Pay, pay_said
from interview_cli.job_posts.terms import employment_said, level_said, work_type_said

TERMS = {
    "experience_level": level_said,
    "employment_type": employment_said,
    "work_type": work_type_said,
}
_SMALL_WORDS = frozenset(
    ["a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with", "nice", "have"]
)


def stands_in(words: str, message: str) -> bool:
    """Whether the words stand in the message, white space and capitals aside, as whole words."""
    said, text = _flat(words), _flat(message)
    return bool(said) and bool(re.search(rf"(?<!\w){re.escape(said)}(?!\w)", text))


def is_grounded(value: str, message: str) -> bool:
    """Whether every word of a value is one of the message's: inflected, perhaps, or spelled with
    other signs (Node.js, nodejs), but none that was not said."""
    spoken, run_on = _spoken(message)
    return all(
        stem(word) in spoken
        or _plain(word) in spoken
        or (len(_plain(word)) >= 3 and _plain(word) in run_on)
        for word in tokens(value)
        if word.casefold() not in _SMALL_WORDS
    )


def term_of(field: str, words: str) -> str:
    """The term of a level, an employment or a place of work that the words say; "" for none."""
    found = TERMS[field](words)
    return found[0] if found else ""


def pay_of_words(words: str) -> Pay | None:
    """The pay that words say which are meant to say one."""
    pay = pay_said(words, asked=True)
    return replace(pay, words=words) if pay else None


@lru_cache(maxsize=8)  # a long list has many entries, each held against one message
def _spoken(message: str) -> tuple[frozenset[str], str]:
    heard = tokens(message)
    return frozenset(map(stem, heard)) | frozenset(map(_plain, heard)), _plain(message)


@lru_cache(maxsize=8)
def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()


def _plain(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum() or char in "+#")
