"""Read a case that is told in the present tense as if it were told in the past."""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.words import word_list

_FILE = ("interview_cli.answers", "tense.toml")
_MIN_CLAUSES = 2
_MAX_USUAL = 0.5
"""The share of the sentences told in the present that may tell what is usual."""
_HISSES = ("ss", "sh", "ch", "x", "z", "o")


def is_told_in_present(sentences: Sequence[str]) -> bool:
    """Return whether a story is told in the present: "I measure, she is right, I take it out"."""
    present = past = usual = 0
    for sentence in sentences:
        if _is_told(sentence, _is_present):
            present += 1
            usual += _find_rule("usual").search(sentence) is not None
        else:
            past += _is_told(sentence, _is_past)
    return present >= _MIN_CLAUSES and past <= present and usual <= _MAX_USUAL * present


def tell_in_past(sentence: str) -> str:
    """Return a sentence with its verbs in the past, where a subject shows that they are verbs."""
    told = _find_rule("clause").sub(_replace_verb, sentence)
    told = _find_rule("noun_clause").sub(_replace_after_noun, told)
    return _find_rule("joined").sub(_replace_verb, told) if told != sentence else sentence


def _is_told(sentence: str, is_form: Callable[[str], bool]) -> bool:
    return any(is_form(_get_verb(clause)) for clause in _find_rule("clause").finditer(sentence))


def _is_present(verb: str) -> bool:
    return _find_past(verb) is not None and verb not in _load_states()


def _is_past(verb: str) -> bool:
    return verb in _load_irregular_pasts() or verb.endswith("ed")


@cache
def _load_states() -> frozenset[str]:
    return frozenset(load_toml(*_FILE)["words"]["states"].split())


@cache
def _load_irregular_pasts() -> frozenset[str]:
    return frozenset(load_toml(*_FILE)["irregular"].values())


def _get_verb(clause: re.Match[str]) -> str:
    """Return the word that the one group of the entry that matched captured."""
    return clause[clause.lastindex or 0]


def _replace_verb(clause: re.Match[str]) -> str:
    verb = _get_verb(clause)
    past = _find_past(verb)
    return clause[0] if past is None else clause[0].removesuffix(verb) + past


def _replace_after_noun(clause: re.Match[str]) -> str:
    subject = clause[0].split()[0]
    if _find_rule("not_subject").fullmatch(subject) or subject in word_list("stop"):
        return clause[0]
    return _replace_verb(clause)


@lru_cache(maxsize=10_000)
def _find_past(verb: str) -> str | None:
    """Return the past of a verb in the plain or third form; None of a word that is none."""
    irregular = load_toml(*_FILE)["irregular"]
    for plain in _find_plain(verb):
        if past := irregular.get(plain):
            return str(past)
        if plain in word_list("act"):
            return f"{plain[:-1]}ied" if _ends_in_y(plain) else f"{plain.removesuffix('e')}ed"
    return None


def _find_plain(verb: str) -> list[str]:
    plain = [verb]
    if verb.endswith("ies"):
        plain.append(f"{verb[:-3]}y")
    if verb.endswith("es") and verb[:-2].endswith(_HISSES):
        plain.append(verb[:-2])
    if verb.endswith("s"):
        plain.append(verb[:-1])
    return plain


def _ends_in_y(plain: str) -> bool:
    return plain.endswith("y") and plain[-2:-1] not in "aeiou"


def _find_rule(name: str) -> re.Pattern[str]:
    return load_rules(*_FILE)[name].pattern
