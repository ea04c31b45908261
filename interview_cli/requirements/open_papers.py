"""Tell whether a CV leaves open a paper without which nobody gets the job."""

from datetime import date

from interview_cli.english.words import content_stems
from interview_cli.requirements.known_in_cv import read_known_paper
from interview_cli.requirements.named_papers import (
    OPEN,
    has_whole_name,
    holds_alternative,
    names_which,
)
from interview_cli.requirements.paper_names import write_same
from interview_cli.requirements.paper_status import NOT_HELD, find_status
from interview_cli.requirements.plain_papers import name_plain_kind, read_plain_paper
from interview_cli.requirements.requirement import Requirement


def is_open(requirement: Requirement, cv: str, day: date | None = None) -> bool:
    """Return whether a CV leaves open a paper without which nobody gets the job.

    Of what it does not mention only a paper of the catalogue is surely lacking. The rest may be
    held in other words: in three sets that nobody had seen, questions about it were nearly all
    wrong.
    """
    if plain := read_plain_paper(requirement.text, cv):
        return plain.state != "held"
    if holds_alternative(requirement, cv):
        return False
    known = read_known_paper(requirement, cv, day)
    if known and (known.state != "silent" or known.is_sure):
        return find_status(requirement, cv, day) not in ("held", "bare", "mention")
    if not names_which(write_same(requirement.topic)):
        return False
    return find_status(requirement, cv, day) in NOT_HELD


def is_told_open(requirement: Requirement, cv: str, day: date | None = None) -> bool:
    """Return whether a CV says itself that a paper is not there, not yet, or another one."""
    if not requirement.is_paper:
        return False
    if plain := read_plain_paper(requirement.text, cv):
        return plain.state != "held"
    return _is_told(requirement, cv, day)


def is_told_check(requirement: Requirement, cv: str, day: date | None = None) -> bool:
    """Return whether a CV says itself that a check or schooling of which nobody is asked else is
    not there: "police check (expired)"; or that more points stand on a licence than an ad takes."""
    plain = read_plain_paper(requirement.text, cv)
    if requirement.is_must and requirement.is_formality and plain:
        return plain.form == "driving_points"
    known = read_known_paper(requirement, cv, day)
    if known is None or requirement.is_paper or not requirement.is_must:
        return False
    is_check = requirement.is_formality or known.wanted.paper.is_checked
    return is_check and _is_told(requirement, cv, day)


def is_sure_check(requirement: Requirement, cv: str, day: date | None = None) -> bool:
    """Return whether a CV says of a check itself that it is not there: schooling, which has many
    names, may be held under another."""
    known = read_known_paper(requirement, cv, day)
    paper = known.wanted.paper if known else None
    is_check = paper is None or (paper.is_checked and not paper.is_schooling)
    return is_check and is_told_check(requirement, cv, day)


def _is_told(requirement: Requirement, cv: str, day: date | None) -> bool:
    known = read_known_paper(requirement, cv, day)
    if known is None or known.state == "silent":
        is_whole = names_which(requirement.topic) and has_whole_name(requirement, cv)
        return is_whole and find_status(requirement, cv, day) in OPEN
    if not known.is_told or find_status(requirement, cv, day) not in NOT_HELD:
        return False
    return not content_stems(known.wanted.text).isdisjoint(content_stems(requirement.topic))


def name_subject(requirement: Requirement, cv: str, day: date | None = None) -> str:
    """Return the same name for two wordings of one paper in an ad."""
    if kind := name_plain_kind(requirement.text):
        return kind
    known = read_known_paper(requirement, cv, day)
    return known.wanted.paper.say if known else requirement.topic
