"""What a job ad asks for, read from whatever layout it has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from interview_cli.english.words import content_stems
from interview_cli.requirements.ad_layout import Line, read_layout, unmarked
from interview_cli.requirements.ad_sentences import (
    asked_in,
    is_said_must,
    is_said_nice,
    listed_in,
    split_entry,
)
from interview_cli.requirements.ad_tables import criteria_in, is_row

# What an ad says before it comes to the point.
_PREAMBLE = re.compile(
    r"^(?:you(?:['’]ll)?\s+(?:must\s+)?(?:have|bring|are|be|can|know|need|hold|will have)\s+"
    r"|we (?:expect|need|want)\s+|must (?:have|be|hold)\s+|have\s+"
    r"|(?:at least|minimum(?: of)?|over|more than)\s+"
    r"|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|many)\s*\+?\s*"
    r"(?:(?:-|–|to)\s*\d+\s*)?(?:or more\s+)?years?"
    r"(?:['’]|\sof|\sin)?\s*|(?:strong|solid|proven|demonstrable|excellent|good|deep|hands-on|working"
    r"|practical|sound|real|relevant|recent|prior|previous|some|professional|extensive|basic)\s+(?!(?:with|in|at|of)\b)"
    r"|(?:experience|expertise|knowledge|understanding|familiarity|background|track record|skills?"
    r"|proficiency|competence|familiar|comfortable|proficient|fluent|experienced|skilled)\s+"
    r"(?:with|in|of|using|at)\s+|experience\s+(?=[a-z]+ing\b)"
    r"|able to\s+|(?:an?|the)\s+(?:ability|willingness)\s+to\s+"
    r"|(?:ability|willingness)\s+to\s+|an?\s+(?!levels?\b)|the\s+|your\s+|and\s+|to\s+(?:be\s+)?)",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")
_TOPIC_END = re.compile(
    r"[,;:(–—]|(?<!\binc)(?<!\bincl)(?<!\betc)\.(?:\s|$)| - |\s(?:such as|including|e\.g\.|like"
    r"|or similar|preferably|ideally|is a plus|are a plus|would be|is required|is essential|that"
    r"|which|who|where)\b",
    re.IGNORECASE,
)
_MAX_TOPIC_WORDS = 9
_ADS_KEPT = 8
# A topic that starts so is what is left of a sentence, or (not colour blind) asks for an absence.
_NEVER_FIRST = {"with", "in", "or", "of", "for", "to", "at", "on", "and", "not", "no", "don't"}
_NEVER_LAST = {"and", "or", "up", "with", "of", "in", "for", "to", "the", "a", "an", "at", "on"}
_NEVER_LAST |= {"&"}


_CONDITION = re.compile(
    r"\b(?:licen[cs]e|permit|gcses?|a-levels?|status|certificates?|degree|diploma|interest"
    r"|years old|card|fluent|languages?|english|french|german|spanish|qualified|registration)\b",
    re.IGNORECASE,
)
_FORMALITY = re.compile(
    r"\b(?:(?:dbs|police|record|background|criminal|security|medical|credit) (?:checks?|clearance)"
    r"|checks?$|screen(?:ing)?|vetting|references?|(?:own )?transport|nights?|weekends|rota|shifts?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|right to work|eligib\w+|years or over"
    r"|relocat\w+|commut\w+|live (?:close|near)|get to|lift|climb|immuni\w+|vaccin\w+|travel"
    r"|on the day)\b",
    re.IGNORECASE,
)
_TRAIT = re.compile(
    r"^(?:an? |the |very |highly |strong |good |excellent |clear )*(?:calm|compassion|kind|caring"
    r"|reliab|punctual|polite|patien|level-head|generous|friendly|flexib|honest|open|positive"
    r"|proactive|enthusias|empath|organi[sz]ed|team player|self-|keen eye|eye for|attention to"
    r"|listen|enjoy|stays|is |are |confident|comfortable|resilien|curio|motivat|hard-?working"
    r"|well-organi|integrity|respect|high expectations|communication|interpersonal|temperament"
    r"|manner|attitude|passion|can work|work (?:well )?(?:to|under|in|as)\b|care about)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Requirement:
    """One thing the job asks for: the ad's own words, and the part that names it."""

    text: str
    topic: str
    must: bool

    @property
    def is_trait(self) -> bool:
        """Whether it is a manner that hardly a CV states, and a story shows."""
        return _TRAIT.match(self.topic) is not None

    @property
    def is_condition(self) -> bool:
        """Whether it is something to have rather than to do: poor matter for a story."""
        return self.is_formality or _CONDITION.search(self.topic) is not None

    @property
    def is_formality(self) -> bool:
        """Whether it is settled with a paper, a yes or a timetable: no matter for a question."""
        return _FORMALITY.search(self.topic) is not None


