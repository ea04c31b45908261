"""Turns of a job post: a coach reads the acts of a message, and the rules here apply them.

Only `open_post` and `say` save. All other functions work in memory.
"""

import os
from dataclasses import dataclass
from datetime import datetime

from interview_cli.coach.base import Coach, PostFacts, PostReply, ProgressListener
from interview_cli.errors import InvalidInput
from interview_cli.job_posts.acts import Turn
from interview_cli.job_posts.advert import find_missing, name_in_json
from interview_cli.limits import MAX_ANSWER_CHARS, MAX_NAME_CHARS
from interview_cli.next_step import Action, NextStep
from interview_cli.post_models import AgentMessage, EmployerMessage, JobPost
from interview_cli.setting_values import parse_ttl
from interview_cli.store.base import Lease, Store
from interview_cli.store.ids import generate_id, short_id
from interview_cli.text import clean_input, make_slug
from interview_cli.vocabulary import POST_LISTS, PostField, PostStep
from interview_cli.workflow.job_post_answers import find_asked_field
from interview_cli.workflow.job_post_changes import apply_acts
from interview_cli.workflow.job_post_outcome import TurnOutcome
from interview_cli.workflow.job_post_replies import compose_reply
from interview_cli.workflow.session_turn import (
    NO_PROGRESS,
    Clock,
    RecordingListener,
    explain_coach_failure,
    require_live,
    save_turn,
)


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
        fence=os.urandom(8).hex(),
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
            reply = coach.job_post(
                _collect_facts(post, message, clock()), RecordingListener(post, listener)
            )
        _complete_turn(lease, reply, message, clock())
        return post


def _complete_turn(lease: Lease[JobPost], reply: PostReply, message: str, now: datetime) -> None:
    """Apply the acts, answer the employer, and save."""
    post = lease.session
    was_shown = post.current_step == "reviewing"
    outcome = apply_acts(post, reply.acts, message, find_asked_field(post))
    confirmed = was_shown and not outcome.changed and outcome.topic == "confirm"
    post.move_to(decide_step(post, changed=is_changed(outcome), confirmed=confirmed))
    post.name = make_slug(f"{post.company_name} {post.job_title or 'job post'}")
    answer = compose_reply(post, outcome, reply.sentence, was_shown=was_shown)
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
    if find_missing(post.job_data, post.skipped):
        return "collecting_details"
    if confirmed or (post.is_complete and not changed):
        return "complete"
    return "reviewing"


def is_changed(outcome: TurnOutcome) -> bool:
    """Return whether a turn changed what a post says."""
    return bool(outcome.changed or outcome.undone)


def _find_recent_list(post: JobPost) -> PostField | None:
    """Return the list that changed last; of several in one turn, the last in the order of lists."""
    turns = {
        field: max(post.sources.get(name_in_json(field), []), default=0) for field in POST_LISTS
    }
    changed = [field for field in POST_LISTS if turns[field] and getattr(post.job_data, field)]
    return max(reversed(changed), key=turns.__getitem__, default=None)


def _collect_facts(post: JobPost, message: str, now: datetime) -> PostFacts:
    return PostFacts(
        fence=post.fence or short_id(post.session_id),
        turn=Turn(
            message=message,
            company=post.company_name,
            data=post.job_data,
            asked=find_asked_field(post) if post.last_reply else "title",
            recent=_find_recent_list(post),
            is_shown=post.current_step in ("reviewing", "complete"),
            today=now.date(),
        ),
        conversation=tuple(
            ("employer" if isinstance(earlier, EmployerMessage) else "agent", earlier.content)
            for earlier in post.messages[:-1]
        ),
    )
