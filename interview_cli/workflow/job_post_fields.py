"""Change the fields of a post by one act, and keep the words that each value comes from."""

from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.advert import name_in_json
from interview_cli.job_posts.grounding import is_grounded
from interview_cli.job_posts.restoring import FieldChange
from interview_cli.job_posts.terms import is_nice_to_have
from interview_cli.limits import MAX_NAME_CHARS
from interview_cli.post_models import JobData, JobPost, Source
from interview_cli.vocabulary import POST_LISTS, PostField
from interview_cli.workflow.job_post_outcome import TurnOutcome
from interview_cli.workflow.job_post_values import PAY_FIELDS, set_pay, set_value

_MAX_ENTRIES = 60
_MAX_ENTRY_CHARS = 500


def apply_change(
    post: JobPost, act: Act, message: str, asked: str | None, turn: int, outcome: TurnOutcome
) -> None:
    """Make the change of an act, as far as the message supports it, and note what became of it."""
    description = _apply(post, act, message, asked)
    if description is None and act.kind == "remove" and act.field and not act.value:
        outcome.absent.append(act.field)
    if description is not None and act.field is not None:
        _report(act.field, description, outcome, is_removal=act.kind == "remove")
        _note_source(post, act, act.field, turn)


def _report(field: PostField, text: str, outcome: TurnOutcome, *, is_removal: bool) -> None:
    """Note a change.

    What the same turn added and removed again is not reported, and of a value that it removed and
    set anew only the new one.
    """
    change = FieldChange(field, text, is_removal)
    added, cleared = FieldChange(field, text), FieldChange(field, "", True)
    if cleared in outcome.changed:
        outcome.changed.remove(cleared)
    if is_removal and added in outcome.changed:
        outcome.changed.remove(added)
    else:
        outcome.changed.append(change)


def _apply(post: JobPost, act: Act, message: str, asked: str | None) -> str | None:
    """Make a change. Returns the words that report it, or None if nothing changed."""
    if act.kind == "rank":
        return _rank_last(post, act)
    if act.field is None:
        return None
    if act.kind == "remove":
        return _remove(post, act, act.field)
    if act.kind == "replace":
        return _replace(post, act, act.field, message)
    if act.field in POST_LISTS:
        return _add_entry(post, act, act.field, message)
    if act.kind != "set":
        return None
    replaces = act.corrects or act.field == asked
    if act.field == "salary":
        return set_pay(post.job_data, act, replaces)
    today = post.employer_messages[-1].timestamp.date()
    return set_value(post.job_data, act, act.field, message, replaces, today)


def _add_entry(post: JobPost, act: Act, name: PostField, message: str) -> str | None:
    entries: list[str] = getattr(post.job_data, name)
    text = f"{act.value} (nice to have)" if act.nice_to_have else str(act.value)
    entry = " ".join(text.split())[:_MAX_ENTRY_CHARS]
    known = {entry.casefold() for entry in entries}
    if not entry or entry.casefold() in known or len(entries) >= _MAX_ENTRIES:
        return None
    if act.kind != "add" or not _is_entry_grounded(post, act, entry, message):
        return None
    setattr(post.job_data, name, [*entries, entry])
    if name == "requirements" and (act.nice_to_have or is_nice_to_have(entry)):
        post.nice_to_have = [*post.nice_to_have, entry]
    return entry


def _replace(post: JobPost, act: Act, name: PostField, message: str) -> str | None:
    """Put a value in the place of an entry or of a text, which it may repeat in part."""
    present, value = getattr(post.job_data, name), str(act.value)[:_MAX_ENTRY_CHARS]
    if not is_grounded(value, f"{act.old}\n{message}"):
        return None
    if name not in POST_LISTS:
        if present != act.old or present == value:
            return None
        setattr(post.job_data, name, value[:MAX_NAME_CHARS])
        return value
    if act.old not in present or value.casefold() in {entry.casefold() for entry in present}:
        return None
    if act.old in post.nice_to_have and not is_nice_to_have(value):
        value = f"{value} (nice to have)"
    setattr(post.job_data, name, [value if entry == act.old else entry for entry in present])
    post.nice_to_have = [value if entry == act.old else entry for entry in post.nice_to_have]
    return f"{value} instead of {act.old}"


