"""Values of single fields, as a label, a question or a cue says that they are meant."""

import re
from collections.abc import Iterator

from interview_cli.coach.base import Change, PostFacts
from interview_cli.coach.offline.posts.lists import bare, known_skills
from interview_cli.coach.offline.posts.places import place_given
from interview_cli.coach.offline.posts.titles import as_title, title_said
from interview_cli.job_posts.pay import pay_said
from interview_cli.job_posts.terms import employment_said, level_said, work_type_said
from interview_cli.vocabulary import PostField

MAX_ANSWER_WORDS = 6
TEXTS: tuple[PostField, ...] = ("title", "department", "location")
"""Fields of one short text; so are they called in JSON, too."""
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


def scalar(field: PostField, text: str, facts: PostFacts) -> Iterator[Change]:
    """One value that a label, or the agent's question, says the text is."""
    said = bare(text)
    if field == "title":
        found = title_said(said)
        words = said if found is None or len(said.split()) <= MAX_ANSWER_WORDS else found[1]
        value = as_title(said) if found is None else found[0]
        if len(words.split()) <= MAX_ANSWER_WORDS + 2:
            yield Change("title", "set", value, words, corrects=True)
        yield from (c for c in terms(text, facts, corrects=True) if c.field == "experience_level")
    elif field == "department":
        if len(said.split()) <= MAX_ANSWER_WORDS:
            yield Change("department", "set", said, said, corrects=True)
    elif field == "location":
        place = place_given(re.sub(r"\([^)]*\)", "", said)) if said else None
        if place and not work_type_said(place):
            yield Change("location", "set", place, place, corrects=True)
        yield from terms(text, facts, corrects=True)
    elif field == "salary":
        pay = pay_said(text, asked=True)
        if pay:
            yield Change("salary", "set", pay, pay.words, corrects=True)
    else:
        yield from terms(text, facts, corrects=True)


def terms(text: str, facts: PostFacts, *, corrects: bool) -> Iterator[Change]:
    """Level, employment, place of work, pay: what a few fixed words say wherever they stand."""
    if level := level_said(text):
        yield Change("experience_level", "set", *level, corrects=corrects)
    if employment := employment_said(text):
        yield Change("employment_type", "set", *employment, corrects=corrects)
    if work := work_type_said(text):
        yield Change("work_type", "set", *work, corrects=corrects)
    if pay := pay_said(text, asked=facts.asked == "salary" or (corrects and _is_paid(facts))):
        yield Change("salary", "set", pay, pay.words, corrects=corrects)


def _is_paid(facts: PostFacts) -> bool:
    return any(facts.data.get(name) is not None for name in ("salaryMin", "salaryMax"))


def spelled(entry: str) -> str:
    """A skill as it is usually spelled; an unknown one as it was written."""
    skills = [
        skill for skill, written in known_skills(entry) if written.casefold() == entry.casefold()
    ]
    return skills[0] if skills else entry
