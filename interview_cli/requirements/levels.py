"""Read the seniority from a job title, a job description and a CV."""

import re
from collections.abc import Sequence

from interview_cli.english.rules import RuleFile, load_rules
from interview_cli.english.words import split_served
from interview_cli.english.years import find_years_asked
from interview_cli.requirements.cv_roles import Role, find_roles
from interview_cli.requirements.cv_sections import read_sections
from interview_cli.requirements.cv_titles import find_kind_stems
from interview_cli.trades.recognition import recognise_trade
from interview_cli.trades.short_titles import write_out_title
from interview_cli.vocabulary import Level

# The first that a title names counts: a Junior Project Manager is junior, a Senior Director an
# executive.
_LEVELS: tuple[Level, ...] = ("junior", "executive", "lead", "senior", "mid")
_YEAR = re.compile(r"\b20\d\d\b")
_MID_YEARS = 2
_SENIOR_YEARS = 5
_NEW_YEARS = 2
"""Who left school, or began to learn the work, no longer ago is new to it."""


def find_level_in_title(text: str) -> Level | None:
    """Return the level that a title names, or None if it names none.

    The level of whom a job serves is not its own: "Assistant to the CFO".
    """
    rules = _load_levels()
    title = rules["no_level"].pattern.sub("", split_served(write_out_title(text))[0])
    return next((level for level in _LEVELS if rules[level].pattern.search(title)), None)


def infer_level(job_description: str, title: str = "") -> Level:
    """Return the level of a description; `mid` if it says nothing about it.

    It is that of the title if the description says what its letters stand for. Otherwise people to
    lead make it `lead`, unless the title is that of an assistant, and words for beginners make it
    `junior`; then the years of experience that it asks for decide: under two are junior, under five
    mid, five or more senior; the lower end of a range counts.
    """
    written = write_out_title(title, job_description)
    if written != title and (level := find_level_in_title(written)):
        return level
    rules = _load_levels()
    leads = rules["leads_people"].pattern.search(job_description)
    if leads and not rules["support_role"].pattern.search(title):
        return "lead"
    if rules["beginner"].pattern.search(job_description):
        return "junior"
    years = find_years_asked(job_description)
    if years is None:
        return "mid"
    return "junior" if years < _MID_YEARS else "mid" if years < _SENIOR_YEARS else "senior"


def adjust_level(level: Level, title: str, cv_text: str, year: int) -> Level:
    """Return the level of a description as it fits a CV, in a year.

    Who has no work, only jobs beside school, or is in the first years of learning the work is
    `junior` where the description would be `mid`; who has done that work for five years or more is
    `mid` where it would be `junior`.
    """
    roles = find_roles(cv_text)
    full = write_out_title(title, cv_text)
    own = [role for role in roles if is_same_work(write_out_title(role.title, cv_text), full)]
    if level == "junior" and _count_years(own, year) >= _SENIOR_YEARS:
        return "mid"
    if level == "mid" and _count_years(own, year) < _MID_YEARS:
        is_new = _learns_work(roles, year) or _is_from_school(cv_text, year)
        return "junior" if is_new else "mid"
    return level


def is_same_work(title: str, other: str) -> bool:
    """Return whether two titles name the same kind of work, or jobs of one trade."""
    trade = recognise_trade(title, "")
    is_same_kind = bool(find_kind_stems(title) & find_kind_stems(other))
    return is_same_kind or (trade is not None and trade == recognise_trade(other, ""))


def _count_years(roles: Sequence[Role], year: int) -> int:
    """Return how many years passed from the first of some jobs to the end of the last."""
    dated = [role for role in roles if role.start_year]
    first = min((role.start_year for role in dated), default=year)
    return max((min(role.end_year, year) for role in dated), default=year) - first


def _learns_work(roles: Sequence[Role], year: int) -> bool:
    """Return whether all work so far is a learner's who began of late."""
    learner = _load_levels()["learner"].pattern
    return bool(roles) and all(
        learner.search(role.title) and year - _NEW_YEARS < role.start_year for role in roles
    )


def _is_from_school(cv_text: str, year: int) -> bool:
    """Return whether a CV names a school that was left of late, or an age at school."""
    rules = _load_levels()
    if rules["school_age"].pattern.search(cv_text):
        return True
    lines = (line.text for line in read_sections(cv_text))
    left = [_find_last_year(line) for line in lines if rules["school"].pattern.search(line)]
    return max(left, default=0) >= year - _NEW_YEARS


def _find_last_year(line: str) -> int:
    return max(map(int, _YEAR.findall(line)), default=0)


def _load_levels() -> RuleFile:
    return load_rules("interview_cli.english", "levels.toml")
