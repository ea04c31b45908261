"""An interview from the first question to the feedback, and what may happen when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from interview_cli.assessment.levels import level_described
from interview_cli.coach.base import Coach, Exchange, Facts
from interview_cli.errors import CoachFailed, Conflict, NotFound, StorageFailed
from interview_cli.models import Feedback, Interview, Question
from interview_cli.store.base import Lease, Store
from interview_cli.store.expiry import expired
from interview_cli.store.ids import short_id
from interview_cli.workflow.plan import make_plan, next_slot
from interview_cli.workflow.review import checked_feedback

Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Turn:
    """The interview after a turn, what the user should be told, and which question was answered."""

    interview: Interview
    notices: tuple[str, ...] = ()
    answered: int | None = None


def ask(store: Store, coach: Coach, session_id: str, clock: Clock) -> Turn:
    """The interview with its open question, from the coach where none was open.

    Raises Conflict without both documents or when all is answered, CoachFailed when the coach has
    no question; nothing is changed then.
    """
    seen = store.load(session_id)
    refuse_expired(seen, clock())
    if seen.open_question and not seen.feedback:
        return Turn(seen)
    with store.turn(session_id) as lease:
        notices = _ask_next(lease, coach, clock)
        return Turn(lease.session, notices)


def feedback(
    store: Store, coach: Coach, session_id: str, clock: Clock
) -> tuple[Interview, Feedback]:
    """The interview and its feedback, made once.

    Raises Conflict before the last answer, CoachFailed when the coach's review is not usable;
    nothing is stored then.
    """
    seen = store.load(session_id)
    if seen.feedback:
        return seen, seen.feedback
    with store.turn(session_id) as lease:
        interview = continued(lease, clock())
        if not interview.is_complete:
            if not interview.open_question:
                refuse_without_documents(interview)
            raise Conflict(
                f"{len(interview.answers)} of {interview.max_questions} questions are answered.",
                f"interview ask {short_id(session_id)}",
            )
        if interview.feedback is None:
            review = coach.review(_facts(interview))
            interview.feedback = checked_feedback(interview, review, clock())
            save(lease, clock())
        return interview, interview.feedback


def continued(lease: Lease, now: datetime) -> Interview:
    """The leased interview, to go on with. Raises NotFound when it has expired."""
    refuse_expired(lease.session, now)
    return lease.session


def refuse_expired(interview: Interview, now: datetime) -> None:
    """Raises NotFound, with the way to bring it back."""
    if expired(interview, now):
        raise NotFound(
            "Session not found or expired.",
            f"to bring it back: interview keep {short_id(interview.session_id)}",
        )


def refuse_complete(interview: Interview) -> None:
    """Raises Conflict when every question is answered."""
    if interview.is_complete:
        raise finished(interview)


def finished(interview: Interview) -> Conflict:
    """The error for a change that comes too late."""
    session = short_id(interview.session_id)
    if interview.feedback:
        return Conflict(
            "the interview has its feedback and does not change any more.",
            f"to practise again on the same documents: interview new --from {session}",
        )
    return _complete(interview)


def _complete(interview: Interview) -> Conflict:
    session = short_id(interview.session_id)
    return Conflict("the interview is complete.", f"interview feedback {session}")


def save(lease: Lease, now: datetime) -> None:
    """Saves, and starts the time to live anew."""
    lease.session.last_updated = now
    lease.save()


def ask_after_answer(lease: Lease, coach: Coach, clock: Clock) -> tuple[str, ...]:
    """Asks the next question once an answer is saved; a failure says so."""
    try:
        return _ask_next(lease, coach, clock)
    except (CoachFailed, StorageFailed) as error:
        session = short_id(lease.session.session_id)
        raise type(error)(
            f"your answer is saved; the next question failed: {error.sentence}",
            f"interview ask {session}",
        ) from error


def _ask_next(lease: Lease, coach: Coach, clock: Clock) -> tuple[str, ...]:
    """Appends the next question and saves, unless one is open; returns what is new to tell."""
    interview = continued(lease, clock())
    if interview.is_complete:
        raise _complete(interview)
    if interview.open_question:
        return ()
    refuse_without_documents(interview)
    if interview.level is None:
        interview.level = level_described(interview.job_description_text or "")
    planned = len(interview.plan)
    if planned < interview.max_questions:  # also where a plan was written by hand
        plan = make_plan(interview)
        interview.plan = interview.plan + plan[planned:]
    slot = next_slot(interview)
    reply = coach.question(_facts(interview), slot)
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
    interview.notices += reply.notices
    save(lease, now)
    return reply.notices


def refuse_without_documents(interview: Interview) -> None:
    """Raises Conflict, naming what is missing."""
    missing = []
    if not interview.cv_text:
        missing.append(("the CV", "--cv FILE"))
    if not interview.job_description_text:
        missing.append(("the job description", "--job FILE"))
    if missing:
        names = " and ".join(name for name, _ in missing)
        options = " ".join(option for _, option in missing)
        raise Conflict(
            f"{names} {'is' if len(missing) == 1 else 'are'} missing.",
            f"interview upload {short_id(interview.session_id)} {options}",
        )


def _facts(interview: Interview) -> Facts:
    exchanges = tuple(
        Exchange(number, question, answer.content, answer.skipped)
        for number, (question, answer) in enumerate(
            zip(interview.questions, interview.answers, strict=False), start=1
        )
    )
    return Facts(
        seed=interview.session_id,
        job_title=interview.job_title,
        company_name=interview.company_name,
        language=interview.language,
        focus=interview.focus,
        level=interview.level or "mid",
        cv_text=interview.cv_text or "",
        job_text=interview.job_description_text or "",
        exchanges=exchanges,
    )
