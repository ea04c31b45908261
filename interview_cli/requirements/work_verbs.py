"""Recognise the verbs with which lines of CVs tell of work, in any form (`work_verbs.toml`)."""

from collections.abc import Sequence
from functools import cache

from interview_cli.english.rules import load_toml
from interview_cli.english.verbs import Verb, is_past, load_noun_verbs, load_verbs
from interview_cli.english.words import word_list

_NOUN_FORMS = ("plain", "third")


def parse_work_verb(
    first: str, rest: Sequence[str] = (), *, has_subject: bool = False
) -> Verb | None:
    """Return the verb with which a line begins, or None if its first word is another one.

    The words behind it tell a verb from a noun: "support the ward" from "support tickets". Behind
    "I" (`has_subject`) it cannot be a noun.
    """
    word = first.lower()
    if rest and f"{word}-{rest[0].lower()}" in _load_words("compounds"):
        return None  # "Planned maintenance in AMOS"
    verb = load_verbs().get(word)
    if verb is None or not verb.is_of_work:
        return _parse_unlisted_past(word)
    if word in _load_words("not_work"):
        return None
    # "Registered nurse" and "promoted to manager" do not tell what somebody did.
    is_title = word in word_list("titled") and not _shows_verb(verb, rest)
    if is_title:
        return None
    is_noun = verb.form in _NOUN_FORMS and verb.plain in load_noun_verbs()
    return None if is_noun and not (has_subject or _shows_verb(verb, rest)) else verb


def _shows_verb(verb: Verb, rest: Sequence[str]) -> bool:
    """Return whether the words behind a form that may be a noun show that it is a verb."""
    after = rest[0].lower() if rest else ""
    if after == "and" and len(rest) > 1:
        joined = parse_work_verb(rest[1], rest[2:])
        return joined is not None and joined.form == verb.form and "of" not in rest[2:3]
    is_phrasal = f"{verb.plain}-{after}" in _load_words("phrasal")
    return is_phrasal or after in _load_words("openers") or after[:1].isdigit()


def _parse_unlisted_past(word: str) -> Verb | None:
    if not is_past(word) or word in word_list("titled") | _load_words("not_work"):
        return None
    if word.startswith("un"):  # an adjective: "unvented hot water"
        return None
    return Verb("past", word, word, word)


@cache
def _load_words(name: str) -> frozenset[str]:
    return frozenset(load_toml("interview_cli.requirements", "work_verbs.toml")[name].split())