def _is_entry_grounded(post: JobPost, act: Act, entry: str, message: str) -> bool:
    """Return whether the message, or for an entry that moves the conversation, states it."""
    if is_grounded(entry, message):
        return True
    said = "\n".join(message.content for message in post.employer_messages)
    return act.corrects and is_grounded(entry, said)


def _rank_last(post: JobPost, act: Act) -> str | None:
    """Mark the last requirement as nice to have: "but it isn't required"."""
    data = post.job_data
    if not data.requirements or not act.nice_to_have:
        return None
    *others, last = data.requirements
    if last in post.nice_to_have:
        return None
    marked = f"{last} (nice to have)"
    data.requirements = [*others, marked]
    post.nice_to_have = [*post.nice_to_have, marked]
    return marked


def _remove(post: JobPost, act: Act, name: PostField) -> str | None:
    if name in POST_LISTS and act.value:
        return _remove_entry(post, name, str(act.value))
    if name == "description" and act.value:
        return _remove_sentence(post, str(act.value))
    return clear_field(post, name) if has_value(post, name) else None


def has_value(post: JobPost, name: PostField) -> bool:
    """Return whether a field of a post says anything."""
    empty = JobData()
    return any(getattr(post.job_data, part) != getattr(empty, part) for part in names_of(name))


def clear_field(post: JobPost, name: PostField) -> str:
    """Empty a field and forget its sources. Return the words that report it: none."""
    empty = JobData()
    for part in names_of(name):
        setattr(post.job_data, part, getattr(empty, part))
        post.sources.pop(name_in_json(part), None)
        post.words.pop(name_in_json(part), None)
    _forget_removed(post)
    return ""


def _remove_entry(post: JobPost, name: PostField, value: str) -> str | None:
    entries: list[str] = getattr(post.job_data, name)
    kept = [entry for entry in entries if entry.casefold() != value.casefold()]
    if len(kept) == len(entries):
        return None
    setattr(post.job_data, name, kept)
    _forget_removed(post)
    return value


def _remove_sentence(post: JobPost, sentence: str) -> str | None:
    """Remove a sentence of the description."""
    before, found, after = post.job_data.description.partition(sentence)
    if not found:
        return None
    parts = (before.rstrip(" "), after.lstrip(" "))
    post.job_data.description = " ".join(filter(None, parts)).strip()
    return sentence


def _forget_removed(post: JobPost) -> None:
    requirements = post.job_data.requirements
    post.nice_to_have = [entry for entry in post.nice_to_have if entry in requirements]


def _note_source(post: JobPost, act: Act, changed: PostField, turn: int) -> None:
    """Keep for each field the turns and the words that its present value comes from."""
    for name in names_of(changed):
        key = name_in_json(name)
        if getattr(post.job_data, name) in ("", None, []):
            post.sources.pop(key, None)
            post.words.pop(key, None)
            continue
        known = post.words.get(key, []) if changed in (*POST_LISTS, "description") else []
        if act.kind == "remove":
            removed = {act.words.casefold(), str(act.value).casefold()}
            known = [source for source in known if source.words.casefold() not in removed]
        elif act.kind == "replace":
            known = [source for source in known if source.words.casefold() != act.old.casefold()]
            known = [*known, Source(turn=turn, words=act.words)]
        else:
            known = [*known, Source(turn=turn, words=act.words)]
        post.words[key] = known
        post.sources[key] = sorted({source.turn for source in known})


def names_of(changed: PostField) -> tuple[str, ...]:
    """Return the fields of JobData that a field of a post consists of."""
    return PAY_FIELDS if changed == "salary" else (changed,)
