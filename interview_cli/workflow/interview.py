"""Ask the next question, and refuse actions at the wrong stage."""

import re
from datetime import datetime
from typing import NamedTuple

from interview_cli.coach.base import (
    Coach,
    Exchange,
    Facts,
    ProgressListener,
    QuestionReply,
    Request,
)
from interview_cli.errors import Conflict, StorageFailed
from interview_cli.models import AdReading, AdRequirement, Interview, PlanSlot, Question
from interview_cli.next_step import Action, NextStep
from interview_cli.store.base import Lease, Store
from interview_cli.workflow.session_turn import (
    NO_PROGRESS,
    Clock,
    RecordingListener,
    explain_coach_failure,
    explain_complete,
    explain_finished,
    require_live,
    require_not_expired,
    save_turn,
)
from interview_cli.workflow.stage import find_missing_documents


class TurnResult(NamedTuple):
    """The interview after a turn."""

    interview: Interview
    answered: int | None = None
    """The number of the question that was answered."""
    was_stored: bool = False
    """Whether that answer had been stored before the turn."""


def ask_question(
    store: Store,
    coach: Coach,
    session_id: str,
    clock: Clock,
    listener: ProgressListener = NO_PROGRESS,
) -> Interview:
    """Return the interview with its open question; ask the coach for one if none is open.

    Raises Conflict when a document is missing or every question is answered, CoachFailed when the
    coach has no question, and Interrupted. Nothing is changed then.
    """
    interview = store.load(session_id, Interview)
    require_not_expired(interview, clock())
    if interview.open_question and not interview.feedback:
        return interview
    with store.turn(session_id, Interview) as lease:
        with explain_coach_failure(NextStep(Action.ASK, session_id), "nothing is lost"):
            _append_question(lease, coach, clock, listener)
        return lease.session


def preview_request(
    store: Store,
    coach: Coach,
    session_id: str,
    now: datetime,
    listener: ProgressListener = NO_PROGRESS,
) -> tuple[Interview, Request | None]:
    """Return what `ask_question` would send, or None. Changes nothing. Raises the same errors."""
    interview = store.load(session_id, Interview)
    require_not_expired(interview, now)
    if interview.open_question and not interview.feedback:
        return interview, None
    slot = _prepare_slot(interview)
    if slot.question:
        return interview, None
    return interview, coach.request(
        collect_facts(interview), slot, RecordingListener(interview, listener)
    )


def require_incomplete(interview: Interview) -> None:
    """Raise Conflict when every question is answered."""
    if interview.is_complete:
        raise explain_finished(interview)


def ask_next_question(
    lease: Lease[Interview], coach: Coach, clock: Clock, listener: ProgressListener
) -> None:
    """Ask the next question after an answer was saved; an error says that it was."""
    session_id = lease.session.session_id
    try:
        with explain_coach_failure(NextStep(Action.ASK, session_id), "your answer is saved"):
            _append_question(lease, coach, clock, listener)
    except StorageFailed as error:
        raise StorageFailed(
            f"your answer is saved; the next question failed: {error.message}",
            NextStep(Action.ASK, session_id),
        ) from error


def _append_question(
    lease: Lease[Interview], coach: Coach, clock: Clock, listener: ProgressListener
) -> None:
    """Append the next question and save, unless one is open."""
    interview = require_live(lease, clock())
    if interview.open_question and not interview.is_complete:
        return
    slot = _prepare_slot(interview)
    reply = _ask(interview, coach, slot, listener)
    now = clock()
    interview.messages.append(
        Question(
            content=reply.content,
            timestamp=now,
            kind=slot.kind,
            topic=slot.topic,
            coach=reply.coach,
            model=reply.model,
        )
    )
    save_turn(lease, now)


def _ask(
    interview: Interview, coach: Coach, slot: PlanSlot, listener: ProgressListener
) -> QuestionReply:
    """Return the question of a slot; the coach words it unless a real interviewer did."""
    if slot.question:
        return QuestionReply(slot.question, coach="", model=None)
    return coach.question(collect_facts(interview), slot, RecordingListener(interview, listener))


def _prepare_slot(interview: Interview) -> PlanSlot:
    """Fill in level and plan if they are missing, and return the slot of the next question.

    Raises Conflict when a document is missing or every question is answered.
    """
    if interview.is_complete:
        raise explain_complete(interview)
    require_documents(interview)
    # Imported here, as below: not every turn asks something, and few plan an interview.
    from interview_cli.workflow.next_slot import choose_next_slot

    if interview.level is None:
        from interview_cli.requirements.levels import adjust_level, infer_level

        job_text = interview.job_description_text or ""
        level = infer_level(job_text, interview.job_title)
        title, cv_text = interview.job_title, interview.cv_text or ""
        interview.level = adjust_level(level, title, cv_text, interview.created_at.year)
    planned = len(interview.plan)
    if planned < interview.max_questions:  # a plan written by hand may be too short
        from interview_cli.workflow.plan import plan_interview

        interview.plan = interview.plan + plan_interview(interview)[planned:]
        interview.ad_reading = _read_ad(interview.job_description_text or "")
    return choose_next_slot(interview)


def _read_ad(job_text: str) -> AdReading:
    """Return what questions need of the ad, so that no later turn reads it again."""
    from interview_cli.requirements.ad_reading import read_ad

    reading = read_ad(job_text)
    return AdReading(
        requirements=[
            AdRequirement(
                text=found.text,
                topic=found.topic,
                is_must=found.is_must,
                is_stressed=found.is_stressed,
                is_listed=found.is_listed,
                phrase=found.phrase,
                is_paper=found.is_paper,
            )
            for found in reading.requirements
        ],
        work_lines=list(reading.work_lines),
        duty_phrases=list(reading.duty_phrases),
    )


def require_documents(interview: Interview) -> None:
    """Raise Conflict when a document is missing, and name it."""
    missing = find_missing_documents(interview)
    if missing:
        names = " and ".join(_DOCUMENT_NAMES[document] for document in missing)
        raise Conflict(
            f"{names} {'is' if len(missing) == 1 else 'are'} missing.",
            NextStep(Action.UPLOAD, interview.session_id, missing=missing),
        )


_DOCUMENT_NAMES = {"cv": "the CV", "job": "the job description"}


def collect_facts(interview: Interview) -> Facts:
    """Return what a coach may use of the interview."""
    exchanges = tuple(
        Exchange(number, question, answer.content, answer.skipped)
        for number, (question, answer) in enumerate(
            zip(interview.questions, interview.answers, strict=False), start=1
        )
    )
    return Facts(
        seed=interview.session_id,
        fence=_ensure_fence(interview),
        job_title=interview.job_title,
        company_name=interview.company_name,
        language=interview.language,
        focus=interview.focus,
        round=interview.round,
        year=interview.last_updated.year,
        day=interview.created_at.date(),
        level=interview.level or "mid",
        max_questions=interview.max_questions,
        cv_text=interview.cv_text or "",
        job_text=interview.job_description_text or "",
        exchanges=exchanges,
        asked_before=frozenset(interview.asked_before),
        ad_reading=interview.ad_reading,
    )


def _ensure_fence(interview: Interview) -> str:
    """Return the session's secret marker.

    A file written by hand may lack one or contain a guessable one. The hash of the id is used then,
    because the authors of the CV and the ad could not know the id of a later session.
    """
    if not re.fullmatch(r"[0-9a-f]{16,64}", interview.fence or ""):
        # Imported here: few files lack a marker, and OpenSSL takes 3 ms.
        import hashlib

        interview.fence = hashlib.sha256(interview.session_id.encode()).hexdigest()[:16]
    return str(interview.fence)
