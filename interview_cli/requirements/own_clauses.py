"""Tell the clauses of a sentence in which the speaker does something from those about others."""

from collections.abc import Iterator
from functools import cache

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.verbs import load_verbs
from interview_cli.english.words import tokenize

_EVIDENCE = ("interview_cli.requirements", "evidence.toml")
_WORDS = ("interview_cli.requirements", "own_clauses.toml")


def list_clauses(sentence: str) -> Iterator[tuple[str, bool]]:
    """Yield each clause of a sentence, and whether it is the speaker's own.

    A clause is another's if another subject stands before its verb: "Priya enters it in SAP". One
    without a subject belongs to whoever was named before.
    """
    is_own = True
    for clause in load_rules(*_EVIDENCE)["clause_end"].pattern.split(sentence):
        subject = _find_subject([word.lower().replace("’", "'") for word in tokenize(clause)])
        is_own = is_own if subject is None else subject
        yield clause, is_own


def _find_subject(words: list[str]) -> bool | None:
    """Return whether the speaker is the subject, or None if no subject stands before the verb."""
    for place, word in enumerate(words):
        name, _, ending = word.partition("'")
        if name in _load_words("speakers") or (
            name == "my" and {*words[place + 1 : place + 2]} & _load_words("own_matters")
        ):
            return True
        is_before_verb = {*words[place + 1 : place + 2]} <= load_verbs().keys()
        if name in _load_words("others") and (ending or is_before_verb):
            return False
        if name in _load_words("things"):
            return None
        if _is_finite(words, place):
            return False if set(words[:place]) - _load_words("joints") else None
    return None


def _is_finite(words: list[str], place: int) -> bool:
    """Return whether a word is a verb that may have a subject: "enters", not "the reports"."""
    if place and words[place - 1] in _load_words("before_nouns"):
        return False
    verb = load_verbs().get(words[place])
    return words[place] in _load_words("auxiliaries") or (
        verb is not None and verb.form in ("past", "third")
    )


@cache
def _load_words(name: str) -> frozenset[str]:
    return frozenset(str(load_toml(*_WORDS)[name]).split())
