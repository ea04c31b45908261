"""Apply the acts of an employer to a post, as far as the words of the message support them."""

from dataclasses import dataclass, field, replace
from datetime import date

from interview_cli.job_posts.acts import Act, ActKind
from interview_cli.job_posts.advert import EMPLOYMENT, LEVELS, WORK, describe_pay, name_in_json
from interview_cli.job_posts.details import AT_ONCE, find_details, parse_date
from interview_cli.job_posts.grounding import (
    TERMS,
    is_grounded,
    is_quoted,
    parse_term,
    states_number,
)
from interview_cli.job_posts.pay import Pay, find_pay, resolve_currency
from interview_cli.job_posts.places import find_country
from interview_cli.job_posts.restoring import describe_changes, find_removed
from interview_cli.job_posts.terms import is_nice_to_have, names_two_levels
from interview_cli.models import JobData, JobPost, PostContent, Source
from interview_cli.settings import MAX_NAME_CHARS
from interview_cli.vocabulary import POST_LISTS, PostField

_SPOKEN = {**EMPLOYMENT, **LEVELS, **WORK}
_SALARY = ("salary_min", "salary_max", "currency", "salary_unit")
_DATES = ("job_start_date", "valid_through")
_MAX_ENTRIES = 60
_MAX_ENTRY_CHARS = 500
_MAX_UNDO = 10
_MAX_UNUSED = 20
_COLLECTED: dict[ActKind, str] = {
    "unreadable": "unreadable",
    "beside": "unused",
    "unclear": "unclear",
    "cannot": "impossible",
}
"""Acts of which only the words are told, with the list of TurnOutcome that keeps them."""
DECLINABLE: tuple[PostField, ...] = ("experience_level", "skills", "location")
"""The required fields that may be left open. Title and duties may not."""


@dataclass
class TurnOutcome:
    """What became of the acts of one turn."""

    changed: list[tuple[PostField, str]] = field(default_factory=list)
    """Each changed field with the words that report the change."""
    denied: list[str] = field(default_factory=list)
    """What is not wanted and was not in the post."""
    unlawful: list[tuple[str, str]] = field(default_factory=list)
    """What no job ad may ask for: the ground and the words."""
    unreadable: list[str] = field(default_factory=list)
    """Pay in a form that no field can hold."""
    unused: list[str] = field(default_factory=list)
    """Words that no field took."""
    impossible: list[str] = field(default_factory=list)
    """Orders that the agent cannot follow."""
    unclear: list[str] = field(default_factory=list)
    """Words that give a field two values that exclude each other."""
    absent: list[PostField] = field(default_factory=list)
    """Fields that were to be removed and had no value."""
    declined: list[PostField] = field(default_factory=list)
    refused_to_decline: list[PostField] = field(default_factory=list)
    topic: str = ""
    """What the whole message is about: `undo`, `restart`, `show`, `greet`, `thank`, `confirm`,
    `doubt`, `refuse`, or the topic of a question."""
    gap: tuple[PostField, int] | None = None
    """The list and the place of the entry that the last act removed."""
    undone: bool = False
    taken_back: list[tuple[PostField, str]] = field(default_factory=list)
    """What an undo changed, in the form of `changed`."""


def apply_acts(
    post: JobPost, acts: tuple[Act, ...], message: str, asked: str | None
) -> TurnOutcome:
    """Make the changes that the message supports, and collect what the employer must be told."""
    before = _copy_content(post)
    outcome = TurnOutcome()
    turn = len(post.employer_messages)
    money = ""
    for act in acts:
        if act.words and not is_quoted(act.words, message):
            continue
        if act.kind in ("set", "add", "remove", "rank"):
            if isinstance(act.value, Pay):
                money = act.value.money
            _apply_change(post, act, message, asked, turn, outcome)
        elif act.kind == "restore":
            if not _restore_removed(post, act, outcome):
                _refuse_restore(post, act, message, turn, outcome)
        else:
            _collect(post, act, outcome)
    _settle_currency(post, money, outcome)
    _settle_skipped(post)
    left_out = [*outcome.unused, *outcome.unreadable, *outcome.unclear, *outcome.impossible]
    post.unused = list(dict.fromkeys(left_out))[:_MAX_UNUSED]
    _keep_earlier(post, before, outcome)
    return outcome


