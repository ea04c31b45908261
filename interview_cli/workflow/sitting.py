"""What a sitting offers next: pure functions of the interview."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from interview_cli.models import Interview
from interview_cli.next_step import Action, NextStep
from interview_cli.store.expiry import is_expired
from interview_cli.store.summary import InterviewSummary, Summary
from interview_cli.workflow.stage import find_missing_documents
from interview_cli.workflow.study import needs_study


class SittingStep(StrEnum):
    """The steps of a sitting, in their order."""

    UPLOAD = "upload"
    ASK = "ask"
    ANSWER = "answer"
    STUDY = "study"
    """Review the last answer, in study mode."""
    FEEDBACK = "feedback"
    REPORT = "report"


def choose_step(interview: Interview, *, is_study: bool) -> SittingStep:
    """Return the step that the stored interview is at."""
    if interview.feedback:
        return SittingStep.REPORT
    if is_study and needs_study(interview):
        return SittingStep.STUDY
    if interview.is_complete:
        return SittingStep.FEEDBACK
    if interview.open_question:
        return SittingStep.ANSWER
    return SittingStep.UPLOAD if find_missing_documents(interview) else SittingStep.ASK


def find_sitting(summary: Summary) -> NextStep:
    """Return the step that takes up a session where a person can type."""
    action = Action.PRACTISE if isinstance(summary, InterviewSummary) else Action.CHAT
    return NextStep(action, summary.session_id)


def find_begun(summaries: Iterable[Summary], now: datetime) -> list[InterviewSummary]:
    """Return the interviews that can go on, the one that was changed last first."""
    begun = [
        summary
        for summary in summaries
        if isinstance(summary, InterviewSummary)
        and not summary.has_feedback
        and not is_expired(summary, now)
    ]
    return sorted(begun, key=lambda summary: summary.last_updated, reverse=True)
