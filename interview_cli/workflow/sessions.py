"""Open a session, store its documents, keep it, and collect expired ones."""

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from interview_cli.errors import InvalidInput, StorageFailed, UsageError
from interview_cli.limits import COLLECT_INTERVAL, MAX_NAME_CHARS
from interview_cli.models import Interview, PlanSlot
from interview_cli.next_step import Action, NextStep
from interview_cli.requirements.levels import find_level_in_title
from interview_cli.setting_values import parse_ttl
from interview_cli.store.base import Store
from interview_cli.store.drafts import Drafts
from interview_cli.store.ids import generate_id, require_own
from interview_cli.stored import Session
from interview_cli.text import clean_input, make_slug
from interview_cli.vocabulary import Focus, Level, Round
from interview_cli.workflow.asked_before import list_asked_before
from interview_cli.workflow.session_turn import (
    explain_finished,
    require_live,
    save_turn,
)

if TYPE_CHECKING:  # Only a command that reads documents pays for the readers.
    from interview_cli.documents.reader import Document
    from interview_cli.post_models import JobPost


@dataclass(frozen=True)
class NewInterview:
    """The options of a new interview."""

    title: str | None
    """As the user typed it; None if not given. Likewise the company."""
    company: str | None
    questions: int
    focus: Focus
    level: Level | None
    language: str
    ttl: str
    round: Round = "mixed"


def open_interview(
    store: Store,
    outline: NewInterview,
    now: datetime,
    *,
    cv: "Document | None" = None,
    job: "Document | None" = None,
    post_id: str | None = None,
    source_id: str | None = None,
) -> Interview:
    """Create and store an interview.

    What is not given comes from the job post `post_id`, then from the interview `source_id`. Raises
    UsageError without a title and a company, InvalidInput for unusable ones, NotFound, ReadOnly
    for a source that another owner shares, StorageFailed.
    """
    if job is not None and post_id is not None:
        raise UsageError("the job description is given twice.", "give a document or a job post")
    if post_id is not None:
        # Imported here, as in the next lines: most interviews begin from neither.
        from interview_cli.workflow.documents import load_post_document

        post, job = load_post_document(store, post_id)
        outline = _complete_from_post(outline, post)
    source = None
    if source_id is not None:
        source = store.load(source_id, Interview)
        require_own(store, source_id)
    practise: Sequence[PlanSlot] = ()
    if source:
        from interview_cli.workflow.carry_over import choose_practise

        practise = choose_practise(store, source, now.astimezone().date())
    interview = build_interview(outline, now, cv, job, source, practise)
    interview.asked_before = list_asked_before(store, interview.name)
    store.create(interview)
    return interview


def _complete_from_post(outline: NewInterview, post: "JobPost") -> NewInterview:
    return replace(
        outline,
        title=(post.job_title or None) if outline.title is None else outline.title,
        company=post.company_name if outline.company is None else outline.company,
    )


def build_interview(
    outline: NewInterview,
    now: datetime,
    cv: "Document | None" = None,
    job: "Document | None" = None,
    source: Interview | None = None,
    practise: Sequence[PlanSlot] = (),
) -> Interview:
    """Build a new interview without storing it; what is not given comes from `source`.

    Its plan begins from what is to be practised.

    Raises UsageError without a title and a company, InvalidInput for unusable ones.
    """
    title, company = outline.title, outline.company
    if source is not None:
        title = source.job_title if title is None else title
        company = source.company_name if company is None else company
    if title is None or company is None:
        raise UsageError(
            "a title and a company are needed.",
            NextStep(Action.CREATE_INTERVIEW),
        )
    parse_ttl(outline.ttl)
    title, company = clean_name(title, "the title"), clean_name(company, "the company name")
    interview = Interview(
        session_id=generate_id(now),
        name=make_slug(f"{company} {title}"),
        created_at=now,
        last_updated=now,
        ttl=outline.ttl,
        job_title=title,
        company_name=company,
        language=clean_input(outline.language, "the language") or "en",
        focus=outline.focus,
        round=outline.round,
        level=outline.level or find_level_in_title(title),
        max_questions=outline.questions,
        fence=os.urandom(8).hex(),
        practise=list(practise),
    )
    if source is not None:
        for name in _DOCUMENT_FIELDS:
            setattr(interview, name, getattr(source, name))
    _set_documents(interview, cv, job)
    return interview


_DOCUMENT_FIELDS = ("cv_text", "cv_source", "job_description_text", "job_description_source")


def clean_name(text: str, what: str) -> str:
    """Return a title or company name on one line. Raises InvalidInput for an unusable one."""
    name = re.sub(r"\s*[\n\t]\s*", " ", clean_input(text, what))
    if not name:
        raise InvalidInput(f"{what} is empty.", NextStep(Action.NAME_INTERVIEW))
    if len(name) > MAX_NAME_CHARS:
        raise InvalidInput(
            f"{what} has {len(name)} characters; at most {MAX_NAME_CHARS} are allowed."
        )
    return name


def _set_documents(interview: Interview, cv: "Document | None", job: "Document | None") -> None:
    """Replace the given documents; questions and plan stay. A new ad is yet to be read."""
    if cv:
        interview.cv_text, interview.cv_source = cv.text, cv.source
    if job:
        if job.text != interview.job_description_text:
            interview.ad_reading = None
        interview.job_description_text, interview.job_description_source = job.text, job.source


def upload_documents(
    store: Store,
    session_id: str,
    cv: "Document | None",
    job: "Document | None",
    now: datetime,
    drafts: Drafts | None = None,
) -> Interview:
    """Store the CV, the job description or both, and remove their drafts from `drafts`.

    Raises Conflict once there is feedback.
    """
    with store.turn(session_id, Interview) as lease:
        interview = require_live(lease, now)
        if interview.feedback:
            raise explain_finished(interview)
        _set_documents(interview, cv, job)
        save_turn(lease, now)
    for kind, document in (("cv", cv), ("job", job)):
        if drafts and document:
            drafts.remove(session_id, kind)
    return interview


def keep_session(store: Store, session_id: str, now: datetime, *, undo: bool = False) -> Session:
    """Exempt a session from expiry, or undo that. An expired session comes back."""
    with store.turn(session_id, Session) as lease:
        lease.session.keep = not undo
        save_turn(lease, now)
        return lease.session


def remove_session(store: Store, drafts: Drafts, session_id: str) -> None:
    """Delete a session of any kind with all its data. Raises as `Store.remove` does."""
    store.remove(session_id)
    drafts.remove_session(session_id)


def collect_expired(store: Store, drafts: Drafts, now: datetime) -> None:
    """Delete expired sessions without an answer or a draft, at most once an hour.

    What the user typed is deleted only by `gc`, which the user runs. Ignores a store that fails.
    """
    drafted = drafts.list_session_ids()
    with suppress(StorageFailed):
        store.collect(
            now,
            spares=lambda summary: summary.has_answer or summary.session_id in drafted,
            at_most_every=COLLECT_INTERVAL,
        )
