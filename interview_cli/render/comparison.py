"""Comparison → its report."""

from interview_cli.answers.criteria import WEIGHTS, find_practice_question
from interview_cli.render.blocks import (
    Block,
    Bullets,
    Chart,
    ChartPoint,
    Heading,
    KeepTogether,
    Prose,
    Report,
    Table,
    format_number,
    join_lines,
)
from interview_cli.render.debrief import OUTCOMES
from interview_cli.render.rates import describe_rate
from interview_cli.store.ids import short_id
from interview_cli.workflow.compare import (
    Change,
    Comparison,
    Group,
    Practice,
    Recurrence,
    Series,
    Topic,
)
from interview_cli.workflow.job_series import NO_TITLE
from interview_cli.workflow.results import Measure, SessionResult
from interview_cli.workflow.subjects import Subject

_KIND = "Interviews compared"
_MAX_SCORE = 100
_NOT_KNOWN = "not known"
_BASIS = {
    "baseline": "One session is a baseline: it shows where you start, and no change.",
    "direction": "{count} sessions show a direction, not more: the first beside the last.",
    "trend": "{count} sessions show a trend: the first beside the last.",
}
_APART = (
    "These sessions are for {count} lines of work. Their questions differ, so each line stands "
    "apart and nothing is compared across them."
)
_DIFFERENT_JOBS = (
    "These sessions are for different jobs. Their questions differ, so they stand side by side and "
    "no change is measured: a difference may come from the job."
)
_UNKNOWN_JOBS = (
    "Not all of these sessions name their job. Their questions may differ, so they stand side by "
    "side and no change is measured."
)
Numbers = dict[str, int]
"""The number of each session in the report, by its id."""
_NOISE = (
    "The noise says how far a mean moves by chance: s/√n over its answers, or the deviation from "
    "one review to the next that samples showed if that is more. A difference may be chance up to "
    "twice the noise of both sessions together, so a smaller one is no change, even if it looks "
    "large: more answers make the noise smaller. Cases told are all that you told; “where asked "
    "for” counts the questions "
    "that ask for one. Scores from different coaches or models are not compared."
)


def build_comparison_report(comparison: Comparison) -> Report:
    """Build the report of a comparison."""
    results = comparison.results
    numbers = {result.session_id: number for number, result in enumerate(results, start=1)}
    series = comparison.series
    blocks: list[Block] = []
    if len(series) > 1:
        blocks.append(Prose(_APART.format(count=len(series))))
    for own in series:
        blocks += _build_series(own, numbers, is_only=len(series) == 1)
    jobs = {(result.job_title, result.company_name) for result in results}
    title, company = jobs.pop() if len(jobs) == 1 else ("Your interviews", "")
    return Report(
        kind=_KIND,
        title=join_lines(title),
        subtitle=join_lines(company),
        facts=(_count_sessions(len(results)),),
        author="interview",
        language="en",
        moment=max(result.created_at for result in results),
        blocks=(*blocks, Heading(2, "How to read it"), Prose(_NOISE)),
    )


def _build_series(series: Series, numbers: Numbers, *, is_only: bool) -> list[Block]:
    results = series.results
    heading = "Sessions" if is_only else _name_jobs(results)
    scores = _build_scores(results, numbers)
    ratings = _build_ratings(results, numbers)
    blocks: list[Block] = [
        Heading(2, heading),
        Bullets(tuple(_name_session(numbers[result.session_id], result) for result in results)),
        KeepTogether((Heading(3, "Scores, 0 to 100"), scores)),
        KeepTogether((Heading(3, _label_ratings(results)), ratings)),
    ]
    if not series.is_one_line:
        is_told = all(result.job_title != NO_TITLE for result in results)
        blocks.insert(int(not is_only), Prose(_DIFFERENT_JOBS if is_told else _UNKNOWN_JOBS))
    for group in series.groups:
        name = _name_group(group, is_only=len(series.groups) == 1)
        blocks += _build_group(group, numbers, Heading(2 if is_only else 3, name))
    return blocks


def _name_jobs(results: tuple[SessionResult, ...]) -> str:
    """Return the titles of the jobs of a series, each once."""
    return " · ".join(dict.fromkeys(join_lines(result.job_title) for result in results))


def _count_sessions(count: int) -> str:
    return "1 session" if count == 1 else f"{count} sessions"


def _name_session(number: int, result: SessionResult) -> str:
    job = f"{join_lines(result.job_title)}, {join_lines(result.company_name)}"
    return f"{number}: {job} ({short_id(result.session_id)})"


