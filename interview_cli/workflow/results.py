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
    spread = stdev(values) / sqrt(len(values)) if len(values) > 1 else None
    known = [noise for noise in (spread, sampled) if noise is not None]
    return round(max(known), _DECIMALS) if known else None


def _measure_score(feedback: Feedback, scores: Sequence[int]) -> Measure | None:
    if feedback.interview_score is None:
        return None
    sampled = None
    if feedback.spread is not None:
        weighted = sum(weight * feedback.spread.get(name, 0) for name, weight in WEIGHTS.items())
        sampled = POINTS_PER_RATING * weighted / sum(WEIGHTS.values())
    return Measure(feedback.interview_score, measure_noise(scores, sampled), len(scores))


def _measure_criterion(feedback: Feedback, name: str) -> Measure | None:
    given = (getattr(answer.ratings, name) for answer in feedback.answers)
    ratings = [rating for rating in given if rating is not None]
    if not ratings:
        return None
    sampled = feedback.spread.get(name, 0) if feedback.spread is not None else None
    return Measure(round(mean(ratings), _DECIMALS), measure_noise(ratings, sampled), len(ratings))


def _measure_subjects(
    interview: Interview, feedback: Feedback, scores: Sequence[int]
) -> dict[Subject, Measure]:
    """Return the mean score for each subject; one answer varies as those of the session do."""
    by_subject: dict[Subject, list[int]] = defaultdict(list)
    for subject, answer in zip(list_subjects(interview), feedback.answers, strict=False):
        if subject and answer.score is not None:
            by_subject[subject].append(answer.score)
    deviation = stdev(scores) if len(scores) > 1 else None
    return {
        subject: Measure(
            round(mean(own), _DECIMALS),
            None if deviation is None else round(deviation / sqrt(len(own)), _DECIMALS),
            len(own),
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
