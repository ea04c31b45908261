"""Prompt injection: text in a document that is written for a language model.

It is found so that it can be reported, and left out where answers are rated. No part of the
program obeys it.
"""

import re
from functools import lru_cache

from interview_cli.english.rules import load_rules
from interview_cli.english.words import split_sentences

_WRAPPED = re.compile(r"(?<=[a-z,])\n[ \t>]*(?=[a-z0-9])")
"""The end of a line in the middle of a sentence, as in text from a PDF."""
_MAX_REPORTED = 3
_MAX_CHARS = 160


def find_injections(document: str) -> list[str]:
    """Return the first three injections as whole sentences, each cut to 160 characters."""
    return [_shorten(injection) for injection in _list_injections(document)[:_MAX_REPORTED]]


# Each answer of an interview is rated beside the same two documents.
@lru_cache(maxsize=4)
def cut_injections(document: str) -> str:
    """Return a document without the sentences that are injections; its other lines stay as they
    are."""
    for sentence in _list_injections(document):
        words = r"[\s>]+".join(map(re.escape, sentence.split()))
        document = re.sub(words, "", document)
    return document


def _list_injections(document: str) -> list[str]:
    unwrapped = split_sentences(_WRAPPED.sub(" ", document))
    return [sentence for sentence in unwrapped if _is_injection(sentence)]


def _is_injection(sentence: str) -> bool:
    rules = load_rules("interview_cli.documents", "prompt_injection.toml")
    return any(rules[group].pattern.search(sentence) for group in rules)


def _shorten(sentence: str) -> str:
    one_line = " ".join(sentence.split())
    if len(one_line) <= _MAX_CHARS:
        return one_line
    return f"{one_line[:_MAX_CHARS].rsplit(' ', 1)[0]} …"
