"""Read the value of a field that a label, a question or a correction names."""

import re
from collections.abc import Iterator

from interview_cli.coach.base import Change, PostFacts
from interview_cli.coach.offline.posts.list_entries import strip_marks
from interview_cli.job_posts.pay import find_pay
from interview_cli.job_posts.places import parse_place
from interview_cli.job_posts.terms import find_employment, find_level, find_work_type
from interview_cli.job_posts.titles import find_title, format_title
from interview_cli.vocabulary import PostField

MAX_ANSWER_WORDS = 6
_MAX_TITLE_WORDS = 8
TEXT_FIELDS: tuple[PostField, ...] = ("title", "department", "location")
"""The fields whose value is one short text. Their names in JSON are the same."""
FIELDS: dict[str, PostField] = {
    "title": "title",
    "department": "department",
    "location": "location",
    "level": "experience_level",
    "employment": "employment_type",
    "work": "work_type",
    "pay": "salary",
    "skills": "skills",
    "responsibilities": "responsibilities",
    "requirements": "requirements",
    "benefits": "benefits",
    "description": "description",
}
"""The names of the groups in `headings.toml`, each with its field."""


def read_value(field: PostField, text: str, facts: PostFacts) -> Iterator[Change]:
    """Read a text that is known to be about one field; the field is not a list."""
    if field == "title":
        yield from _read_title(text, facts)
    elif field == "department":
        department = strip_marks(text)
        if len(department.split()) <= MAX_ANSWER_WORDS:
            yield Change("department", "set", department, department, corrects=True)
    elif field == "location":
        yield from _read_place(text)
        yield from read_terms(text, facts, corrects=True)
    elif field == "salary":
        if pay := find_pay(text, asked=True):
            yield Change("salary", "set", pay, pay.words, corrects=True)
    else:
        yield from read_terms(text, facts, corrects=True)


def read_terms(text: str, facts: PostFacts, *, corrects: bool) -> Iterator[Change]:
    """Read level, employment, place of work and pay, which are recognised in any sentence."""
    if level := find_level(text):
        yield Change("experience_level", "set", *level, corrects=corrects)
    if employment := find_employment(text):
        yield Change("employment_type", "set", *employment, corrects=corrects)
    if work_type := find_work_type(text):
        yield Change("work_type", "set", *work_type, corrects=corrects)
    is_about_pay = facts.asked == "salary" or (corrects and _has_pay(facts))
    if pay := find_pay(text, asked=is_about_pay):
        yield Change("salary", "set", pay, pay.words, corrects=corrects)


def _read_title(text: str, facts: PostFacts) -> Iterator[Change]:
    """Read a title: a short text is the title; from a longer one, take the words that name one."""
    answer = strip_marks(text)
    found = find_title(answer)
    is_short = len(answer.split()) <= MAX_ANSWER_WORDS
    words = answer if found is None or is_short else found[1]
    if len(words.split()) <= _MAX_TITLE_WORDS:
        title = format_title(answer) if found is None else found[0]
        yield Change("title", "set", title, words, corrects=True)
    for change in read_terms(text, facts, corrects=True):
        if change.field == "experience_level":
            yield change


def _read_place(text: str) -> Iterator[Change]:
    answer = strip_marks(text)
    place = parse_place(re.sub(r"\([^)]*\)", "", answer)) if answer else None
    if place and not find_work_type(place):
        yield Change("location", "set", place, place, corrects=True)


def _has_pay(facts: PostFacts) -> bool:
    return any(facts.data.get(name) is not None for name in ("salaryMin", "salaryMax"))
