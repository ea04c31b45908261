"""The turns of an interview, as pages and endpoints begin them."""

import hashlib
from contextlib import suppress

from interview_cli.coach.base import ProgressListener
from interview_cli.context import Run
from interview_cli.errors import InterviewError
from interview_cli.models import Interview
from interview_cli.web.turns import ASK, Turn, Turns
from interview_cli.workflow.answers import (
    AnswerInput,
    answer_question,
    clean_answer,
    find_target,
)
from interview_cli.workflow.feedback_turn import give_feedback
from interview_cli.workflow.interview import ask_question
from interview_cli.workflow.study import study_answer


def read_answer(text: str, *, skipped: bool) -> AnswerInput:
    """Return the answer of a form. Raises InvalidInput."""
    return AnswerInput("", skipped=True) if skipped else clean_answer(text)


def start_question(run: Run, turns: Turns, session_id: str, marker: str) -> Turn:
    """Begin to ask the next question; the turn's result is the interview.

    `marker` tells the turns of one coach from those of another.
    """

    def work(listener: ProgressListener) -> Interview:
        return ask_question(run.store, run.coach, session_id, run.now, listener)

    return turns.start(session_id, f"{ASK}{marker}", work, asks=True)


def start_answer(
    run: Run,
    turns: Turns,
    session_id: str,
    number: int | None,
    given: AnswerInput,
    marker: str,
    *,
    asks: bool,
    is_study: bool = False,
) -> Turn:
    """Begin to save an answer, then to ask or to rate it; the turn's result is the interview.

    An answer that is refused stays as a draft.
    """

    def work(listener: ProgressListener) -> Interview:
        target = find_target(run.store, session_id, number)
        try:
            turn = answer_question(
                run.store,
                run.coach,
                session_id,
                target,
                given,
                run.now,
                listener,
                go_on=asks and not is_study,
                drafts=run.drafts,
            )
        except InterviewError:
            keep_refused(run, session_id, target.number, given)
            raise
        if not is_study or given.skipped or turn.answered is None:
            return turn.interview
        return study_answer(run.store, run.coach, session_id, turn.answered, run.now, listener)

    digest = hashlib.sha256(given.text.encode()).hexdigest()
    key = f"answer {number} {given.skipped} {is_study} {marker} {digest}"
    return turns.start(session_id, key, work, asks=asks and not is_study)


def keep_refused(run: Run, session_id: str, number: int | None, given: AnswerInput) -> None:
    """Keep an answer that was not saved as the draft of its question."""
    if number is None or not given.text:
        return
    with suppress(InterviewError):
        answers = run.store.load(session_id, Interview).answers
        if number > len(answers) or answers[number - 1].content != given.text:
            run.drafts.save(session_id, number, given.text)


def start_study(run: Run, turns: Turns, session_id: str, number: int, marker: str) -> Turn:
    """Begin to rate one answer; the turn's result is the interview."""

    def work(listener: ProgressListener) -> Interview:
        return study_answer(run.store, run.coach, session_id, number, run.now, listener)

    return turns.start(session_id, f"study {number} {marker}", work)


def start_feedback(
    run: Run,
    turns: Turns,
    session_id: str,
    marker: str,
    *,
    samples: int = 1,
    again: bool = False,
) -> Turn:
    """Begin the feedback; the turn's result is the interview and its feedback."""

    def work(listener: ProgressListener) -> object:
        return give_feedback(
            run.store,
            run.coach,
            session_id,
            run.now,
            listener,
            samples=samples,
            again=again,
        )

    return turns.start(session_id, f"feedback {samples} {again} {marker}", work)
