"""The requirements of a job description, and the lines of a CV that support each."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from interview_cli.assessment.language import content_stems, named_things, stem, tokens, words

_BULLET = re.compile(r"^\s*(?:[-*•●▪◦‣–—·]|\d{1,2}[.)])\s+")
_HEADING_MARK = re.compile(r"^\s*#{1,6}\s+|^\s*\*\*|\*\*\s*$|[:：]\s*$")
_WANTED = re.compile(
    r"\b(?:require|qualif|you(?:['’]ll)? (?:bring|have|need|offer|are)|must|skills|profile"
    r"|looking for|about you|who you are|what we expect|experience|essential|nice to have|bonus"
    r"|desirable|preferred|would be a plus|person specification)",
    re.IGNORECASE,
)
_NICE = re.compile(
    r"\b(?:nice to have|a plus|advantageous|desirable|not essential|good to have"
    r"|(?:is|are|be|as) (?:an? )?(?:bonus|advantage))\b|\bpreferred\W*$",
    re.IGNORECASE,
)
_NICE_HEADING = re.compile(
    r"\b(?:bonus|advantages?|preferred|preferably|ideally|pluses|(?:great|nice|good) if"
    r"|would be (?:great|nice|good)|also (?:have|had))\b",
    re.IGNORECASE,
)
_IDEALLY = re.compile(r"\b(?:ideally|preferably)\b", re.IGNORECASE)
_PROSE = re.compile(
    r"\b(?:you (?:have|bring|can|are able|know|hold|need)|must|experience (?:with|in|of)"
    r"|knowledge of|familiar\w* with|fluent|able to|ability to|degree in|certificate)\b",
    re.IGNORECASE,
)
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
    r"|(?:ability|willingness)\s+to\s+|an?\s+|the\s+|your\s+|and\s+)",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")
_TOPIC_END = re.compile(
    r"[,;:(–—]|\.(?:\s|$)| - |\s(?:such as|including|e\.g\.|like|or similar|preferably|ideally"
    r"|is a plus|are a plus|would be|is required|is essential)\b",
    re.IGNORECASE,
)
_MAX_TOPIC_WORDS = 9
_DEED_WORDS = 5
_SAME_BEGINNING = 5
_TEXTS_KEPT = 4
_LINES_KEPT = 10_000
"""A CV of 200,000 characters has some 4,000 lines."""
# A topic that starts so is what is left of a sentence, or (not colour blind) asks for an absence.
_NEVER_FIRST = {"with", "in", "or", "of", "for", "to", "at", "on", "and", "not", "no", "don't"}
_NEVER_LAST = {"and", "or", "with", "of", "in", "for", "to", "the", "a", "an", "at", "on", "&"}


_CONDITION = re.compile(
    r"\b(?:licen[cs]e|permit|gcses?|a-levels?|status|certificates?|degree|diploma|interest|travel"
    r"|reliab\w+|punctual\w*|years old|card|fluent|languages?|english|french|german|spanish)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Requirement:
    """One thing the job asks for: the ad's own words, and the part that names it."""

    text: str
    topic: str
    must: bool

    @property
    def is_condition(self) -> bool:
        """Whether it is something to have or to be rather than to do: poor matter for a story."""
        return _CONDITION.search(self.topic) is not None


def find_requirements(job_description: str) -> list[Requirement]:
    """What the ad asks for, must-haves first, each topic once, in the order of the ad."""
    found: dict[str, Requirement] = {}
    for text, must in _wanted_lines(job_description):
        topic = topic_of(text)
        if content_stems(topic) and topic.split()[0].lower() not in _NEVER_FIRST:
            found.setdefault(topic.casefold(), Requirement(text, topic, must))
    return sorted(found.values(), key=lambda requirement: not requirement.must)


def topic_of(text: str) -> str:
    """The words of a requirement that name it: "5+ years of Python, ideally …" → "Python"."""
    topic = _EMPHASIS.sub("", _BULLET.sub("", text)).strip()
    while (shorter := _PREAMBLE.sub("", topic, count=1)) != topic:
        topic = shorter
    end = _TOPIC_END.search(topic)
    parts = (topic[: end.start()] if end else topic).split()[:_MAX_TOPIC_WORDS]
    while len(parts) > 1 and parts[-1].lower() in _NEVER_LAST:
        parts.pop()
    return " ".join(parts).rstrip(" .")


def requirement_on(topic: str, job_description: str) -> Requirement:
    """The requirement that a topic came from, or the bare topic where the ad has it no more."""
    found = (r for r in find_requirements(job_description) if r.topic == topic)
    return next(found, Requirement(topic, topic, must=True))


def evidence(requirement: Requirement, cv_text: str) -> Literal["shown", "hinted", "absent"]:
    """Whether a CV shows what is asked for in one of its lines, may do so in other words, or not.

    Only what shares no word that carries meaning is called absent: to be told that one's CV lacks
    what it says is worse than not to be told.
    """
    if supporting_lines(requirement.topic, cv_text, requirement.text):
        return "shown"
    told = content_stems(requirement.text) - _generic_stems()
    return "hinted" if _beginnings(told) & _beginnings(content_stems(cv_text)) else "absent"


