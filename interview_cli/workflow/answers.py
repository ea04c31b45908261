"""Answers: to the open question, to many in a row, to one once more."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from interview_cli.coach.base import Coach, Watch
from interview_cli.errors import Conflict, InvalidInput
from interview_cli.models import Answer, Attempt, Interview
from interview_cli.next_step import Action, Hint, NextStep
from interview_cli.settings import MAX_ANSWER_CHARS
from interview_cli.store.base import Store
from interview_cli.text import typed
from interview_cli.workflow.interview import (
    Turn,
    ask,
    ask_after_answer,
    finished,
    refuse_complete,
    refuse_without_documents,
)
from interview_cli.workflow.session_turn import SILENT, Clock, continued, refuse_expired, save


@dataclass(frozen=True)
class Said:
    """An answer as given; skipped ones have no text."""

    text: str
    skipped: bool = False


@dataclass(frozen=True)
class Meant:
    """The question that an answer is for; without one, the last answer given once more."""

    number: int | None
    pinned: bool


SKIP_HINT = NextStep(Action.SKIP)


def said(text: str, what: str = "the answer", hint: Hint | None = SKIP_HINT) -> Said:
    """An answer, cleaned and checked. Raises InvalidInput when it is empty, too long, no UTF-8."""
    answer = typed(text, what)
    if not answer:
        raise InvalidInput(f"{what} is empty.", hint)
    if len(answer) > MAX_ANSWER_CHARS:
        raise InvalidInput(
            f"{what} has {len(answer):,} characters; {MAX_ANSWER_CHARS:,} are the most.",
            "shorten it and answer again",
        )
    return Said(answer)


def question_meant(store: Store, session_id: str, number: int | None) -> Meant:
    """The question of that number, else the one open now: ask before the answer is read, which
    may take a person, or a pipe, a while."""
    if number is not None:
        return Meant(number, pinned=True)
    seen = store.load(session_id, Interview)
    return Meant(len(seen.questions) if seen.open_question else None, pinned=False)


def answer(
    store: Store,
    coach: Coach,
    session_id: str,
    meant: Meant,
    given: Said,
    clock: Clock,
    watch: Watch = SILENT,
    *,
    go_on: bool = True,
) -> Turn:
    """Saves the answer to the question that is meant, then asks the next.

    The same answer given again only goes on; another one, or a question that is open no more,
    raises Conflict. When the coach fails after the answer was saved, CoachFailed says so.
    """
    with store.turn(session_id, Interview) as lease:
        interview = continued(lease, clock())
        if not _is_stored(interview, meant, given):
            _append(interview, meant, given, clock())
            save(lease, clock())
        if go_on and not interview.is_complete and not interview.open_question:
            ask_after_answer(lease, coach, clock, watch)
        return Turn(interview, answered=meant.number or len(interview.answers))


def answer_all(
    store: Store,
    coach: Coach,
    session_id: str,
    given: Iterator[Said],
    clock: Clock,
    watch: Watch = SILENT,
) -> Iterator[Turn]:
    """Answers one question after the other until the interview is complete.

    Takes an answer from `given` only when its question has been asked. Leading ones that are
    stored already, in order, are passed over; raises Conflict for a mismatch, and as `ask` and
    `answer` do.
    """
    seen = store.load(session_id, Interview)
    refuse_expired(seen, clock())
    for number in range(1, seen.max_questions + 1):
        if number == len(seen.answers) + 1 and not seen.open_question:
            yield Turn(ask(store, coach, session_id, clock, watch))
        one = next(given, None)
        if one is None:
            return
        if not _is_stored_as(number, seen, one, _FROM_THE_FIRST):
            meant = Meant(number, pinned=True)
            yield answer(store, coach, session_id, meant, one, clock, watch)


_FROM_THE_FIRST = NextStep(Action.REPEAT_ANSWERS)


def _is_stored_as(number: int, interview: Interview, given: Said, hint: Hint | None = None) -> bool:
    """Whether this very answer is stored for a question; raises Conflict where another one is."""
    if number > len(interview.answers):
        return False
    if not _same(interview.answers[number - 1], given):
        if interview.feedback:
            raise finished(interview)
        raise Conflict(
            f"question {number} has another answer already.",
            hint or NextStep(Action.REDO, interview.session_id, number),
        )
    return True


def _is_stored(interview: Interview, meant: Meant, given: Said) -> bool:
    """Whether this very answer was saved before, by a command that got no further."""
    if meant.pinned and meant.number is not None:
        return _is_stored_as(meant.number, interview, given)
    if meant.number is not None or interview.open_question or not interview.answers:
        return False
    return _same(interview.answers[-1], given)


def _same(stored: Answer, given: Said) -> bool:
    return stored.skipped == given.skipped and stored.content == given.text


def _append(interview: Interview, meant: Meant, given: Said, now: datetime) -> None:
    """Adds the answer if the question that was meant is the open one. Raises Conflict."""
    refuse_complete(interview)
    session = interview.session_id
    open_number = len(interview.questions) if interview.open_question else None
    if open_number is None and meant.number is None:
        refuse_without_documents(interview)
        raise Conflict("no question is open.", NextStep(Action.ASK, session))
    if meant.number is None:
        raise Conflict("a question was asked meanwhile.", NextStep(Action.ASK, session))
    if meant.number != open_number:
        raise Conflict(
            f"question {meant.number} is not open.", NextStep(Action.SHOW_STATUS, session)
        )
    interview.messages.append(Answer(content=given.text, timestamp=now, skipped=given.skipped))


def redo(store: Store, session_id: str, number: int, given: Said, now: datetime) -> Interview:
    """Answers question `number` again; the earlier attempt is kept. Raises Conflict."""
    with store.turn(session_id, Interview) as lease:
        interview = continued(lease, now)
        if interview.feedback:
            raise finished(interview)
        if not 1 <= number <= len(interview.answers):
            raise Conflict(
                f"question {number} has no answer yet.",
                NextStep(Action.SHOW_STATUS, session_id),
            )
        stored = interview.answers[number - 1]
        if not _same(stored, given):
            earlier = Attempt(
                content=stored.content, timestamp=stored.timestamp, skipped=stored.skipped
            )
            stored.earlier.append(earlier)
            stored.content, stored.skipped, stored.timestamp = given.text, given.skipped, now
            save(lease, now)
        return interview
