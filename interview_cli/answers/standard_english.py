"""Reword speech, notes and the English of learners in standard English, as the rules read it.

What is quoted from an answer stays as it was written.
"""

import re
from functools import cache, lru_cache

from interview_cli.english.rules import Rules, load_toml
from interview_cli.english.verbs import Verb, is_past, load_noun_verbs, load_verbs

_FILE = ("interview_cli.answers", "standard_english.toml")
_RULES = Rules(*_FILE)
_WORD = re.compile(r"[a-z]+")
_SENTENCES_KEPT = 500
_BE = ("am", "is", "are", "was", "were")


@lru_cache(maxsize=_SENTENCES_KEPT)  # ratings, remarks and the map read the same answers
def reword_in_standard_english(sentence: str) -> str:
    """Return a sentence without fillers, with common spellings, and with verbs in usual forms.

    "I has stopped", "I am come", "we seen" and "he sayed" become "I stopped", "I came", "we saw"
    and "he said". A note gets its subject: "- moved it" becomes "I moved it".
    """
    plain = _RULES.remove("filler", sentence)
    plain = _find_phrases().sub(_replace_phrase, plain)
    plain = _WORD.sub(_respell, plain)
    plain = _RULES.pattern("compound").sub(_replace_compound, plain)
    plain = _RULES.pattern("progressive").sub(_replace_progressive, plain)
    plain = _RULES.pattern("participle").sub(_replace_participle, plain)
    return add_subject(plain)


@cache
def _find_phrases() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_toml(*_FILE)['phrases'])})\b", re.IGNORECASE)


def _replace_phrase(found: re.Match[str]) -> str:
    """Return the usual phrase, with a capital where the other had one: "One time" is "Once"."""
    phrase: str = load_toml(*_FILE)["phrases"][found[0].lower()]
    return phrase.capitalize() if found[0][0].isupper() else phrase


def _respell(word: re.Match[str]) -> str:
    """Return a word in its usual spelling, and a strong verb in its own past: "taked"."""
    if word[0].endswith("ed") and word[0] not in load_verbs():
        stem = word[0].removesuffix("ed")
        for plain in (stem, f"{stem}e"):
            verb = load_verbs().get(plain)
            if verb and verb.is_irregular and verb.plain == plain:
                return verb.past
    return str(load_toml(*_FILE)["spellings"].get(word[0], word[0]))


def _replace_compound(clause: re.Match[str]) -> str:
    """Return subject and past if the verb does not fit its auxiliary, else the words as found."""
    subject, auxiliary, word = clause.groups()
    verb = load_verbs().get(word)
    if verb is None or _fits(verb, word, subject, auxiliary):
        return clause[0]
    return f"{subject} {verb.past}"


def _fits(verb: Verb, word: str, subject: str, auxiliary: str) -> bool:
    """Return whether a verb may stand behind an auxiliary: a participle, or a noun of its form."""
    if auxiliary == "did":
        return word == verb.plain
    if _RULES.pattern("mismatch").fullmatch(f"{subject} {auxiliary}"):
        return False
    if word == verb.participle and auxiliary not in _BE:
        return True
    is_strong_past = verb.form == "past" and verb.is_irregular and word != verb.plain
    if is_strong_past:
        return auxiliary in _BE or verb.participle == verb.past
    is_plain = verb.form in ("plain", "third") or (word == "come" and auxiliary in _BE)
    return not is_plain or word in load_noun_verbs() or verb.past == word


def _replace_progressive(clause: re.Match[str]) -> str:
    verb = load_verbs().get(clause[2])
    return clause[0] if verb is None else f"{clause[1]} {verb.plain}"


def _replace_participle(clause: re.Match[str]) -> str:
    verb = load_verbs().get(clause[2])
    if verb is None or verb.form != "participle":
        return clause[0]
    return f"{clause[0].removesuffix(clause[2])}{verb.past}"


def add_subject(sentence: str) -> str:
    """Return a note, which begins with a past form, with "I" before it.

    "Rose called" is not a note: a second past form shows that the first is a name.
    """
    first, _, rest = sentence.partition(" ")
    second = _WORD.match(rest)
    is_note = (
        is_past(first.lower())
        and not (second and is_past(second[0]))
        and _RULES.pattern("note").match(sentence)
    )
    return f"I {first.lower()} {rest}" if is_note else sentence
