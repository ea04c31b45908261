"""An interview from the first document to the feedback: what may happen, and in which order."""

import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from interview_cli.assessment.levels import level_described, level_named
from interview_cli.coach.base import Coach, Exchange, Facts
from interview_cli.coach.offline import questions as bank
from interview_cli.documents.reader import Document
from interview_cli.errors import (
    CoachFailed,
    Conflict,
    InvalidInput,
    NotFound,
    StorageFailed,
    UsageError,
)
from interview_cli.models import Answer, Attempt, Focus, Interview, Level, Question
from interview_cli.settings import COLLECT_INTERVAL, MAX_ANSWER_CHARS, MAX_NAME_CHARS, time_to_live
from interview_cli.store.base import Lease, Store
from interview_cli.store.expiry import expired
from interview_cli.store.ids import new_id, short_id
from interview_cli.text import slug, typed
from interview_cli.workflow.plan import make_plan, next_slot
from interview_cli.workflow.review import checked_feedback

Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Outline:
    """What a new interview is to be; title and company as the user typed them, if at all."""

    title: str | None
    company: str | None
    questions: int
    focus: Focus
    level: Level | None
    language: str
    ttl: str


@dataclass(frozen=True)
class Said:
    """An answer as given; skipped ones have no text."""

    text: str
    skipped: bool = False


@dataclass(frozen=True)
class Turn:
    """The interview after a turn, what the user should be told, and which question was answered."""

    interview: Interview
    notices: tuple[str, ...] = ()
    answered: int | None = None


def said(text: str) -> Said:
    """An answer, cleaned and checked. Raises InvalidInput when it is empty, too long, no UTF-8."""
    answer = typed(text, "the answer")
    if not answer:
        raise InvalidInput(
            "the answer is empty.", "to leave a question out: interview answer --skip"
        )
    if len(answer) > MAX_ANSWER_CHARS:
        raise InvalidInput(
            f"the answer has {len(answer):,} characters; {MAX_ANSWER_CHARS:,} are the most.",
            "shorten it and answer again",
        )
    return Said(answer)


def new(
    outline: Outline,
    now: datetime,
    cv: Document | None = None,
    job: Document | None = None,
    source: Interview | None = None,
) -> Interview:
    """A new interview, not yet kept; `source` lends what is not given.

    Raises UsageError without title and company, InvalidInput for unusable ones.
    """
    title, company = outline.title, outline.company
    if source is not None:
        title = source.job_title if title is None else title
        company = source.company_name if company is None else company
    if title is None or company is None:
        raise UsageError(
            "--title and --company are needed.",
            'interview new --title "Nurse" --company "City Hospital"',
        )
    time_to_live(outline.ttl)
    title, company = _named(title, "the title"), _named(company, "the company name")
    interview = Interview(
        session_id=new_id(now),
        name=slug(f"{company} {title}"),
        created_at=now,
        last_updated=now,
        ttl=outline.ttl,
        job_title=title,
        company_name=company,
        language=typed(outline.language, "the language") or "en",
        focus=outline.focus,
        level=outline.level or level_named(title),
        max_questions=outline.questions,
        fence=secrets.token_hex(8),
    )
    if source is not None:
        for name in _DOCUMENT_FIELDS:
            setattr(interview, name, getattr(source, name))
    _set_documents(interview, cv, job)
    return interview


_DOCUMENT_FIELDS = ("cv_text", "cv_source", "job_description_text", "job_description_source")


def _named(text: str, what: str) -> str:
    name = re.sub(r"\s*[\n\t]\s*", " ", typed(text, what))
    if not name:
        raise InvalidInput(f"{what} is empty.", 'give it as in --title "Nurse" --company "Acme"')
    if len(name) > MAX_NAME_CHARS:
        raise InvalidInput(f"{what} has {len(name)} characters; {MAX_NAME_CHARS} are the most.")
    return name


def _set_documents(interview: Interview, cv: Document | None, job: Document | None) -> None:
    """Replaces what is given; what was asked and planned stays."""
    if cv:
        interview.cv_text, interview.cv_source = cv.text, cv.source
    if job:
        interview.job_description_text, interview.job_description_source = job.text, job.source


