"""Tell whether a CV leaves open a paper without which nobody gets the job."""

from datetime import date

from interview_cli.english.words import content_stems
from interview_cli.requirements.cv_evidence import judge_evidence, may_mention
from interview_cli.requirements.known_in_cv import read_known_paper
from interview_cli.requirements.named_papers import (
    asks_to_drive,
    holds_alternative,
    names_which,
    read_name,
    split_names,
)
from interview_cli.requirements.paper_in_cv import WantedPaper, speaks_of
from interview_cli.requirements.paper_names import find_names, write_same
from interview_cli.requirements.paper_status import NOT_HELD, find_status
from interview_cli.requirements.plain_papers import name_plain_kind, read_plain_paper
from interview_cli.requirements.requirement import Requirement

_MIN_NAMING_STEMS = 2


def is_open(requirement: Requirement, cv: str, day: date | None = None) -> bool:
    """Return whether a CV leaves open a paper without which nobody gets the job.

    Of what it does not mention only a paper whose name is known, or has two words that no other
    has, is surely lacking: the rest may be held in other words.
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
    status = find_status(requirement, cv, day)
    if status in NOT_HELD:
        return True
    if status == "held" or status == "bare":
        return False
    if status == "silent" and any(find_names(name) for name in split_names(requirement)):
        return True
    return _is_surely_absent(requirement, cv)


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
    if known is None or not known.is_told or find_status(requirement, cv, day) not in NOT_HELD:
        return False
    return not content_stems(known.wanted.text).isdisjoint(content_stems(requirement.topic))


def name_subject(requirement: Requirement, cv: str, day: date | None = None) -> str:
    """Return the same name for two wordings of one paper in an ad."""
    if kind := name_plain_kind(requirement.text):
        return kind
    known = read_known_paper(requirement, cv, day)
    return known.wanted.paper.say if known else requirement.topic


def _is_surely_absent(requirement: Requirement, cv: str) -> bool:
    if requirement.is_replaceable or asks_to_drive(requirement.text):
        return False
    names = split_names(requirement)
    is_long = all(len(WantedPaper.of(name).stems) >= _MIN_NAMING_STEMS for name in names)
    is_absent = judge_evidence(requirement, cv) == "absent" and not may_mention(requirement, cv)
    told = [read_name(name, cv) for name in names]
    is_part = is_long and all(each.share < 1 for each in told)
    is_silent = all(each.state == "silent" for each in told)
    # The title of a profession is no licence of it.
    is_mention = any(each.state == "mention" for each in told)
    is_title = is_mention and speaks_of("licence", requirement.topic)
    return is_absent and (is_title or is_part or is_silent)
