"""Compare the feedback of several sessions: what changed, what recurs, what to practise next.

Scores of different coaches or models are never joined: each has a group of its own. Interviews for
different lines of work ask different questions, so each line is a series of its own.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import hypot
from typing import Literal

from interview_cli.answers.criteria import WEIGHTS
from interview_cli.limits import MAX_POINTS
from interview_cli.models import Interview
from interview_cli.store.base import Store
from interview_cli.workflow.job_series import names_job, number_job_lines
from interview_cli.workflow.results import POINTS_PER_RATING, Measure, SessionResult, read_result
from interview_cli.workflow.selection import load_interviews
from interview_cli.workflow.subjects import Subject

Basis = Literal["baseline", "direction", "trend"]
Verdict = Literal["better", "worse", "no change"]
Topic = str | Subject
"""A criterion by its name, or a subject."""

STRONG = 70
"""A mean score from here on (a mean rating of 3.5) is a strength of a session."""
WEAK = 50
"""A mean score up to here (a mean rating of 2.5) is a weakness of a session."""
_MIN_FOR_DIRECTION = 2
_MIN_FOR_TREND = 4
_NOT_NAMED = -1
"""In place of the line of work of sessions whose job is not named."""
_SCALE_OF_SCORES = 100
_NOISES_OF_A_CHANGE = 2
"""A difference below so many times its noise may be chance."""


@dataclass(frozen=True)
class Change:
    """The difference between the first and the last of several measures."""

    first: float
    last: float
    noise: float | None
    """The root of the summed squares of both noises, at most half of the scale; None if one of
    them is not known."""

    @property
    def difference(self) -> float:
        return round(self.last - self.first, 2)

    @property
    def chance(self) -> float | None:
        """A smaller difference may be chance; None if the noise is not known."""
        return None if self.noise is None else _NOISES_OF_A_CHANGE * self.noise

    @property
    def verdict(self) -> Verdict | None:
        """Whether the difference is more than chance; None if that is not known."""
        if self.chance is None:
            return None
        if not self.difference or abs(self.difference) < self.chance:
            return "no change"
        return "better" if self.difference > 0 else "worse"


@dataclass(frozen=True)
class Recurrence:
    """A strength or a weakness in more than half of the sessions that could show it."""

    topic: Topic
    count: int
    of: int


@dataclass(frozen=True)
class Practice:
    """A topic to practise next, with its latest score, 0 to 100."""

    topic: Topic
    score: float


@dataclass(frozen=True)
class Group:
    """The sessions of a series that one coach or model rated."""

    coach: str
    model: str | None
    results: tuple[SessionResult, ...]
    """Oldest first. Each has a score."""
    basis: Basis | None
    """What so many sessions can show; None if they are for different lines of work."""
    noise: float | None
    """Of the change of the score in points, or of the only score."""
    score: Change | None
    """The change of the score; None with fewer than two sessions or without a basis. Likewise
    below."""
    criteria: dict[str, Change | None]
    better: tuple[Topic, ...]
    worse: tuple[Topic, ...]
    recurring_strengths: tuple[Recurrence, ...]
    recurring_weaknesses: tuple[Recurrence, ...]
    practise_next: tuple[Practice, ...]
    """The weakest first; empty if nothing is weak."""


@dataclass(frozen=True)
class Series:
    """The sessions for one line of work; or for several, which the user named, or none says."""

    results: tuple[SessionResult, ...]
    """Oldest first."""
    groups: tuple[Group, ...]
    is_one_line: bool
    """Whether all are for one line of work; if not, no change is measured."""


@dataclass(frozen=True)
class Comparison:
    """Sessions side by side, and the series that they form."""

    results: tuple[SessionResult, ...]
    """Oldest first."""
    series: tuple[Series, ...]
    """The one that began first comes first."""

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups of all series."""
        return tuple(group for series in self.series for group in series.groups)

    @property
    def has_mixed_coaches(self) -> bool:
        return len({(result.coach, result.model) for result in self.results}) > 1


def load_comparison(store: Store, session_ids: Sequence[str]) -> tuple[Comparison, list[str]]:
    """Compare these sessions, or all with feedback; also return the names of damaged ones.

    Raises Conflict for a session without feedback, SessionMissing without any interview, and what
    the store raises.
    """
    interviews, damaged = load_interviews(
        store, session_ids, lambda head: head.has_feedback, "no session has feedback yet."
    )
    return compare_sessions(interviews, is_named=bool(session_ids)), damaged


