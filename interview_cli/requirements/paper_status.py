"""Tell whether a CV leaves open a paper without which nobody gets the job."""

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from interview_cli.english.rules import load_rules
from interview_cli.english.words import content_stems
from interview_cli.requirements.cv_evidence import judge_evidence, may_mention
from interview_cli.requirements.cv_paper_lines import find_capitals, find_unfinished
from interview_cli.requirements.cv_papers import is_found
from interview_cli.requirements.driving_licences import asks_for_driving, find_class_asked
from interview_cli.requirements.known_in_cv import KnownState, read_known_paper
from interview_cli.requirements.letter_case import calm
from interview_cli.requirements.paper_in_cv import (
    Status,
    WantedPaper,
    find_state,
    load_stems_beside,
    names_paper,
    read_parts,
    speaks_of,
)
from interview_cli.requirements.paper_names import find_names, load_paper_stems, write_same
from interview_cli.requirements.plain_papers import read_plain_paper
from interview_cli.requirements.requirement import Requirement

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
_OPEN: tuple[Status, ...] = ("lapsed", "to_come", "denied")
_NOT_HELD: tuple[Status, ...] = (*_OPEN, "below")
_KNOWN: dict[KnownState, Status] = {
    "held": "held",
    "lapsed": "lapsed",
    "to_come": "to_come",
    "denied": "denied",
    "lower": "below",
    "elsewhere": "silent",
    "kin": "silent",
    "silent": "silent",
}
"""What is said of a paper of the catalogue."""
_ACRONYM = re.compile(r"\b[A-Z]{2,}\b")
_MIN_NAMING_STEMS = 2
_HALF = 0.5
_MAX_NAME_WORDS = 7
_REMARK = re.compile(r"\((?P<names>[^()]+)\)")
_CHOICE = re.compile(r"[/,]")
_COMMA = re.compile(r",")
_OTHERWISE = re.compile(r", or (?:an? |the |at least |minimum |of |one ){0,4}")
_PAPERS_KEPT = 64


# The plan of an interview, its questions and its map ask for the same.
@lru_cache(maxsize=_PAPERS_KEPT)
def find_status(requirement: Requirement, cv: str, day: date | None = None) -> Status:
    """Return what a CV says of a paper that a job needs.

    Of several papers of which one is enough, the one that the CV says most of counts; of several
    that are all needed, one that is not held. `day`: that of the interview, on which a paper may
    have run out; None if it is not known.
    """
    if plain := read_plain_paper(requirement.text, cv):
        return plain.state
    if any(_is_alternative_held(each, cv) for each in _list_alternatives(requirement)):
        return "held"
    known = read_known_paper(requirement, cv, day)
    is_read = known is not None and known.state not in ("silent", "kin")
    if known and is_read and known.wanted.paper.is_brought:
        return _KNOWN[known.state]
    status = _read_by_rules(requirement, cv, day)
    if known and is_read and status not in ("held", "bare"):
        return _KNOWN[known.state]
    is_named = known is not None and known.is_sure and known.wanted.paper.is_brought
    if is_named and status in ("held", "bare") and not _is_whole(requirement, cv):
        return "silent"  # "CompTIA Network+" is no Security+
    if known and known.state == "kin" and (status == "mention" or known.is_to_come):
        return "silent"
    return status


def _is_whole(requirement: Requirement, cv: str) -> bool:
    """Return whether a part of a CV has the whole name of a paper."""
    return any(_read_name(name, cv).share >= 1 for name in _split_names(requirement))


def _list_alternatives(requirement: Requirement) -> list[Requirement]:
    """Return the papers that an ad takes instead of the first: "a Level 3, or three passes in the
    Junior Certificate"."""
    others = _OTHERWISE.split(requirement.text)[1:]
    return [
        replace(requirement, text=other, topic=other)
        for other in others
        if names_paper(other) and names_which(other)
    ]


def _is_alternative_held(paper: Requirement, cv: str) -> bool:
    told = [_read_name(name, cv) for name in _split_names(paper)]
    return any(each.state == "held" and each.share >= _HALF for each in told)


