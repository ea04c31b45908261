"""Read a case that is told in the present tense as if it were told in the past."""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from interview_cli.english.rules import Rules, load_toml
from interview_cli.english.verbs import is_past, load_verbs
from interview_cli.english.words import word_list

_FILE = ("interview_cli.answers", "tense.toml")
_RULES = Rules(*_FILE)
_MIN_CLAUSES = 2
_MAX_USUAL = 0.5
"""The share of the sentences told in the present that may tell what is usual."""


def is_told_in_present(sentences: Sequence[str]) -> bool:
    """Return whether a story is told in the present: "I measure, she is right, I take it out"."""
    present = clauses = past = usual = 0
    for sentence in sentences:
        if count := _count_told(sentence, _is_present):
            present += 1
            clauses += count
            usual += _RULES.is_found("usual", sentence)
        else:
            past += _count_told(sentence, _is_past) > 0
    return clauses >= _MIN_CLAUSES and past <= present and usual <= _MAX_USUAL * present


def tell_in_past(sentence: str) -> str:
    """Return a sentence with its verbs in the past, where a subject shows that they are verbs."""
    told = _RULES.pattern("clause").sub(_replace_verb, sentence)
    told = _RULES.pattern("noun_clause").sub(_replace_after_noun, told)
    return _RULES.pattern("joined").sub(_replace_verb, told) if told != sentence else sentence


def _count_told(sentence: str, is_form: Callable[[str], bool]) -> int:
    return sum(is_form(_get_verb(clause)) for clause in _RULES.pattern("clause").finditer(sentence))


def _is_present(verb: str) -> bool:
    return find_past(verb) is not None and verb not in _load_states()


def _is_past(verb: str) -> bool:
    return verb in _load_auxiliaries().values() or is_past(verb)


@cache
def _load_states() -> frozenset[str]:
    return frozenset(load_toml(*_FILE)["words"]["states"].split())


def _get_verb(clause: re.Match[str]) -> str:
    """Return the word that the one group of the entry that matched captured."""
    return clause[clause.lastindex or 0]


def _replace_verb(clause: re.Match[str]) -> str:
    verb = _get_verb(clause)
    past = find_past(verb)
    return clause[0] if past is None else clause[0].removesuffix(verb) + past


def _replace_after_noun(clause: re.Match[str]) -> str:
    subject = clause[0].split()[0]
    if _RULES.pattern("not_subject").fullmatch(subject) or subject in word_list("stop"):
        return clause[0]
    return _replace_verb(clause)


@lru_cache(maxsize=10_000)
def find_past(word: str) -> str | None:
    """Return the past of a verb in the plain or third form; None of a word that is hardly one.

    Of regular verbs only those that tell what people do are known: many others are also nouns.
    """
    if auxiliary := _load_auxiliaries().get(word):
        return auxiliary
    verb = load_verbs().get(word)
    if verb is None or (verb.form not in ("plain", "third") and word != verb.plain):
        return None
    return verb.past if verb.is_irregular or verb.plain in word_list("act") else None


@cache
def _load_auxiliaries() -> dict[str, str]:
    return dict(load_toml(*_FILE)["auxiliaries"])
