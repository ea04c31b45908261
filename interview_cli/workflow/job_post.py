"""A job post over its turns: a coach proposes what a message says, here it is decided what stands.

Pure but for `open_post` and `say`, which save.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime

from interview_cli.coach.base import Change, Coach, PostFacts, PostReply, Watch
from interview_cli.errors import InvalidInput
from interview_cli.job_posts.advert import EMPLOYMENT, LEVELS, WORK, missing, pay_of
from interview_cli.job_posts.confirmation import is_consent
from interview_cli.job_posts.grounding import (
    TERMS,
    is_grounded,
    pay_of_words,
    stands_in,
    term_of,
)
from interview_cli.job_posts.pay import Pay
from interview_cli.models import JobData, JobPost, Reply, Said, Source
from interview_cli.next_step import Action, NextStep
from interview_cli.settings import MAX_ANSWER_CHARS, MAX_NAME_CHARS, time_to_live
from interview_cli.store.base import Lease, Store
from interview_cli.store.ids import new_id, short_id
from interview_cli.text import slug, typed
from interview_cli.vocabulary import POST_LISTS, PostField, PostStep
from interview_cli.workflow.job_post_replies import answer, asked_last
from interview_cli.workflow.session_turn import (
    SILENT,
    Clock,
    NewNotices,
    coach_at_work,
    continued,
    save,
)

_SPOKEN = {**EMPLOYMENT, **LEVELS, **WORK}
_SALARY = ("salary_min", "salary_max", "currency", "salary_unit")
_MAX_ENTRIES = 60
_MAX_ENTRY_CHARS = 500


@dataclass(frozen=True)
class NewPost:
    """What a new job post is to be, as the user typed it."""

    company: str
    company_id: str | None
    ttl: str


def open_post(store: Store, wanted: NewPost, now: datetime) -> JobPost:
    """A new post, saved. Raises InvalidInput for an unusable company name or time to live."""
    time_to_live(wanted.ttl)
    company = " ".join(typed(wanted.company, "the company name").split())
    if not company:
        raise InvalidInput("the company name is empty.", NextStep(Action.NAME_COMPANY))
    if len(company) > MAX_NAME_CHARS:
        raise InvalidInput(
            f"the company name has {len(company)} characters; {MAX_NAME_CHARS} are the most."
        )
    post = JobPost(
        session_id=new_id(now),
        created_at=now,
        last_updated=now,
        ttl=wanted.ttl,
        company_name=company,
        company_id=typed(wanted.company_id or "", "the company id") or new_id(now),
        fence=secrets.token_hex(8),
    )
    store.create(post)
    return post


def message_said(text: str) -> str:
    """A message, cleaned and checked. Raises InvalidInput when it is empty, too long, no UTF-8."""
    message = typed(text, "the message")
    if not message:
        raise InvalidInput("the message is empty.", "say what the job is, or what to change")
    if len(message) > MAX_ANSWER_CHARS:
        raise InvalidInput(
            f"the message has {len(message):,} characters; {MAX_ANSWER_CHARS:,} are the most."
        )
    return message


def say(
    store: Store, coach: Coach, session_id: str, message: str, clock: Clock, watch: Watch = SILENT
) -> JobPost:
    """The post after one turn. What was said is saved before the coach is asked; the same message
    said again after a failure is not said twice.

    Raises NotFound, CoachFailed, Interrupted.
    """
    with store.turn(session_id, JobPost) as lease:
        post = continued(lease, clock())
        last = post.messages[-1] if post.messages else None
        if not (isinstance(last, Said) and last.content == message):
            post.messages.append(Said(content=message, timestamp=clock()))
            save(lease, clock())
        with coach_at_work(NextStep(Action.SAY, session_id), "it is saved"):
            reply = coach.job_post(_facts(post, message), NewNotices(post, watch))
        _take(lease, reply, message, clock())
        return post


def _take(lease: Lease[JobPost], reply: PostReply, message: str, now: datetime) -> None:
    """Decides on a coach's proposals, answers, and saves."""
    post = lease.session
    was_shown = post.current_step == "reviewing"
    changed = apply_changes(post, reply.changes, message)
    agreed = was_shown and not changed and is_consent(message)
    step = next_step(post, changed=bool(changed), agreed=agreed)
    post.move_to(step)
    post.name = slug(f"{post.company_name} {post.job_title or 'job post'}")
    words, asks = answer(post, changed, reply.sentence, was_shown)
    post.messages.append(
        Reply(content=words, timestamp=now, asks=asks or "", coach=reply.coach, model=reply.model)
    )
    save(lease, now)


