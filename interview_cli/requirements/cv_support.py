"""Find the line of a CV that states a requirement or a duty, or that comes nearest to it."""

import re

from interview_cli.english.rules import load_rules
from interview_cli.english.words import content_stems, tokenize
from interview_cli.requirements.cv_evidence import find_supporting_lines, read_cv_lines
from interview_cli.requirements.cv_papers import is_paper
from interview_cli.requirements.cv_work import find_work
from interview_cli.requirements.extract import Requirement
from interview_cli.requirements.proof import (
    count_things,
    find_topic_names,
    is_done_in,
    is_on_subject,
)
from interview_cli.requirements.support_fits import find_stating_line, may_state
from interview_cli.requirements.wanted import (
    Wanted,
    is_qualification,
    is_soft_skill,
    matches_evidence,
)

_FILE = ("interview_cli.requirements", "evidence.toml")
_CODE = re.compile(r"\b(?!19|20)\d{4}\b")
"""The number of a course or a standard, but no year: "inspection and testing 2391"."""


def find_line(wanted: Wanted, cv_text: str) -> tuple[str | None, str | None]:
    """Return the line of a CV that states a requirement; if none does, one that has words of it."""
    requirement = wanted.requirement
    by_words = _find_line_by_words(requirement, cv_text)
    is_stating = by_words is not None and may_state(wanted, by_words, cv_text)
    stating = by_words if is_stating else find_stating_line(wanted, cv_text)
    line = _find_certain_line(wanted, cv_text) or stating
    return line, None if line else by_words


def find_work_line(duty: Wanted, cv_text: str) -> str | None:
    """Return the line of a CV that states a duty; only work does, where words tell."""
    if duty.asks_to_lead:
        return _find_lead_line(cv_text)
    stems = content_stems(duty.requirement.text)
    work = [
        item.text
        for item in find_work(cv_text)
        if is_on_subject(duty.topic, item.text) or is_done_in(duty.topic, item.text)
    ]
    best = max(work, key=lambda text: len(stems & content_stems(text)), default=None)
    return best or find_stating_line(duty, cv_text)


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
    """Return a line with the number of a course, or that says to lead people, if that is wanted."""
    codes = set(_CODE.findall(wanted.topic))
    if codes and (named := [line for line in read_cv_lines(cv_text) if codes & {*tokenize(line)}]):
        return named[0]
    return _find_lead_line(cv_text) if wanted.asks_to_lead else None


def _find_line_by_words(requirement: Requirement, cv_text: str) -> str | None:
    """Return the line of a CV that supports a requirement, or one of those joined by "or", best."""
    topics = _split_alternatives(requirement.topic)
    for topic in topics:
        lines = find_supporting_lines(topic, cv_text, requirement.text)
        if is_qualification(topic):
            lines = [line for line in lines if is_qualification(line)]
        if not requirement.is_paper:
            lines = [line for line in lines if not _is_contact(line)]
        if lines:
            return lines[0]
    work = [item.text for item in find_work(cv_text)]
    done = [line for line in work if is_done_in(requirement.topic, line)]
    if done and not find_topic_names(requirement.topic):
        return done[0]
    names = set(filter(_is_short_name, topics))
    claims = read_cv_lines(cv_text) if names else []
    return next((line for line in claims if not names.isdisjoint(tokenize(line))), None)


def _split_alternatives(topic: str) -> list[str]:
    """Return the topics that "or" joins: one of them is enough."""
    rules = load_rules(*_FILE)
    parts = filter(None, rules["or_joint"].pattern.split(topic))
    return [part for part in parts if not rules["alike"].pattern.match(part)] or [topic]


def _is_short_name(topic: str) -> bool:
    """Return whether a topic is a name that is a common word too: Go, Excel."""
    return topic[:1].isupper() and topic.isalpha()


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
