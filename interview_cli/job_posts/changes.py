"""Read a sentence or clause that changes what the post says: as acts; None if it changes nothing.

`corrections` recognises the forms of such sentences. Here their parts are matched with the post.
"""

from dataclasses import replace

from interview_cli.job_posts import corrections
from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.claims import Draft, find_claims, read_value
from interview_cli.job_posts.clauses import strip_marks
from interview_cli.job_posts.list_reading import add_entries, read_listed
from interview_cli.job_posts.reading_rules import find_cue, strip_lead_in
from interview_cli.vocabulary import POST_LISTS, PostField


def read_declared(text: str) -> list[Act] | None:
    """Read an entry with the list that it belongs to: "write reports is a duty"."""
    declared = corrections.find_declared(text)
    if declared is None:
        return None
    field, words, is_nice = declared
    return list(read_listed(field, words, is_nice=is_nice))


def read_contrast(text: str, draft: Draft) -> tuple[list[Act], str] | None:
    """Read what is set against a value of the post: "not York, Leeds".

    Returns the rest of the text, too.
    """
    contrast = corrections.find_contrast(text)
    if contrast is None:
        return None
    old, new, rest = contrast
    entries = corrections.find_stored(old, draft.turn)
    entries = [(field, entry) for field, entry in entries if entry]
    exact = [(field, entry) for field, entry in entries if entry.casefold() == old.casefold()]
    field = None if exact else draft.find_field_of(old)
    entries = exact if exact or field else entries
    if entries:
        return _replace_entries(entries, old, new, entries[:1]), rest
    acts = set_named(field, new, draft) if field else None
    return None if acts is None else (acts, rest)


def read_swap(text: str, draft: Draft) -> list[Act] | None:
    """Read a sentence that replaces an entry or a value: "swap York for Leeds"."""
    swap = corrections.find_swap(text)
    if swap is None:
        return None
    old, new = swap
    stored = corrections.find_stored(old, draft.turn)
    if field := next((field for field, entry in stored if not entry), None):
        return set_named(field, new, draft)
    if stored:
        return _replace_entries(stored, old, new, stored)
    if field := draft.find_field_of(old):
        return set_named(field, new, draft)
    acts = find_claims(text, draft, corrects=True).acts
    if not acts and draft.is_asked("skills"):  # in an answer about duties, it may be one
        return [Act("cannot", words=strip_marks(text))]
    return [act for act in acts if act.words in new] or acts or None


def _replace_entries(
    entries: list[tuple[PostField, str]], old: str, new: str, targets: list[tuple[PostField, str]]
) -> list[Act]:
    """Remove entries, and add the new one to the list of each of the targets."""
    acts: list[Act] = []
    for field, entry in entries:
        acts.append(Act("remove", field, entry, strip_marks(old), corrects=True))
        if (field, entry) in targets:
            acts += [replace(act, corrects=True) for act in add_entries(field, new)]
    return acts


def read_new_title(text: str, draft: Draft) -> list[Act] | None:
    """Read a sentence that gives the job another title: "call it Cook"."""
    title = corrections.find_new_title(text)
    return set_named("title", title, draft) if title else None


def read_addition(text: str, asked: PostField | None) -> list[Act] | None:
    """Read a sentence that adds an entry: "add parking to the benefits"."""
    addition = corrections.find_addition(text)
    if addition is None:
        return None
    words, field = addition
    words = strip_lead_in(words)
    cue = find_cue(words)
    if cue and field is None:
        words, field = cue.text, cue.field
    return list(add_entries(field, words, asked=asked))


def read_named_value(text: str, draft: Draft) -> list[Act] | None:
    """Read a sentence that names a field and its new value: "the salary is 30k"."""
    named = corrections.find_named_value(text)
    if named is None:
        return None
    field, value = named
    if field is None:
        return find_claims(value, draft, corrects=True).acts or None
    return None if field in POST_LISTS else set_named(field, value, draft)


def read_denial(text: str, draft: Draft) -> list[Act] | None:
    """Read a clause that says what is not wanted; "not remote" says where the work is."""
    acts = corrections.read_denial(text, draft.turn)
    if acts is None:
        return None
    positive = find_claims(text, draft, corrects=True).acts
    return [
        act for act in positive if act.field in ("experience_level", "work_type", "travel")
    ] or acts


def set_named(field: PostField, value: str, draft: Draft) -> list[Act] | None:
    """Read the new value of a field that is named; None if it is no value for it."""
    acts = list(read_value(field, value, draft, corrects=True))
    return None if all(act.kind == "beside" for act in acts) else acts