@lru_cache(maxsize=_LINES_KEPT)
def _beginnings(stems: frozenset[str]) -> frozenset[str]:
    """Published and publication have stems of their own, and one beginning."""
    return frozenset(one[:_SAME_BEGINNING] for one in stems)


@cache
def _generic_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in words("generic"))


def supporting_lines(topic: str, cv_text: str, text: str = "") -> list[str]:
    """The lines of the CV that support a topic, the best first.

    A line supports it that shares a named thing or a compound (event-driven, C++) with it, or most
    of its words that carry meaning. `text` is all that the ad says on it: it may name examples.
    """
    support = _supporter(topic, text)
    scored = {line: support(line) for line in cv_lines(cv_text)}
    return sorted((line for line in scored if scored[line]), key=lambda line: -scored[line])


def mentions(topic: str, text: str) -> bool:
    """Whether a text speaks of a topic at all, by the rule of `supporting_lines`."""
    support = _supporter(topic)
    return any(support(line) > 0 for line in text.splitlines())


def cv_lines(cv_text: str) -> list[str]:
    """The CV's lines and bullets, without their marks; lines that a page broke are joined."""
    return list(_cv_lines(cv_text))


# A CV is asked about every requirement of an ad: what depends on it alone is read once.
@lru_cache(maxsize=_TEXTS_KEPT)
def _cv_lines(cv_text: str) -> tuple[str, ...]:
    joined: list[str] = []
    for line in filter(str.strip, cv_text.splitlines()):
        # A bullet of a PDF goes on where the next line starts in lower case.
        if line.strip()[0].islower() and joined:
            joined[-1] = f"{joined[-1]} {line.strip()}"
        else:
            joined.append(_BULLET.sub("", line).strip(" *_#"))
    return tuple(line for line in joined if len(tokens(line)) >= 2)


def achievements(cv_text: str) -> list[str]:
    """The lines of a CV that tell of a deed."""
    return list(filter(is_deed, cv_lines(cv_text)))


def is_deed(line: str) -> bool:
    """Whether a line of a CV tells of a deed: five words or more, the first a verb in the past."""
    said = tokens(line.lower())
    return len(said) >= _DEED_WORDS and (said[0].endswith("ed") or said[0] in words("past"))


def _supporter(topic: str, text: str = "") -> Callable[[str], float]:
    """How well a line supports the topic, 0 for not at all; see `supporting_lines`."""
    wanted = content_stems(topic)
    named = {stem(name) for name in named_things(f"the {topic}") | named_things(text)}
    # A word of a name that any CV may use (Life Support) tells nothing by itself.
    named -= _generic_stems()
    distinct = named | {word for word in wanted if not word.isalpha()}

    def support(line: str) -> float:
        shared = (wanted | named) & content_stems(line)
        if shared & distinct or len(shared) * 2 > len(wanted):
            # Of two lines that both show it, one that tells a deed makes the better question.
            return len(shared) + (0.5 if is_deed(line) else 0.0)
        return 0.0

    return support


def _wanted_lines(job_description: str) -> Iterable[tuple[str, bool]]:
    """Lines that ask for something, with whether they must be met.

    Bullets under a heading that asks; where there are none, all bullets; where there are no
    bullets, sentences that ask.
    """
    under_heading: list[tuple[str, bool]] = []
    bullets: list[tuple[str, bool]] = []
    prose: list[tuple[str, bool]] = []
    asks, nice = False, False
    lines = _unwrapped(job_description)
    for line, below in zip(lines, [*lines[1:], ""], strict=False):
        if _BULLET.match(line):
            entry = (_BULLET.sub("", line).strip(), not (nice or _is_nice(line)))
            bullets.append(entry)
            if asks:
                under_heading.append(entry)
        elif _HEADING_MARK.search(line) or len(tokens(line)) <= 6 or _is_heading(line, below):
            nice = bool(_NICE.search(line) or _NICE_HEADING.search(line))
            asks = nice or bool(_WANTED.search(line))
        else:
            prose.extend(
                (part, not _is_nice(part))
                for part in re.split(r"(?<=[.!?;])\s+", line)
                if _PROSE.search(part)
            )
    return under_heading or bullets or prose


def _is_heading(line: str, below: str) -> bool:
    """A short line without a full stop above bullets heads them."""
    return bool(_BULLET.match(below)) and len(tokens(line)) <= 12 and not line.endswith(".")


def _is_nice(line: str) -> bool:
    """Whether a line says of all it asks for that it need not be."""
    # "… in sales, ideally of machines" must be met; only what follows the word need not.
    ideally = _IDEALLY.search(line)
    return bool(_NICE.search(line)) or bool(ideally and not line[: ideally.start()].strip(" -*•"))


def _unwrapped(text: str) -> list[str]:
    """Lines, with those joined that a bullet or a sentence was broken into."""
    lines: list[str] = []
    for line in text.splitlines():
        goes_on = line[:1].isspace() or line[:1].islower()
        if lines and line.strip() and lines[-1] and goes_on and not _BULLET.match(line):
            lines[-1] = f"{lines[-1]} {line.strip()}"
        else:
            lines.append(line.rstrip())
    return [line for line in lines if line.strip()]
