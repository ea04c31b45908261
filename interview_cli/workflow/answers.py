"""Answer the open question, answer many in a row, or answer one again."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from interview_cli.coach.base import Coach, ProgressListener
from interview_cli.errors import Conflict, InvalidInput
from interview_cli.limits import MAX_ANSWER_CHARS
from interview_cli.models import Answer, Attempt, Interview
from interview_cli.next_step import Action, Hint, NextStep
from interview_cli.store.base import Store
from interview_cli.store.drafts import Drafts
from interview_cli.text import clean_input
from interview_cli.workflow.interview import (
    TurnResult,
    ask_next_question,
    ask_question,
    require_documents,
    require_incomplete,
)
from interview_cli.workflow.session_turn import (
    NO_PROGRESS,
    Clock,
    explain_finished,
    require_live,
    require_not_expired,
    save_turn,
)


class AnswerInput(NamedTuple):
    """An answer as the user gave it. A skipped one has no text."""

    text: str
    skipped: bool = False


class TargetQuestion(NamedTuple):
    """The question that an answer is for."""

    number: int | None
    """None when no question is open: only the last answer can then be given again."""
    is_pinned: bool
    """Whether the user named the number."""


SKIP_HINT = NextStep(Action.SKIP)


def clean_answer(text: str, what: str = "the answer", hint: Hint | None = SKIP_HINT) -> AnswerInput:
    """Clean and check an answer. Raises InvalidInput when it is empty, too long or not UTF-8."""
    answer = clean_input(text, what)
    if not answer:
        raise InvalidInput(f"{what} is empty.", hint)
    if len(answer) > MAX_ANSWER_CHARS:
        raise InvalidInput(
            f"{what} has {len(answer):,} characters; at most {MAX_ANSWER_CHARS:,} are allowed.",
            "shorten it and answer again",
        )
    return AnswerInput(answer)


def find_target(store: Store, session_id: str, number: int | None) -> TargetQuestion:
    """Return the question of that number, else the one that is open now.

    Call it before the answer is read: a person or a pipe may take a while.
    """
    if number is not None:
        return TargetQuestion(number, is_pinned=True)
    interview = store.load(session_id, Interview)
    return TargetQuestion(
        interview.question_count if interview.open_question else None, is_pinned=False
    )


def answer_question(
    store: Store,
    coach: Coach,
    session_id: str,
    target: TargetQuestion,
    given: AnswerInput,
    clock: Clock,
    listener: ProgressListener = NO_PROGRESS,
    *,
    go_on: bool = True,
    drafts: Drafts | None = None,
) -> TurnResult:
    """Save the answer to the target question, then ask the next one.

    Removes the question's draft from `drafts` as soon as the answer is saved.
    An answer that is stored already is not saved twice; the interview just continues. Raises
    Conflict for a different answer, or when the question is no longer open; CoachFailed when the
    coach fails after the answer was saved.
    """
    with store.turn(session_id, Interview) as lease:
        interview = require_live(lease, clock())
        was_stored = _is_stored(interview, target, given)
        if not was_stored:
            _append(interview, target, given, clock())
            if go_on and not interview.is_complete:
                coach.prepare()  # meanwhile the disk saves the answer
            save_turn(lease, clock())
        number = target.number or len(interview.answers)
        if drafts:
            drafts.remove(session_id, number)
        if go_on and not interview.is_complete and not interview.open_question:
            ask_next_question(lease, coach, clock, listener)
        return TurnResult(interview, answered=number, was_stored=was_stored)


def answer_questions(
    store: Store,
    coach: Coach,
    session_id: str,
    given: Iterator[AnswerInput],
    clock: Clock,
    listener: ProgressListener = NO_PROGRESS,
    *,
    drafts: Drafts | None = None,
) -> Iterator[TurnResult]:
    """Answer one question after the other until the interview is complete.

    Takes an answer from `given` only after its question was asked. Leading answers that are already
    stored, in order, are not stored again. Raises Conflict for a mismatch, and whatever
    `ask_question` and `answer_question` raise.
    """
    before = store.load(session_id, Interview)
    require_not_expired(before, clock())
    for number in range(1, before.max_questions + 1):
        if number == before.answered_count + 1 and not before.open_question:
            yield TurnResult(ask_question(store, coach, session_id, clock, listener))
        next_answer = next(given, None)
        if next_answer is None:
            return
        if _is_stored_as(number, before, next_answer, _REPEAT_HINT):
            yield TurnResult(before, answered=number, was_stored=True)
        else:
            target = TargetQuestion(number, is_pinned=True)
            yield answer_question(
                store, coach, session_id, target, next_answer, clock, listener, drafts=drafts
            )


_REPEAT_HINT = NextStep(Action.REPEAT_ANSWERS)


def _is_stored_as(
    number: int, interview: Interview, given: AnswerInput, hint: Hint | None = None
) -> bool:
    """Whether the question has this answer already. Raises Conflict if it has a different one."""
    if number > len(interview.answers):
        return False
    if not _is_same(interview.answers[number - 1], given):
        if interview.feedback:
            raise explain_finished(interview)
        raise Conflict(
            f"question {number} already has a different answer.",
            hint or NextStep(Action.REDO, interview.session_id, number),
        )
    return True


def _is_stored(interview: Interview, target: TargetQuestion, given: AnswerInput) -> bool:
    """Whether an earlier command saved this answer and then failed."""
    if target.is_pinned and target.number is not None:
        return _is_stored_as(target.number, interview, given)
    if target.number is not None or interview.open_question or not interview.answers:
        return False
    return _is_same(interview.answers[-1], given)


def _is_same(stored: Answer, given: AnswerInput) -> bool:
    return stored.skipped == given.skipped and stored.content == given.text


def _append(
    interview: Interview, target: TargetQuestion, given: AnswerInput, now: datetime
) -> None:
    """Append the answer if its question is still open. Raises Conflict."""
    _require_open(interview, target)
    interview.messages.append(Answer(content=given.text, timestamp=now, skipped=given.skipped))


def _require_open(interview: Interview, target: TargetQuestion) -> None:
    """Raise Conflict unless the target question is the open one."""
    require_incomplete(interview)
    session = interview.session_id
    open_number = len(interview.questions) if interview.open_question else None
    if open_number is None and target.number is None:
        require_documents(interview)
        raise Conflict("no question is open.", NextStep(Action.ASK, session))
    if target.number is None:
        raise Conflict("a question was asked in the meantime.", NextStep(Action.ASK, session))
    if target.number != open_number:
        raise Conflict(
            f"question {target.number} is not open.", NextStep(Action.SHOW_STATUS, session)
        )


def require_open_question(interview: Interview, number: int | None, now: datetime) -> int:
    """Return the number of the open question, which is `number` unless that is None.

    Raises SessionExpired, or Conflict as `answer` does: a person should not type in vain.
    """
    require_not_expired(interview, now)
    open_number = interview.question_count if interview.open_question else None
    target = TargetQuestion(number or open_number, is_pinned=number is not None)
    _require_open(interview, target)
    return interview.question_count


def require_answer(interview: Interview, number: int, now: datetime) -> Answer:
    """Return the answer that counts for question `number`.

    Raises SessionExpired, and Conflict if it cannot be given again.
    """
    require_not_expired(interview, now)
    if interview.feedback:
        raise explain_finished(interview)
    if not 1 <= number <= len(interview.answers):
        raise Conflict(
            f"question {number} has no answer yet.",
            NextStep(Action.SHOW_STATUS, interview.session_id),
        )
    return interview.answers[number - 1]


def redo_answer(
    store: Store,
    session_id: str,
    number: int,
    given: AnswerInput,
    now: datetime,
    drafts: Drafts | None = None,
) -> Interview:
    """Answer question `number` again and keep the earlier attempt.

    Removes the question's draft from `drafts` when the answer is saved. Raises Conflict.
    """
    with store.turn(session_id, Interview) as lease:
        stored = require_answer(lease.session, number, now)
        if not _is_same(stored, given):
            earlier = Attempt(
                content=stored.content,
                timestamp=stored.timestamp,
                skipped=stored.skipped,
                self_ratings=stored.self_ratings,
                study=stored.study,
            )
            stored.earlier.append(earlier)
            stored.content, stored.skipped, stored.timestamp = given.text, given.skipped, now
            stored.self_ratings = stored.study = None
            save_turn(lease, now)
        if drafts:
            drafts.remove(session_id, number)
        return lease.session
