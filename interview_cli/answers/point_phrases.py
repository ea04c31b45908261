"""Cut the phrases that a follow-up can say back out of a clause, and rate them."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from interview_cli.answers.clauses import (
    MAX_CHARS,
    cut_clause,
    find_ends,
    is_past_verb,
    load_clause_pattern,
    load_word_set,
)
from interview_cli.answers.sentences import load_pattern
from interview_cli.english.rules import Rules
from interview_cli.english.words import content_stems, find_numbers, stem_word, tokenize, word_list
from interview_cli.text import replace_words

_MISSING = Rules("interview_cli.answers", "missing.toml")
Form = Literal[
    "deed",
    "habit",
    "plan",
    "group",
    "outcome",
    "report",
    "change",
    "vague",
    "vague_plan",
    "unclear",
]
_MIN_WORDS = 4
_MIN_CHANGE_WORDS = 3
_MAX_WORDS = 14
_LONG_WORDS = 11
_ENOUGH_STEMS = 2
_BEST_STEMS = 4
_TO_YOU = {
    "i": "you",
    "me": "you",
    "my": "your",
    "mine": "yours",
    "myself": "yourself",
    "we": "you",
    "us": "you",
    "our": "your",
    "ours": "yours",
    "ourselves": "yourselves",
}
_QUOTED = ("group", "outcome", "unclear")
"""Forms of points in the words of the answer."""
_UNFIT = ("dangling", "open_series", "not_said_back")
"""Groups of `points.toml` with what makes a phrase no point."""
_QUOTATION = re.compile(r"[\"“”‘()\[\]]|(?<!\w)'|'(?!\w)")


class Point(NamedTuple):
    """A clause of an answer."""

    text: str
    """Words that follow "You said"; those of a group are quoted as they stand."""
    form: Form
    """What the clause tells: a `deed`, `habit` or `plan` of the speaker, addressed as "you"; what
    a `group` did, as "we", or how it ended for them (`outcome`); what others did (`report`); a
    `change` that could be counted; a claim or a plan without content, in its own words (`vague`,
    `vague_plan`). A deed is `unclear` on its own if it refers to something that was said before: it
    is quoted as it stands, if there is no clear one."""
    is_aside: bool = False
    """Whether it is told besides ("I also wrote a note"): not what the story is about."""


def cut_points(clause: str, form: Form) -> Iterator[Point]:
    """Yield the beginnings of a clause that are phrases fit to be said back."""
    whole = cut_clause(clause)
    is_whole = len(whole) < MAX_CHARS
    for end in [*find_ends(whole), *([len(whole)] if is_whole else [])]:
        phrase = load_clause_pattern("link").sub("", whole[:end].strip(" ,"))
        if _is_fit(phrase, form):
            found = _find_unclear_form(phrase, form) or form
            yield Point(phrase if found in _QUOTED else _turn_to_you(phrase), found)


def _is_fit(phrase: str, form: Form) -> bool:
    words = [word.lower() for word in tokenize(phrase)]
    least = _MIN_CHANGE_WORDS if form == "change" else _MIN_WORDS
    if not least <= len(words) <= _MAX_WORDS:
        return False
    if _QUOTATION.search(phrase) or "'m" in phrase:
        return False
    if any(load_clause_pattern(group).search(phrase) for group in _UNFIT):
        return False
    if load_pattern("cliche").search(phrase) or word_list("buzz") & set(words):
        return False
    return _has_own_subject(words, form) and _is_specific(phrase, words, form)


def _has_own_subject(words: list[str], form: Form) -> bool:
    """Return whether nobody but the subject is "I" or "we", as far as the form needs it."""
    rest = words[1:]
    if form == "group":
        return "i" not in words
    return not ("we" in rest or "us" in rest or ("i" in rest and load_word_set("was") & set(rest)))


def _is_specific(phrase: str, words: list[str], form: Form) -> bool:
    """Return whether a phrase names things, besides its verb, and its subject."""
    if form == "change":
        return True
    if form == "report" and not _is_event(words):
        return False
    if form == "habit" and "myself" in words:
        return False
    if form == "deed" and load_pattern("duty").search(phrase):
        return False
    if form in ("deed", "habit") and load_word_set("not_done") & set(words):
        return False
    stems = find_things(phrase)
    enough = 1 if form in ("group", "plan") else _ENOUGH_STEMS
    return len(stems) + bool(find_numbers(phrase)) >= enough and words[-1] != "that"


def _find_unclear_form(phrase: str, form: Form) -> Form | None:
    """Return the form of a deed that is an outcome, or refers to a thing not named before it."""
    if form not in ("deed", "group"):
        return None
    pointing = load_clause_pattern("pointing").search(phrase)
    is_pointing = pointing is not None and not find_things(phrase[: pointing.start()])
    if is_pointing or load_clause_pattern("lost").search(phrase):
        return "unclear"
    is_end = form == "group" and _MISSING.is_found("outcome", phrase)
    return "outcome" if is_end else None


def _is_event(words: list[str]) -> bool:
    """Return whether a phrase tells what happened to whom."""
    is_told = any(is_past_verb(word) or word in load_word_set("were") for word in words)
    return is_told and not load_word_set("referring") - {"there"} & set(words[:3])


def find_things(phrase: str) -> frozenset[str]:
    """Return the stems of a phrase without those of its verbs in the past."""
    verbs = {stem_word(word) for word in tokenize(phrase)[:4] if is_past_verb(word.lower())}
    return content_stems(phrase) - verbs


def _turn_to_you(phrase: str) -> str:
    """Turn a phrase in the first person into one that addresses the same person as "you"."""
    words = [word.lower() for word in tokenize(phrase)]
    text = replace_words(phrase, _TO_YOU)
    if phrase.startswith("I'd "):
        text = text.replace("you'd", "you would", 1)
    verb = words[1] if words[0] == "i" and len(words) > 1 else ""
    return text.replace(f"you {verb}", "you were", 1) if verb in load_word_set("was") else text


def rate_point(point: Point) -> float:
    """Rate a point by the things that it names; pronouns and length count against it."""
    words = [word.lower() for word in tokenize(point.text)]
    if point.form in ("vague", "vague_plan"):
        return 1.0
    if point.form == "change":
        return 1 / len(words) if words[0] not in load_word_set("referring") else 1 / MAX_CHARS
    stems = min(_BEST_STEMS, len(find_things(point.text)))
    referring = sum(word in load_word_set("referring") for word in words)
    is_duty = point.form == "habit" and "were" in words[:2]
    begins_with_thing = any(word in load_word_set("articles") for word in words[2:4])
    is_slight = load_clause_pattern("slight_act").match(point.text) is not None
    gains = stems + begins_with_thing + 2 * is_duty
    faults = referring + 2 * is_slight + 2 * point.is_aside + (len(words) > _LONG_WORDS)
    return gains - faults
