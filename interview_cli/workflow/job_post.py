"""A job post over its turns: a coach proposes what a message says, here it is decided what stands.

Pure but for `open_post` and `say`, which save.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any, get_args

from interview_cli.assessment.consent import is_consent
from interview_cli.assessment.grounding import (
    TERMS,
    is_grounded,
    pay_of_words,
    stands_in,
    term_of,
)
from interview_cli.assessment.job_ad import EMPLOYMENT, LEVELS, WORK, ad_of, missing, pay_of
from interview_cli.assessment.pay import Pay
from interview_cli.coach.base import Change, Coach, PostFacts, PostReply, Watch
from interview_cli.errors import InvalidInput
from interview_cli.models import JobData, JobPost, Reply, Said, Source
from interview_cli.settings import MAX_ANSWER_CHARS, MAX_NAME_CHARS, time_to_live
from interview_cli.store.base import Lease, Store
from interview_cli.store.ids import new_id, short_id
from interview_cli.text import slug, typed
from interview_cli.vocabulary import PostField
from interview_cli.workflow.turns import SILENT, Clock, NewNotices, coach_at_work, continued, save

LISTS: tuple[PostField, ...] = ("skills", "responsibilities", "requirements", "benefits")
_SALARY = ("salary_min", "salary_max", "currency", "salary_unit")
_MAX_ENTRIES = 60
_MAX_ENTRY_CHARS = 500
_MAX_SENTENCE_CHARS = 400

_NAMES: dict[PostField, str] = {
    "title": "title",
    "department": "department",
    "experience_level": "level",
    "employment_type": "employment",
    "skills": "skills",
    "location": "place",
    "work_type": "place of work",
    "salary": "pay",
    "description": "description",
    "responsibilities": "duties",
    "requirements": "requirements",
    "benefits": "benefits",
}
_LABELS = {
    str(JobData.model_fields[field].alias): name
    for field, name in _NAMES.items()
    if field != "salary"
}
_LABELS |= dict.fromkeys(("salaryMin", "salaryMax", "currency", "salaryUnit"), "pay")
_MOST_WORDS_SHOWN = 4
_SPOKEN = {**EMPLOYMENT, **LEVELS, **WORK}
_QUESTIONS: dict[PostField, str] = {
    "title": "What is the job called? For example: Nurse, Sales Manager, Backend Developer.",
    "experience_level": "Which level is it: junior, mid, senior or lead?",
    "skills": "Which skills must the person have? Two or three will do, parted by commas.",
    "location": "Where is the work: in which town, or remote?",
    "responsibilities": "What will the person do? Two or three duties, a line or a comma each.",
}
_AGAIN: dict[PostField, str] = {
    "title": "I did not find a job title in that. Please write it alone, as in: Staff Nurse.",
    "experience_level": "I did not find a level in that: is it junior, mid, senior or lead?",
    "skills": "I did not find a skill in that. Please list them: skills: first aid, driving.",
    "location": "I did not find a place in that. As in: location: Leeds. Or just: remote.",
    "responsibilities": "I did not find a duty in that. As in: duties: open up, serve guests.",
}
_ASKS_TO_SEE = re.compile(r"\b(?:show|see|look|read|missing|preview)\b", re.IGNORECASE)
_CLAIMS = re.compile(
    r"\b(?:complete|completed|created|published|posted|done|finali[sz]ed|success\w*|saved|live)\b",
    re.IGNORECASE,
)


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
        raise InvalidInput("the company name is empty.", 'give it as in --company "City Hospital"')
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
        with coach_at_work(
            f'interview job-post say "…" --post {short_id(session_id)}', "it is saved"
        ):
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
    post.current_step, post.is_complete = step, step == "complete"
    post.finished_at = (post.finished_at or now) if post.is_complete else None
    post.name = slug(f"{post.company_name} {post.job_title or 'job post'}")
    words, asks = _answer(post, changed, reply.sentence, was_shown)
    post.messages.append(
        Reply(content=words, timestamp=now, asks=asks or "", coach=reply.coach, model=reply.model)
    )
    save(lease, now)


def next_step(post: JobPost, *, changed: bool, agreed: bool) -> Any:
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
    turn = len(post.said)
    told: list[tuple[PostField, str]] = []
    for change in changes:
        if change.field not in get_args(PostField) or not stands_in(change.words, message):
            continue
        done = _applied(post.job_data, change, message, _asked(post))
        if done is None:
            continue
        told.append((change.field, done))
        _note_source(post, change, turn)
    return told


def _applied(data: JobData, change: Change, message: str, asked: str | None) -> str | None:
    """What is told of a change that was made; None where it was not."""
    if change.action == "remove":
        return _removed(data, change)
    if change.field in LISTS:
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
    known = data.salary_min is not None or data.salary_max is not None
    values = (pay.minimum, pay.maximum, pay.currency or data.currency, pay.unit or data.salary_unit)
    if tuple(getattr(data, name) for name in _SALARY) == values or (known and not replaces):
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
    if change.field in LISTS and value:
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
        known = post.words.get(key, []) if change.field in (*LISTS, "description") else []
        if change.action == "remove":
            gone = {change.words.casefold(), str(change.value).casefold()}
            known = [said for said in known if said.words.casefold() not in gone]
        else:
            known = [*known, Source(turn=turn, words=change.words)]
        post.words[key] = known
        post.sources[key] = sorted({said.turn for said in known})


def _asked(post: JobPost) -> PostField | None:
    replies = [message for message in post.messages if isinstance(message, Reply)]
    asked = replies[-1].asks if replies else ""
    return next((field for field in get_args(PostField) if field == asked), None)


def _facts(post: JobPost, message: str) -> PostFacts:
    data = post.job_data
    return PostFacts(
        fence=post.fence or short_id(post.session_id),
        company_name=post.company_name,
        message=message,
        said=tuple(one.content for one in post.messages[:-1]),
        data=data.model_dump(by_alias=True, mode="json"),
        lists={field: tuple(getattr(data, field)) for field in LISTS},
        asked=_asked(post),
        is_shown=post.current_step in ("reviewing", "complete"),
    )


def _answer(
    post: JobPost, told: list[tuple[PostField, str]], sentence: str, was_shown: bool
) -> tuple[str, PostField | None]:
    """What the agent says, and the field that it asks for."""
    if post.is_complete:
        done = f"to write it out: interview job-post export {short_id(post.session_id)}"
        return f"The post is complete; {done}. To change it, say what.", None
    parts = [_noted(told)] if told else []
    open_fields = missing(post.job_data)
    if open_fields:
        asked = _asked(post)
        # Who has no answer to one question may have one to the next; it is asked again later.
        is_stuck = not told and asked in open_fields
        others = [field for field in open_fields if field != asked]
        asks = others[0] if is_stuck and others and _failed_twice(post) else open_fields[0]
        again = is_stuck and asks == asked
        question = _AGAIN[asks] if again else _own_or(sentence, _QUESTIONS[asks])
        return "\n".join([*parts, question]), asks
    if was_shown and not told and not _ASKS_TO_SEE.search(post.said[-1].content):
        return "I did not find a change in that. Say what to change, or yes to complete it.", None
    return "\n\n".join([*parts, *_review(post)]), None


def _failed_twice(post: JobPost) -> bool:
    """Whether the last question was one that had to be asked again already."""
    replies = [one for one in post.messages if isinstance(one, Reply)]
    return bool(replies) and replies[-1].content in _AGAIN.values()


def _noted(told: list[tuple[PostField, str]]) -> str:
    by_field: dict[str, list[str]] = {}
    for field, what in told:
        by_field.setdefault(_NAMES[field], []).append(what)
    return f"Noted: {'; '.join(f'{name}: {_joined(what)}' for name, what in by_field.items())}."


def _joined(entries: list[str]) -> str:
    return ", ".join(entry.rstrip(".") for entry in entries)


def _own_or(sentence: str, ours: str) -> str:
    """A coach's own question where it is one, and claims nothing that only a program can know."""
    said = " ".join(sentence.split())
    is_question = said.endswith("?") and len(said) <= _MAX_SENTENCE_CHARS
    return said if is_question and not _CLAIMS.search(said) else ours


def _review(post: JobPost) -> list[str]:
    data = post.job_data
    recommended = {
        "pay": data.salary_min is None and data.salary_max is None,
        "employment (full time, part time)": not data.employment_type,
        "place": not data.location,
        "duties": not data.responsibilities,
        "requirements": not data.requirements,
        "benefits": not data.benefits,
    }
    open_ones = [name for name, is_open in recommended.items() if is_open]
    said: dict[str, list[str]] = {}
    for key, turns in post.sources.items():
        known = [one.words for one in post.words.get(key, [])]
        words = ", ".join(f"“{one}”" for one in dict.fromkeys(known[:_MOST_WORDS_SHOWN]))
        line = f"{words} (turn {', '.join(map(str, turns))})"
        said.setdefault(line, []).append(_LABELS.get(key, key))
    understood = [f"- {' and '.join(dict.fromkeys(names))}: {line}" for line, names in said.items()]
    return [
        "This is the post as it will read:",
        ad_of(data, post.company_name).text(),
        "Understood from your words:\n" + "\n".join(understood),
        *([f"Not said yet, and worth saying: {', '.join(open_ones)}."] if open_ones else []),
        "Say yes to complete it, or what to change.",
    ]
