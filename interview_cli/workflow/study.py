"""Review one answer in study mode, without any effect on the feedback."""

from interview_cli.coach.base import Coach, Exchange, ProgressListener
from interview_cli.errors import CoachFailed
from interview_cli.models import Interview, StudyReview
from interview_cli.next_step import Action, NextStep
from interview_cli.store.base import Store
from interview_cli.workflow.answers import require_answer
from interview_cli.workflow.feedback import review_answer
from interview_cli.workflow.interview import collect_facts
from interview_cli.workflow.session_turn import (
    NO_PROGRESS,
    Clock,
    RecordingListener,
    explain_coach_failure,
    require_live,
    save_turn,
)


def needs_study(interview: Interview) -> bool:
    """Whether the last answer waits for its review before the next question."""
    if not interview.answers or interview.open_question or interview.feedback:
        return False
    return interview.answers[-1].study is None and not interview.answers[-1].skipped


def study_answer(
    store: Store,
    coach: Coach,
    session_id: str,
    number: int,
    clock: Clock,
    listener: ProgressListener = NO_PROGRESS,
) -> Interview:
    """Return the interview with the review of answer `number`, which is made once an attempt.

    Raises Conflict when there is no such answer or the feedback was given, CoachFailed and
    Interrupted; nothing is stored then.
    """
    with store.turn(session_id, Interview) as lease:
        interview = require_live(lease, clock())
        answer = require_answer(interview, number, clock())
        if answer.study is None:
            step = NextStep(Action.PRACTISE, session_id)
            with explain_coach_failure(step, "your answer is saved"):
                progress = RecordingListener(interview, listener)
                answer.study = _review(interview, coach, number, clock, progress)
            save_turn(lease, clock())
        return interview


def _review(
    interview: Interview, coach: Coach, number: int, clock: Clock, listener: ProgressListener
) -> StudyReview:
    question, answer = interview.questions[number - 1], interview.answers[number - 1]
    # To the coach it is an interview of one question.
    exchange = Exchange(1, question, answer.content, answer.skipped)
    review = coach.review(collect_facts(interview)._replace(exchanges=(exchange,)), listener)
    if len(review.judgements) != 1:
        raise CoachFailed("it rated other answers than were given.")
    judgement = review.judgements[0]._replace(number=number)
    reviewed = review_answer(interview, judgement)
    return StudyReview(**dict(reviewed), coach=review.coach, model=review.model, created_at=clock())
