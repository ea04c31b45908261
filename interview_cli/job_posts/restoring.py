"""Compare a post with itself at an earlier time: what changed, and what can be put back."""

from dataclasses import dataclass
from typing import get_args

from interview_cli.job_posts.acts import Turn
from interview_cli.job_posts.advert import EMPLOYMENT, LEVELS, WORK, describe_pay
from interview_cli.job_posts.orders import find_named_field
from interview_cli.job_posts.stored_entries import find_stored
from interview_cli.job_posts.word_lists import load_words
from interview_cli.post_models import JobData
from interview_cli.vocabulary import POST_LISTS, PostField

_SPOKEN = {**EMPLOYMENT, **LEVELS, **WORK}


@dataclass(frozen=True)
class FieldChange:
    """A change of a field, in the words that report it."""

    field: PostField
    text: str
    """The new value, or the entry that was added or removed; empty for a cleared field."""
    is_removal: bool = False


def describe_changes(before: JobData, after: JobData) -> list[FieldChange]:
    """Return each field that differs, with its new value, or the entries gained and lost."""
    changes: list[FieldChange] = []
    for field in get_args(PostField):
        if field in POST_LISTS:
            old, new = getattr(before, field), getattr(after, field)
            changes += [FieldChange(field, entry) for entry in new if entry not in old]
            changes += [FieldChange(field, entry, True) for entry in old if entry not in new]
        elif _read_field(before, field) != (value := _read_field(after, field)):
            changes.append(FieldChange(field, _SPOKEN.get(value, value), not value))
    return changes


def find_removed(words: str, before: JobData, after: JobData) -> list[tuple[PostField, list[str]]]:
    """Return what the words name in a post as it was and is no longer in it.

    Entries of lists, or no entries for a field of one value. A pronoun names all of it.
    """
    gone = _find_gone(before, after)
    if words.strip() and set(words.lower().split()) <= load_words("orders.toml", "pronouns"):
        return [(field, entries) for field, entries in gone.items()]
    if (named := find_named_field(words)) is not None:
        return [(named, gone[named])] if named in gone else []
    found: dict[PostField, list[str]] = {}
    for field, entry in find_stored(words, Turn("", data=before)):
        if entry in gone.get(field, []):
            found.setdefault(field, []).append(entry)
    return list(found.items())


def _find_gone(before: JobData, after: JobData) -> dict[PostField, list[str]]:
    gone: dict[PostField, list[str]] = {}
    for field in get_args(PostField):
        if field in POST_LISTS:
            known = getattr(after, field)
            if entries := [entry for entry in getattr(before, field) if entry not in known]:
                gone[field] = entries
        elif _read_field(before, field) and not _read_field(after, field):
            gone[field] = []
    return gone


def _read_field(data: JobData, field: PostField) -> str:
    return describe_pay(data) if field == "salary" else str(getattr(data, field) or "")
