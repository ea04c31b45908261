"""What an answer holds of situation, task, action and result (STAR), and how concretely."""

import re
from dataclasses import dataclass

from interview_cli.assessment.language import (
    measures,
    named_things,
    numbers,
    sentences,
    tokens,
    words,
)

_OWN_ACT = re.compile(
    r"\bI(?:[’']d|[’']ve| had| have)?\s+(?:(?:also|then|first"
    r"|later|never|always|\w+ly)\s+)*([a-z]+)",
)
_OTHER_SUBJECT = re.compile(r"\b(?:I|we|you|he|she|they|who|which)\b")
# "I need", "I succeed" and "I bed" tell no deed.
_PAST = re.compile(r"\w{2,}[^e]ed|agreed|guaranteed|freed")
_JOINED_ACT = re.compile(r"(?:,|\band|\bthen)\s+(?:and\s+|then\s+|so\s+)?([a-z]+)")
_SITUATION = re.compile(
    r"\b(?:(?i:when|while|at the time|back in|in (?:19|20)\d\d|during|was|were|used to"
    r"|last (?:year|month|winter|spring|summer|autumn|week|january|february|march|april|may|june"
    r"|july|august|september|october|november|december)|in my \w+ year"
    r"|(?:two|three|four|five|\d+) (?:years|months|weeks) ago)|at [A-Z]\w+)\b"
)
_WE = re.compile(r"\b(?:we|our|us|the team)\b", re.IGNORECASE)
_CONSEQUENCE = re.compile(
    r"\b(?:as a result|in the end|led to|so that|which (?:meant|cut|saved|brought|reduced|gave)"
    r"|went (?:from|up|down)|down (?:from|to|by)|up (?:from|to|by)"
    r"|from [€$£]?\d[\d.,%]*\w* .{0,20}to"
    r"|by [€$£]?\d|since then|instead of|no longer|nobody had to"
    r"|uses it|now uses?|still (?:use|uses|in use|runs))\b",
    re.IGNORECASE,
)
_BASELINE = re.compile(
    r"\bfrom\b.{1,40}\bto\b|\b(?:instead of|compared (?:to|with)|before)\b|\bdown from\b"
    r"|\bup from\b|\bused to (?:take|cost|be)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Elements:
    """The sentences that hold each element, in the order of the answer, and plain counts."""

    sentences: tuple[str, ...]
    situation: tuple[str, ...]
    task: tuple[str, ...]
    action: tuple[str, ...]
    result: tuple[str, ...]
    hoped: tuple[str, ...]
    measured: tuple[str, ...]
    baseline: tuple[str, ...]
    witnessed: tuple[str, ...]
    decisions: tuple[str, ...]
    reasons: tuple[str, ...]
    learned: tuple[str, ...]
    concrete: tuple[str, ...]
    names: frozenset[str]
    amounts: tuple[str, ...]
    own_acts: int
    we_count: int
    word_count: int
    repeated: bool

    @property
    def missing(self) -> str | None:
        """The first thing a story lacks: `action`, `result`, `number`, `situation`; None if it
        lacks none of them."""
        held = {
            "action": self.action,
            "result": self.result,
            "number": self.measured,
            "situation": self.situation,
        }
        return next((name for name, there in held.items() if not there), None)


def find_elements(answer: str) -> Elements:
    """The elements of one answer, each sentence counted once however often it is repeated."""
    said = sentences(answer)
    distinct: dict[str, str] = {}
    for sentence in said:
        distinct.setdefault(" ".join(tokens(sentence)).casefold(), sentence)
    parts = tuple(distinct.values())

    def holding(*lists: str) -> tuple[str, ...]:
        wanted = frozenset().union(*(words(name) for name in lists))
        return tuple(p for p in parts if any(word.lower() in wanted for word in tokens(p)))

    acts = {p: _own_acts(p) for p in parts}
    names = {p: named_things(p) for p in parts}
    hoped = tuple(p for p in holding("hope") if not acts[p])
    not_told, ended = frozenset(hoped), frozenset(holding("outcome"))
    result = tuple(p for p in parts if p not in not_told and (p in ended or _CONSEQUENCE.search(p)))
    measured = tuple(p for p in result if measures(p))
    return Elements(
        sentences=parts,
        situation=tuple(p for p in parts if _SITUATION.search(p)),
        task=holding("task"),
        action=tuple(p for p in parts if acts[p]),
        result=result,
        hoped=hoped,
        measured=measured,
        baseline=tuple(p for p in measured if _BASELINE.search(p)),
        witnessed=tuple(p for p in holding("witness") if p not in not_told),
        decisions=tuple(p for p in parts if acts[p] & words("decision")),
        reasons=tuple(p for p in holding("reason") if acts[p] or "because" in p.lower()),
        learned=holding("learned"),
        concrete=tuple(p for p in parts if names[p] or numbers(p)),
        names=frozenset().union(*names.values()),
        amounts=tuple(amount for p in parts for amount in measures(p)),
        own_acts=len(set().union(*acts.values())),
        we_count=sum(len(_WE.findall(p)) for p in parts),
        word_count=sum(len(tokens(p)) for p in parts),
        repeated=len(parts) < len(said),
    )


def _own_acts(sentence: str) -> set[str]:
    """Past verbs that follow "I", those joined to the first by a comma or "and" too."""
    verbs: set[str] = set()
    for match in _OWN_ACT.finditer(sentence):
        clause = _OTHER_SUBJECT.split(sentence[match.end() :], maxsplit=1)[0]
        verbs.update((match[1], *_JOINED_ACT.findall(clause)))
    return {verb for verb in verbs if _PAST.fullmatch(verb) or verb in words("past")}