def upload(
    store: Store, session_id: str, cv: Document | None, job: Document | None, now: datetime
) -> None:
    """Stores CV and job description. Raises Conflict once there is feedback."""
    with store.turn(session_id) as lease:
        interview = _continued(lease, now)
        if interview.feedback:
            raise _finished(interview)
        _set_documents(interview, cv, job)
        _save(lease, now)


def ask(store: Store, coach: Coach, session_id: str, clock: Clock) -> Turn:
    """The interview with its open question, from the coach where none was open.

    Raises Conflict without both documents or when all is answered, CoachFailed when the coach has
    no question; nothing is changed then.
    """
    seen = store.load(session_id)
    _refuse_expired(seen, clock())
    if seen.open_question and not seen.feedback:
        return Turn(seen)
    with store.turn(session_id) as lease:
        notices = _ask_next(lease, coach, clock)
        return Turn(lease.session, notices)


def answer(
    store: Store,
    coach: Coach,
    session_id: str,
    given: Said,
    clock: Clock,
    *,
    number: int | None = None,
    go_on: bool = True,
) -> Turn:
    """Saves the answer to the open question, or to question `number`; then asks the next.

    The question meant is the one open when this starts. The same answer given again only goes on;
    another one, or a question that is open no more, raises Conflict. When the coach fails after
    the answer was saved, CoachFailed says so.
    """
    seen = store.load(session_id)
    meant = number or (len(seen.questions) if seen.open_question else None)
    with store.turn(session_id) as lease:
        interview = _continued(lease, clock())
        is_stored = (
            _is_stored_as(number, interview, given)
            if number
            else meant is None and _is_last(interview, given)
        )
        if not is_stored:
            _append_answer(interview, given, meant, clock())
            _save(lease, clock())
        notices: tuple[str, ...] = ()
        if go_on and not interview.is_complete and not interview.open_question:
            notices = _ask_after_answer(lease, coach, clock)
        return Turn(interview, notices, answered=meant or len(interview.answers))


def answer_all(
    store: Store, coach: Coach, session_id: str, given: Iterator[Said], clock: Clock
) -> Iterator[Turn]:
    """Answers one question after the other until the interview is complete.

    Takes an answer from `given` only when it is needed. Leading ones that are stored already, in
    order, are passed over; raises Conflict for a mismatch, and as `ask` and `answer` do.
    """
    seen = store.load(session_id)
    _refuse_expired(seen, clock())
    for number, one in zip(range(1, seen.max_questions + 1), given, strict=False):
        if number <= len(seen.answers):
            _is_stored_as(number, seen, one)
            continue
        if number == len(seen.answers) + 1 and not seen.open_question:
            yield ask(store, coach, session_id, clock)
        yield answer(store, coach, session_id, one, clock, number=number)


def _is_stored_as(number: int, interview: Interview, given: Said) -> bool:
    """Whether this very answer is stored for a question; raises Conflict where another one is."""
    if number > len(interview.answers):
        return False
    if not _same(interview.answers[number - 1], given):
        raise Conflict(
            f"question {number} has another answer already.",
            f"interview redo {short_id(interview.session_id)} --number {number}",
        )
    return True


def _is_last(interview: Interview, given: Said) -> bool:
    """Whether this very answer was the last one, and no question is open."""
    return (
        interview.open_question is None
        and bool(interview.answers)
        and _same(interview.answers[-1], given)
    )


def _same(stored: Answer, given: Said) -> bool:
    return stored.skipped == given.skipped and stored.content == given.text


def _append_answer(interview: Interview, given: Said, meant: int | None, now: datetime) -> None:
    """Adds the answer if the question that was meant is the open one. Raises Conflict."""
    _refuse_complete(interview)
    session = short_id(interview.session_id)
    open_number = len(interview.questions) if interview.open_question else None
    if open_number is None and meant is None:
        raise Conflict("no question is open.", f"interview ask {session}")
    if meant is None:
        raise Conflict("a question was asked meanwhile.", f"interview ask {session}")
    if meant != open_number:
        raise Conflict(f"question {meant} is not open.", f"interview status {session}")
    interview.messages.append(Answer(content=given.text, timestamp=now, skipped=given.skipped))
    if interview.is_complete:
        interview.finished_at = now