def find_requirements(job_description: str) -> list[Requirement]:
    """What the ad asks for, must-haves first, each topic once, in the order of the ad."""
    return list(_found(job_description))


# Each question of an interview asks about the same ad.
@lru_cache(maxsize=_ADS_KEPT)
def _found(job_description: str) -> tuple[Requirement, ...]:
    found: dict[str, Requirement] = {}
    for text, must in _asked(list(read_layout(job_description))):
        topic = topic_of(text)
        if content_stems(topic) and topic.split()[0].lower() not in _NEVER_FIRST:
            found.setdefault(topic.casefold(), Requirement(text, topic, must))
    return tuple(sorted(found.values(), key=lambda requirement: not requirement.must))


def _asked(lines: list[Line]) -> Iterator[tuple[str, bool]]:
    """What the parts of an ad ask for; where no part says that it does, its bullets."""
    asked = list(_in_parts(lines))
    if asked:
        return iter(asked)
    bullets = [line for line in lines if line.is_entry and line.part in ("unknown", "other")]
    return (entry for line in bullets for entry in _entry(line.text, nice=False))


def _in_parts(lines: list[Line]) -> Iterator[tuple[str, bool]]:
    has_parts = any(line.part in ("wanted", "nice") for line in lines)
    for rows, group in groupby(lines, key=lambda line: is_row(line.text)):
        if rows:
            table = list(group)
            asks = table[0].part in ("wanted", "nice")
            yield from criteria_in([line.text for line in table], asks=asks)
            continue
        for line in group:
            wanted, nice = line.part in ("wanted", "nice"), line.part == "nice"
            if line.text.count(" = ") > 1:
                continue  # what letters in a table stand for
            if wanted and line.is_entry:
                yield from _entry(line.text, nice=nice)
            elif wanted and line.is_labelled:
                entries, rest = listed_in(line.text)
                for entry in entries:
                    yield from _entry(entry, nice=nice)
                yield from asked_in(rest, "asks", nice=nice)
            elif not line.is_entry:
                among = "asks" if wanted else "strong" if has_parts else "prose"
                yield from asked_in(line.text, among, nice=nice)


def _entry(text: str, *, nice: bool) -> Iterator[tuple[str, bool]]:
    """What one entry of a list asks for."""
    is_nice = (nice and not is_said_must(text)) or is_said_nice(text)
    for part in split_entry(text):
        yield part, not is_nice


def topic_of(text: str) -> str:
    """The words of a requirement that name it: "5+ years of Python, ideally …" → "Python"."""
    topic = _EMPHASIS.sub("", unmarked(text)).strip()
    while (shorter := _PREAMBLE.sub("", topic, count=1)) != topic:
        topic = shorter
    ends = [end.start() for end in _TOPIC_END.finditer(topic)]
    # One word before a comma is the first of a list: "pulp, paper or another process".
    end = next((e for e in ends if len(topic[:e].split()) > 1 or topic[e] != ","), len(topic))
    parts = topic[:end].split()[:_MAX_TOPIC_WORDS]
    while len(parts) > 1 and parts[-1].lower() in _NEVER_LAST:
        parts.pop()
    return " ".join(parts).rstrip(" .,;:")


def requirement_on(topic: str, job_description: str) -> Requirement:
    """The requirement that a topic came from, or the bare topic where the ad has it no more."""
    found = (r for r in find_requirements(job_description) if r.topic == topic)
    return next(found, Requirement(topic, topic, must=True))
