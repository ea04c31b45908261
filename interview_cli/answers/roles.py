"""Give each sentence of an answer a role: an own act, an outcome, others' act, talk and so on.

A sentence is split into clauses, and each clause has a subject and a verb. `roles.toml` holds the
classes of verbs. The role of a sentence is that of its clause that counts most.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from interview_cli.answers.sentences import Sentence
from interview_cli.answers.star import StarElements
from interview_cli.english.rules import Rules, load_toml
from interview_cli.english.verbs import is_past, load_noun_verbs, load_verbs
from interview_cli.english.words import tokenize

Subject = Literal["own", "team", "person", "general", "thing", "body"]
ClauseRole = Literal[
    "examine", "decide", "make", "find", "support", "report", "state",
    "team", "person", "body", "passive", "thing", "talk", "feeling", "none",
]  # fmt: skip
SentenceRole = Literal["own", "others", "outcome", "finding", "talk", "past", "definition"]
ACTS = ("examine", "decide", "make")
_FILE = ("interview_cli.answers", "roles.toml")
_RULES = Rules(*_FILE)
_LONGEST_LEAD, _LONGEST_VERB_SEARCH, _HEAD_WORDS = 9, 8, 6


class Clause(NamedTuple):
    """A part of a sentence with one subject and one verb."""

    text: str
    subject: Subject
    verb: str
    """In its plain form; empty if none was found."""
    role: ClauseRole


@dataclass(frozen=True)
class RoleSentence:
    """A sentence with its role."""

    sentence: Sentence
    role: SentenceRole
    clauses: tuple[Clause, ...]
    acts: tuple[Clause, ...]
    """The clauses that tell an own act."""

    def count(self, role: ClauseRole) -> int:
        return sum(clause.role == role for clause in self.clauses)

    def has(self, group: str) -> bool:
        """Return whether a rule of a group of `roles.toml` matches. Raises KeyError."""
        return _RULES.is_found(group, self.sentence.masked_text)


def find_roles(elements: StarElements) -> tuple[RoleSentence, ...]:
    """Return the sentences of an answer that say something, each with its role."""
    outcomes = {*elements.result, *elements.witnessed}
    return tuple(
        _find_role(sentence, sentence.text in outcomes) for sentence in elements.substantive
    )


def _find_role(sentence: Sentence, is_outcome: bool) -> RoleSentence:
    clauses = parse_clauses(sentence.masked_text)
    acts = tuple(clause for clause in clauses if clause.role in ACTS)
    roles = {clause.role for clause in clauses}
    role: SentenceRole
    if acts or sentence.planned_verbs:
        role = "own"
    elif roles & {"body", "passive", "support"}:
        role = "others"
    elif is_outcome:
        role = "outcome"
    elif "find" in roles or _RULES.is_found("finding", sentence.masked_text):
        role = "finding"
    elif roles & {"talk", "feeling"}:
        role = "talk"
    else:
        # A line of notes without a verb tells a fact of the case.
        is_note = not any(clause.verb for clause in clauses)
        role = "past" if sentence.is_past or is_note else "definition"
    return RoleSentence(sentence, role, clauses, acts)


@lru_cache(maxsize=10_000)
def parse_clauses(text: str) -> tuple[Clause, ...]:
    """Return the clauses of a sentence. A verb alone takes the subject of the clause before."""
    found: list[Clause] = []
    for part in _split(text):
        before: Subject = next((each.subject for each in reversed(found) if each.verb), "own")
        found.append(_parse_clause(part, before))
    return tuple(found)


def _split(text: str) -> Iterator[str]:
    for part in _RULES.pattern("clause_end").split(text):
        if stripped := (part or "").strip(" .!?\"'-"):
            yield stripped


def _parse_clause(text: str, before: Subject) -> Clause:
    words = tokenize(text)
    lowered = [word.lower() for word in words]
    subject, rest = _find_subject(words, lowered, before)
    if subject == "thing":  # "nine of twelve on shift" has no verb
        rest = [word for word in rest if word not in load_noun_verbs()]
    verb = _find_verb(rest)
    return Clause(text, subject, verb, _classify(text, subject, verb))


def _find_subject(
    words: Sequence[str], lowered: list[str], before: Subject
) -> tuple[Subject, list[str]]:
    """Return the subject of a clause, and its words from the subject on."""
    lead = 0
    while lead < len(lowered) and _is_lead(lowered[lead]):
        lead += 1
    if _starts_with_verb(lowered[lead : lead + 2]):
        return before, ["", *lowered[lead:]]
    for place, word in enumerate(words[:_LONGEST_LEAD]):
        stem = word.split("'")[0]
        if stem == "I":
            return "own", lowered[place:]
        if subject := _find_pronoun(stem.lower(), place - lead):
            return subject, lowered[place:]
    is_body = _RULES.is_found("body_acts", " ".join(lowered[:_HEAD_WORDS]))
    return ("body" if is_body else "thing"), lowered


def _is_lead(word: str) -> bool:
    return word in _load_words("leads") or word.endswith("ly")


def _starts_with_verb(words: Sequence[str]) -> bool:
    """Return whether a clause begins with its verb: "walked it", "leave a message"."""
    first, after = (*words, "", "")[:2]
    verb = load_verbs().get(first)
    is_plain = verb is not None and verb.form == "plain" and first not in load_noun_verbs()
    is_verb = is_past(first) or is_plain or first in _load_words("auxiliaries")
    return is_verb and after not in _load_words("persons") | _load_words("team")


def _find_pronoun(word: str, distance: int) -> Subject | None:
    """Return the subject that a word names so many words behind the beginning of its clause."""
    reach: tuple[tuple[Subject, int], ...] = (
        ("team", 3), ("person", 1), ("general", 2), ("thing", 0),
    )  # fmt: skip
    lists = {"team": "team", "person": "persons", "general": "anybody", "thing": "things"}
    for subject, longest in reach:
        if distance <= longest and word in _load_words(lists[subject]):
            return subject
    return None


def _find_verb(words: Sequence[str]) -> str:
    """Return the plain form of the verb behind a subject; empty if none is found."""
    subject = words[0] if words else ""
    auxiliary = ""
    for place, word in enumerate(words[1:_LONGEST_VERB_SEARCH]):
        if _is_lead(word) or word in _load_words("adverbs"):
            continue
        if word in _load_words("auxiliaries") or word in _load_words("modals"):
            auxiliary = auxiliary or word
            continue
        if verb := load_verbs().get(word):
            return verb.plain
        if is_past(word) or (not place and subject == "i"):
            return word
        if auxiliary:
            break
    if subject.endswith(("'m", "'re", "'s")) or auxiliary in _load_words("being"):
        return "be"
    if auxiliary in _load_words("doing"):
        return "do"  # "I do the corners"
    return "have" if auxiliary else ""


def _classify(text: str, subject: Subject, verb: str) -> ClauseRole:
    if _RULES.is_found("presence", text):
        return "support"
    if _RULES.is_found("claim", text) or subject == "general":
        return "talk"
    if subject in ("team", "body"):
        return "team" if subject == "team" else "body"
    if _RULES.is_found("feeling", text):
        return "feeling"
    if subject == "own":
        return _load_classes().get(verb, "make") if verb else "none"
    if subject == "person":
        return "person"
    if _RULES.is_found("done_by", text):
        return "passive"
    return "thing" if verb else "none"


@cache
def _load_classes() -> dict[str, ClauseRole]:
    """Return the class of each verb that has one."""
    classes = load_toml(*_FILE)["verbs"]
    return {verb: name for name, verbs in classes.items() for verb in verbs.split()}


@cache
def _load_words(name: str) -> frozenset[str]:
    return frozenset(load_toml(*_FILE)["words"][name].split())
