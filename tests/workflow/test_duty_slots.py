"""Duties of the ad in the place of questions that fit any job."""

from collections.abc import Sequence
from datetime import UTC, datetime

from interview_cli.coach.offline.questions import compose_question
from interview_cli.models import Interview, PlanSlot
from interview_cli.workflow.duty_slots import ask_of_this_work
from interview_cli.workflow.interview import collect_facts

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
TITLE = "Sluice attendant"
CV = """EXPERIENCE
Bus driver, Holm Coaches, 2015 - 2019
Shop assistant, Holm Stores, 2015 - 2019
"""
UNTITLED_CV = "EXPERIENCE\nHolm Rivers, 2011 - 2020\n"
"""It does not say what somebody did, nor that it was work of another kind."""
DUTY = "repairing pumps and valves"
ANY_JOB = PlanSlot(kind="requirement", topic=TITLE)
ON_THE_JOB = PlanSlot(kind="situation", topic="daily_work: methods")
OF_TRADE = PlanSlot(kind="situation", topic="plumbing: methods")
PAST_WORK = PlanSlot(kind="behaviour", topic="daily_work: situations")


def plan(
    slots: Sequence[PlanSlot],
    *duties: str,
    spare: Sequence[PlanSlot] = (),
    company: str = "Acme",
    cv: str = UNTITLED_CV,
) -> list[PlanSlot]:
    job = "\n".join(["Your tasks", *(f"- {duty}" for duty in duties)])
    interview = Interview(
        session_id="01930001-0000-7000-8000-000000000001",
        created_at=NOW,
        last_updated=NOW,
        job_title=TITLE,
        company_name=company,
        cv_text=cv,
        job_description_text=job,
    )
    changed = ask_of_this_work(list(slots), interview, spare)
    assert interview.messages == []
    facts = collect_facts(interview)
    for slot in changed:
        assert slot in (*slots, *spare) or slot.topic in compose_question(facts, slot)
    return changed


def test_a_question_on_the_cv_takes_up_a_duty_and_stays() -> None:
    for cv in (CV, UNTITLED_CV):
        slots = [ANY_JOB, ON_THE_JOB]
        assert plan(slots, "Repair pumps and valves", cv=cv) == slots


def test_a_duty_stands_for_a_question_on_the_job_as_such() -> None:
    assert plan([ON_THE_JOB], "Repair pumps and valves") == [PlanSlot(kind="situation", topic=DUTY)]


def test_at_most_two_duties_are_asked_about() -> None:
    duties = ("Repair pumps and valves", "Train divers and skippers", "Test cranes and winches")
    changed = plan([ON_THE_JOB, ANY_JOB, ON_THE_JOB], *duties)
    assert sum(slot in (ANY_JOB, ON_THE_JOB) for slot in changed) == 1


def test_spare_questions_of_the_trade_come_before_duties() -> None:
    changed = plan([ON_THE_JOB, ON_THE_JOB], "Repair pumps and valves", spare=[OF_TRADE])
    assert changed == [OF_TRADE, PlanSlot(kind="situation", topic=DUTY)]


def test_a_spare_question_stands_for_no_other() -> None:
    slots = [PlanSlot(kind="opener", topic=TITLE), PAST_WORK]
    assert plan(slots, spare=[OF_TRADE]) == slots


def test_the_name_of_the_company_is_no_work() -> None:
    motivation = PlanSlot(kind="motivation", topic=TITLE)
    changed = plan([ON_THE_JOB, motivation], "Repair pumps and valves", company="Pumps & Valves")
    assert changed[0].topic == DUTY


def test_chores_change_nothing() -> None:
    slots = [ANY_JOB, ON_THE_JOB]
    assert plan(slots, "Keep your bench tidy", "Answer the phone") == slots


def test_other_questions_stay() -> None:
    slots = [PlanSlot(kind="opener", topic=TITLE), PAST_WORK, PlanSlot(kind="closing", topic=TITLE)]
    assert plan(slots, "Repair pumps and valves") == slots


def test_what_a_gap_asks_is_not_asked_again() -> None:
    slots = [PlanSlot(kind="gap", topic="experience of repairing pumps"), ANY_JOB]
    assert plan(slots, "Repair pumps and valves", "Experience of repairing pumps") == slots
