"""Keep how the user rates the answers before any score is shown."""

from datetime import datetime

from interview_cli.models import Interview, SelfRatings
from interview_cli.store.base import Store
from interview_cli.workflow.answers import require_answer
from interview_cli.workflow.session_turn import explain_finished, require_live, save_turn


def can_rate_interview(interview: Interview) -> bool:
    """Whether the user may still rate the whole interview without having seen a score."""
    return interview.is_complete and interview.feedback is None and interview.self_ratings is None


def rate_interview(store: Store, session_id: str, ratings: SelfRatings, now: datetime) -> Interview:
    """Store the user's own ratings of the interview. Raises Conflict once there is feedback."""
    with store.turn(session_id, Interview) as lease:
        interview = require_live(lease, now)
        if interview.feedback:
            raise explain_finished(interview)
        interview.self_ratings = ratings
        save_turn(lease, now)
        return interview


def rate_answer(
    store: Store, session_id: str, number: int, ratings: SelfRatings, now: datetime
) -> Interview:
    """Store the user's own ratings of answer `number`. Raises Conflict once there is feedback."""
    with store.turn(session_id, Interview) as lease:
        require_answer(lease.session, number, now).self_ratings = ratings
        save_turn(lease, now)
        return lease.session
