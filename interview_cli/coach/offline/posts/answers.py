"""A message that answers what the agent asked, or gives without a word what the post lacks."""

import re
from collections.abc import Iterator

from interview_cli.coach.base import Change, PostFacts
from interview_cli.coach.offline.posts.lists import bare, entries, items, names, words
from interview_cli.coach.offline.posts.patterns import (
    CHAT,
    CORRECTS,
    EMPTY_ANSWER,
    NO_TITLE,
    REMOVES,
    SWAPS,
)
from interview_cli.coach.offline.posts.places import MAX_ADDRESS_WORDS, place_given
from interview_cli.coach.offline.posts.values import MAX_ANSWER_WORDS, TEXTS, scalar, spelled
from interview_cli.job_posts.confirmation import is_consent
from interview_cli.job_posts.terms import work_type_said
from interview_cli.vocabulary import POST_LISTS, PostField

_MAX_SKILL_WORDS = 5
_MAX_DUTY_WORDS = 60


def answers(facts: PostFacts, found: list[Change], has_labels: bool) -> list[Change] | None:
    """What a plain answer says; None for a message that is none, which stands as it was read."""
    message = facts.message
    is_other = REMOVES.search(message) or SWAPS.search(message) or CORRECTS.search(message)
    if has_labels or is_other or EMPTY_ANSWER.match(message) or CHAT.match(message):
        return None
    if is_consent(message):
        return None
    skills = [change for change in found if change.field == "skills"]
    if facts.asked in POST_LISTS:
        if all(change.field in ("title", "experience_level", "skills") for change in found):
            listed = [*_listed(facts.asked, message)]
            return [*listed, *skills] if listed else None
        return None
    if facts.asked and not found and facts.asked != "experience_level":
        said = [*_single(facts.asked, message, facts)]
        if said:
            return said
    if facts.asked == "location" and found and all(one.field == "work_type" for one in found):
        return [*found, *_place_among(facts)]
    return [*_by_shape(facts)] if not found else None


def _listed(asked: PostField, message: str) -> Iterator[Change]:
    """The entries of a list that was asked for; of duties and skills the shape tells which it is:
    "plan lessons; mark work" are duties, whatever was asked."""
    entries_said = items(message)
    if asked == "skills" and len(entries_said) > 1 and all(map(_is_duty, entries_said)):
        asked = "responsibilities"
    for entry in names(message) if asked == "skills" else entries_said:
        most = _MAX_SKILL_WORDS if asked == "skills" else _MAX_DUTY_WORDS
        if len(entry.split()) <= most:
            yield Change(asked, "add", spelled(entry) if asked == "skills" else entry, entry)


def _single(asked: PostField, message: str, facts: PostFacts) -> Iterator[Change]:
    if asked == "title" and NO_TITLE.search(message):
        return
    most = MAX_ADDRESS_WORDS if asked == "location" else MAX_ANSWER_WORDS
    if asked in TEXTS and len(message.split()) <= most:
        yield from scalar(asked, message, facts)


def _place_among(facts: PostFacts) -> Iterator[Change]:
    """The place in "Berlin or remote"."""
    first = re.split(r"\bor\b|[,(;]", facts.message)[0].strip()
    place = place_given(first)
    if place and not work_type_said(first):
        yield Change("location", "set", place, place, corrects=True)


def _by_shape(facts: PostFacts) -> Iterator[Change]:
    """What a message is by its looks, where something else was asked: a town that is known, duties
    that begin with verbs, a list of short names."""
    message = bare(facts.message)
    if message.casefold() in entries("places") and not facts.data.get("location"):
        yield from scalar("location", message, facts)
        return
    said = items(facts.message)
    if len(said) < 2 or re.search(r"\d+k\b|[€£$%]", message):
        return
    if sum(map(_is_duty, said)) * 2 > len(said):
        for entry in said:
            yield Change("responsibilities", "add", entry, entry)
    elif all(len(entry.split()) <= _MAX_SKILL_WORDS for entry in names(facts.message)):
        for entry in names(facts.message):
            yield Change("skills", "add", spelled(entry), entry)


def _is_duty(entry: str) -> bool:
    first = entry.split()[0].lower()
    return len(entry.split()) > 1 and first in words("verbs")
