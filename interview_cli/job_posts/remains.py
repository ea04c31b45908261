"""Place what remains of the clauses of a sentence: by its own words, then by the question asked."""

import re
from collections.abc import Iterator, Mapping

from interview_cli.english.words import tokenize, word_list
from interview_cli.job_posts import corrections, dialogue
from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.claims import Draft
from interview_cli.job_posts.clauses import strip_marks
from interview_cli.job_posts.entries import (
    begins_requirement,
    find_list,
    has_content,
)
from interview_cli.job_posts.entry_lists import (
    EntryKind,
    are_listed,
    blend_shares,
    choose_list,
    describe_setting,
    rate_entries,
)
from interview_cli.job_posts.list_reading import add_entries
from interview_cli.job_posts.place_names import is_known_place
from interview_cli.job_posts.places import parse_place
from interview_cli.job_posts.reading_rules import is_about_employer, is_about_speaker
from interview_cli.job_posts.skills import find_skills
from interview_cli.job_posts.values import read_value
from interview_cli.job_posts.word_lists import has_any_word, load_words
from interview_cli.vocabulary import PostField

_MAX_TITLE_WORDS = 5
_MAX_PLACE_WORDS = 4
_LISTED = 0.35
"""From this share of a list on, a name is an entry of it: "Excel"."""
_ASKED, _UNASKED = 0.4, 0.8
"""Shares from which a part is the title or the place: if that was asked for, and if not."""
_ANSWERED = 0.5
"""Share from which the whole answer to the question for the title is one."""
_FILE = "reading.toml"


def place_remains(
    remains: list[str], draft: Draft, near: PostField | None = None, least: float = 0
) -> Iterator[Act]:
    """Return an act for each part of a sentence that no value claimed.

    `near` is the list that the rest of the sentence is about. An entry must be of its kind with at
    least the share `least`.

    A part that no field takes is beside the point, and is kept as such.
    """
    parts = [part for text in remains if has_content(text) and (part := _trim(text))]
    parts = [part for part in parts if not dialogue.says_nothing(part)]
    if not parts:
        return
    asides = [part for part in parts if is_about_employer(part) or is_about_speaker(part)]
    yield from (Act("beside", words=part) for part in asides)
    parts = [part for part in parts if part not in asides and not draft.is_title(part)]
    is_listed = not least and draft.has("title") and are_listed(parts)
    kinds = rate_entries(parts, describe_setting(draft.turn, near, tuple(parts)))
    kinds = blend_shares(kinds) if is_listed else kinds
    for number, (part, shares) in enumerate(zip(parts, kinds, strict=True)):
        if value := _read_single(part, shares, draft, is_first=number == 0):
            yield from value
            continue
        denial = corrections.read_denial(part, draft.turn)
        field = choose_list(part, shares, draft.turn.asked, is_listed=is_listed)
        if field is None and not least and _is_skill(part):
            field = "skills"
        if denial:
            yield from denial
        elif field is None or max(shares.values()) < least or _is_context(part):
            yield Act("beside", words=part)
        elif field in ("responsibilities", "benefits") or number == len(parts) - 1:
            yield from add_entries(field, part)
        else:
            yield from _add_whole(field, part)


def _is_skill(part: str) -> bool:
    """Return whether a part is the name of a known skill and no more: "also C++"."""
    return any(not has_content(part.replace(said, " ")) for _, said in find_skills(part))


def _trim(text: str) -> str:
    """Return a part without the words that led to what a value claimed: "for our cafe in"."""
    words = strip_marks(text).split()
    while len(words) > 1 and words[-1].lower() in load_words(_FILE, "dangling"):
        words.pop()
    return strip_marks(" ".join(words)) if " ".join(words) in text else strip_marks(text)


def _add_whole(field: PostField, part: str) -> Iterator[Act]:
    """Add an entry inside a list, where "and" joins the words of one entry."""
    for act in add_entries(field, part.replace(" and ", "\1")):
        value, words = str(act.value).replace("\1", " and "), act.words.replace("\1", " and ")
        yield Act(act.kind, act.field, value, words, act.corrects, act.nice_to_have)


def _read_single(
    part: str, shares: Mapping[EntryKind, float], draft: Draft, *, is_first: bool
) -> list[Act]:
    """Read a part as the title or the place, if it likely is one and the post has none."""
    least = _ASKED if draft.is_asked("title") else _UNASKED
    is_title = shares["title"] >= least or _answers_with_title(part, shares, draft)
    if draft.takes_any_title and is_title and _can_be_title(part):
        return list(read_value("title", part, draft, corrects=False))
    least = _ASKED if draft.is_asked("location") else _UNASKED
    is_place = shares["place"] >= least or (is_first and _answers_with_name(part, shares, draft))
    is_place = is_place and not _is_opening(part, draft)
    if not draft.has("location") and is_place and parse_place(part):
        return list(read_value("location", part, draft, corrects=False))
    return []


def _answers_with_title(part: str, shares: Mapping[EntryKind, float], draft: Draft) -> bool:
    """Return whether the whole answer to the question for the title is a name: "Goatherd".

    Its words may be those of a place, which the post has already.
    """
    is_whole = strip_marks(draft.turn.message) == part and draft.is_asked("title")
    likely = shares["title"] + (shares["place"] if draft.has("location") else 0)
    return is_whole and likely >= _ANSWERED and not is_known_place(part)


def _is_opening(part: str, draft: Draft) -> bool:
    """Return whether a part greets or is a heading: "Salom! We need", "VACANCY\nPosition: Cook"."""
    first, _, rest = draft.turn.message.strip().partition("\n")
    is_heading = bool(rest) and part in first
    is_greeting = bool(re.match(rf"{re.escape(part)}[!.]\s+\w", draft.turn.message.strip()))
    return (is_heading or is_greeting) and not is_known_place(part)


def _answers_with_name(part: str, shares: Mapping[EntryKind, float], draft: Draft) -> bool:
    """Return whether a part answers the question for the place with a name: "Côte d'Or, Praslin".

    No list of towns is complete: what stands first, is short and is all names is a place.
    """
    words = [word for word in tokenize(part) if word.lower() not in word_list("stop")]
    is_name = all(any(char.isupper() for char in word) for word in words)
    listed = max(shares["responsibilities"], shares["bring"], shares["benefits"])
    is_short = 0 < len(words) <= _MAX_PLACE_WORDS
    return draft.is_asked("location") and is_short and is_name and listed < _LISTED


def _can_be_title(part: str) -> bool:
    words = part.split()
    has_figure = bool(re.search(r"\d", part))
    is_chat = has_any_word(part, load_words(_FILE, "no_title"))
    return len(words) <= _MAX_TITLE_WORDS and not has_figure and not is_chat and not find_list(part)


def _is_context(part: str) -> bool:
    """Return whether a part only says where or for whom the job is: "for a works canteen"."""
    first = part.split()[0].lower()
    return first in load_words(_FILE, "context") and not begins_requirement(part)
