"""Sessions side by side: noise, verdicts, groups, what recurs and what comes next."""

from datetime import timedelta
from math import sqrt
from typing import Any

import pytest

from interview_cli.answers.criteria import WEIGHTS, score_answer, score_interview
from interview_cli.errors import Conflict, SessionMissing
from interview_cli.models import AnswerReview, Feedback, Interview, Ratings
from interview_cli.render.blocks import KeepTogether, Table
from interview_cli.render.comparison import build_comparison_report
from interview_cli.render.comparison_payload import build_comparison_payload
from interview_cli.workflow.compare import Change, compare_sessions, load_comparison
from interview_cli.workflow.job_series import NO_TITLE
from interview_cli.workflow.results import measure_noise
from interview_cli.workflow.stories import collect_stories
from interview_cli.workflow.subjects import Subject
from tests.conftest import STORY
from tests.fakes import MemoryStore
from tests.workflow.interviews import NOW, build

SESSION = "01930001-0000-7000-8000-00000000000{}"
TEAMWORK = Subject("competency", "teamwork")


def rated(*means: int | dict[str, int], order: int = 1, **fields: Any) -> Interview:
    """Return an interview with feedback: a rating for each answer, the same on all criteria."""
    given = [dict.fromkeys(WEIGHTS, one) if isinstance(one, int) else one for one in means]
    reviews = [
        AnswerReview(
            number=number,
            ratings=Ratings(**ratings),
            score=score_answer(Ratings(**ratings)),
            comment="",
            next_time="",
        )
        for number, ratings in enumerate(given, start=1)
    ]
    feedback = Feedback(
        interview_score=score_interview([review.score for review in reviews]),
        strengths=[],
        weaknesses=[],
        cv_improvements=[],
        summary="",
        answers=reviews,
        created_at=NOW,
        **{"coach": "offline"} | fields,
    )
    interview = build(
        *["I did it."] * len(means),
        questions=len(means),
        session_id=SESSION.format(order),
        created_at=NOW + timedelta(days=order),
    )
    for question in interview.questions:
        question.kind, question.topic = "behaviour", "teamwork"
    interview.feedback = feedback
    return interview


def test_noise_is_the_standard_error_or_what_samples_measured() -> None:
    assert measure_noise([40, 60, 80]) == round(20 / sqrt(3), 2)
    assert measure_noise([40, 60, 80], sampled=30.0) == 30
    assert measure_noise([40, 60, 80], sampled=1.0) == round(20 / sqrt(3), 2)
    assert measure_noise([40]) is None
    assert measure_noise([40], sampled=4.0) == 4


def test_samples_count_in_deviations_from_one_review_to_the_next() -> None:
    spread = dict.fromkeys(WEIGHTS, 0.5)
    (group,) = compare_sessions([rated(3, 3, spread=spread, samples=3)]).groups
    assert group.noise == 5.91  # 0.5 points are 0.295 deviations of 3 ratings; 20 points each
    (group,) = compare_sessions([rated(3, 3, spread=spread, samples=9)]).groups
    assert group.noise == 3.37  # of more ratings the same range shows less


def test_a_change_within_the_spread_of_the_samples_is_none_and_chance_fits_the_scale() -> None:
    spread = dict.fromkeys(WEIGHTS, 1.0)
    sessions = [rated(n, n, order=n, spread=spread, samples=3) for n in (3, 4)]
    (group,) = compare_sessions(sessions).groups
    assert group.score is not None
    assert group.score.verdict == "no change"
    assert (group.better, group.worse) == ((), ())
    wide = dict.fromkeys(WEIGHTS, 5.0)
    sessions = [rated(1, 5, order=n, spread=wide, samples=3) for n in (1, 2)]
    (group,) = compare_sessions(sessions).groups
    assert group.score is not None
    assert group.score.chance == 100
    impact = group.criteria["impact"]
    assert impact is not None
    assert impact.chance == 5


