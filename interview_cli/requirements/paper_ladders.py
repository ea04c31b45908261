"""Compare papers that come in steps: a Level 3 covers a Level 2, and states no Level 4."""

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from interview_cli.english.word_groups import compile_words, load_lines
from interview_cli.english.words import content_stems

_FILE = ("interview_cli.requirements", "paper_ladders.toml")
_LADDER_KINDS = ("whole", "of_subject", "schooling", "below_only")
_TEXTS_KEPT = 10_000

Comparison = Literal["covers", "below"]


class _Ladder(NamedTuple):
    kind: str
    heights: dict[str, int]
    """The height of each name, from 0."""
    pattern: re.Pattern[str]


class _Step(NamedTuple):
    """A step of a ladder that a text names."""

    height: int
    name: str


def compare_papers(wanted: str, line: str, no_subject: frozenset[str]) -> Comparison | None:
    """Return whether what a line names covers a paper, or is below it; None if it is neither.

    `no_subject` are stems that name no subject, such as that of "certificate".
    """
    found = {
        _compare_steps(ladder.kind, asked, held)
        for number, ladder in enumerate(_load_ladders())
        if (asked := _find_step(number, wanted))
        and (held := _find_step(number, line))
        and (ladder.kind != "of_subject" or _share_subject(wanted, line, asked, no_subject))
    }
    return next((result for result in ("below", "covers") if result in found), None)


def _compare_steps(kind: str, asked: _Step, held: _Step) -> Comparison | None:
    if held.height < asked.height:
        return "below"
    is_other = held.height > asked.height or (kind == "whole" and held.name != asked.name)
    is_same = kind == "of_subject"
    return "covers" if kind != "below_only" and (is_other or is_same) else None


def _share_subject(wanted: str, line: str, step: _Step, no_subject: frozenset[str]) -> bool:
    """Return whether a paper names no subject, or a line names the same."""
    subject = content_stems(wanted.lower().replace(step.name, " ")) - no_subject
    return not subject or not subject.isdisjoint(content_stems(line))


@lru_cache(maxsize=_TEXTS_KEPT)
def _find_step(number: int, text: str) -> _Step | None:
    """Return the highest step of a ladder that a text names."""
    ladder = _load_ladders()[number]
    names = (found.lower() for found in ladder.pattern.findall(text.replace("’", "'")))
    return max((_Step(ladder.heights[name], name) for name in names), default=None)


@cache
def _load_ladders() -> tuple[_Ladder, ...]:
    return tuple(
        _build_ladder(kind, f"{kind} {number}", line)
        for kind in _LADDER_KINDS
        for number, line in enumerate(load_lines(*_FILE, kind))
    )


def _build_ladder(kind: str, name: str, line: str) -> _Ladder:
    steps = (names.split(", ") for names in line.split(" < "))
    heights = {name: height for height, names in enumerate(steps) for name in names}
    return _Ladder(kind, heights, _compile(name, tuple(heights)))


@cache
def _compile(name: str, names: tuple[str, ...]) -> re.Pattern[str]:
    return compile_words(*_FILE, name, names, inner=r"\w+", flags=re.IGNORECASE)
