"""Tell what a CV says of a paper that a job needs."""

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from interview_cli.requirements.cv_evidence import judge_evidence
from interview_cli.requirements.cv_paper_lines import find_unfinished
from interview_cli.requirements.cv_papers import is_found
from interview_cli.requirements.driving_licences import asks_for_driving
from interview_cli.requirements.known_in_cv import read_known_paper
from interview_cli.requirements.known_reading import KnownState
from interview_cli.requirements.named_papers import (
    OPEN,
    asks_to_drive,
    has_whole_name,
    holds_alternative,
    rank_told,
    read_name,
    split_names,
)
from interview_cli.requirements.paper_in_cv import (
    Status,
    WantedPaper,
    find_state,
    read_parts,
    speaks_of,
)
from interview_cli.requirements.paper_names import write_same
from interview_cli.requirements.plain_papers import read_plain_paper
from interview_cli.requirements.requirement import Requirement

NOT_HELD: tuple[Status, ...] = (*OPEN, "below")
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
_HALF = 0.5
_COMMA = re.compile(r",")
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
    if holds_alternative(requirement, cv):
        return "held"
    known = read_known_paper(requirement, cv, day)
    is_read = known is not None and known.state not in ("silent", "kin")
    if known and is_read and known.wanted.paper.is_brought:
        return _KNOWN[known.state]
    status = _read_by_rules(requirement, cv, day)
    if known and is_read and status not in ("held", "bare"):
        return _KNOWN[known.state]
    is_named = known is not None and known.is_sure and known.wanted.paper.is_brought
    if is_named and status in ("held", "bare") and not has_whole_name(requirement, cv):
        return "silent"  # "CompTIA Network+" is no Security+
    is_begun = known is not None and known.is_to_come and status in ("held", "bare")
    if known and known.state == "kin" and (status == "mention" or is_begun):
        return "silent"
    return status


def _read_by_rules(requirement: Requirement, cv: str, day: date | None) -> Status:
    """Return what a CV says of a paper by its words."""
    both = split_both(requirement)
    if both:
        statuses = [find_status(paper, cv, day) for paper in both]
        return next((status for status in statuses if status in NOT_HELD), statuses[0])
    names = split_names(requirement)
    told = max((read_name(name, cv) for name in names), key=rank_told)
    is_shown = judge_evidence(requirement, cv) == "shown"
    if asks_for_driving(write_same(requirement.text)) and _may_drive(cv):
        return "held"
    if asks_to_drive(requirement.text) and not is_shown and _is_learner(cv):
        return "to_come"
    if is_found("degree", requirement.text) and not is_shown and _studies_only(cv):
        return "to_come"
    if told.state == "mixed" and told.share < 1:
        return "held"
    if told.state == "mixed":
        is_ticket = speaks_of("ticket", requirement.text)
        is_sure = is_shown and (not is_ticket or asks_to_drive(requirement.text))
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


def find_open_part(requirement: Requirement, cv: str, day: date | None = None) -> str | None:
    """Return the sentence of a CV that says that a paper is to come, over or not there."""
    if find_status(requirement, cv, day) not in OPEN:
        return None
    known = read_known_paper(requirement, cv, day)
    if known and known.text:
        return known.text
    found = [
        (wanted.score_part(part), part.text)
        for name in split_names(requirement)
        for wanted in (WantedPaper.of(name),)
        for part in read_parts(cv)
        if wanted.score_part(part) > _HALF and find_state(name, part, wanted) in OPEN
    ]
    return max(found, key=lambda entry: entry[0], default=(0.0, None))[1]


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
