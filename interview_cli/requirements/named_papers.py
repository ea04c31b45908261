"""Find what a CV says of a paper by the words of its name."""

import re
from dataclasses import replace
from typing import Literal, NamedTuple

from interview_cli.english.rules import Rules
from interview_cli.english.words import content_stems
from interview_cli.requirements.cv_paper_lines import find_capitals
from interview_cli.requirements.cv_papers import is_found
from interview_cli.requirements.driving_licences import asks_for_driving, find_class_asked
from interview_cli.requirements.letter_case import calm
from interview_cli.requirements.paper_in_cv import (
    Status,
    WantedPaper,
    find_state,
    form_acronyms,
    load_stems_beside,
    names_paper,
    read_parts,
    speaks_of,
)
from interview_cli.requirements.paper_names import load_paper_stems, write_same
from interview_cli.requirements.requirement import Requirement

_RULES = Rules("interview_cli.requirements", "paper_status.toml")
_EVIDENCE = Rules("interview_cli.requirements", "evidence.toml")
_STATUSES: tuple[Status, ...] = (
    "lapsed",
    "to_come",
    "denied",
    "held",
    "bare",
    "below",
    "mention",
    "silent",
)
"""Of what several parts of a CV say, the first counts."""
OPEN: tuple[Status, ...] = ("lapsed", "to_come", "denied")
_HALF = 0.5
_MAX_NAME_WORDS = 7
_REMARK = re.compile(r"\((?P<names>[^()]+)\)")
_CHOICE = re.compile(r"[/,]")
_COMMA = re.compile(r",")


def scores_name(requirement: Requirement, text: str) -> bool:
    """Return whether a text has half of the name of a paper, or its letters."""
    names = map(WantedPaper.of, split_names(requirement))
    return any(name.score(text) >= _HALF for name in names)


def names_which(name: str) -> bool:
    """Return whether a name says which paper it is: "registration" does not."""
    stems = content_stems(name) - load_paper_stems() - load_stems_beside()
    return bool(stems) or is_found("degree", name) or asks_to_drive(name)


def _list_alternatives(requirement: Requirement) -> list[Requirement]:
    """Return the papers that an ad takes instead of the first: "a Level 3, or three passes in the
    Junior Certificate"."""
    others = _RULES.pattern("otherwise").split(requirement.text)[1:]
    return [
        replace(requirement, text=other, topic=other)
        for other in others
        if names_paper(other) and names_which(other)
    ]


def holds_alternative(requirement: Requirement, cv: str) -> bool:
    """Return whether a CV names a paper that an ad takes instead of the first."""
    return any(_is_held(each, cv) for each in _list_alternatives(requirement))


def _is_held(paper: Requirement, cv: str) -> bool:
    told = [read_name(name, cv) for name in split_names(paper)]
    return any(each.state == "held" and each.share >= _HALF for each in told)


def has_whole_name(requirement: Requirement, cv: str) -> bool:
    """Return whether a part of a CV has all words of the name of a paper, or its initials."""
    return any(
        wanted.is_whole(part) or not find_capitals(part.same).isdisjoint(form_acronyms(name))
        for name in split_names(requirement)
        for wanted in (WantedPaper.of(name),)
        for part in read_parts(cv)
    )


class Told(NamedTuple):
    """What a CV says of one paper."""

    state: Status | Literal["mixed"]
    share: float
    """How much of its name stands in the part of the CV that has most of it."""


def rank_told(told: Told) -> tuple[bool, float]:
    return told.state == "held", told.share


def split_names(requirement: Requirement) -> list[str]:
    """Return the names of the papers of which one is enough, those in brackets too."""
    remarks = (found["names"] for found in _REMARK.finditer(requirement.text))
    capitals = (write_same(text) for text in remarks if text.isupper())
    is_short = len(requirement.text.split()) <= _MAX_NAME_WORDS and "(" not in requirement.text
    texts = [write_same(calm(requirement.text if is_short else requirement.topic)), *capitals]
    is_degree = is_found("degree", requirement.text)
    parts = [
        name
        for text in texts
        for part in _EVIDENCE.pattern("or_joint").split(text)
        for name in (_CHOICE if is_degree or text.isupper() else _COMMA).split(part)
    ]
    named = [
        part
        for part in parts
        if is_found("degree", part)
        or (
            content_stems(part) - load_paper_stems() - load_stems_beside()
            and (find_capitals(part) or names_paper(part) or part == parts[0])
        )
    ]
    abbreviated = [part for part in named if find_capitals(part)]
    # A "qualified accountant (ACA or ACCA)" is named by the letters.
    is_profession = speaks_of("profession", requirement.topic)
    return (abbreviated if is_profession and abbreviated else named) or texts[:1]


def read_name(name: str, cv: str) -> Told:
    wanted = WantedPaper.of(name)
    parts = read_parts(cv)
    is_degree = is_found("degree", name)
    if is_degree:
        parts = tuple(part for part in parts if is_found("degree_held", part.text)) or parts
    if is_degree and not wanted.stems:
        scored = [(1.0, part) for part in parts if is_found("degree_held", part.text)]
    else:
        scored = [(wanted.score_part(part), part) for part in parts]
    most = max((score for score, _ in scored), default=0.0)
    states = {find_state(name, part, wanted) for score, part in scored if score and score >= most}
    status = _sum_up(states)
    if status == "mention" and speaks_of("ticket", name):
        others = {find_state(name, part, wanted) for score, part in scored if score}
        status = next((other for other in OPEN if other in others), status)
    return Told(status, most)


def _sum_up(states: set[Status]) -> Status | Literal["mixed"]:
    """Return what the parts of a CV that name a paper say of it together."""
    if states & set(OPEN) and states & {"held", "bare"}:
        return "mixed"
    return next((status for status in _STATUSES if status in states), "silent")


def asks_to_drive(text: str) -> bool:
    same = write_same(text)
    return asks_for_driving(same) or find_class_asked(same) is not None