def _read_by_rules(requirement: Requirement, cv: str, day: date | None) -> Status:
    """Return what a CV says of a paper by its words."""
    both = split_both(requirement)
    if both:
        statuses = [find_status(paper, cv, day) for paper in both]
        return next((status for status in statuses if status in _NOT_HELD), statuses[0])
    names = _split_names(requirement)
    told = max((_read_name(name, cv) for name in names), key=_rank_told)
    is_shown = judge_evidence(requirement, cv) == "shown"
    if asks_for_driving(write_same(requirement.text)) and _may_drive(cv):
        return "held"
    if _asks_to_drive(requirement.text) and not is_shown and _is_learner(cv):
        return "to_come"
    if is_found("degree", requirement.text) and not is_shown and _studies_only(cv):
        return "to_come"
    if told.state == "mixed" and told.share < 1:
        return "held"
    if told.state == "mixed":
        is_ticket = speaks_of("ticket", requirement.text)
        is_sure = is_shown and (not is_ticket or _asks_to_drive(requirement.text))
        return "held" if is_sure else "to_come"
    if told.state != "silent":
        is_doubted = told.state != "held" and find_unfinished(requirement.text, cv) is not None
        return "to_come" if is_doubted and told.state == "bare" else told.state
    return "silent"


def split_both(requirement: Requirement) -> list[Requirement]:
    """Return each of the papers of a requirement that asks for two: by their letters, or in a list
    in which each has its word for a paper."""
    parts = requirement.topic.split(" and ")
    listed = [part.strip() for part in _COMMA.split(requirement.text)]
    if len(listed) > 1 and all(_ends_with_paper(part) for part in listed):
        parts = listed
    elif not all(map(_ACRONYM.search, parts)):
        return []
    return [replace(requirement, text=part, topic=part) for part in parts] if parts[1:] else []


def _ends_with_paper(part: str) -> bool:
    *names, last = part.split()
    return bool(names) and speaks_of("register", last)


def is_open(requirement: Requirement, cv: str, day: date | None = None) -> bool:
    """Return whether a CV leaves open a paper without which nobody gets the job.

    Of what it does not mention only a paper whose name is known, or has two words that no other
    has, is surely lacking: the rest may be held in other words.
    """
    if plain := read_plain_paper(requirement.text, cv):
        return plain.state != "held"
    if any(_is_alternative_held(each, cv) for each in _list_alternatives(requirement)):
        return False
    known = read_known_paper(requirement, cv, day)
    if known and (known.state != "silent" or known.is_sure):
        return find_status(requirement, cv, day) not in ("held", "bare", "mention")
    if not names_which(write_same(requirement.topic)):
        return False
    status = find_status(requirement, cv, day)
    if status in _NOT_HELD:
        return True
    if status == "held" or status == "bare":
        return False
    if status == "silent" and any(find_names(name) for name in _split_names(requirement)):
        return True
    return _is_surely_absent(requirement, cv)


def is_told_open(requirement: Requirement, cv: str, day: date | None = None) -> bool:
    """Return whether a CV says itself that a paper is not there, not yet, or another one."""
    return requirement.is_paper and _is_told(requirement, cv, day)


def is_told_check(requirement: Requirement, cv: str, day: date | None = None) -> bool:
    """Return whether a CV says itself that a check or schooling of which nobody is asked else is
    not there: "police check (expired)"."""
    known = read_known_paper(requirement, cv, day)
    if known is None or requirement.is_paper or not requirement.is_must:
        return False
    is_check = requirement.is_formality or known.wanted.paper.is_checked
    return is_check and _is_told(requirement, cv, day)


def _is_told(requirement: Requirement, cv: str, day: date | None) -> bool:
    if plain := read_plain_paper(requirement.text, cv):
        return plain.state != "held"
    known = read_known_paper(requirement, cv, day)
    if known is None or not known.is_told or find_status(requirement, cv, day) not in _NOT_HELD:
        return False
    return not content_stems(known.wanted.text).isdisjoint(content_stems(requirement.topic))


def name_subject(requirement: Requirement, cv: str, day: date | None = None) -> str:
    """Return the same name for two wordings of one paper in an ad."""
    if plain := read_plain_paper(requirement.text, cv):
        return plain.form.partition("_")[0]
    known = read_known_paper(requirement, cv, day)
    return known.wanted.paper.say if known else requirement.topic