def _copy_content(post: JobPost) -> PostContent:
    return PostContent.model_validate(
        {name: getattr(post, name) for name in PostContent.model_fields}
    ).model_copy(deep=True)


def _restore(post: JobPost, content: PostContent) -> None:
    for name in PostContent.model_fields:
        setattr(post, name, getattr(content, name))


def _keep_earlier(post: JobPost, before: PostContent, outcome: TurnOutcome) -> None:
    """Keep the content before a change, so that it can be undone."""
    if outcome.topic != "undo" and before != _copy_content(post):
        post.earlier = [*post.earlier, before][-_MAX_UNDO:]


def _collect(post: JobPost, act: Act, outcome: TurnOutcome) -> None:
    """Collect an act that changes no field, or the post as a whole."""
    value = str(act.value)
    if act.kind in _COLLECTED:
        getattr(outcome, _COLLECTED[act.kind]).append(act.words)
    elif act.kind == "deny":
        outcome.denied.append(value or act.words)
    elif act.kind == "unlawful":
        if (value, act.words) not in outcome.unlawful:
            outcome.unlawful.append((value, act.words))
    elif act.kind == "decline" and act.field:
        _decline(post, act.field, outcome)
    else:
        outcome.topic = value if act.kind == "ask" else act.kind
        before = _copy_content(post)
        outcome.undone = _change_whole(post, act.kind)
        if act.kind == "undo" and outcome.undone:
            outcome.taken_back = describe_changes(before.job_data, post.job_data)


def _change_whole(post: JobPost, kind: str) -> bool:
    """Undo the last change, or start over. Return whether there was something to change."""
    if kind == "restart":
        had_content = _copy_content(post) != PostContent()
        _restore(post, PostContent())
        return had_content
    if kind == "undo" and post.earlier:
        *earlier, last = post.earlier
        _restore(post, last)
        post.earlier = earlier
        return True
    return False


def _refuse_restore(post: JobPost, act: Act, message: str, turn: int, outcome: TurnOutcome) -> None:
    """Take an order to put back what never stood in the post as an entry of the asked list."""
    if act.field:
        entry = replace(act, kind="add", value=act.words)
        _apply_change(post, entry, message, act.field, turn, outcome)
    else:
        outcome.impossible.append(act.words)


def _restore_removed(post: JobPost, act: Act, outcome: TurnOutcome) -> bool:
    """Put back what an earlier change removed. Return whether there was such a thing."""
    for earlier in reversed(post.earlier):
        found = find_removed(str(act.value), earlier.job_data, post.job_data)
        for name, entries in found:
            _put_back(post, name, entries, earlier)
            outcome.changed.append((name, f"{', '.join(entries)} again" if entries else "again"))
        if found:
            return True
    return False


def _put_back(post: JobPost, name: PostField, entries: list[str], earlier: PostContent) -> None:
    """Copy entries, or without any the value of a field, from the post as it was, with sources."""
    for part in _names_of(name):
        known = getattr(post.job_data, part)
        old = getattr(earlier.job_data, part)
        setattr(post.job_data, part, [*known, *entries] if entries else old)
        key = name_in_json(part)
        if key in earlier.words:
            post.words[key] = earlier.words[key]
            post.sources[key] = earlier.sources.get(key, [])
    post.nice_to_have += [entry for entry in entries if entry in earlier.nice_to_have]


