"""An answer sentence by sentence: what each tells, and how."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from interview_cli.english.rules import load_toml
from interview_cli.english.words import (
    any_of,
    named_things,
    numbers,
    stem,
    tokens,
    words,
)

_BETWEEN = r"\s+(?:(?:also|then|first|later|just|still|even|never|always|only|not|\w+ly)\s+)*"
_OWN_ACT = re.compile(rf"\bI(?:'d|'ve| had| have)?{_BETWEEN}([a-z]+)")
_PRESENT = re.compile(rf"\bI{_BETWEEN}([a-z]+)")
_PLANNED = re.compile(
    r"\b(?:I'd|I would|I'll|I will|I'm going to|I plan to|I can|I could|I want to|we'd|we'll)"
    rf"(?: want to| try to| go and| have to)?{_BETWEEN}([a-z]+)"
)
_OTHERS = re.compile(
    r"\b(he|she|they|[A-Z][a-z]+)(?:'d|'ve| had| have|'s)?"
    r"\s+(?:\w+ly\s+|also |then |never )*([a-z]+)\b"
)
_LEAD_IN = re.compile(
    r"(?:(?:so|and|then|first|second|third|next|after that|also|ok|okay|just|finally"
    r"|(?:if|once) [^,]{3,40},|[\w ]{1,14}:)[, ]+)+"
)
_OTHER_SUBJECT = re.compile(r"\b(?:I|we|you|he|she|they|who|which)\b")
# "I need", "I succeed" and "I bed" tell no deed.
_PAST = re.compile(r"\w{2,}[^e]ed|agreed|guaranteed|freed")
_JOINED_ACT = re.compile(r"(?:,|\band|\bthen|\bor)\s+(?:and\s+|then\s+|so\s+)?([a-z]+)")
_WE = re.compile(r"\b(?:we|our|us|the team)\b", re.IGNORECASE)
_I = re.compile(r"\bI\b|\b[Mm]y\b")
_CAPITAL_I = re.compile(r"\bI\b")
_SMALL_I = re.compile(r"\b(?:i|im|ive|id|ill)\b(?!\.)")
_SPELLED = {"im": "I'm", "ive": "I've", "id": "I'd", "ill": "I'll"}
_BEEN = ("was", "were", "had", "did", "been")
_HESITATION = re.compile(
    r"^(?:(?:um+|uh+|er+m?|hmm+|well)\b[,.]*\s*)+|\b(?:um+|uh+|er+m?|hmm+)\b[,.]*\s*",
    re.IGNORECASE,
)
"""Of no weight, typed or spoken."""
_SHORT_WORDS = 14
_LONG_WORDS = 40
_RUN_TOGETHER = 3
# Whatever the case of what follows, so that a text in small letters falls into the same parts.
_FULL_STOP = r"(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bMr\.)(?<!\bDr\.)(?<!\bSt\.)[\"')\]]*\s+"
# These have a capital where a sentence begins, after a full stop or without one.
_BEGINS = r"(?<=(?-i:[a-z]))\s+(?=(?-i:It|This|That|There|They|Overall|Basically|Thank)\b[\s,])"
_ENDS = re.compile(rf"\n+|;\s+|{_FULL_STOP}|{_BEGINS}", re.IGNORECASE)
_RUN_ON = re.compile(
    r"\s+(?=(?:and|so|then|but|because)\s+(?:then\s+)?(?:[Ii]|we|he|she|they|it|im)\b)"
)
_INSIDE = r"(?<=[a-z,;:)] )"
# What has a capital inside a sentence; days and months tell a time.
_NAME = re.compile(
    rf"{_INSIDE}(?!I\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Christmas|Easter|January|February"
    r"|March|July|September|October|November|December)[A-Z][\w'-]*"
)
_MODAL_NAME = re.compile(rf"{_INSIDE}(?:May|Will)\b")
_NAMELESS = "Xxxxx"


@dataclass(frozen=True)
class Sentence:
    """What one sentence holds."""

    text: str
    plain: str
    """As it is read: with straight apostrophes, and names hidden, as they can be words (Rose)."""
    words: tuple[str, ...]
    acts: frozenset[str]
    """Verbs of what the speaker did."""
    planned: frozenset[str]
    """Verbs of what the speaker would do, or tells somebody to do."""
    present: frozenset[str]
    """Verbs of what the speaker does, as those tell a story who learnt English late."""
    has_others_act: bool
    names: frozenset[str]
    numbers: tuple[str, ...]
    has_time: bool
    is_past: bool
    is_would: bool
    is_empty: bool
    """A habit, an opinion, praise of oneself."""
    specific: frozenset[str]
    i_count: int
    we_count: int

    @property
    def is_thin(self) -> bool:
        """Whether it has nothing that another answer could not say as well ("It was hard work")."""
        has_fact = self.numbers or self.names or self.has_time or self.says("person")
        beside_acts = self.specific - {stem(verb) for verb in self.acts}
        fewest = 1 if self.acts or self.planned or self.has_others_act else 2
        return not (has_fact or "?" in self.text or len(beside_acts) >= fewest)

    def says(self, name: str) -> bool:
        """Whether it has a phrase of one of the lists of `telling.toml`."""
        return phrase(name).search(self.plain) is not None

    def count(self, name: str) -> int:
        """How many phrases of one of the lists of `telling.toml` it has."""
        return len(phrase(name).findall(self.plain))


@cache
def phrase(name: str) -> re.Pattern[str]:
    """What one of the lists of `telling.toml` matches. Raises KeyError."""
    return any_of(load_toml("interview_cli.answers", "sentences.toml")[name])


def hesitations(answer: str) -> int:
    """How many hesitation words (um, er) an answer has."""
    return len(_HESITATION.findall(answer))


def spoken(answer: str) -> list[str]:
    """The words of an answer without those that hesitate."""
    return tokens(_HESITATION.sub("", answer))


def told_in(answer: str) -> tuple[Sentence, ...]:
    """The sentences of an answer, each once however often, and in whatever case, it is repeated."""
    distinct: dict[str, str] = {}
    for line in _ENDS.split(answer):
        for part in _parts(line):
            for text in _new_in(_once(part), distinct.values()):
                key = f" {' '.join(tokens(text)).casefold()} "
                if key.count(" ") < _RUN_TOGETHER or not any(key in known for known in distinct):
                    distinct.setdefault(key, text)
    distinct.pop("  ", None)
    return tuple(one for one in map(_read, distinct.values()) if one.words)


def _once(part: str) -> str:
    """A part without the second half that says the first again, word by word."""
    said = part.lower().split()
    half = len(said) // 2
    if half < _RUN_TOGETHER or said[:half] != said[half:]:
        return part
    return " ".join(part.split()[:half])


def _new_in(part: str, told: Iterable[str]) -> list[str]:
    """What is left of a part that has run together with sentences told before."""
    left = [part]
    for known in told:
        again = known.rstrip(".!?").lower()
        if len(known.split()) >= _RUN_TOGETHER and again in part.lower():
            pattern = re.compile(re.escape(again), re.IGNORECASE)
            left = [piece for one in left for piece in pattern.split(one)]
    return [one.strip(" -*•–") for one in left]


def _parts(line: str) -> list[str]:
    """The parts of a line that nobody punctuated."""
    long = len(line.split()) > _LONG_WORDS
    return re.split(_RUN_ON, line) if long else [line]


def _read(said_so: str) -> Sentence:
    text = _HESITATION.sub("", said_so)
    named = _plain(text)
    plain = _NAME.sub(_NAMELESS, named)
    said = tuple(word.lower() for word in tokens(plain))
    acts = _own_acts(plain, said)
    counted = tuple(numbers(text))
    has_time = phrase("time").search(named) is not None
    names = frozenset({*named_things(text), *_MODAL_NAME.findall(text)})
    is_would = phrase("would").search(plain) is not None
    has_fact = bool(counted or names or has_time)
    buzz = sum(word in words("buzz") for word in said)
    is_habit = phrase("habit").search(plain) is not None
    is_empty = (
        (buzz >= 2 and not (counted or has_time))
        or (is_habit and not (counted or has_time or acts))
        or (not (counted or names) and _is_cliche(plain))
        or (buzz >= 1 and len(said) < _SHORT_WORDS and not (has_fact or acts or is_would))
    )
    return Sentence(
        text=said_so,
        plain=plain,
        words=said,
        acts=acts,
        planned=_verbs(_PLANNED, plain) & words("act") | _told_to(plain),
        present=_verbs(_PRESENT, plain) & words("act") - acts,
        has_others_act=not acts and _is_by_others(plain),
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


def _is_cliche(plain: str) -> bool:
    """Whether a sentence has a cliche, and hardly a word of its own beside it."""
    beside, found = phrase("cliche").subn("", plain)
    return found > 0 and sum(_is_specific(word.lower()) for word in tokens(beside)) <= 1


def _plain(text: str) -> str:
    """With straight apostrophes, and "I" as it is written by those who write it."""
    plain = text.replace("’", "'")
    if not _CAPITAL_I.search(plain):
        plain = _SMALL_I.sub(lambda found: _SPELLED.get(found[0], "I"), plain)
    return plain


def is_past(word: str) -> bool:
    """Whether a word, in lower case, has the form of a verb in the past."""
    return _PAST.fullmatch(word) is not None or word in words("past")


def _own_acts(sentence: str, said: tuple[str, ...]) -> frozenset[str]:
    """Past verbs that follow "I", and the verb with which a note without a subject begins ("Moved
    tools to …")."""
    acts = {verb for verb in _verbs(_OWN_ACT, sentence) if is_past(verb)}
    is_note = bool(said) and is_past(said[0]) and not (said[1:] and is_past(said[1]))
    if not acts and is_note:  # not "Rose called"
        acts = {said[0]}
    return frozenset(acts)


def _verbs(subject: re.Pattern[str], sentence: str) -> frozenset[str]:
    """The words that follow a subject, those joined to the first by a comma or "and" too."""
    found: set[str] = set()
    for match in subject.finditer(sentence):
        clause = _OTHER_SUBJECT.split(sentence[match.end() :], maxsplit=1)[0]
        found.update((match[1], *_JOINED_ACT.findall(clause)))
    return frozenset(found)


def _told_to(sentence: str) -> frozenset[str]:
    """The verbs of a sentence that tells what to do ("Ring the bank first, then …")."""
    lowered = sentence.lower()
    lead_in = _LEAD_IN.match(lowered)
    first, *rest = tokens(lowered[lead_in.end() :] if lead_in else lowered) or [""]
    if first not in words("act") or (rest and rest[0] in _BEEN):
        return frozenset()
    return frozenset((first, *_JOINED_ACT.findall(lowered))) & words("act")


def _is_by_others(text: str) -> bool:
    """Whether somebody else, by name or as he, she or they, did something."""
    return any(
        is_past(verb) and (who.islower() or who.lower() not in words("stop"))
        for who, verb in _OTHERS.findall(text)
    )


def _is_specific(word: str) -> bool:
    common = _common()
    plain = word.split("'")[0]
    return len(word) > 3 and not word.endswith("ly") and word not in common and plain not in common


@cache
def _common() -> frozenset[str]:
    filler = load_toml("interview_cli.answers", "filler.toml")["words"].split()
    return words("stop") | words("generic") | words("buzz") | words("vague") | {*filler}
