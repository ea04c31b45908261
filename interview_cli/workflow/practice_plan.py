"""Plan what to practise on which day until the real interview, and find what is due.

Practice that is spread out beats the same practice in one go (g = 0.74 over 39 effects), and even
gaps do as well as growing ones (g = 0.03; Latimier et al. 2021, 10.1007/s10648-020-09572-8). Nine
sittings were the most efficient dose of practice interviews (10.1177/21651434231160532).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import permutations
from statistics import mean

from interview_cli.answers.criteria import WEIGHTS
from interview_cli.errors import InvalidInput
from interview_cli.models import AnswerReview, Interview, PlanSlot
from interview_cli.next_step import Action, NextStep
from interview_cli.progress import PlannedSitting
from interview_cli.requirements.competencies import load_competencies
from interview_cli.store.base import Store
from interview_cli.store.summary import InterviewSummary, Summary
from interview_cli.vocabulary import QuestionKind, SubjectKind
from interview_cli.workflow.compare import STRONG
from interview_cli.workflow.job_subjects import list_job_subjects
from interview_cli.workflow.session_turn import require_live, save_turn
from interview_cli.workflow.subjects import Subject, list_subjects

MAX_SITTINGS = 9
_ROUNDS = 2
"""How often each subject comes at least, where there are enough sittings."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_KINDS: dict[SubjectKind, QuestionKind] = {
    "competency": "behaviour",
    "requirement": "requirement",
    "trade": "situation",
}
"""The kind of question that asks about a subject."""


@dataclass(frozen=True)
class RankedSubject:
    """A subject, and how the answers on it were rated."""

    subject: Subject
    score: int | None = None
    """The mean, 0 to 100; None without a rating."""
    criterion: str | None = None
    """The criterion on which they were rated lowest."""

    @property
    def is_strong(self) -> bool:
        return self.score is not None and self.score >= STRONG


@dataclass(frozen=True)
class DueSitting:
    """The sitting of a plan that is to be held now."""

    interview: Interview
    sitting: PlannedSitting

    @property
    def slot(self) -> PlanSlot:
        """The slot that asks about its subject."""
        return PlanSlot(kind=_KINDS[self.sitting.kind], topic=self.sitting.topic)


def parse_interview_date(text: str, today: date) -> date:
    """Return the day of an interview. Raises InvalidInput for another form or a past day."""
    try:
        if not _DATE.fullmatch(text.strip()):
            raise ValueError("not in the form of ISO 8601")
        day = date.fromisoformat(text.strip())
    except ValueError as error:
        raise InvalidInput(
            f"{text!r} is not a date.", f"write it as in {today + timedelta(days=14)}"
        ) from error
    if day < today:
        raise InvalidInput(f"{day} is in the past.", "give the day of the next interview")
    return day


def store_plan(store: Store, session_id: str, day: date, today: date, now: datetime) -> Interview:
    """Plan the practice until an interview on `day`, which replaces an earlier plan.

    Raises SessionExpired and what the store raises.
    """
    with store.turn(session_id, Interview) as lease:
        interview = require_live(lease, now)
        interview.interview_date, interview.planned_at = day, now
        interview.practice_plan = plan_practice(interview, day, today)
        save_turn(lease, now)
        return interview


