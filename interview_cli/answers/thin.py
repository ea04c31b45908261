"""Find what a short and general answer leaves open, so that a follow-up can ask about it."""

import re
from typing import Literal, NamedTuple

from interview_cli.english.rules import Rules
from interview_cli.english.words import find_numbers, tokenize

_RULES = Rules("interview_cli.answers", "thin.toml")

ThinForm = Literal[
    "depends",
    "trouble",
    "details",
    "choice",
    "handover",
    "talk",
    "reply",
    "all_tasks",
    "first_step",
    "which_first",
    "mismatch",
    "no_change",
    "practice",
    "catch",
    "views",
]
_MIN_WORDS = 3
_MAX_WORDS = 28
_MAX_GENERAL_WORDS = 30
"""An answer that depends, or that speaks of all tasks, may be a little longer."""
_MAX_STORY_WORDS = 90
"""A story may be so long in which troubles are named and none is told."""
_MAX_PLAN_WORDS = 130
"""A plan may be so long that would find out more, and does not say what."""
_MIN_STEPS = 3
"""Of so many steps it can be asked which comes first."""
_QUOTATION = re.compile(r"[\"“”]")


class Thin(NamedTuple):
    """What a short answer leaves open."""

    form: ThinForm
    """It `depends`; some `trouble` was over; more `details` would be found out; everything matters
    where one thing was to be chosen (`choice`); somebody in charge is fetched (`handover`); people
    are told something (`talk`), or only asked (`reply`); `all_tasks` are done.

    Of a plan, the first step is not told, or `which_first` of several; what happens on a `mismatch`
    that a check shows, or if others go on as before (`no_change`). Of what is done already, the
    `practice` is not told, what a check did `catch`, or what the `views` of others rest on."""
    words: str = ""
    """The word of the answer that a follow-up takes up: the troubles, or who is in charge."""


def find_thin(answer: str, question: str) -> Thin | None:
    """Return what a short and general answer leaves open; None if it tells enough.

    Figures and words in quotation marks are details.
    """
    text = answer.replace("’", "'")
    count = len(tokenize(text))
    if not _MIN_WORDS <= count <= _MAX_PLAN_WORDS or _RULES.is_found("honest_no", text):
        return None
    if _RULES.is_found("supposes", question) and _RULES.is_found("details", text):
        return Thin("details")
    if count > _MAX_STORY_WORDS:
        return None
    if _RULES.is_found("asks_one", question) and _RULES.matches("everything", text):
        return Thin("choice")
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


def is_in_order(answer: str) -> bool:
    """Return whether an answer says what comes first, or what then."""
    return _RULES.is_found("order", answer)


def _find_in_short(answer: str, question: str) -> Thin | None:
    if _RULES.is_found("asks_story", question):
        return None  # a short story may be whole
    if _RULES.is_found("asks_work", question):
        return Thin("all_tasks")
    if _RULES.is_found("asks_choice", question):
        return _find_missing_practice(question)
    asks_words = _RULES.is_found("asks_words", question)
    if not (asks_words or _RULES.is_found("supposes", question)):
        return _find_in_practice(question)
    if handover := _RULES.pattern("handover").match(answer):
        return Thin("handover", handover["who"].lower())
    if asks_words or _RULES.is_found("talk", answer):
        return Thin("reply" if _RULES.matches("only_asks", answer) else "talk")
    return _find_in_steps(answer, question)


def _find_in_practice(question: str) -> Thin | None:
    """Return what is open in what somebody does already."""
    if _RULES.is_found("asks_views", question):
        return Thin("views")
    return _find_missing_practice(question) if _RULES.is_found("asks_practice", question) else None


def _find_missing_practice(question: str) -> Thin:
    return Thin("catch" if _RULES.is_found("asks_check", question) else "practice")


def _find_in_steps(answer: str, question: str) -> Thin | None:
    """Return what is open in the steps that somebody would take."""
    if is_in_order(answer):
        return None
    acts = _count_acts(answer)
    if acts > 1 and _RULES.is_found("asks_check", question):
        return Thin("mismatch")
    if acts > 1 and _RULES.is_found("others_fault", question):
        return Thin("no_change")
    is_choice = acts >= _MIN_STEPS or (acts > 1 and _RULES.is_found("either", answer))
    return Thin("which_first" if is_choice else "first_step")


def _count_acts(answer: str) -> int:
    """Count the verbs of an answer in their plain form, as plans have them."""
    # Imported here: few answers are so short that it is asked.
    from interview_cli.english.verbs import find_plain_verbs

    return len(find_plain_verbs(word.lower() for word in tokenize(answer)))
