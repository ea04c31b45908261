"""Give each clause of an answer a role: an own act, a finding, others' act, presence, or talk."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.verbs import is_past, load_noun_verbs, load_verbs
from interview_cli.english.words import tokenize

Role = Literal[
    "examine", "decide", "make", "find", "support", "report", "state",
    "team", "body", "person", "thing", "passive", "talk", "feeling", "none",
]
_FILE = ("interview_cli.answers", "roles.toml")
OWN = ("I", "I'd", "I've", "I'll", "I'm")
_TEAM = ("we", "we'd", "we've", "we'll", "we're")
_PERSONS = ("he", "she", "they", "he'd", "she'd", "they'd", "he's", "she's", "who", "nobody", "xxxxx", "they've", "everyone", "somebody")
_GENERAL = ("you", "one", "you've", "you're")
_THINGS = ("it", "that", "this", "there", "which", "it's", "that's", "there's", "these", "those", "everything", "what")


@dataclass(frozen=True)
class Clause:
    text: str
    subject: str
    """own, team, person, body, thing, general or none."""
    verb: str
    role: str
    is_negated: bool
    is_modal: bool
    is_past: bool


@lru_cache(maxsize=20_000)
def parse_clauses(text: str) -> tuple[Clause, ...]:
    found: list[Clause] = []
    for part in _split(text):
        previous = next((c.subject for c in reversed(found) if c.verb), "none")
        found.append(_parse_clause(part, previous if found else ""))
    return tuple(found)


def _split(text: str) -> Iterator[str]:
    for part in _find_rule("clause_end").split(text):
        if part and part.strip(" .!?\"'-"):
            yield part.strip(" .!?\"'-")


def _parse_clause(text: str, previous: str) -> Clause:
    words = tokenize(text)
    lowered = [w.lower() for w in words]
    subject, start = _find_subject(words, lowered, previous)
    verb, modal, negated, past = _find_verb(lowered[start:] if start >= 0 else ['', *lowered])
    role = _classify(text, subject, verb, modal)
    return Clause(text, subject, verb, role, negated, modal, past)


def _find_subject(words, lowered, previous):
    verbs = load_verbs()
    lead = 0
    while lead < len(lowered) and (lowered[lead] in LEADS or lowered[lead].endswith("ly")):
        lead += 1
    first = lowered[lead] if lead < len(lowered) else ""
    after = lowered[lead + 1] if lead + 1 < len(lowered) else ""
    v = verbs.get(first)
    is_plain = v is not None and v.form == "plain" and first not in load_noun_verbs()
    starts_with_verb = (is_past(first) or is_plain) and after not in ("I", "he", "she", "they", "we")
    if starts_with_verb or first in ("was", "were", "had", "did", "didn't", "don't"):
        if not previous:
            return "own", lead - 1
        return previous if previous != "none" else "own", lead - 1
    for i, w in enumerate(words[:9]):
        l = lowered[i].split("'")[0]
        if w.split("'")[0] == "I":
            return "own", i
        if i <= lead + 3 and l == "we":
            return "team", i
        if i <= lead + 1 and l in ("he", "she", "they", "who", "nobody", "xxxxx", "everyone", "somebody"):
            return "person", i
        if i <= lead + 2 and l == "you":
            return "general", i
        if i == lead and l == "one" and after in verbs:
            return "general", i
        if i <= lead and l in ("it", "that", "this", "there", "these", "those", "everything", "what"):
            return "thing", i
    head = " ".join(lowered[:6])
    if _find_rule("body_acts").search(head):
        return "body", 0
    return ("thing", 0) if words else ("none", 0)


LEADS = frozenset("and but so because since which then when while until although where if or also just even only now still first later not never".split())
ADVERBS = frozenset("also already always usually often myself really quite rather once soon all both each".split())
AUX = frozenset("was were is are am be been being had has have do does did didn't don't doesn't wasn't weren't hadn't haven't won't can could would should might will must may can't couldn't wouldn't shouldn't".split())
MODAL = frozenset("can could would should might will must may can't couldn't wouldn't shouldn't won't".split())


def _find_verb(lowered):
    verbs = load_verbs()
    modal = negated = False
    if lowered and lowered[0].endswith(("'d", "'ll")):
        modal = lowered[0].endswith("'ll")
    aux = ""
    for w in lowered[1:8]:
        if w in LEADS or w in ADVERBS or w.endswith("ly"):
            negated = negated or w in ("not", "never")
            continue
        if w in MODAL:
            modal = True
        if w.endswith("n't") or w in ("not", "never"):
            negated = True
        if w in AUX:
            aux = aux or w
            continue
        v = verbs.get(w)
        if v is not None:
            return v.plain, modal, negated, is_past(w)
        if is_past(w) or (w == lowered[1] and not aux and lowered[0] == "i" and not w.endswith("ly")):
            return w, modal, negated, is_past(w)
        if aux and not w.endswith("ly") and w not in ("not", "never", "also", "just", "already", "always", "only", "still"):
            break
    if lowered and (lowered[0].endswith(("'m", "'re", "'s")) or aux in ("was", "were", "is", "are", "am", "be", "been")):
        return "be", modal, negated, aux in ("was", "were")
    if aux.startswith("ha"):
        return "have", modal, negated, aux == "had"
    return "", modal, negated, False


def _classify(text, subject, verb, modal):
    if _find_rule("claim").search(text) and subject != "own":
        return "talk"
    if subject == "own":
        if _find_rule("presence").search(text):
            return "support"
        if _find_rule("claim").search(text):
            return "talk"
        if _find_rule("feeling").search(text):
            return "feeling"
        return _class_of(verb) if verb else "none"
    if _find_rule("presence").search(text):
        return "support"
    if subject == "general":
        return "talk"
    if subject == "team":
        return "team"
    if subject == "body":
        return "body"
    if _find_rule("feeling").search(text):
        return "feeling"
    if subject == "person":
        return "person"
    if _find_rule("done_by").search(text):
        return "passive"
    return "thing" if verb else "none"


@cache
def _classes() -> dict[str, str]:
    return {
        verb: name
        for name, verbs in load_toml(*_FILE)["verbs"].items()
        for verb in verbs.split()
    }


def _class_of(verb: str) -> str:
    return _classes().get(verb, "make")


def _find_rule(name: str):
    return load_rules(*_FILE)[name].pattern