def plan_practice(interview: Interview, day: date, today: date) -> list[PlannedSitting]:
    """Return the sittings from `today` to the day before the interview, at even gaps.

    The weakest subject comes first, each comes again after the others, and the last sitting is a
    whole interview. Of a trade's own work, at most half of the sittings are about it, and none
    follows another.
    """
    days = space_days(today, day)
    singles = len(days) - 1
    chosen = choose_subjects(interview, max(min(2, singles), -(-singles // _ROUNDS)))
    planned = [chosen[index % len(chosen)] for index in range(singles)] + chosen[:1]
    return [
        PlannedSitting(
            date=when,
            practise="subject" if index < singles else "interview",
            kind=ranked_subject.subject.kind,
            topic=ranked_subject.subject.name,
            score=ranked_subject.score,
            criterion=ranked_subject.criterion,
        )
        for index, (when, ranked_subject) in enumerate(zip(days, planned, strict=True))
    ]


def space_days(today: date, day: date) -> list[date]:
    """Return at most nine days from `today` to the day before `day`, as evenly as days allow.

    On the day of the interview itself only that day is left.
    """
    available = max(1, (day - today).days)
    count = min(MAX_SITTINGS, available)
    gap = (available - 1) / max(1, count - 1)
    return [today + timedelta(days=round(index * gap)) for index in range(count)]


def choose_subjects(interview: Interview, count: int) -> list[RankedSubject]:
    """Return so many subjects, but at least one, the weakest first, in an order to be repeated.

    Neighbours are of different areas, for which a weaker one may have to wait. Where the job gives
    too few subjects to practise, competencies that most jobs ask about follow; what is strong
    comes last.
    """
    usual = [RankedSubject(Subject("competency", name)) for name in load_competencies()]
    ranked = rank_subjects(interview)
    known = {own.subject for own in ranked}
    strong = [subject for subject in ranked if subject.is_strong]
    wanted = [subject for subject in ranked if not subject.is_strong]
    chosen: list[RankedSubject] = []
    for own in (*wanted, *(own for own in usual if own.subject not in known), *strong):
        same = sum(own.subject.area == other.subject.area for other in chosen)
        if len(chosen) < max(1, count) and same < max(1, count // 2):
            chosen.append(own)
    return next(order for order in map(list, permutations(chosen)) if _is_varied(order))


def _is_varied(order: Sequence[RankedSubject]) -> bool:
    """Whether neighbours are of different areas, also where the order begins again."""
    areas = [own.subject.area for own in order]
    return len(areas) == 1 or all(areas[index - 1] != area for index, area in enumerate(areas))


def rank_subjects(interview: Interview) -> list[RankedSubject]:
    """Return the subjects of an interview: the weak ones, those without a rating, the strong ones.

    There may be none.
    """
    asked = _rate_subjects(interview)
    rest = [RankedSubject(subject) for subject in list_job_subjects(interview)]
    known = {ranked.subject for ranked in asked}
    unasked = [ranked for ranked in rest if ranked.subject not in known]
    asked.sort(key=lambda ranked: ranked.score or 0)
    weak = [ranked for ranked in asked if not ranked.is_strong]
    strong = [ranked for ranked in asked if ranked.is_strong]
    return [*weak, *unasked, *strong]


def find_asked(interview: Interview) -> frozenset[Subject]:
    """Return the subjects that were asked about and answered, also without a rating yet."""
    return frozenset(filter(None, list_subjects(interview)[: interview.answered_count]))


def _rate_subjects(interview: Interview) -> list[RankedSubject]:
    by_subject: dict[Subject, list[AnswerReview]] = defaultdict(list)
    for subject, review in zip(list_subjects(interview), _list_reviews(interview), strict=False):
        if subject and review and review.score is not None:
            by_subject[subject].append(review)
    return [_rank(subject, reviews) for subject, reviews in by_subject.items()]


def _rank(subject: Subject, reviews: Sequence[AnswerReview]) -> RankedSubject:
    score = round(mean(review.score or 0 for review in reviews))
    return RankedSubject(subject, score, _find_weakest_criterion(reviews, score))


def _list_reviews(interview: Interview) -> Sequence[AnswerReview | None]:
    """Return the reviews of the answers; before feedback those of study mode."""
    if interview.feedback:
        return interview.feedback.answers
    return [answer.study for answer in interview.answers]


def _find_weakest_criterion(reviews: Sequence[AnswerReview], score: float) -> str | None:
    """Return the criterion with the lowest mean; of equal ones the one that weighs most.

    None for a strong score and for answers without a word.
    """
    means = {}
    if not 0 < score < STRONG:
        return None
    for name in WEIGHTS:
        given = [getattr(review.ratings, name) for review in reviews]
        if rated := [rating for rating in given if rating is not None]:
            means[name] = mean(rated)
    return min(means, key=lambda name: (means[name], -WEIGHTS[name]), default=None)


def find_due(store: Store, today: date) -> list[DueSitting]:
    """Return the sitting that is due in each practice plan, the nearest interview first."""
    summaries = store.summaries().summaries
    ahead = [
        summary
        for summary in summaries
        if isinstance(summary, InterviewSummary)
        and summary.interview_date is not None
        and summary.interview_date >= today
    ]
    planned = [store.load(summary.session_id, Interview) for summary in ahead]
    planned.sort(key=lambda interview: interview.interview_date or today)
    return [due for interview in planned if (due := choose_due(interview, summaries, today))]


def choose_due(
    interview: Interview, summaries: Iterable[Summary], today: date
) -> DueSitting | None:
    """Return the latest sitting up to `today`; None if none has come yet or it was held.

    A sitting counts as held when an interview for the same job was completed from its day on.
    Earlier sittings that were missed are not made up for.
    """
    come = [sitting for sitting in interview.practice_plan if sitting.date <= today]
    if not come or (interview.interview_date or today) < today:
        return None
    held = any(
        finished.date() >= come[-1].date for finished in _find_practice(interview, summaries)
    )
    return None if held else DueSitting(interview, come[-1])


def _find_practice(interview: Interview, summaries: Iterable[Summary]) -> list[datetime]:
    """Return when interviews for the same job were completed since the plan was made.

    The times are local, as the days of the plan are.
    """
    job = (interview.company_name, interview.job_title)
    return [
        summary.finished_at.astimezone()
        for summary in summaries
        if summary.finished_at
        and (summary.company_name, summary.job_title) == job
        and (interview.planned_at is None or summary.finished_at > interview.planned_at)
    ]


def require_plan(interview: Interview) -> Interview:
    """Return an interview with a plan. Raises InvalidInput for one without."""
    if not interview.practice_plan:
        raise InvalidInput(
            "this session has no practice plan yet; it needs the day of the interview.",
            NextStep(Action.PLAN, interview.session_id),
        )
    return interview
