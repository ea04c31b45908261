"""An answer sentence by sentence: what each tells, and how."""

import re
from dataclasses import dataclass
from functools import cache

from interview_cli.assessment.language import (
    any_of,
    data,
    named_things,
    numbers,
    stem,
    tokens,
    words,
)

_OWN_ACT = re.compile(
    r"\bI(?:'d|'ve| had| have)?\s+(?:(?:also|then|first|later|just|still|even|never|always|\w+ly)"
    r"\s+)*([a-z]+)"
)
_OTHER_SUBJECT = re.compile(r"\b(?:I|we|you|he|she|they|who|which)\b")
# "I need", "I succeed" and "I bed" tell no deed.
_PAST = re.compile(r"\w{2,}[^e]ed|agreed|guaranteed|freed")
_JOINED_ACT = re.compile(r"(?:,|\band|\bthen)\s+(?:and\s+|then\s+|so\s+)?([a-z]+)")
_WE = re.compile(r"\b(?:we|our|us|the team)\b", re.IGNORECASE)
_I = re.compile(r"\bI\b|\b[Mm]y\b")
_BEEN = ("was", "were", "had", "did", "been")
_HESITATION = re.compile(
    r"^(?:(?:um+|uh+|er+m?|hmm+|well)\b[,.]*\s*)+|\b(?:um+|uh+|er+m?|hmm+)\b[,.]*\s*",
    re.IGNORECASE,
)
"""Of no weight, typed or spoken."""
_SHORT_WORDS = 14
_LONG_WORDS = 40
# Whatever the case of what follows, so that a text in small letters falls into the same parts.
_ENDS = re.compile(
    r"\n+|;\s+|(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bMr\.)(?<!\bDr\.)(?<!\bSt\.)[\"')\]]*\s+",
    re.IGNORECASE,
)
_RUN_ON = re.compile(
    r"\s+(?=(?:and|so|then|but|because)\s+(?:then\s+)?(?:[Ii]|we|he|she|they|it|im)\b)"
)


@dataclass(frozen=True)
class Sentence:
    """What one sentence holds."""

    text: str
    words: tuple[str, ...]
    acts: frozenset[str]
    names: frozenset[str]
    numbers: tuple[str, ...]
    has_time: bool
    is_past: bool
    is_would: bool
    is_empty: bool
    specific: frozenset[str]
    i_count: int
    we_count: int

    def says(self, name: str) -> bool:
        """Whether it has a phrase of one of the lists of `telling.toml`."""
        return phrase(name).search(_plain(self.text)) is not None


@cache
def phrase(name: str) -> re.Pattern[str]:
    """What one of the lists of `telling.toml` matches. Raises KeyError."""
    return any_of(data("telling.toml")[name])


def hesitations(answer: str) -> int:
    """How many hesitation words (um, er) an answer has."""
    return len(_HESITATION.findall(answer))


def told_in(answer: str) -> tuple[Sentence, ...]:
    """The sentences of an answer, each once however often, and in whatever case, it is repeated."""
    distinct: dict[str, str] = {}
    for line in _ENDS.split(answer):
        for part in _parts(line):
            text = part.strip(" -*•–")
            distinct.setdefault(" ".join(tokens(text)).casefold(), text)
    distinct.pop("", None)
    return tuple(_read(text) for text in distinct.values())


def _parts(line: str) -> list[str]:
    """The parts of a line that nobody punctuated."""
    long = len(line.split()) > _LONG_WORDS
    return re.split(_RUN_ON, line) if long else [line]


def _read(said_so: str) -> Sentence:
    text = _HESITATION.sub("", said_so)
    plain = _plain(text)
    spoken = tokens(text)
    said = tuple(word.lower() for word in spoken)
    acts = _own_acts(plain, said)
    counted = tuple(numbers(text))
    has_time = phrase("time").search(plain) is not None
    names = frozenset(named_things(text))
    is_would = phrase("would").search(plain) is not None
    has_fact = bool(counted or names or has_time)
    buzz = sum(word in words("buzz") for word in said)
    is_habit = phrase("habit").search(plain) is not None
    is_empty = (
        (buzz >= 2 and not (counted or has_time))
        or (is_habit and not (counted or has_time or acts))
        or (buzz >= 1 and len(said) < _SHORT_WORDS and not (has_fact or acts or is_would))
    )
    return Sentence(
        text=said_so,
        words=said,
        acts=acts,
        names=names,
        numbers=counted,
        has_time=has_time,
        is_past=any(is_past(word) or word in _BEEN for word in said),
        is_would=is_would,
        is_empty=is_empty,
        specific=frozenset(stem(word) for word in said if _is_specific(word)),
        i_count=len(_I.findall(plain)),
        we_count=len(_WE.findall(plain)),
    )


def _plain(text: str) -> str:
    return text.replace("’", "'")


def is_past(word: str) -> bool:
    """Whether a word, in lower case, has the form of a verb in the past."""
    return _PAST.fullmatch(word) is not None or word in words("past")


def _own_acts(sentence: str, said: tuple[str, ...]) -> frozenset[str]:
    """Past verbs that follow "I", those joined to the first by a comma or "and" too, and the verb
    with which a note without a subject begins ("Moved tools to …")."""
    verbs: set[str] = set()
    for match in _OWN_ACT.finditer(sentence):
        clause = _OTHER_SUBJECT.split(sentence[match.end() :], maxsplit=1)[0]
        verbs.update((match[1], *_JOINED_ACT.findall(clause)))
    acts = {verb for verb in verbs if is_past(verb)}
    if not acts and said and is_past(said[0]):
        acts = {said[0]}
    return frozenset(acts)


def _is_specific(word: str) -> bool:
    common = words("stop") | words("generic") | words("buzz")
    return len(word) > 3 and word not in common
