"""Tell what a CV shows in other words than the ad: by the title of a job, or by another name."""

import re
from functools import cache

from interview_cli.english.rules import load_rules
from interview_cli.english.word_groups import compile_words, load_lines
from interview_cli.english.words import tokenize, word_list
from interview_cli.english.years import find_years_asked
from interview_cli.requirements.cv_roles import find_roles
from interview_cli.requirements.requirement import Requirement

_FILE = ("interview_cli.requirements", "role_work.toml")
_BEGINNING_CHARS = 4
"""So much "driving" and "driver" have in common."""


def is_work_of_role(requirement: Requirement, cv_text: str) -> bool:
    """Return whether a job in a CV is that of which an ad wants experience or knowledge.

    All words of it must stand in the title of one job, or be what that job brings with it: a store
    manager has managed a shop.
    """
    subject = requirement.request and requirement.request.subject
    if not subject:
        return False
    return any(brings_work(role.title, subject) for role in find_roles(cv_text))


def brings_work(title: str, work: str) -> bool:
    """Return whether a job with a title brings all that names some work: a waiter, "a customer
    facing role"."""
    wanted = _find_beginnings(work)
    return bool(wanted) and wanted <= _find_beginnings(f"{title} {_find_brought(title)}")


def has_years_of_any_work(text: str, cv_text: str) -> bool:
    """Return whether the dated jobs of a CV last as long as an ad asks of "a similar role".

    Whether a role is similar cannot be told here, so the CV does not lack it for sure.
    """
    rules = load_rules("interview_cli.requirements", "evidence.toml")
    years = find_years_asked(text)
    if years is None or not rules["any_role"].pattern.search(text):
        return False
    roles = [role for role in find_roles(cv_text) if role.start_year]
    # How long a job lasts that goes on, no year of the CV tells.
    is_open = any(role.is_current for role in roles)
    return is_open or sum(role.end_year - role.start_year for role in roles) >= years


def is_named_otherwise(topic: str, cv_text: str) -> bool:
    """Return whether a CV has another name of a tool, or what only those write who know it."""
    signs = [sign for name, sign in _load_signs() if _holds_word(topic, name)]
    return any(_holds_word(cv_text, sign) for sign in signs)


def _find_beginnings(text: str) -> frozenset[str]:
    words = (word.lower() for word in tokenize(text))
    return frozenset(word[:_BEGINNING_CHARS] for word in words if word not in word_list("stop"))


def _find_brought(title: str) -> str:
    return " ".join(things for name, things in _load_brought() if _holds_word(title, name))


def _holds_word(text: str, name: str) -> bool:
    return _compile(name).search(text) is not None


@cache
def _compile(name: str) -> re.Pattern[str]:
    return compile_words(*_FILE, name, [name], flags=re.IGNORECASE)


@cache
def _load_brought() -> tuple[tuple[str, str], ...]:
    """Return each word of a title with what it brings."""
    lines = (line.split(" < ") for line in load_lines(*_FILE, "brings"))
    return tuple((name, things) for names, things in lines for name in names.split(", "))


@cache
def _load_signs() -> tuple[tuple[str, str], ...]:
    """Return each name of an ad with each word of a CV that shows it."""
    lines = (line.split(", ") for line in load_lines(*_FILE, "known_by"))
    return tuple((name, sign) for name, *signs in lines for sign in signs)