def next_step(post: JobPost, *, changed: bool, agreed: bool) -> PostStep:
    """Where the post stands after a turn: complete only by consent to what was shown, and until
    something is changed."""
    if not post.job_data.title:
        return "getting_basic_info"
    if missing(post.job_data):
        return "collecting_details"
    if agreed or (post.is_complete and not changed):
        return "complete"
    return "reviewing"


def apply_changes(
    post: JobPost, changes: tuple[Change, ...], message: str
) -> list[tuple[PostField, str]]:
    """Makes the changes that were said; returns each field with what is told of it."""
    turn, asked = len(post.said), asked_last(post)
    told: list[tuple[PostField, str]] = []
    for change in changes:
        if not stands_in(change.words, message):
            continue
        done = _applied(post.job_data, change, message, asked)
        if done is None:
            continue
        told.append((change.field, done))
        _note_source(post, change, turn)
    return told


def _applied(data: JobData, change: Change, message: str, asked: str | None) -> str | None:
    """What is told of a change that was made; None where it was not."""
    if change.action == "remove":
        return _removed(data, change)
    if change.field in POST_LISTS:
        return _added(data, change, message)
    if change.action != "set":
        return None
    replaces = change.corrects or change.field == asked
    if change.field == "salary":
        return _paid(data, change, replaces)
    value = str(change.value)
    if change.field in TERMS:
        # By the words, not by whoever read them: a term is ours.
        value = term_of(change.field, change.words)
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


def _paid(data: JobData, change: Change, replaces: bool) -> str | None:
    pay = change.value if isinstance(change.value, Pay) else pay_of_words(change.words)
    if pay is None or (pay.minimum is None and pay.maximum is None):
        return None
    values = (pay.minimum, pay.maximum, pay.currency or data.currency, pay.unit or data.salary_unit)
    if tuple(getattr(data, name) for name in _SALARY) == values or (data.has_pay and not replaces):
        return None
    for name, value in zip(_SALARY, values, strict=True):
        setattr(data, name, value)
    return pay_of(data)


def _added(data: JobData, change: Change, message: str) -> str | None:
    entries: list[str] = getattr(data, change.field)
    value = " ".join(str(change.value).split())[:_MAX_ENTRY_CHARS]
    known = {entry.casefold() for entry in entries}
    if not value or value.casefold() in known or len(entries) >= _MAX_ENTRIES:
        return None
    if change.action != "add" or not is_grounded(value, message):
        return None
    setattr(data, change.field, [*entries, value])
    return value


def _removed(data: JobData, change: Change) -> str | None:
    value = str(change.value)
    if change.field in POST_LISTS and value:
        entries: list[str] = getattr(data, change.field)
        kept = [entry for entry in entries if entry.casefold() != value.casefold()]
        if len(kept) == len(entries):
            return None
        setattr(data, change.field, kept)
        return f"without {value}"
    names = _SALARY if change.field == "salary" else (change.field,)
    empty = JobData()
    if all(getattr(data, name) == getattr(empty, name) for name in names):
        return None
    for name in names:
        setattr(data, name, getattr(empty, name))
    return "left out"


def _note_source(post: JobPost, change: Change, turn: int) -> None:
    """Keeps for each field the turns and the words that said its present value."""
    names = _SALARY if change.field == "salary" else (change.field,)
    for name in names:
        key = str(JobData.model_fields[name].alias)
        if getattr(post.job_data, name) in ("", None, []):
            post.sources.pop(key, None)
            post.words.pop(key, None)
            continue
        known = post.words.get(key, []) if change.field in (*POST_LISTS, "description") else []
        if change.action == "remove":
            gone = {change.words.casefold(), str(change.value).casefold()}
            known = [said for said in known if said.words.casefold() not in gone]
        else:
            known = [*known, Source(turn=turn, words=change.words)]
        post.words[key] = known
        post.sources[key] = sorted({said.turn for said in known})


def _facts(post: JobPost, message: str) -> PostFacts:
    data = post.job_data
    return PostFacts(
        fence=post.fence or short_id(post.session_id),
        company_name=post.company_name,
        message=message,
        said=tuple(one.content for one in post.messages[:-1]),
        data=data.model_dump(by_alias=True, mode="json"),
        lists={field: tuple(getattr(data, field)) for field in POST_LISTS},
        asked=asked_last(post),
        is_shown=post.current_step in ("reviewing", "complete"),
    )