def compare_sessions(interviews: Sequence[Interview], *, is_named: bool = False) -> Comparison:
    """Compare interviews with feedback. Raises Conflict for one without.

    Those that the user named stand together, also if they are for different lines of work. So do
    those whose job is not named.
    """
    ordered = sorted(interviews, key=lambda interview: (interview.created_at, interview.session_id))
    results = [read_result(interview) for interview in ordered]
    lines = number_job_lines(ordered)
    members: dict[int, list[SessionResult]] = defaultdict(list)
    for interview, result in zip(ordered, results, strict=True):
        line = lines[result.session_id] if names_job(interview) else _NOT_NAMED
        members[0 if is_named else line].append(result)
    series = tuple(_build_series(own, lines) for own in members.values())
    return Comparison(tuple(results), series)


def _build_series(results: Sequence[SessionResult], lines: dict[str, int]) -> Series:
    by_coach: dict[tuple[str, str | None], list[SessionResult]] = defaultdict(list)
    for result in results:
        if result.score:
            by_coach[result.coach, result.model].append(result)
    groups = (_build_group(own, _is_one_line(own, lines)) for own in by_coach.values())
    return Series(tuple(results), tuple(groups), _is_one_line(results, lines))


def _is_one_line(results: Sequence[SessionResult], lines: dict[str, int]) -> bool:
    return len({lines[result.session_id] for result in results}) == 1


def _build_group(results: list[SessionResult], is_one_line: bool) -> Group:
    series = _collect_series(results)
    changes = {
        topic: _find_change(measures, _find_scale(topic)) if is_one_line else None
        for topic, measures in series.items()
    }
    scores = [result.score for result in results if result.score]
    score = _find_change(scores, _SCALE_OF_SCORES) if is_one_line else None
    return Group(
        coach=results[0].coach,
        model=results[0].model,
        results=tuple(results),
        basis=_choose_basis(len(results)) if is_one_line else None,
        noise=score.noise if score else scores[0].noise if len(scores) == 1 else None,
        score=score,
        criteria={name: changes.get(name) for name in WEIGHTS},
        better=_select_verdict(changes, "better"),
        worse=_select_verdict(changes, "worse"),
        recurring_strengths=_find_recurring(series, lambda score: score >= STRONG),
        recurring_weaknesses=_find_recurring(series, lambda score: score <= WEAK),
        practise_next=choose_practice(series),
    )


def _choose_basis(count: int) -> Basis:
    if count < _MIN_FOR_DIRECTION:
        return "baseline"
    return "trend" if count >= _MIN_FOR_TREND else "direction"


def _collect_series(results: Sequence[SessionResult]) -> dict[Topic, list[Measure]]:
    """Return the measures of each criterion (0 to 5) and of each subject (0 to 100), in order."""
    series: dict[Topic, list[Measure]] = defaultdict(list)
    for result in results:
        for name, measure in result.ratings.items():
            if measure:
                series[name].append(measure)
        for subject, measure in result.subjects.items():
            series[subject].append(measure)
    return series


def _find_scale(topic: Topic) -> int:
    """Return the highest mean that a criterion or a subject can have."""
    return _SCALE_OF_SCORES // POINTS_PER_RATING if topic in WEIGHTS else _SCALE_OF_SCORES


def _find_change(measures: Sequence[Measure], scale: int) -> Change | None:
    """Return the change from the first to the last; no more than the scale may be chance."""
    if len(measures) < _MIN_FOR_DIRECTION:
        return None
    first, last = measures[0], measures[-1]
    is_known = first.noise is not None and last.noise is not None
    joined = min(hypot(first.noise or 0, last.noise or 0), scale / _NOISES_OF_A_CHANGE)
    return Change(first.value, last.value, round(joined, 2) if is_known else None)


def _select_verdict(changes: dict[Topic, Change | None], verdict: Verdict) -> tuple[Topic, ...]:
    return tuple(topic for topic, change in changes.items() if change and change.verdict == verdict)


def _find_recurring(
    series: dict[Topic, list[Measure]], counts: Callable[[float], bool]
) -> tuple[Recurrence, ...]:
    found = [
        Recurrence(
            topic,
            sum(counts(_convert_to_score(topic, measure)) for measure in measures),
            len(measures),
        )
        for topic, measures in series.items()
    ]
    recurring = [topic for topic in found if topic.count > 1 and 2 * topic.count > topic.of]
    return tuple(sorted(recurring, key=lambda topic: -topic.count))


def choose_practice(series: dict[Topic, list[Measure]]) -> tuple[Practice, ...]:
    """Return the topics whose latest measure is below a strength, the weakest first."""
    latest = [
        Practice(topic, _convert_to_score(topic, measures[-1]))
        for topic, measures in series.items()
    ]
    weak = [practice for practice in latest if practice.score < STRONG]
    return tuple(sorted(weak, key=lambda practice: practice.score)[:MAX_POINTS])


def _convert_to_score(topic: Topic, measure: Measure) -> float:
    """Return a measure on the scale of scores, 0 to 100."""
    value = measure.value if isinstance(topic, Subject) else measure.value * POINTS_PER_RATING
    return round(value, 1)
