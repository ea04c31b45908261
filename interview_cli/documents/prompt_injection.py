"""Prompt injection: text in a document that is written for a language model.

It is found so that it can be reported. No part of the program obeys it.
"""

import re

from interview_cli.english.rules import load_rules
from interview_cli.english.words import split_sentences

_WRAPPED = re.compile(r"(?<=[a-z,])\n(?=[a-z0-9])")
"""The end of a line in the middle of a sentence, as in text from a PDF."""
_MAX_REPORTED = 3
_MAX_CHARS = 160


def find_injections(document: str) -> list[str]:
    """Return the first three injections as whole sentences, each cut to 160 characters."""
    unwrapped = split_sentences(_WRAPPED.sub(" ", document))
    injections = [sentence for sentence in unwrapped if _is_injection(sentence)]
    return [_shorten(injection) for injection in injections[:_MAX_REPORTED]]


def _is_injection(sentence: str) -> bool:
    rules = load_rules("interview_cli.documents", "prompt_injection.toml")
    return any(rules[group].pattern.search(sentence) for group in rules)


def _shorten(sentence: str) -> str:
    one_line = " ".join(sentence.split())
    if len(one_line) <= _MAX_CHARS:
        return one_line
    return f"{one_line[:_MAX_CHARS].rsplit(' ', 1)[0]} …"
