"""Find what a short and general answer leaves open, so that a follow-up can ask about it."""

import re
from typing import Literal, NamedTuple

from interview_cli.english.rules import Rules
from interview_cli.english.words import find_numbers, tokenize

_RULES = Rules("interview_cli.answers", "thin.toml")

ThinForm = Literal[
    "depends", "trouble", "handover", "talk", "all_tasks", "first_step", "next_step", "practice"
]
_MIN_WORDS = 3
_MAX_WORDS = 28
_MAX_GENERAL_WORDS = 30
"""An answer that depends, or that speaks of all tasks, may be a little longer."""
_MAX_STORY_WORDS = 90
"""A story may be so long in which troubles are named and none is told."""
_QUOTATION = re.compile(r"[\"“”]")


class Thin(NamedTuple):
    """What a short answer leaves open."""

    form: ThinForm
    """It `depends`; some `trouble` was over; somebody in charge is fetched (`handover`); people are
    told something (`talk`); `all_tasks` are done; the first step, what follows the steps that are
    named (`next_step`), or the practice, is not told."""
    words: str = ""
    """The word of the answer that a follow-up takes up: the troubles, or who is in charge."""


def find_thin(answer: str, question: str) -> Thin | None:
    """Return what a short and general answer leaves open; None if it tells enough.

    Figures and words in quotation marks are details.
    """
    text = answer.replace("’", "'")
    count = len(tokenize(text))
    if not _MIN_WORDS <= count <= _MAX_STORY_WORDS or _RULES.is_found("honest_no", text):
        return None
    if trouble := _RULES.pattern("trouble").search(text):
        return Thin("trouble", trouble["what"].lower())
    if _QUOTATION.search(text) or any(number.isdigit() for number in find_numbers(text)):
        return None
    if count <= _MAX_GENERAL_WORDS and _RULES.is_found("depends", text):
        return Thin("depends")
    if (
        count <= _MAX_GENERAL_WORDS
        and _RULES.is_found("all_tasks", text)
        and _RULES.is_found("asks_work", question)
    ):
        return Thin("all_tasks")
    is_of_group = len(_RULES.pattern("group").findall(text)) > 1
    return _find_in_short(text, question) if count <= _MAX_WORDS and not is_of_group else None


def _find_in_short(answer: str, question: str) -> Thin | None:
    if _RULES.is_found("asks_story", question):
        return None  # a short story may be whole
    if _RULES.is_found("asks_work", question):
        return Thin("all_tasks")
    if _RULES.is_found("asks_choice", question):
        return Thin("practice")
    asks_words = _RULES.is_found("asks_words", question)
    if not (asks_words or _RULES.is_found("supposes", question)):
        return Thin("practice") if _RULES.is_found("asks_practice", question) else None
    if handover := _RULES.pattern("handover").match(answer):
        return Thin("handover", handover["who"].lower())
    if asks_words or _RULES.is_found("talk", answer):
        return Thin("talk")
    if _RULES.is_found("order", answer):
        return None
    return Thin("next_step" if _count_acts(answer) > 1 else "first_step")


def _count_acts(answer: str) -> int:
    """Count the verbs of an answer in their plain form, as plans have them."""
    # Imported here: few answers are so short that it is asked.
    from interview_cli.english.verbs import find_plain_verbs

    return len(find_plain_verbs(word.lower() for word in tokenize(answer)))
