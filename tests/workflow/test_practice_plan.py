"""The practice plan: which days, which subjects, and what is due."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.errors import InvalidInput
from interview_cli.models import Interview, PlanSlot
from interview_cli.progress import AskedQuestion, Debrief, PlannedSitting
from interview_cli.render.practice_plan import describe_sittings
from interview_cli.requirements.competencies import load_competencies
from interview_cli.workflow.carry_over import choose_practise
from interview_cli.workflow.plan import plan_interview
from interview_cli.workflow.practice_plan import (
    MAX_SITTINGS,
    choose_due,
    find_due,
    parse_interview_date,
    plan_practice,
    rank_subjects,
    space_days,
    store_plan,
)
from interview_cli.workflow.subjects import Subject
from tests.cases import each
from tests.conftest import JOB
from tests.fakes import MemoryStore
from tests.workflow.interviews import NOW, SESSION, build, store_of
from tests.workflow.test_compare import rated

TODAY = date(2026, 11, 22)
DAY = TODAY + timedelta(days=18)


@given(st.integers(0, 800))
def test_days_are_even_distinct_and_before_the_interview(ahead: int) -> None:
    day = TODAY + timedelta(days=ahead)
    days = space_days(TODAY, day)
    assert days[0] == TODAY
    assert len(days) == min(MAX_SITTINGS, max(1, ahead))
    assert days[-1] < day or ahead == 0
    gaps = {(after - before).days for before, after in pairwise(days)}
    assert not gaps or (min(gaps) >= 1 and max(gaps) - min(gaps) <= 1)


@pytest.mark.parametrize("text", ["2026-11-21", "1999-01-01"])
def test_a_past_day_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="in the past"):
        parse_interview_date(text, TODAY)


@pytest.mark.parametrize("text", ["", "soon", "20261210", "2026-13-01", "2026-W50-4", "10.12.2026"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="not a date"):
        parse_interview_date(text, TODAY)


def test_the_day_itself_is_allowed() -> None:
    assert parse_interview_date(" 2026-11-22 ", TODAY) == TODAY
    (only,) = plan_practice(build(), TODAY, TODAY)
    assert (only.date, only.practise) == (TODAY, "interview")


def with_topics(*topics: str, ratings: tuple[int, ...]) -> Interview:
    interview = rated(*ratings)
    for question, topic in zip(interview.questions, topics, strict=True):
        question.topic = topic
    return interview


def test_the_weakest_comes_first_and_comes_again() -> None:
    interview = with_topics("teamwork", "mistake", "pressure", ratings=(2, 1, 5))
    ranked = rank_subjects(interview)
    assert [one.subject.name for one in ranked[:2]] == ["mistake", "teamwork"]
    assert ranked[-1].subject.name == "pressure"  # what was never asked comes before a strength
    plan = plan_practice(interview, DAY, TODAY)
    assert plan[0].topic == plan[-1].topic == "mistake"
    assert [sitting.practise for sitting in plan] == ["subject"] * 8 + ["interview"]
    topics = [sitting.topic for sitting in plan[:-1]]
    assert all(topics.count(topic) == 2 for topic in topics)
    assert (plan[0].score, plan[0].criterion) == (20, "relevance")


def test_what_is_strong_is_practised_after_all_else() -> None:
    interview = rated(5, 5, 5)
    interview.job_description_text = None
    for question, topic in zip(interview.questions, load_competencies(), strict=False):
        question.topic = topic
    for day in range(9):
        plan = plan_practice(interview, TODAY + timedelta(days=day), TODAY)
        strong = {question.topic for question in interview.questions}
        assert strong.isdisjoint(sitting.topic for sitting in plan)


def noted(*asked: str) -> Interview:
    """Return an interview whose practice foresaw none of these questions of the real one."""
    interview = rated(2, 3)
    questions = [AskedQuestion(content=content) for content in asked]
    interview.debrief = Debrief(created_at=NOW, questions=questions)
    return interview


def test_what_the_real_interview_asked_unforeseen_is_practised_before_other_subjects() -> None:
    asked = ("Tell me about a time you had to win people over.", "What salary do you expect?")
    ranked = rank_subjects(noted(*asked))
    unasked = [own.subject for own in ranked if own.score is None]
    assert unasked[0] == Subject("competency", "influence")
    assert unasked[0] in {
        Subject(sitting.kind, sitting.topic) for sitting in plan_practice(noted(*asked), DAY, TODAY)
    }


@pytest.mark.parametrize(
    ("asked", "extra"),
    [
        ("Tell me about a time you had to win people over.", []),
        ("What salary do you expect?", ["influence"]),
    ],
)
def test_a_copy_asks_about_what_is_due_unless_a_real_question_does(
    asked: str, extra: list[str]
) -> None:
    interview = noted(asked)
    interview.interview_date, interview.planned_at = DAY, interview.finished_at
    interview.practice_plan = [
        PlannedSitting(date=TODAY, practise="subject", kind="competency", topic="influence")
    ]
    slots = choose_practise(store_of(interview), interview, TODAY)
    assert [slot.question for slot in slots] == [asked, *("" for _ in extra)]
    assert [slot.topic for slot in slots[1:]] == extra


def test_without_feedback_the_job_decides() -> None:
    job = JOB.replace("nurse call systems", "access control")
    ranked = rank_subjects(build(job_description_text=job))
    assert all(one.score is None for one in ranked)
    assert "access control" in " ".join(one.subject.name for one in ranked)


def test_what_was_asked_and_not_rated_is_told_from_what_was_not_asked() -> None:
    interview = with_topics("mistake", "pressure", ratings=(1, 2))
    interview.feedback = None
    interview.plan = [PlanSlot(kind="behaviour", topic=n) for n in ("mistake", "deadline")]
    interview.practice_plan = plan_practice(interview, DAY, TODAY)
    described = describe_sittings(interview)
    assert "Dealing with mistakes (asked about, not rated yet)" in described
    assert "Keeping to dates (not asked about yet)" in described


def test_without_documents_there_is_still_a_plan() -> None:
    assert len(plan_practice(build(cv_text=None, job_description_text=None), DAY, TODAY)) == 9


@each("ahead", range(19))
@each(
    "fields",
    [
        {},
        {"cv_text": None, "job_description_text": None},
        {"job_title": "Stargazer", "cv_text": None, "job_description_text": None},
    ],
)
def test_no_sitting_repeats_the_one_before_it_or_its_trade(
    fields: dict[str, str | None], ahead: int
) -> None:
    interview = build(**fields)
    plan = plan_practice(interview, TODAY + timedelta(days=ahead), TODAY)
    interview.practice_plan = plan
    singles = [sitting for sitting in plan if sitting.practise == "subject"]
    areas = [Subject(sitting.kind, sitting.topic).area for sitting in singles]
    assert all(before != after for before, after in pairwise(areas))
    described = describe_sittings(interview)
    assert all(before != after for before, after in pairwise(described))
    assert "again" not in described[0]


def test_both_parts_of_a_trade_have_other_subjects_between_them() -> None:
    topics = ("nursing: methods", "nursing: situations", "mistake", "pressure")
    interview = with_topics(*topics, ratings=(1, 1, 2, 3))
    plan = plan_practice(interview, DAY, TODAY)
    assert [sitting.topic for sitting in plan[:4]] == [
        "nursing: methods",
        "mistake",
        "nursing: situations",
        "pressure",
    ]
    interview.practice_plan = plan
    described = describe_sittings(interview)
    assert described[0] == "Know-how in nursing (20 of 100, lowest on relevance)"
    assert described[4] == "Know-how in nursing, again"
    assert described[8] == "a whole interview; watch: Know-how in nursing"


def planned() -> tuple[MemoryStore, Interview]:
    store = store_of(rated(1, 2, order=1))
    session = "01930001-0000-7000-8000-000000000001"
    return store, store_plan(store, session, DAY, TODAY, NOW)


def practice(finished_at: datetime, company: str = "Acme") -> Interview:
    return build(
        "I did it.",
        questions=1,
        session_id=SESSION[:-1] + "9",
        company_name=company,
        finished_at=finished_at,
    )


@pytest.mark.parametrize(
    ("finished", "company", "is_due"),
    [
        (timedelta(hours=-1), "Acme", True),  # before the plan was made
        (timedelta(hours=2), "Acme", False),
        (timedelta(hours=2), "Other", True),
    ],
)
def test_a_sitting_is_due_until_an_interview_for_the_job_is_held(
    finished: timedelta, company: str, is_due: bool
) -> None:
    store, interview = planned()
    store.create(practice(NOW + finished, company))
    due = choose_due(interview, store.summaries().summaries, TODAY)
    assert (due is not None) == is_due


def test_what_was_missed_is_not_made_up_for() -> None:
    store, interview = planned()
    (due,) = find_due(store, TODAY + timedelta(days=5))
    assert due.sitting == interview.practice_plan[2]
    assert find_due(store, DAY + timedelta(days=1)) == []


def test_a_copy_of_a_planned_session_asks_about_what_is_due() -> None:
    store, interview = planned()
    slots = choose_practise(store, interview, TODAY)
    assert [(slot.kind, slot.topic) for slot in slots] == [("behaviour", "teamwork")]
    copy = build(questions=4, practise=[slot.model_dump() for slot in slots])
    assert slots[0] in plan_interview(copy)


def test_what_is_to_be_practised_takes_the_place_of_what_can_give_way() -> None:
    def plan(count: int, **fields: Any) -> list[PlanSlot]:
        return plan_interview(build(questions=8, **fields))

    wanted = [{"kind": "behaviour", "topic": "", "question": f"Question {n}?"} for n in range(3)]
    slots = plan(8, practise=wanted)
    assert [slot.question for slot in slots if slot.question] == [w["question"] for w in wanted]
    assert (slots[0].kind, slots[-1].kind) == ("opener", "closing")
    many = [{"kind": "behaviour", "topic": "", "question": f"Question {n}?"} for n in range(20)]
    assert all(slot.question for slot in plan(8, practise=many))


def test_the_plan_is_stored_with_its_day() -> None:
    _, interview = planned()
    assert interview.interview_date == DAY
    assert interview.planned_at == NOW.astimezone(UTC)
