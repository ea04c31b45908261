"""An interview from the first question to the feedback, and what may happen when."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

from interview_cli.coach.base import Coach, Exchange, Facts, Request, Watch
from interview_cli.errors import Conflict, StorageFailed
from interview_cli.models import Feedback, Interview, PlanSlot, Question
from interview_cli.next_step import Action, NextStep
from interview_cli.requirements.levels import level_described
from interview_cli.store.base import Lease, Store
from interview_cli.workflow.feedback import checked_feedback
from interview_cli.workflow.plan import make_plan, next_slot
from interview_cli.workflow.session_turn import (
    SILENT,
    Clock,
    NewNotices,
    coach_at_work,
    continued,
    refuse_expired,
    save,
)
from interview_cli.workflow.stage import find_missing_documents


@dataclass(frozen=True)
class Turn:
    """The interview after a turn, and which question was answered."""

    interview: Interview
    answered: int | None = None


def ask(
    store: Store, coach: Coach, session_id: str, clock: Clock, watch: Watch = SILENT
) -> Interview:
    """The interview with its open question, from the coach where none was open.

    Raises Conflict without both documents or when all is answered, CoachFailed when the coach has
    no question, Interrupted; nothing is changed then.
    """
    seen = store.load(session_id, Interview)
    refuse_expired(seen, clock())
    if seen.open_question and not seen.feedback:
        return seen
    with store.turn(session_id, Interview) as lease:
        with coach_at_work(NextStep(Action.ASK, session_id), "nothing is lost"):
            _ask_next(lease, coach, clock, watch)
        return lease.session


def next_request(
    store: Store, coach: Coach, session_id: str, now: datetime, watch: Watch = SILENT
) -> tuple[Interview, Request | None]:
    """What `ask` would send, None for nothing; changes nothing. Raises Conflict as `ask` does."""
    interview = store.load(session_id, Interview)
    refuse_expired(interview, now)
    if interview.open_question and not interview.feedback:
        return interview, None
    slot = _prepared(interview)
    return interview, coach.request(_facts(interview), slot, NewNotices(interview, watch))


def feedback(
    store: Store, coach: Coach, session_id: str, clock: Clock, watch: Watch = SILENT
) -> tuple[Interview, Feedback]:
    """The interview and its feedback, made once.

    Raises Conflict before the last answer, CoachFailed when the coach's review is not usable,
    Interrupted; nothing is stored then.
    """
    seen = store.load(session_id, Interview)
    if seen.feedback:
        return seen, seen.feedback
    with store.turn(session_id, Interview) as lease:
        interview = continued(lease, clock())
        if not interview.is_complete:
            if not interview.open_question:
                refuse_without_documents(interview)
            raise Conflict(
                f"{len(interview.answers)} of {interview.max_questions} questions are answered.",
                NextStep(Action.ASK, session_id),
            )
        if interview.feedback is None:
            with coach_at_work(NextStep(Action.FEEDBACK, session_id), "all answers are saved"):
                review = coach.review(_facts(interview), NewNotices(interview, watch))
                interview.feedback = checked_feedback(interview, review, clock())
            save(lease, clock())
        return interview, interview.feedback


def refuse_complete(interview: Interview) -> None:
    """Raises Conflict when every question is answered."""
    if interview.is_complete:
        raise finished(interview)


def finished(interview: Interview) -> Conflict:
    """The error for a change that comes too late."""
    if interview.feedback:
        return Conflict(
            "feedback was given; nothing changes any more.",
            NextStep(Action.COPY_INTERVIEW, interview.session_id),
        )
    return _complete(interview)


def _complete(interview: Interview) -> Conflict:
    return Conflict("every question is answered.", NextStep(Action.FEEDBACK, interview.session_id))


def ask_after_answer(lease: Lease[Interview], coach: Coach, clock: Clock, watch: Watch) -> None:
    """Asks the next question once an answer is saved; a failure says so."""
    session_id = lease.session.session_id
    try:
        with coach_at_work(NextStep(Action.ASK, session_id), "your answer is saved"):
            _ask_next(lease, coach, clock, watch)
    except StorageFailed as error:
        raise StorageFailed(
            f"your answer is saved; the next question failed: {error.message}",
            NextStep(Action.ASK, session_id),
        ) from error


def _ask_next(lease: Lease[Interview], coach: Coach, clock: Clock, watch: Watch) -> None:
    """Appends the next question and saves, unless one is open."""
    interview = continued(lease, clock())
    if interview.open_question and not interview.is_complete:
        return
    slot = _prepared(interview)
    reply = coach.question(_facts(interview), slot, NewNotices(interview, watch))
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
    save(lease, now)


def _prepared(interview: Interview) -> PlanSlot:
    """The slot of the next question, with all that a coach needs to know for it in its place.

    Raises Conflict without both documents or when all is answered.
    """
    if interview.is_complete:
        raise _complete(interview)
    refuse_without_documents(interview)
    if interview.level is None:
        interview.level = level_described(interview.job_description_text or "")
    planned = len(interview.plan)
    if planned < interview.max_questions:  # also where a plan was written by hand
        interview.plan = interview.plan + make_plan(interview)[planned:]
    return next_slot(interview)


def refuse_without_documents(interview: Interview) -> None:
    """Raises Conflict, naming what is missing."""
    missing = find_missing_documents(interview)
    if missing:
        names = " and ".join(_DOCUMENT_NAMES[document] for document in missing)
        raise Conflict(
            f"{names} {'is' if len(missing) == 1 else 'are'} missing.",
            NextStep(Action.UPLOAD, interview.session_id, missing=missing),
        )


_DOCUMENT_NAMES = {"cv": "the CV", "job": "the job description"}


def _facts(interview: Interview) -> Facts:
    exchanges = tuple(
        Exchange(number, question, answer.content, answer.skipped)
        for number, (question, answer) in enumerate(
            zip(interview.questions, interview.answers, strict=False), start=1
        )
    )
    return Facts(
        seed=interview.session_id,
        fence=_fence(interview),
        job_title=interview.job_title,
        company_name=interview.company_name,
        language=interview.language,
        focus=interview.focus,
        level=interview.level or "mid",
        max_questions=interview.max_questions,
        cv_text=interview.cv_text or "",
        job_text=interview.job_description_text or "",
        exchanges=exchanges,
    )


def _fence(interview: Interview) -> str:
    """The session's marker; a file written by hand may lack one, or have one that is no secret.

    An id is as random, and unknown to whoever wrote a CV or an ad before there was the session.
    """
    if not re.fullmatch(r"[0-9a-f]{16,64}", interview.fence or ""):
        interview.fence = hashlib.sha256(interview.session_id.encode()).hexdigest()[:16]
    return str(interview.fence)
