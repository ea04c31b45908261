"""Count the years that somebody worked at what an ad asks years of, by the dates of the jobs."""

from collections.abc import Sequence

from interview_cli.english.rules import Rules
from interview_cli.english.words import tokenize
from interview_cli.english.years import (
    find_months_of_experience,
    find_opening_years,
    find_years_asked,
    remove_years,
)
from interview_cli.requirements.cv_evidence import read_cv_lines
from interview_cli.requirements.cv_roles import Role, find_roles
from interview_cli.requirements.cv_sections import find_years
from interview_cli.requirements.cv_titles import find_kind_stems
from interview_cli.requirements.levels import is_same_work
from interview_cli.requirements.requirement import Requirement
from interview_cli.requirements.role_work import brings_work
from interview_cli.requirements.shared_words import share_words
from interview_cli.requirements.written_names import has_words_of_initials

_RULES = Rules("interview_cli.requirements", "cv_years.toml")

_MONTHS = 12


def find_years_line(
    requirement: Requirement, job_title: str, cv_text: str, year: int
) -> str | None:
    """Return the line of a CV that shows as many years of work as a requirement asks for, or None.

    It is the line of a job of that work that was done so long, or one that says how long. `year`:
    the year in which the CV is read; 0 if it is not known.
    """
    asked = count_asked(requirement.text)
    if asked is None or requirement.is_formality or requirement.is_paper:
        return None
    is_any_work = _RULES.pattern("any_work").fullmatch(_name_work(requirement.text)) is not None
    lines = read_cv_lines(cv_text)
    told = (
        line
        for line in lines
        if tells_years(line, asked) and (is_any_work or _is_on_work(line, requirement.text))
    )
    if line := next(told, None):
        return line
    roles = [
        role
        for role in find_roles(cv_text)
        if (is_any_work and is_same_work(role.title, job_title))
        or _is_work_asked(role.title, requirement.text)
        or _heads_work_asked(role, requirement.text, lines)
        or brings_work(role.title, _name_work(requirement.text))
    ]
    this_year = year or max(find_years(cv_text), default=0)
    if roles and _count_years(roles, this_year) >= asked:
        words = {word for word in roles[0].title.casefold().split() if word != "and"}
        named = (line for line in lines if words <= set(map(str.casefold, tokenize(line))))
        dated = [line for line in named if find_years(line)]
        return next(iter(dated), None)
    return None


def count_asked(text: str) -> float | None:
    """Return the years that a requirement asks for; None if it counts none."""
    years = find_opening_years(text) or find_years_asked(text)
    if years is not None:
        return years
    months = find_months_of_experience(text)
    return None if months is None else months / _MONTHS


def _name_work(text: str) -> str:
    """Return what a requirement asks years of: "experience" of "At least 5 years experience, …"."""
    return remove_years(text).partition(",")[0].strip(" .;")


def _is_work_asked(title: str, text: str) -> bool:
    """Return whether a requirement names the work by a telling word of the title of a job."""
    work = " ".join(word for word in title.split() if find_kind_stems(word))
    if has_words_of_initials(text, title.title()):
        return True
    return bool(work) and share_words(work, _name_work(text)).exact > 0


def _heads_work_asked(role: Role, text: str, lines: Sequence[str]) -> bool:
    """Return whether the line above a job names the work by another title of it: "Accounts Payable
    / Office Administrator, 2018–present"."""
    words = set(role.title.casefold().split())
    headed = (
        line
        for line in lines
        if words <= set(map(str.casefold, tokenize(line))) and role.start_year in find_years(line)
    )
    return any(_is_on_work(line, text) for line in headed)


def _count_years(roles: list[Role], year: int) -> int:
    """Return in how many years at least one of some jobs was done, without the last of each."""
    spans = (range(role.start_year, min(role.end_year, year)) for role in roles if role.start_year)
    return len({each for span in spans for each in span})


def _is_on_work(line: str, text: str) -> bool:
    shared = share_words(_name_work(text), line)
    return shared.is_most and shared.exact > 1


def tells_years(line: str, asked: float) -> bool:
    """Return whether a text tells so many years, in figures or in words."""
    told = find_years_asked(line)
    return told is not None and told >= asked