def find_open_part(requirement: Requirement, cv: str, day: date | None = None) -> str | None:
    """Return the sentence of a CV that says that a paper is to come, over or not there."""
    if find_status(requirement, cv, day) not in _OPEN:
        return None
    known = read_known_paper(requirement, cv, day)
    if known and known.text:
        return known.text
    found = [
        (wanted.score_part(part), part.text)
        for name in _split_names(requirement)
        for wanted in (WantedPaper.of(name),)
        for part in read_parts(cv)
        if wanted.score_part(part) > _HALF and find_state(name, part, wanted) in _OPEN
    ]
    return max(found, key=lambda entry: entry[0], default=(0.0, None))[1]


def scores_name(requirement: Requirement, text: str) -> bool:
    """Return whether a text has half of the name of a paper, or its letters."""
    names = map(WantedPaper.of, _split_names(requirement))
    return any(name.score(text) >= _HALF for name in names)


def names_which(name: str) -> bool:
    """Return whether a name says which paper it is: "registration" does not."""
    stems = content_stems(name) - load_paper_stems() - load_stems_beside()
    return bool(stems) or is_found("degree", name) or _asks_to_drive(name)


def _is_surely_absent(requirement: Requirement, cv: str) -> bool:
    if requirement.is_replaceable or _asks_to_drive(requirement.text):
        return False
    names = _split_names(requirement)
    is_long = all(len(WantedPaper.of(name).stems) >= _MIN_NAMING_STEMS for name in names)
    is_absent = judge_evidence(requirement, cv) == "absent" and not may_mention(requirement, cv)
    told = [_read_name(name, cv) for name in names]
    is_part = is_long and all(each.share < 1 for each in told)
    is_silent = all(each.state == "silent" for each in told)
    # The title of a profession is no licence of it.
    is_mention = any(each.state == "mention" for each in told)
    is_title = is_mention and speaks_of("licence", requirement.topic)
    return is_absent and (is_title or is_part or is_silent)


class _Told(NamedTuple):
    """What a CV says of one paper."""

    state: Status | Literal["mixed"]
    share: float
    """How much of its name stands in the part of the CV that has most of it."""


def _rank_told(told: _Told) -> tuple[bool, float]:
    return told.state == "held", told.share


def _split_names(requirement: Requirement) -> list[str]:
    """Return the names of the papers of which one is enough, those in brackets too."""
    remarks = (found["names"] for found in _REMARK.finditer(requirement.text))
    capitals = (write_same(text) for text in remarks if text.isupper())
    is_short = len(requirement.text.split()) <= _MAX_NAME_WORDS and "(" not in requirement.text
    texts = [write_same(calm(requirement.text if is_short else requirement.topic)), *capitals]
    is_degree = is_found("degree", requirement.text)
    parts = [
        name
        for text in texts
        for part in load_rules("interview_cli.requirements", "evidence.toml")[
            "or_joint"
        ].pattern.split(text)
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


def _read_name(name: str, cv: str) -> _Told:
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
        status = next((other for other in _OPEN if other in others), status)
    return _Told(status, most)


def _sum_up(states: set[Status]) -> Status | Literal["mixed"]:
    """Return what the parts of a CV that name a paper say of it together."""
    if states & set(_OPEN) and states & {"held", "bare"}:
        return "mixed"
    return next((status for status in _STATUSES if status in states), "silent")


def _asks_to_drive(text: str) -> bool:
    same = write_same(text)
    return asks_for_driving(same) or find_class_asked(same) is not None


def _is_learner(cv: str) -> bool:
    """Return whether somebody still learns to drive, and no part of a CV says that they may."""
    return not _may_drive(cv) and any(speaks_of("learning", part) for part in _read_driving(cv))


def _may_drive(cv: str) -> bool:
    return any(
        is_found("higher_class", part) and not speaks_of("learning", part)
        for part in _read_driving(cv)
    )


def _read_driving(cv: str) -> list[str]:
    """Return the parts of a CV that may be about a licence to drive."""
    return [
        f"{part.text} {part.following if part.is_same_line else ''}"
        for part in read_parts(cv)
        if is_found("about_driving", part.text)
    ]


def _studies_only(cv: str) -> bool:
    """Return whether a CV names no degree, but studies at a university that are not finished."""
    parts = [part for part in read_parts(cv) if part.section == "training"]
    studies = [part for part in parts if is_found("studies", part.text)]
    is_any_done = any(is_found("degree_held", part.text) for part in read_parts(cv))
    return not is_any_done and any(
        speaks_of("unfinished", f"{part.text} {part.following}") for part in studies
    )
