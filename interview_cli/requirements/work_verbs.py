"""Recognise the verbs with which lines of CVs tell of work, in any form (`work_verbs.toml`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from interview_cli.answers.sentences import is_past
from interview_cli.english.rules import load_toml
from interview_cli.english.words import word_list

VerbForm = Literal["plain", "third", "gerund", "past", "participle"]

_VOWELS = "aeiou"
_HISSES = ("s", "x", "z", "ch", "sh", "o")
_NOUN_FORMS = ("plain", "third")


@dataclass(frozen=True)
class WorkVerb:
    """A verb at the start of a line of a CV."""

    form: VerbForm
    """The form in which the line has it; a plain form that is also the past one is `past`."""
    plain: str
    past: str


def parse_work_verb(
    first: str, rest: Sequence[str] = (), *, has_subject: bool = False
) -> WorkVerb | None:
    """Return the verb with which a line begins, or None if its first word is another one.

    The words behind it tell a verb from a noun: "support the ward" from "support tickets". Behind
    "I" (`has_subject`) it cannot be a noun.
    """
    word = first.lower()
    verb = _load_forms().get(word)
    if verb is None:
        return _parse_unlisted_past(word)
    if word in _load_words("not_work"):
        return None
    # "Registered nurse" and "promoted to manager" do not tell what somebody did.
    is_title = word in word_list("titled") and not _shows_verb(verb, rest)
    if is_title:
        return None
    is_noun = verb.form in _NOUN_FORMS and verb.plain in _load_words("nouns")
    return None if is_noun and not (has_subject or _shows_verb(verb, rest)) else verb


def _shows_verb(verb: WorkVerb, rest: Sequence[str]) -> bool:
    """Return whether the words behind a form that may be a noun show that it is a verb."""
    after = rest[0].lower() if rest else ""
    if after == "and" and len(rest) > 1:
        joined = parse_work_verb(rest[1], rest[2:])
        return joined is not None and joined.form == verb.form and "of" not in rest[2:3]
    is_phrasal = f"{verb.plain}-{after}" in _load_words("phrasal")
    return is_phrasal or after in _load_words("openers") or after[:1].isdigit()


def _parse_unlisted_past(word: str) -> WorkVerb | None:
    if not is_past(word) or word in word_list("titled") | _load_words("not_work"):
        return None
    if word.startswith("un"):  # an adjective: "unvented hot water"
        return None
    return WorkVerb("past", word, word)


@cache
def _load_words(name: str) -> frozenset[str]:
    return frozenset(_load_verbs()[name].split())


def _load_verbs() -> dict[str, str]:
    return load_toml("interview_cli.requirements", "work_verbs.toml")


@cache
def _load_forms() -> dict[str, WorkVerb]:
    """Return the verbs by each of their forms."""
    entries = [entry.split(":") for entry in _load_verbs()["irregular"].split()]
    irregular = {plain: past for plain, past, *_ in entries}
    plain_forms = _load_words("regular") | irregular.keys()
    forms: dict[str, WorkVerb] = {}
    for plain in sorted(plain_forms):
        past = irregular.get(plain) or _form_past(plain)
        forms[plain] = WorkVerb("plain", plain, past)
        forms[_form_third(plain)] = WorkVerb("third", plain, past)
        forms[_form_gerund(plain)] = WorkVerb("gerund", plain, past)
    # "Found" is the past of "find" rather than the plain form of "found".
    pasts = {verb.past: WorkVerb("past", verb.plain, verb.past) for verb in forms.values()}
    participles = {
        participle: WorkVerb("participle", plain, past)
        for plain, past, *more in entries
        for participle in more
        if participle != plain
    }
    return participles | forms | pasts


def _form_past(plain: str) -> str:
    if plain.endswith("e"):
        return f"{plain}d"
    if _ends_in_consonant_and_y(plain):
        return f"{plain[:-1]}ied"
    return f"{_double_consonant(plain)}ed"


def _form_third(plain: str) -> str:
    if _ends_in_consonant_and_y(plain):
        return f"{plain[:-1]}ies"
    return f"{plain}es" if plain.endswith(_HISSES) else f"{plain}s"


def _form_gerund(plain: str) -> str:
    if plain.endswith("e") and not plain.endswith("ee"):
        return f"{plain[:-1]}ing"
    return f"{_double_consonant(plain)}ing"


def _ends_in_consonant_and_y(plain: str) -> bool:
    return plain.endswith("y") and plain[-2] not in _VOWELS


def _double_consonant(plain: str) -> str:
    return plain + plain[-1] if plain in _load_words("doubled") else plain
