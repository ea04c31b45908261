"""Check that a message states what a coach read in it, because coaches may be wrong."""

import re
from collections.abc import Callable
from functools import lru_cache

from interview_cli.english.rules import load_rules
from interview_cli.english.words import stem_word, tokenize
from interview_cli.job_posts.pay_numbers import find_amounts
from interview_cli.job_posts.spelling import mend_spelling
from interview_cli.job_posts.terms import find_employment, find_level, find_work_type
from interview_cli.job_posts.word_lists import load_words
from interview_cli.vocabulary import PostField

TERMS: dict[PostField, Callable[[str], tuple[str, str] | None]] = {
    "experience_level": find_level,
    "employment_type": find_employment,
    "work_type": find_work_type,
}
"""The fields whose values are fixed terms, and what finds the term in a text."""


def is_quoted(words: str, message: str) -> bool:
    """Return whether a message contains these words in a row; white space and case may differ."""
    quote, text = _flatten(words), _flatten(message)
    return bool(quote) and bool(re.search(rf"(?<!\w){re.escape(quote)}(?!\w)", text))


def is_grounded(value: str, message: str) -> bool:
    """Return whether a message contains every word of a value.

    A word may have another inflection, and other punctuation (Node.js, nodejs).
    """
    spoken, run_on = _collect_words(message)
    small_words = load_words("grounding.toml", "small_words")
    return all(
        stem_word(word) in spoken
        or _strip_signs(word) in spoken
        or (len(_strip_signs(word)) >= 3 and _strip_signs(word) in run_on)
        for word in tokenize(value)
        if word.casefold() not in small_words
    )


def claims_completion(sentence: str) -> bool:
    """Return whether a coach's sentence claims something that only the program can know."""
    claim = load_rules("interview_cli.job_posts", "grounding.toml")["claim"]
    return bool(claim.pattern.search(sentence))


def parse_term(field: PostField, words: str) -> str:
    """Return the term of a field of TERMS that the words name, or an empty string."""
    found = TERMS[field](mend_spelling(words))
    return found[0] if found else ""


def states_number(number: str, words: str) -> bool:
    """Return whether words hold a number, in figures or in words."""
    return number in words or number in map(str, find_amounts(words))


@lru_cache(maxsize=8)  # the entries of a long list are all checked against one message
def _collect_words(message: str) -> tuple[frozenset[str], str]:
    """Return the words of a message, inflected or not, and all its letters in one run."""
    spoken = [*tokenize(message), *tokenize(mend_spelling(message))]
    return frozenset(map(stem_word, spoken)) | frozenset(map(_strip_signs, spoken)), _strip_signs(
        message
    )


@lru_cache(maxsize=8)
def _flatten(text: str) -> str:
    return " ".join(text.split()).casefold()


def _strip_signs(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum() or char in "+#")
