"""Give the feedback: once, or again on request; from one review, or from several."""

from interview_cli.coach.base import Coach, Facts, ProgressListener, Review
from interview_cli.errors import Conflict, InvalidInput
from interview_cli.limits import MAX_SAMPLES
from interview_cli.models import Feedback, Interview
from interview_cli.next_step import Action, NextStep
from interview_cli.store.base import Store
from interview_cli.workflow.feedback import build_feedback
from interview_cli.workflow.interview import collect_facts, require_documents
from interview_cli.workflow.rule_gaps import find_rule_gaps
from interview_cli.workflow.samples import measure_spread, merge_reviews
from interview_cli.workflow.session_turn import (
    NO_PROGRESS,
    Clock,
    RecordingListener,
    explain_coach_failure,
    require_live,
    save_turn,
)


def give_feedback(
    store: Store,
    coach: Coach,
    session_id: str,
    clock: Clock,
    listener: ProgressListener = NO_PROGRESS,
    *,
    samples: int = 1,
    again: bool = False,
) -> tuple[Interview, Feedback]:
    """Return the interview and its feedback, which is made once unless it is wanted `again`.

    An earlier feedback is kept whole. With several `samples` each rating is the median of as many
    reviews. Raises InvalidInput for a number of samples that cannot be taken, Conflict before the
    last answer, CoachFailed when a review is not usable, and Interrupted. Nothing is stored then,
    and the feedback that there was stays in force.
    """
    interview = store.load(session_id, Interview)
    _require_samples(coach, interview, samples)
    if interview.feedback and not again:
        return interview, interview.feedback
    with store.turn(session_id, Interview) as lease:
        interview = require_live(lease, clock())
        _require_complete(interview)
        earlier = interview.feedback
        if earlier and not again:  # another process was faster
            return interview, earlier
        action = Action.REVIEW_AGAIN if earlier else Action.FEEDBACK
        saved = "the feedback is as it was" if earlier else "all answers are saved"
        with explain_coach_failure(NextStep(action, session_id, samples=samples), saved):
            given = _review(interview, coach, samples, clock, listener)
        if earlier:
            interview.earlier_feedback.append(earlier)
        interview.feedback = given
        save_turn(lease, clock())
        return interview, given


def _require_samples(coach: Coach, interview: Interview, samples: int) -> None:
    if not (1 <= samples <= MAX_SAMPLES and samples % 2):
        raise InvalidInput(f"the number of samples must be odd, from 1 to {MAX_SAMPLES}.")
    if samples > 1 and coach.estimate_review(collect_facts(interview)) is None:
        raise InvalidInput(
            "the offline coach gives the same ratings each time, so it takes no samples.",
            "leave out the number of samples, or set up a language model",
        )


def _require_complete(interview: Interview) -> None:
    if not interview.is_complete:
        if not interview.open_question:
            require_documents(interview)
        raise _explain_early_feedback(interview)


def _explain_early_feedback(interview: Interview) -> Conflict:
    count, total = len(interview.answers), interview.max_questions
    needed = "the answer" if total == 1 else f"all {total} answers"
    given = "1 is given" if count == 1 else f"{count} are given"
    return Conflict(
        f"feedback needs {needed}; {given}.", NextStep(Action.ASK, interview.session_id)
    )


def _review(
    interview: Interview, coach: Coach, samples: int, clock: Clock, listener: ProgressListener
) -> Feedback:
    facts = collect_facts(interview)
    if samples > 1:
        tokens = samples * (coach.estimate_review(facts) or 0)
        listener.notice(
            f"{samples} reviews send about {tokens:,} tokens to the model; a cache may serve most."
        )
    # Each review of a session is another draw, or a new one would repeat the one before.
    first = 1 + MAX_SAMPLES * len(interview.earlier_feedback) + MAX_SAMPLES * interview.has_feedback
    progress = RecordingListener(interview, listener)
    reviews = [
        coach.review(facts._replace(draw=first + sample), progress) for sample in range(samples)
    ]
    return _combine(interview, facts, reviews, clock)


def _combine(interview: Interview, facts: Facts, reviews: list[Review], clock: Clock) -> Feedback:
    now = clock()
    given = [build_feedback(interview, review, now) for review in reviews]
    if len(reviews) > 1:
        combined = build_feedback(interview, merge_reviews(reviews), now)
        combined.samples, combined.spread = len(reviews), measure_spread(given)
    else:
        (combined,) = given
    combined.rule_gaps = find_rule_gaps(combined, facts)
    return combined
