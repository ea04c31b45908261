"""Read a message that answers the agent's question without naming the field."""

import re
from collections.abc import Iterator

from interview_cli.coach.base import Change, PostFacts
from interview_cli.coach.offline.posts.corrections import has_correction
from interview_cli.coach.offline.posts.field_values import (
    MAX_ANSWER_WORDS,
    TEXT_FIELDS,
    read_value,
)
from interview_cli.coach.offline.posts.list_entries import split_list, split_names, strip_marks
from interview_cli.coach.offline.posts.rules import (
    load_pattern,
    load_post_phrases,
    load_post_words,
)
from interview_cli.job_posts.confirmation import is_confirmation
from interview_cli.job_posts.places import MAX_ADDRESS_WORDS, is_known_place, parse_place
from interview_cli.job_posts.skills import spell_skill
from interview_cli.job_posts.terms import find_work_type
from interview_cli.job_posts.word_lists import has_any_word
from interview_cli.vocabulary import POST_LISTS, PostField

_MAX_SKILL_WORDS = 5
_MAX_DUTY_WORDS = 60
_FIELDS_NAMED_IN_PASSING = ("title", "experience_level", "skills")


def read_answer(facts: PostFacts, found: list[Change], has_labels: bool) -> list[Change] | None:
    """Read a message as the answer to the agent's question.

    `found` are the changes that the message states with their fields. Returns None if the message
    is not such an answer; then only `found` applies.
    """
    if has_labels or not _can_be_answer(facts.message):
        return None
    if facts.asked in POST_LISTS:
        return _read_list(facts.asked, facts.message, found)
    if facts.asked and not found and facts.asked != "experience_level":
        answer = list(_read_single(facts.asked, facts))
        if answer:
            return answer
    if facts.asked == "location" and _are_work_types(found):
        return [*found, *_read_first_place(facts.message)]
    return None if found else list(_read_by_shape(facts))


def _are_work_types(changes: list[Change]) -> bool:
    return bool(changes) and all(change.field == "work_type" for change in changes)


def _can_be_answer(message: str) -> bool:
    return not (
        has_correction(message)
        or _answers_nothing(message)
        or load_pattern("chat").search(message)
        or is_confirmation(message)
    )


def _answers_nothing(message: str) -> bool:
    words = re.sub(r"^\W+|\W+$", "", message).lower()
    return words in load_post_phrases("no_answer") or bool(
        load_pattern("no_answer").search(message)
    )


def _read_list(asked: PostField, message: str, found: list[Change]) -> list[Change] | None:
    if any(change.field not in _FIELDS_NAMED_IN_PASSING for change in found):
        return None
    entries = list(_read_entries(asked, message))
    skills = [change for change in found if change.field == "skills"]
    return [*entries, *skills] if entries else None


def _read_entries(asked: PostField, message: str) -> Iterator[Change]:
    """Read the entries of a list. Duties are recognised where skills were asked for, too."""
    entries = split_list(message)
    if asked == "skills" and len(entries) > 1 and all(map(_is_duty, entries)):
        asked = "responsibilities"
    if asked == "skills":
        yield from _add_skills(split_names(message))
        return
    for entry in entries:
        if len(entry.split()) <= _MAX_DUTY_WORDS:
            yield Change(asked, "add", entry, entry)


def _add_skills(names: list[str]) -> Iterator[Change]:
    for name in names:
        if len(name.split()) <= _MAX_SKILL_WORDS:
            yield Change("skills", "add", spell_skill(name), name)


def _read_single(asked: PostField, facts: PostFacts) -> Iterator[Change]:
    message = facts.message
    if asked == "title" and not _can_be_title(message):
        return
    most = MAX_ADDRESS_WORDS if asked == "location" else MAX_ANSWER_WORDS
    if asked in TEXT_FIELDS and len(message.split()) <= most:
        yield from read_value(asked, message, facts)


def _can_be_title(message: str) -> bool:
    has_figure = bool(re.search(r"\d", message))
    return not has_figure and not has_any_word(message, load_post_words("no_title"))


def _read_first_place(message: str) -> Iterator[Change]:
    """Read the place in "Berlin or remote"."""
    first = re.split(r"\bor\b|[,(;]", message)[0].strip()
    place = parse_place(first)
    if place and not find_work_type(first):
        yield Change("location", "set", place, place, corrects=True)


def _read_by_shape(facts: PostFacts) -> Iterator[Change]:
    """Read an answer that does not fit the question, by its shape.

    It may be a known town, duties that begin with verbs, or a list of short names.
    """
    message = strip_marks(facts.message)
    if is_known_place(message) and not facts.data.get("location"):
        yield from read_value("location", message, facts)
        return
    entries = split_list(facts.message)
    if len(entries) < 2 or re.search(r"\d+k\b|[€£$%]", message):
        return
    names = split_names(facts.message)
    if sum(map(_is_duty, entries)) * 2 > len(entries):
        for entry in entries:
            yield Change("responsibilities", "add", entry, entry)
    elif all(len(name.split()) <= _MAX_SKILL_WORDS for name in names):
        yield from _add_skills(names)


def _is_duty(entry: str) -> bool:
    first = entry.split()[0].lower()
    return len(entry.split()) > 1 and first in load_post_words("duty_verbs")
