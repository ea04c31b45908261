"""The forms of verbs: "plan", "plans", "planning", "planned"; the data is `verbs.toml`."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from interview_cli.english.rules import load_rules, load_toml

VerbForm = Literal["plain", "third", "gerund", "past", "participle"]

_FILE = ("interview_cli.english", "verbs.toml")
_VOWELS = "aeiou"
_HISSES = ("s", "x", "z", "ch", "sh", "o")


class Verb(NamedTuple):
    """A verb in one of its forms. A tuple, because three thousand are made at once."""

    form: VerbForm
    """A plain form that is also the past one is `past`; a participle differs from the past."""
    plain: str
    past: str
    participle: str
    is_irregular: bool = False
    is_of_work: bool = True
    """Whether lines of CVs begin with it; other verbs are those of everyday talk."""


@cache
def load_verbs() -> dict[str, Verb]:
    """Return the verbs by each of their forms, in lower case."""
    forms: dict[str, Verb] = {}
    # An irregular verb replaces the regular one that is written like it.
    verbs = {verb.plain: verb for verb in _load_plain_verbs()}.values()
    for verb in verbs:
        forms[verb.plain] = verb
        forms[_form_third(verb.plain)] = Verb("third", *verb[1:])
        forms[form_gerund(verb.plain)] = Verb("gerund", *verb[1:])
    # "Found" is the past of "find" rather than the plain form of "found".
    pasts = {verb.past: Verb("past", *verb[1:]) for verb in verbs}
    participles = {
        verb.participle: Verb("participle", *verb[1:])
        for verb in verbs
        if verb.participle not in (verb.plain, verb.past)
    }
    return participles | forms | pasts


def find_plain_verbs(words: Iterable[str]) -> set[str]:
    """Return the words, in lower case, that are verbs in their plain form."""
    verbs = load_verbs()
    return {word for word in words if word in verbs and verbs[word].form == "plain"}


def _load_plain_verbs() -> Iterator[Verb]:
    for suffix in ("", "_talk"):
        is_of_work = not suffix
        for plain in sorted(_load_words(f"regular{suffix}")):
            past = _form_past(plain)
            yield Verb("plain", plain, past, past, is_of_work=is_of_work)
        for entry in load_toml(*_FILE)[f"irregular{suffix}"].split():
            plain, past, *more = entry.split(":")
            participle = more[0] if more else past
            yield Verb("plain", plain, past, participle, is_irregular=True, is_of_work=is_of_work)


@cache
def load_noun_verbs() -> frozenset[str]:
    """Return plain forms that are nouns or adjectives as often: "support", "lead"."""
    return _load_words("nouns")


@lru_cache(maxsize=10_000)
def is_past(word: str) -> bool:
    """Return whether a word, in lower case, has the form of a past or of a participle."""
    verb = load_verbs().get(word)
    if word in _load_words("seldom_past"):
        return False
    is_irregular = verb is not None and verb.is_irregular and verb.form in ("past", "participle")
    return is_irregular or load_rules(*_FILE)["past_form"].pattern.search(word) is not None


def _form_past(plain: str) -> str:
    """Return the past form of a regular verb."""
    if plain.endswith("e"):
        return f"{plain}d"
    if _ends_in_consonant_and_y(plain):
        return f"{plain[:-1]}ied"
    return f"{_double_consonant(plain)}ed"


def _form_third(plain: str) -> str:
    if _ends_in_consonant_and_y(plain):
        return f"{plain[:-1]}ies"
    return f"{plain}es" if plain.endswith(_HISSES) else f"{plain}s"


def form_gerund(plain: str) -> str:
    """Return the form in -ing of a verb: "plan" gives "planning"."""
    if plain.endswith("e") and not plain.endswith("ee"):
        return f"{plain[:-1]}ing"
    return f"{_double_consonant(plain)}ing"


def _ends_in_consonant_and_y(plain: str) -> bool:
    return plain.endswith("y") and plain[-2] not in _VOWELS


def _double_consonant(plain: str) -> str:
    return plain + plain[-1] if plain in _load_words("doubled") else plain


@cache
def _load_words(name: str) -> frozenset[str]:
    return frozenset(load_toml(*_FILE)[name].split())
