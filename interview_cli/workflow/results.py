"""What the feedback of one session says in numbers, and how far chance moves them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import sqrt
from statistics import mean, stdev
from typing import Any

from interview_cli.answers.criteria import WEIGHTS
from interview_cli.errors import Conflict
from interview_cli.models import Feedback, Interview
from interview_cli.next_step import Action, NextStep
from interview_cli.vocabulary import Outcome
from interview_cli.workflow.rates import Rate
from interview_cli.workflow.stories import count_cases, find_tellings
from interview_cli.workflow.subjects import Subject, list_subjects

POINTS_PER_RATING = 20
"""A rating of 5 on every criterion is a score of 100."""
_RANGE_IN_DEVIATIONS = {
    2: 1.128,
    3: 1.693,
    4: 2.059,
    5: 2.326,
    6: 2.534,
    7: 2.704,
    8: 2.847,
    9: 2.970,
}
"""The mean range of so many normal values, in standard deviations: d2 in L. H. C. Tippett, On the
extreme individuals and the range of samples, Biometrika 17 (1925), 364-387."""
_DECIMALS = 2


@dataclass(frozen=True)
class Measure:
    """A mean, and how far it moves by chance."""

    value: float
    noise: float | None
    """In the unit of `value`; None if a single answer was rated and no samples were taken."""
    count: int
    """From how many answers."""


@dataclass(frozen=True)
class SessionResult:
    """The numbers of one session with feedback."""

    session_id: str
    created_at: datetime
    job_title: str
    company_name: str
    coach: str
    model: str | None
    score: Measure | None
    """0 to 100; None if no answer could be rated."""
    ratings: dict[str, Measure | None]
    """By criterion, 0 to 5; None if no answer was rated on it."""
    self_ratings: dict[str, float | None] | None
    """By criterion, 0 to 5, as the user rated; None if the user did not."""
    subjects: dict[Subject, Measure]
    """The score of the answers on each subject, 0 to 100."""
    cases: Rate
    """How many answers to questions that ask for a case told one."""
    all_cases: int
    """How many answers told a case, whatever was asked."""
    outcome: Outcome | None
    """How the real interview ended."""


def read_result(interview: Interview) -> SessionResult:
    """Return the numbers of a session. Raises Conflict before feedback."""
    feedback = interview.feedback
    if feedback is None:
        raise Conflict(
            "this session has no feedback yet.", NextStep(Action.FEEDBACK, interview.session_id)
        )
    scores = [answer.score for answer in feedback.answers if answer.score is not None]
    return SessionResult(
        session_id=interview.session_id,
        created_at=interview.created_at,
        job_title=interview.job_title,
        company_name=interview.company_name,
        coach=feedback.coach,
        model=feedback.model,
        score=_measure_score(feedback, scores),
        ratings={name: _measure_criterion(feedback, name) for name in WEIGHTS},
        self_ratings=_read_self_ratings(interview),
        subjects=_measure_subjects(interview, feedback, scores),
        cases=count_cases(interview),
        all_cases=len(find_tellings(interview)),
        outcome=interview.debrief.outcome if interview.debrief else None,
    )


def measure_noise(values: Sequence[float], sampled: float | None = None) -> float | None:
    """Return the noise of a mean: s/√n over its values, or what samples measured if that is more.

    s is the sample standard deviation. None if a single value and no samples say nothing.
    """
    return _join_noise(stdev(values) if len(values) > 1 else None, sampled, len(values))


def _join_noise(deviation: float | None, sampled: float | None, count: int) -> float | None:
    error = deviation / sqrt(count) if deviation is not None else None
    known = [noise for noise in (error, sampled) if noise is not None]
    return round(max(known), _DECIMALS) if known else None


def _measure_score(feedback: Feedback, scores: Sequence[int]) -> Measure | None:
    if feedback.interview_score is None:
        return None
    return Measure(
        feedback.interview_score,
        measure_noise(scores, _estimate_score_deviation(feedback)),
        len(scores),
    )


def _measure_criterion(feedback: Feedback, name: str) -> Measure | None:
    given = (getattr(answer.ratings, name) for answer in feedback.answers)
    ratings = [rating for rating in given if rating is not None]
    if not ratings:
        return None
    sampled = _estimate_deviation(feedback, name)
    return Measure(round(mean(ratings), _DECIMALS), measure_noise(ratings, sampled), len(ratings))


def _estimate_deviation(feedback: Feedback, name: str) -> float | None:
    """Return the standard deviation of a criterion's mean from one review to the next, at most.

    None without several reviews. Their spread is the mean range of a rating; range / d2 estimates
    its deviation. That of a mean is no more than the mean of deviations, and as much if a review
    is stricter on all answers and criteria alike; so this bounds that of the score as well.
    """
    if feedback.spread is None or feedback.samples not in _RANGE_IN_DEVIATIONS:
        return None
    return feedback.spread.get(name, 0) / _RANGE_IN_DEVIATIONS[feedback.samples]


def _estimate_score_deviation(feedback: Feedback) -> float | None:
    """Return the same for the score, in its points."""
    deviations = {name: _estimate_deviation(feedback, name) for name in WEIGHTS}
    if None in deviations.values():
        return None
    weighted = sum(weight * (deviations[name] or 0) for name, weight in WEIGHTS.items())
    return POINTS_PER_RATING * weighted / sum(WEIGHTS.values())


def _measure_subjects(
    interview: Interview, feedback: Feedback, scores: Sequence[int]
) -> dict[Subject, Measure]:
    """Return the mean score for each subject; one answer varies as those of the session do."""
    by_subject: dict[Subject, list[int]] = defaultdict(list)
    for subject, answer in zip(list_subjects(interview), feedback.answers, strict=False):
        if subject and answer.score is not None:
            by_subject[subject].append(answer.score)
    deviation = stdev(scores) if len(scores) > 1 else None
    sampled = _estimate_score_deviation(feedback)
    return {
        subject: Measure(
            round(mean(own), _DECIMALS), _join_noise(deviation, sampled, len(own)), len(own)
        )
        for subject, own in by_subject.items()
    }


def _read_self_ratings(interview: Interview) -> dict[str, float | None] | None:
    """Return the user's ratings of the interview, else the means of those of its answers."""
    whole = interview.self_ratings
    given: list[Any] = [whole] if whole else [a.self_ratings for a in interview.answers]
    given = [ratings for ratings in given if ratings]
    return {name: _mean_of(given, name) for name in WEIGHTS} if given else None


def _mean_of(given: Sequence[Any], name: str) -> float | None:
    ratings = [rating for own in given if (rating := getattr(own, name)) is not None]
    return round(mean(ratings), _DECIMALS) if ratings else None