def _decline(post: JobPost, declined: PostField, outcome: TurnOutcome) -> None:
    if declined in ("title", "responsibilities"):
        outcome.refused_to_decline.append(declined)
        return
    outcome.declined.append(declined)
    name = name_in_json(declined) if declined in DECLINABLE else ""
    if name and name not in post.skipped:
        post.skipped = [*post.skipped, name]
    if _has_value(post, declined):
        _clear(post, declined)


def _settle_skipped(post: JobPost) -> None:
    """Forget that a field was skipped once it has a value."""
    post.skipped = [
        name_in_json(field)
        for field in DECLINABLE
        if name_in_json(field) in post.skipped and not getattr(post.job_data, field)
    ]


def _settle_currency(post: JobPost, money: str, outcome: TurnOutcome) -> None:
    """Take the currency of the place's country where the employer's words leave it open."""
    data = post.job_data
    if not data.has_pay or (data.currency and not money):
        return
    present = Pay(data.salary_min, data.salary_max, data.currency, data.salary_unit, "", money)
    currency = resolve_currency(present, find_country(data.location)).currency
    if currency != data.currency:
        data.currency = currency
        outcome.changed = [change for change in outcome.changed if change[0] != "salary"]
        outcome.changed.append(("salary", f"{describe_pay(data)} (the currency of the place)"))


def _apply_change(
    post: JobPost, act: Act, message: str, asked: str | None, turn: int, outcome: TurnOutcome
) -> None:
    place = _find_place(post, act)
    description = _apply(post, act, message, asked)
    if act.kind == "remove":
        outcome.gap = (act.field, place) if act.field and place is not None else None
    elif description is not None and act.kind == "add" and act.corrects:
        _fill_gap(post, act, outcome)
    if description is None and act.kind == "remove" and act.field and not act.value:
        outcome.absent.append(act.field)
    if description is not None and act.field is not None:
        outcome.changed.append((act.field, description))
        _note_source(post, act, act.field, turn)


def _find_place(post: JobPost, act: Act) -> int | None:
    """Return where the entry of an act stands in its list."""
    entries = getattr(post.job_data, act.field) if act.field in POST_LISTS and act.field else []
    return entries.index(act.value) if act.value in entries else None


def _fill_gap(post: JobPost, act: Act, outcome: TurnOutcome) -> None:
    """Move a new entry to where the one stood that it replaces."""
    if outcome.gap and act.field == outcome.gap[0]:
        entries = getattr(post.job_data, act.field)
        entries.insert(outcome.gap[1], entries.pop())
    outcome.gap = None


def _apply(post: JobPost, act: Act, message: str, asked: str | None) -> str | None:
    """Make a change. Returns the words that report it, or None if nothing changed."""
    if act.kind == "rank":
        return _rank_last(post, act)
    if act.field is None:
        return None
    if act.kind == "remove":
        return _remove(post, act, act.field)
    if act.field in POST_LISTS:
        return _add_entry(post, act, act.field, message)
    if act.kind != "set":
        return None
    replaces = act.corrects or act.field == asked
    if act.field == "salary":
        return _set_pay(post.job_data, act, replaces)
    return _set_value(post.job_data, act, act.field, message, replaces)


def _set_value(
    data: JobData, act: Act, name: PostField, message: str, replaces: bool
) -> str | None:
    value = _ground_value(act, name, message)
    if value is None and name == "title" and act.corrects:  # a word of it was replaced
        value = str(act.value) if is_grounded(str(act.value), f"{data.title} {message}") else None
    if value is None:
        return None
    present = getattr(data, name)
    if name == "total_job_openings":
        if present == int(value) or (present and not replaces):
            return None
        data.total_job_openings = int(value)
        return value
    if name == "description" and present and value not in present:
        value = f"{present}\n\n{value}"
    elif not value or value == present or (present and not replaces):
        return None
    setattr(data, name, value if name == "description" else value[:MAX_NAME_CHARS])
    if name == "experience_level" and names_two_levels(act.words):
        return f"{_SPOKEN[value]}, the lower one of “{act.words}”"
    return "added" if name == "description" else _SPOKEN.get(value, value)


