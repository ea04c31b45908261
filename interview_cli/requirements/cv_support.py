"""Find the line of a CV that states a requirement or a duty, or that comes nearest to it."""

import re

from interview_cli.english.rules import load_rules
from interview_cli.english.words import stem_word, tokenize
from interview_cli.requirements.cv_evidence import read_cv_lines
from interview_cli.requirements.cv_papers import is_paper
from interview_cli.requirements.cv_sections import read_sections
from interview_cli.requirements.cv_work import find_work
from interview_cli.requirements.extract import Requirement
from interview_cli.requirements.proof import count_things
from interview_cli.requirements.support_fits import find_stating_line
from interview_cli.requirements.wanted import (
    Wanted,
    is_qualification,
    is_soft_skill,
    matches_evidence,
)

_CODE = re.compile(r"\b(?!19|20)\d{4}\b")
"""The number of a course or a standard, but no year: "inspection and testing 2391"."""


def find_line(wanted: Wanted, cv_text: str) -> str | None:
    """Return the line of a CV that states a requirement or a duty; None if none is likely to."""
    return _find_certain_line(wanted, cv_text) or find_stating_line(wanted, cv_text)


def find_nearest(requirement: Requirement, cv_text: str) -> str | None:
    """Return the line of a CV that names most of the things of a requirement, if it names any.

    For a degree without a fixed subject, that is the line that names a degree.
    """
    if requirement.is_formality or is_soft_skill(requirement):
        return None
    if matches_evidence("degree", requirement.topic):
        degrees = (line for line in read_cv_lines(cv_text) if matches_evidence("degree_held", line))
        return next(degrees, None)
    if is_paper(requirement.topic) or is_qualification(requirement.topic):
        return None
    shared = {
        line: count_things(requirement.topic, line)
        for line in (item.text for item in find_work(cv_text))
        if not _is_contact(line)
    }
    best = max(shared, key=lambda line: shared[line], default=None)
    return best if best is not None and shared[best] else None


def _find_certain_line(wanted: Wanted, cv_text: str) -> str | None:
    """Return a line that is a skill alone, has the number of a course, or says to lead people, if
    that is wanted."""
    if skill := _find_skill(wanted, cv_text):
        return skill
    codes = set(_CODE.findall(wanted.topic))
    if codes and (named := [line for line in read_cv_lines(cv_text) if codes & {*tokenize(line)}]):
        return named[0]
    return _find_lead_line(cv_text) if wanted.asks_to_lead else None


def _find_skill(wanted: Wanted, cv_text: str) -> str | None:
    """Return a skill of one word that stands alone in its line: "Figma      ######----"."""
    lines = (tokenize(line.text) for line in read_sections(cv_text) if line.section == "skills")
    skills = (words[0] for words in lines if len(words) == 1)
    return next((skill for skill in skills if stem_word(skill.lower()) in wanted.stems), None)


def _is_contact(line: str) -> bool:
    """Return whether a line of a CV gives an address: it shows no work."""
    rules = load_rules("interview_cli.requirements", "cv_work.toml")
    return rules["contact"].pattern.search(line) is not None


def _find_lead_line(cv_text: str) -> str | None:
    """Return the work in a CV that says to lead people: "Supervise nine guides"."""
    work = (item.text for item in find_work(cv_text))
    leads = (line for line in work if matches_evidence("leads_people", f"I {_lower(line)}"))
    return next(leads, None)


def _lower(line: str) -> str:
    return f"{line[:1].lower()}{line[1:]}"