@pytest.mark.parametrize(
    ("first", "last", "noise", "verdict"),
    [
        (50, 69, 10, "no change"),
        (50, 70, 10, "better"),
        (70, 50, 10, "worse"),
        (50, 50, 0, "no change"),
        (50, 51, 0, "better"),
        (50, 90, None, None),
    ],
)
def test_a_change_is_more_than_twice_its_noise(
    first: float, last: float, noise: float | None, verdict: str | None
) -> None:
    assert Change(first, last, noise).verdict == verdict


@pytest.mark.parametrize(
    ("count", "basis"), [(1, "baseline"), (2, "direction"), (3, "direction"), (4, "trend")]
)
def test_how_much_so_many_sessions_can_show(count: int, basis: str) -> None:
    (group,) = compare_sessions([rated(2, 3, order=n) for n in range(count)]).groups
    assert group.basis == basis
    assert (group.score is None) == (count == 1)


def test_first_and_last_go_by_time_and_their_noises_are_joined() -> None:
    comparison = compare_sessions([rated(4, 5, order=2), rated(1, 2, order=1)])
    (group,) = comparison.groups
    assert [result.session_id[-1] for result in comparison.results] == ["1", "2"]
    assert group.score == Change(30, 90, noise=14.14)  # each ± 10
    assert group.score.verdict == "better"
    assert group.criteria["impact"] == Change(1.5, 4.5, noise=0.71)
    assert set(group.better) == {*WEIGHTS, TEAMWORK}


def test_coaches_and_models_are_never_joined() -> None:
    comparison = compare_sessions(
        [
            rated(1, 2, order=1),
            rated(4, 5, order=2, coach="openai", model="a"),
            rated(4, 5, order=3, coach="openai", model="b"),
        ]
    )
    assert comparison.has_mixed_coaches
    assert [group.basis for group in comparison.groups] == ["baseline"] * 3
    assert all(group.score is None for group in comparison.groups)


def for_job(title: str, *means: int, order: int, **fields: Any) -> Interview:
    interview = rated(*means, order=order, **fields)
    interview.job_title, interview.job_description_text = title, None
    return interview


def test_each_line_of_work_has_a_series_of_its_own() -> None:
    comparison = compare_sessions(
        [
            for_job("Staff Nurse", 1, 2, order=1),
            for_job("Sous Chef", 4, 5, order=2),
            for_job("Senior Staff Nurse", 3, 4, order=3),
        ]
    )
    assert [[result.session_id[-1] for result in own.results] for own in comparison.series] == [
        ["1", "3"],
        ["2"],
    ]
    assert [group.basis for group in comparison.groups] == ["direction", "baseline"]
    assert all(own.is_one_line for own in comparison.series)


def test_named_sessions_for_different_jobs_show_no_change() -> None:
    sessions = [for_job("Staff Nurse", 1, 2, order=n) for n in (1, 2, 3)]
    sessions.append(for_job("Sous Chef", 4, 5, order=4))
    (series,) = compare_sessions(sessions, is_named=True).series
    (group,) = series.groups
    assert not series.is_one_line
    assert len(series.results) == len(group.results) == 4
    assert (group.basis, group.score, group.noise) == (None, None, None)
    assert set(group.criteria.values()) == {None}
    assert (group.better, group.worse) == ((), ())
    assert "impact" in [found.topic for found in group.recurring_weaknesses]
    assert "impact" not in [found.topic for found in group.practise_next]  # the latest is strong


def test_sessions_whose_job_is_not_named_are_no_series() -> None:
    sessions = [for_job(NO_TITLE, 1, 2, order=n) for n in range(4)]
    nurse, unknown = compare_sessions([for_job("Staff Nurse", 3, 4, order=9), *sessions]).series[
        ::-1
    ]
    assert (len(nurse.results), nurse.is_one_line) == (1, True)
    assert (len(unknown.results), unknown.is_one_line) == (4, False)
    assert [group.basis for group in unknown.groups] == [None]
    (alone,) = compare_sessions(sessions[:1]).groups
    assert alone.basis == "baseline"