def _ground_value(act: Act, name: PostField, message: str) -> str | None:
    """Return the value that the message supports; None if it does not support this one."""
    value = str(act.value)
    if name in TERMS:
        # A coach may propose any term, but only the term that the quoted words name counts.
        return parse_term(name, act.words)
    if name in _DATES:
        return value if _states_date(value, act.words) else None
    if name == "total_job_openings":
        return value if value.isdigit() and int(value) and states_number(value, act.words) else None
    return value if is_grounded(value, message) else None


def _states_date(value: str, words: str) -> bool:
    """Return whether words state a date; a year that they leave out may be any."""
    if value == AT_ONCE:
        return any(act.value == AT_ONCE for act in find_details(f"start {words}", None))
    year = int(value[:4]) if value[:4].isdigit() else 0
    if not year:
        return False
    assumed = [parse_date(words[start:], _first_day(year)) for start in range(len(words))]
    return value in assumed


def _first_day(year: int) -> date:
    return date(max(year, 1), 1, 1)


def _set_pay(data: JobData, act: Act, replaces: bool) -> str | None:
    pay = act.value if isinstance(act.value, Pay) else find_pay(act.words, asked=True)
    if pay is None or (data.has_pay and not replaces):
        return None
    if pay.minimum is None and pay.maximum is None:
        if not data.has_pay:
            return None
        pay = replace(pay, minimum=data.salary_min, maximum=data.salary_max)
    values = (pay.minimum, pay.maximum, pay.currency or data.currency, pay.unit or data.salary_unit)
    if tuple(getattr(data, name) for name in _SALARY) == values:
        return None
    for name, value in zip(_SALARY, values, strict=True):
        setattr(data, name, value)
    return describe_pay(data)


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
    return _clear(post, name) if _has_value(post, name) else None


def _has_value(post: JobPost, name: PostField) -> bool:
    empty = JobData()
    return any(getattr(post.job_data, part) != getattr(empty, part) for part in _names_of(name))


def _clear(post: JobPost, name: PostField) -> str:
    empty = JobData()
    for part in _names_of(name):
        setattr(post.job_data, part, getattr(empty, part))
        post.sources.pop(name_in_json(part), None)
        post.words.pop(name_in_json(part), None)
    _forget_removed(post)
    return "left out"


def _remove_entry(post: JobPost, name: PostField, value: str) -> str | None:
    entries: list[str] = getattr(post.job_data, name)
    kept = [entry for entry in entries if entry.casefold() != value.casefold()]
    if len(kept) == len(entries):
        return None
    setattr(post.job_data, name, kept)
    _forget_removed(post)
    return f"without {value}"


def _forget_removed(post: JobPost) -> None:
    requirements = post.job_data.requirements
    post.nice_to_have = [entry for entry in post.nice_to_have if entry in requirements]


def _note_source(post: JobPost, act: Act, changed: PostField, turn: int) -> None:
    """Keep for each field the turns and the words that its present value comes from."""
    for name in _names_of(changed):
        key = name_in_json(name)
        if getattr(post.job_data, name) in ("", None, []):
            post.sources.pop(key, None)
            post.words.pop(key, None)
            continue
        known = post.words.get(key, []) if changed in (*POST_LISTS, "description") else []
        if act.kind == "remove":
            removed = {act.words.casefold(), str(act.value).casefold()}
            known = [source for source in known if source.words.casefold() not in removed]
        else:
            known = [*known, Source(turn=turn, words=act.words)]
        post.words[key] = known
        post.sources[key] = sorted({source.turn for source in known})


def _names_of(changed: PostField) -> tuple[str, ...]:
    """Return the fields of JobData that a field of a post consists of."""
    return _SALARY if changed == "salary" else (changed,)
