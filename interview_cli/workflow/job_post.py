"""Turns of a job post: a coach proposes changes, and the rules here decide which apply.

Only `open_post` and `say` save. All other functions work in memory.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime

from interview_cli.coach.base import Change, Coach, PostFacts, PostReply, ProgressListener
from interview_cli.errors import InvalidInput
from interview_cli.job_posts.advert import EMPLOYMENT, LEVELS, WORK, describe_pay, find_missing
from interview_cli.job_posts.confirmation import is_confirmation
from interview_cli.job_posts.grounding import (
    TERMS,
    is_grounded,
    is_quoted,
    parse_pay,
    parse_term,
)
from interview_cli.job_posts.pay import Pay
from interview_cli.job_posts.terms import is_nice_to_have
from interview_cli.models import AgentMessage, EmployerMessage, JobData, JobPost, Source
from interview_cli.next_step import Action, NextStep
from interview_cli.settings import MAX_ANSWER_CHARS, MAX_NAME_CHARS, parse_ttl
from interview_cli.store.base import Lease, Store
from interview_cli.store.ids import generate_id, short_id
from interview_cli.text import clean_input, make_slug
from interview_cli.vocabulary import POST_LISTS, PostField, PostStep
from interview_cli.workflow.job_post_replies import compose_reply, find_asked_field
from interview_cli.workflow.session_turn import (
    NO_PROGRESS,
    Clock,
    RecordingListener,
    explain_coach_failure,
    require_live,
    save_turn,
)

_SPOKEN = {**EMPLOYMENT, **LEVELS, **WORK}
_SALARY = ("salary_min", "salary_max", "currency", "salary_unit")
_MAX_ENTRIES = 60
_MAX_ENTRY_CHARS = 500


@dataclass(frozen=True)
class NewPost:
    """What the user typed to open a job post."""

    company: str
    company_id: str | None
    """None: a new id is made."""
    ttl: str


def open_post(store: Store, wanted: NewPost, now: datetime) -> JobPost:
    """Create and save a job post.

    Raises InvalidInput for an unusable company name or time to live.
    """
    parse_ttl(wanted.ttl)
    post = JobPost(
        session_id=generate_id(now),
        created_at=now,
        last_updated=now,
        ttl=wanted.ttl,
        company_name=_clean_company(wanted.company),
        company_id=clean_input(wanted.company_id or "", "the company id") or generate_id(now),
        fence=secrets.token_hex(8),
    )
    store.create(post)
    return post


def _clean_company(name: str) -> str:
    company = " ".join(clean_input(name, "the company name").split())
    if not company:
        raise InvalidInput("the company name is empty.", NextStep(Action.NAME_COMPANY))
    if len(company) > MAX_NAME_CHARS:
        raise InvalidInput(
            f"the company name has {len(company)} characters; at most {MAX_NAME_CHARS} are allowed."
        )
    return company


def clean_message(text: str) -> str:
    """Return a message without characters that terminals must not print.

    Raises InvalidInput when it is empty, too long or not UTF-8.
    """
    message = clean_input(text, "the message")
    if not message:
        raise InvalidInput("the message is empty.", "say what the job is, or what to change")
    if len(message) > MAX_ANSWER_CHARS:
        raise InvalidInput(
            f"the message has {len(message):,} characters; "
            f"at most {MAX_ANSWER_CHARS:,} are allowed."
        )
    return message


def say(
    store: Store,
    coach: Coach,
    session_id: str,
    message: str,
    clock: Clock,
    listener: ProgressListener = NO_PROGRESS,
) -> JobPost:
    """Take one turn and return the post after it.

    The message is saved before the coach is asked. If the coach fails, saying the same message
    again does not add it again.

    Raises NotFound, CoachFailed, Interrupted.
    """
    with store.turn(session_id, JobPost) as lease:
        post = require_live(lease, clock())
        last = post.messages[-1] if post.messages else None
        if not (isinstance(last, EmployerMessage) and last.content == message):
            post.messages.append(EmployerMessage(content=message, timestamp=clock()))
            save_turn(lease, clock())
        with explain_coach_failure(NextStep(Action.SAY, session_id), "it is saved"):
            reply = coach.job_post(_collect_facts(post, message), RecordingListener(post, listener))
        _complete_turn(lease, reply, message, clock())
        return post


def _complete_turn(lease: Lease[JobPost], reply: PostReply, message: str, now: datetime) -> None:
    """Decide on the proposed changes, answer the employer, and save."""
    post = lease.session
    was_shown = post.current_step == "reviewing"
    changed = apply_changes(post, reply.changes, message)
    confirmed = was_shown and not changed and is_confirmation(message)
    step = decide_step(post, changed=bool(changed), confirmed=confirmed)
    post.move_to(step)
    post.name = make_slug(f"{post.company_name} {post.job_title or 'job post'}")
    answer = compose_reply(post, changed, reply.sentence, was_shown)
    post.messages.append(
        AgentMessage(
            content=answer.text,
            timestamp=now,
            asks=answer.asks or "",
            repeats=answer.repeats,
            coach=reply.coach,
            model=reply.model,
        )
    )
    save_turn(lease, now)


def decide_step(post: JobPost, *, changed: bool, confirmed: bool) -> PostStep:
    """Return the step of a post after a turn.

    A post becomes complete only when the employer confirms what was shown. A change reopens it.
    """
    if not post.job_data.title:
        return "getting_basic_info"
    if find_missing(post.job_data):
        return "collecting_details"
    if confirmed or (post.is_complete and not changed):
        return "complete"
    return "reviewing"


def apply_changes(
    post: JobPost, changes: tuple[Change, ...], message: str
) -> list[tuple[PostField, str]]:
    """Make the changes that the message supports.

    Returns each changed field with the words that report the change to the employer.
    """
    turn, asked = len(post.employer_messages), find_asked_field(post)
    changed: list[tuple[PostField, str]] = []
    for change in changes:
        if not is_quoted(change.words, message):
            continue
        description = _apply(post, change, message, asked)
        if description is None:
            continue
        changed.append((change.field, description))
        _note_source(post, change, turn)
    return changed


def _apply(post: JobPost, change: Change, message: str, asked: str | None) -> str | None:
    """Make a change. Returns the words that report it, or None if nothing changed."""
    if change.action == "remove":
        return _remove(post, change)
    if change.field in POST_LISTS:
        return _add_entry(post, change, message)
    if change.action != "set":
        return None
    replaces = change.corrects or change.field == asked
    if change.field == "salary":
        return _set_pay(post.job_data, change, replaces)
    return _set_value(post.job_data, change, message, replaces)


def _set_value(data: JobData, change: Change, message: str, replaces: bool) -> str | None:
    value = str(change.value)
    if change.field in TERMS:
        # A coach may propose any term, but only the term that the quoted words name counts.
        value = parse_term(change.field, change.words)
    elif not is_grounded(value, message):
        return None
    present = getattr(data, change.field)
    if change.field == "description" and present and value not in present:
        value = f"{present}\n\n{value}"
    elif not value or value == present or (present and not replaces):
        return None
    limit = MAX_NAME_CHARS if change.field in ("title", "department", "location") else None
    setattr(data, change.field, value[:limit])
    return "noted" if change.field == "description" else _SPOKEN.get(value, value)


def _set_pay(data: JobData, change: Change, replaces: bool) -> str | None:
    pay = change.value if isinstance(change.value, Pay) else parse_pay(change.words)
    if pay is None or (pay.minimum is None and pay.maximum is None):
        return None
    values = (pay.minimum, pay.maximum, pay.currency or data.currency, pay.unit or data.salary_unit)
    if tuple(getattr(data, name) for name in _SALARY) == values or (data.has_pay and not replaces):
        return None
    for name, value in zip(_SALARY, values, strict=True):
        setattr(data, name, value)
    return describe_pay(data)


def _add_entry(post: JobPost, change: Change, message: str) -> str | None:
    entries: list[str] = getattr(post.job_data, change.field)
    text = f"{change.value} (nice to have)" if change.nice_to_have else str(change.value)
    entry = " ".join(text.split())[:_MAX_ENTRY_CHARS]
    known = {entry.casefold() for entry in entries}
    if not entry or entry.casefold() in known or len(entries) >= _MAX_ENTRIES:
        return None
    if change.action != "add" or not is_grounded(entry, message):
        return None
    setattr(post.job_data, change.field, [*entries, entry])
    if change.field == "requirements" and (change.nice_to_have or is_nice_to_have(entry)):
        post.nice_to_have = [*post.nice_to_have, entry]
    return entry


def _remove(post: JobPost, change: Change) -> str | None:
    if change.field in POST_LISTS and change.value:
        return _remove_entry(post, change.field, str(change.value))
    names = _names_of(change.field)
    data, empty = post.job_data, JobData()
    if all(getattr(data, name) == getattr(empty, name) for name in names):
        return None
    for name in names:
        setattr(data, name, getattr(empty, name))
    _forget_removed(post)
    return "left out"


def _remove_entry(post: JobPost, field: PostField, value: str) -> str | None:
    entries: list[str] = getattr(post.job_data, field)
    kept = [entry for entry in entries if entry.casefold() != value.casefold()]
    if len(kept) == len(entries):
        return None
    setattr(post.job_data, field, kept)
    _forget_removed(post)
    return f"without {value}"


def _forget_removed(post: JobPost) -> None:
    requirements = post.job_data.requirements
    post.nice_to_have = [entry for entry in post.nice_to_have if entry in requirements]


def _note_source(post: JobPost, change: Change, turn: int) -> None:
    """Keep for each field the turns and the words that its present value comes from."""
    for name in _names_of(change.field):
        key = str(JobData.model_fields[name].alias)
        if getattr(post.job_data, name) in ("", None, []):
            post.sources.pop(key, None)
            post.words.pop(key, None)
            continue
        known = post.words.get(key, []) if change.field in (*POST_LISTS, "description") else []
        if change.action == "remove":
            removed = {change.words.casefold(), str(change.value).casefold()}
            known = [source for source in known if source.words.casefold() not in removed]
        else:
            known = [*known, Source(turn=turn, words=change.words)]
        post.words[key] = known
        post.sources[key] = sorted({source.turn for source in known})


def _names_of(field: PostField) -> tuple[str, ...]:
    """Return the fields of JobData that a field of a post consists of."""
    return _SALARY if field == "salary" else (field,)


def _collect_facts(post: JobPost, message: str) -> PostFacts:
    data = post.job_data
    return PostFacts(
        fence=post.fence or short_id(post.session_id),
        company_name=post.company_name,
        message=message,
        conversation=tuple(
            ("employer" if isinstance(earlier, EmployerMessage) else "agent", earlier.content)
            for earlier in post.messages[:-1]
        ),
        data=data.model_dump(by_alias=True, mode="json"),
        lists={field: tuple(getattr(data, field)) for field in POST_LISTS},
        asked=find_asked_field(post),
        is_shown=post.current_step in ("reviewing", "complete"),
    )
