"""Which lines of a CV support what a job asks for, and which of them tell of a deed."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Literal

from interview_cli.answers.sentences import is_past
from interview_cli.english.words import content_stems, named_things, stem, tokens, words
from interview_cli.requirements.ad_layout import unmarked
from interview_cli.requirements.extract import Requirement
from interview_cli.requirements.synonyms import related_in

_NOT_DONE = re.compile(
    r"\b(?:looking for|seeking|would (?:also )?(?:consider|like|love|be glad)|hope to|want to"
    r"|keen to|no|not|never|yet to|without)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What somebody wants next, or has not, supports nothing that they have done."""
_NAME_WORDS = 5
_CV_LINES = 3
_DEED_WORDS = 5
_SHARE = 0.4
"""Of a topic of many words, how many a line must share, two at the least."""
_SAME_BEGINNING = 5
_TEXTS_KEPT = 4
_LINES_KEPT = 10_000
"""A CV of 200,000 characters has some 4,000 lines."""


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
    support = support_for(topic, text)
    scored = {line: support(line) for line in _claims(cv_text)}
    return sorted((line for line in scored if scored[line]), key=lambda line: -scored[line])


def _claims(cv_text: str) -> list[str]:
    """The lines that claim something: not the name at the top, nor what is wished or denied."""
    first, *rest = cv_lines(cv_text) or [""]
    is_name = len(first.split()) <= _NAME_WORDS and len(rest) >= _CV_LINES
    lines = rest if is_name else [first, *rest]
    private = words("private")
    return [
        line
        for line in lines
        if not _NOT_DONE.search(line) and not private & {word.lower() for word in tokens(line)}
    ]


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
            joined.append(unmarked(line))
    return tuple(line for line in joined if len(tokens(line)) >= 2)


def achievements(cv_text: str) -> list[str]:
    """The lines of a CV that tell of a deed."""
    return list(filter(is_deed, cv_lines(cv_text)))


def is_deed(line: str) -> bool:
    """Whether a line of a CV tells of a deed: five words or more, the first, after "I" maybe, a
    verb in the past."""
    said = tokens(line.lower().removeprefix("i "))
    if len(said) < _DEED_WORDS or said[0] in words("titled") or set(said) & words("private"):
        return False
    return is_past(said[0])


def support_for(topic: str, text: str = "") -> Callable[[str], float]:
    """How well a line supports the topic, 0 for not at all; see `supporting_lines`."""
    wanted = content_stems(topic)
    named = {stem(name) for name in named_things(f"the {topic}") | named_things(text)}
    # A word of a name that any CV may use (Life Support) tells nothing by itself.
    named -= _generic_stems()
    distinct = named | {word for word in wanted if not word.isalpha()}

    related = related_in(topic)

    def support(line: str) -> float:
        shared = (wanted | named) & content_stems(line)
        if not shared & distinct:
            # In other words; but one tool by name (Terraform) is not another (Ansible).
            same = (related[one] for one in related.keys() & related_in(line).keys())
            shared = shared | (frozenset().union(*same) - distinct)
        told = len(shared & wanted)
        if shared & distinct or told * 2 > len(wanted) or 1 < told >= len(wanted) * _SHARE:
            # Of two lines that both show it, one that tells a deed makes the better question.
            return len(shared) + (0.5 if is_deed(line) else 0.0)
        return 0.0

    return support