def _build_scores(results: tuple[SessionResult, ...], numbers: Numbers) -> Table:
    """Build the table of scores; its last column stands there once an outcome is noted."""
    has_outcome = any(result.outcome for result in results)
    head: tuple[str, ...] = ("Session", "Date", "Score", "Noise", "Cases told", "Where asked for")
    rows: list[tuple[str, ...]] = []
    for result in results:
        row = (
            str(numbers[result.session_id]),
            f"{result.created_at:%Y-%m-%d}",
            *_describe_measure(result.score),
            str(result.all_cases),
            describe_rate(result.cases) if result.cases.of else "–",
        )
        outcome = OUTCOMES[result.outcome] if result.outcome else "–"
        rows.append((*row, outcome) if has_outcome else row)
    return Table("Scores", (*head, "Outcome") if has_outcome else head, tuple(rows))


def _describe_measure(measure: Measure | None) -> tuple[str, str]:
    if measure is None:
        return "not rated", "–"
    noise = _NOT_KNOWN if measure.noise is None else f"±\u00a0{format_number(measure.noise)}"
    return format_number(measure.value), noise


def _label_ratings(results: tuple[SessionResult, ...]) -> str:
    has_own = any(result.self_ratings for result in results)
    return "Mean ratings, 0 to 5" + (", with your own in brackets" if has_own else "")


def _build_ratings(results: tuple[SessionResult, ...], numbers: Numbers) -> Table:
    rows = tuple(
        (str(numbers[result.session_id]), *(_describe_rating(result, name) for name in WEIGHTS))
        for result in results
    )
    return Table(_label_ratings(results), ("Session", *WEIGHTS), rows)


def _describe_rating(result: SessionResult, name: str) -> str:
    measure = result.ratings[name]
    rating = "–" if measure is None else f"{measure.value:.1f}"
    own = (result.self_ratings or {}).get(name)
    return rating if own is None else f"{rating} ({format_number(own)})"


def _name_group(group: Group, *, is_only: bool) -> str:
    if is_only:
        return "Over time" if group.basis else "Side by side"
    return f"Rated by {_name_author(group)}"


def _name_author(group: Group) -> str:
    return f"the model {join_lines(group.model)}" if group.model else f"the {group.coach} coach"


def _build_group(group: Group, numbers: Numbers, heading: Heading) -> list[Block]:
    points = tuple(
        ChartPoint(str(numbers[result.session_id]), result.score.value, result.score.noise)
        for result in group.results
        if result.score
    )
    chart = Chart(
        f"Scores rated by {_name_author(group)}", points, _MAX_SCORE, is_series=bool(group.basis)
    )
    basis = [Prose(_BASIS[group.basis].format(count=len(group.results)))] if group.basis else []
    return [
        KeepTogether((heading, *basis, chart)),
        *([KeepTogether((_build_changes(group),))] if group.score else []),
        *_build_bullets("What recurs", _describe_recurring(group)),
        *_build_bullets("What improved", [_name_topic(topic) for topic in group.better]),
        *_build_bullets("What got worse", [_name_topic(topic) for topic in group.worse]),
        Heading(3, "What to practise next"),
        Bullets(tuple(map(_describe_practice, group.practise_next)), "Nothing here is weak."),
    ]


def _build_changes(group: Group) -> Table:
    changes = {"score": group.score} | group.criteria
    rows = tuple(
        (
            name,
            _describe_mean(name, change.first),
            _describe_mean(name, change.last),
            _describe_difference(change),
            _describe_chance(change),
            change.verdict or _NOT_KNOWN,
        )
        for name, change in changes.items()
        if change
    )
    return Table("Changes", ("Mean", "First", "Last", "Change", "Chance up to", "Verdict"), rows)


def _describe_mean(name: str, mean: float) -> str:
    return f"{mean:.1f}" if name in WEIGHTS else format_number(mean)


def _describe_difference(change: Change) -> str:
    """Return the difference of the two numbers as they are printed."""
    difference = round(round(change.last, 1) - round(change.first, 1), 1)
    size = f"{abs(difference):.1f}"
    if not difference:
        return size
    return f"up {size}" if difference > 0 else f"down {size}"


def _describe_chance(change: Change) -> str:
    """Return how large a difference may be chance, in points."""
    return _NOT_KNOWN if change.chance is None else format_number(change.chance)


def _build_bullets(title: str, entries: list[str]) -> list[Block]:
    return [Heading(3, title), Bullets(tuple(entries))] if entries else []


def _describe_recurring(group: Group) -> list[str]:
    def describe(kind: str, found: Recurrence) -> str:
        return f"{kind} in {found.count} of {_count_sessions(found.of)}: {_name_topic(found.topic)}"

    return [
        *(describe("Weak", recurrence) for recurrence in group.recurring_weaknesses),
        *(describe("Strong", recurrence) for recurrence in group.recurring_strengths),
    ]


def _name_topic(topic: Topic) -> str:
    return join_lines(topic.title) if isinstance(topic, Subject) else topic


def _describe_practice(practice: Practice) -> str:
    score = f"{_name_topic(practice.topic)}: {format_number(practice.score)} of {_MAX_SCORE}"
    if isinstance(practice.topic, Subject):
        return f"{score} when it was last asked about."
    question = find_practice_question(practice.topic)
    return f"{score} in the latest session. {question}"