def redo(store: Store, session_id: str, number: int, given: Said, now: datetime) -> Interview:
    """Answers question `number` again; the earlier attempt is kept. Raises Conflict."""
    with store.turn(session_id) as lease:
        interview = _continued(lease, now)
        if interview.feedback:
            raise _finished(interview)
        if not 1 <= number <= len(interview.answers):
            raise Conflict(
                f"question {number} has no answer yet.",
                f"interview status {short_id(session_id)}",
            )
        stored = interview.answers[number - 1]
        if not _same(stored, given):
            earlier = Attempt(
                content=stored.content, timestamp=stored.timestamp, skipped=stored.skipped
            )
            stored.earlier.append(earlier)
            stored.content, stored.skipped, stored.timestamp = given.text, given.skipped, now
            _save(lease, now)
        return interview


def feedback(store: Store, coach: Coach, session_id: str, clock: Clock) -> Interview:
    """The interview with its feedback, made once.

    Raises Conflict before the last answer, CoachFailed when the coach's review is not usable;
    nothing is stored then.
    """
    seen = store.load(session_id)
    if seen.feedback:
        return seen
    with store.turn(session_id) as lease:
        interview = _continued(lease, clock())
        if not interview.is_complete:
            left = interview.max_questions - len(interview.answers)
            raise Conflict(
                f"{left} of {interview.max_questions} questions are not answered yet.",
                f"interview ask {short_id(session_id)}",
            )
        if not interview.feedback:
            review = coach.review(_facts(interview))
            interview.feedback = checked_feedback(interview, review, clock())
            _save(lease, clock())
        return interview


def keep(store: Store, session_id: str, now: datetime, *, undo: bool = False) -> None:
    """Exempts a session from expiry, or no longer; an expired one comes back."""
    with store.turn(session_id) as lease:
        lease.session.keep = not undo
        _save(lease, now)


def collect_sometimes(store: Store, now: datetime) -> None:
    """Collects what has expired, at most once an hour; a store that refuses is no failure here."""
    with suppress(StorageFailed):
        store.collect(now, at_most_every=COLLECT_INTERVAL)


def _continued(lease: Lease, now: datetime) -> Interview:
    _refuse_expired(lease.session, now)
    return lease.session


def _refuse_expired(interview: Interview, now: datetime) -> None:
    if expired(interview, now):
        raise NotFound(
            "Session not found or expired.",
            f"to bring it back: interview keep {short_id(interview.session_id)}",
        )


def _refuse_complete(interview: Interview) -> None:
    if interview.is_complete:
        raise _finished(interview)


def _finished(interview: Interview) -> Conflict:
    session = short_id(interview.session_id)
    if interview.feedback:
        return Conflict(
            "the interview has its feedback and does not change any more.",
            f"to practise again on the same documents: interview new --from {session}",
        )
    return Conflict("the interview is complete.", f"interview feedback {session}")


def _save(lease: Lease, now: datetime) -> None:
    lease.session.last_updated = now
    lease.save()


def _ask_after_answer(lease: Lease, coach: Coach, clock: Clock) -> tuple[str, ...]:
    try:
        return _ask_next(lease, coach, clock)
    except CoachFailed as error:
        session = short_id(lease.session.session_id)
        raise CoachFailed(
            f"your answer is saved; the next question failed: {error.sentence}",
            f"interview ask {session}",
        ) from error


def _ask_next(lease: Lease, coach: Coach, clock: Clock) -> tuple[str, ...]:
    """Appends the next question and saves, unless one is open; returns what is new to tell."""
    interview = _continued(lease, clock())
    _refuse_complete(interview)
    if interview.open_question:
        return ()
    _refuse_without_documents(interview)
    if interview.level is None:
        interview.level = level_described(interview.job_description_text or "")
    planned = len(interview.plan)
    if planned < interview.max_questions:  # also where a plan was written by hand
        plan = make_plan(interview, bank.topics("behaviour"), bank.topics("situation"))
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
    _save(lease, now)
    return reply.notices


def _refuse_without_documents(interview: Interview) -> None:
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