def test_of_named_sessions_one_coach_may_have_rated_one_line_of_work() -> None:
    model = {"coach": "openai", "model": "a"}
    (series,) = compare_sessions(
        [
            for_job("Sous Chef", 4, 5, order=1),
            for_job("Staff Nurse", 1, 2, order=2, **model),
            for_job("Staff Nurse", 3, 4, order=3, **model),
        ],
        is_named=True,
    ).series
    assert not series.is_one_line
    assert [group.basis for group in series.groups] == ["baseline", "direction"]


def test_what_recurs_is_weak_or_strong_in_more_than_half() -> None:
    weak_impact = {**dict.fromkeys(WEIGHTS, 4), "impact": 1}
    sessions = [rated(weak_impact, weak_impact, order=n) for n in (1, 2)] + [rated(4, 4, order=3)]
    (group,) = compare_sessions(sessions).groups
    (weakness,) = group.recurring_weaknesses
    assert (weakness.topic, weakness.count, weakness.of) == ("impact", 2, 3)
    assert TEAMWORK in [strength.topic for strength in group.recurring_strengths]


def test_the_weakest_is_practised_next_and_nothing_where_all_is_strong() -> None:
    (group,) = compare_sessions([rated({**dict.fromkeys(WEIGHTS, 3), "impact": 1})]).groups
    assert group.practise_next[0].topic == "impact"
    assert group.practise_next[0].score == 20
    (strong,) = compare_sessions([rated(4, 5)]).groups
    assert strong.practise_next == ()


def test_a_follow_up_counts_for_the_subject_before_it() -> None:
    interview = rated(5, 1)
    interview.questions[1].kind, interview.questions[1].topic = "follow_up", "result"
    (result,) = compare_sessions([interview]).results
    assert result.subjects[TEAMWORK].value == 60
    assert result.subjects[TEAMWORK].count == 2


def test_what_could_not_be_rated_stands_beside_but_joins_no_group() -> None:
    unrated = rated(3, 3, order=2)
    assert unrated.feedback
    unrated.feedback.interview_score = None
    comparison = compare_sessions([rated(3, 3), unrated])
    assert len(comparison.results) == 2
    assert [group.basis for group in comparison.groups] == ["baseline"]


def test_nothing_to_compare() -> None:
    store = MemoryStore()
    with pytest.raises(SessionMissing):
        load_comparison(store, [])
    store.create(build("An answer."))
    with pytest.raises(Conflict, match="no session has feedback"):
        load_comparison(store, [])
    with pytest.raises(Conflict, match="no feedback yet"):
        load_comparison(store, [build().session_id])


def test_cases_told_agree_with_the_story_bank() -> None:
    interview = rated(4, 4)
    for question, answer in zip(interview.questions, interview.answers, strict=True):
        question.kind, question.topic = "situation", ""
        answer.content = STORY
    (result,) = compare_sessions([interview]).results
    assert (result.all_cases, result.cases.of) == (2, 0)
    (story,) = collect_stories([interview]).stories
    assert len(story.tellings) == result.all_cases
    assert build_comparison_payload(compare_sessions([interview]))["sessions"][0]["cases_told"] == {
        "count": 0,
        "of": 0,
        "rate": None,
        "in_all": 2,
    }


def test_the_report_says_how_large_a_difference_may_be_chance() -> None:
    report = build_comparison_report(compare_sessions([rated(1, 5), rated(3, 5, order=2)]))
    blocks = [b for k in report.blocks for b in (k.blocks if isinstance(k, KeepTogether) else [k])]
    (table,) = (b for b in blocks if isinstance(b, Table) and b.label == "Changes")
    row = dict(zip(table.head, table.rows[0], strict=True))
    assert row["Change"] == "up 20.0"
    assert row["Chance up to"] == "89.4"
    assert row["Verdict"] == "no change"
