"""What a question on the CV asks of the work itself: an event of the trade, or a task."""

from benchmarks.ratings import create_facts, create_question
from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.offline.questions import compose_question
from interview_cli.coach.offline.work_in_cv import find_event
from interview_cli.models import PlanSlot
from interview_cli.trades.trades import load_trade
from tests.cases import each

CARE_AD = "Care Assistant\n\nYour duties\n- Help residents wash and dress\n- Write daily notes"
CARE_CV = "Experience\n\n{title}, {place}, {years}\n- Looked after twelve people a shift"
OFFICE_CV = "Experience\n\nOffice clerk, Brook & Sons, 2015 - now\n- Sorted the post and the files"


def _ask_on_cv(facts: Facts) -> str:
    return compose_question(facts, PlanSlot(kind="requirement", topic=facts.job_title))


def _create_facts(cv: str, *, title: str = "Care Assistant", seed: str = "s") -> Facts:
    facts = create_facts(title=title, level="mid", job=CARE_AD, cv_text=cv)
    return facts._replace(year=2026, seed=seed)


def _add_asked(facts: Facts, *questions: str) -> Facts:
    exchanges = [
        Exchange(number, create_question("opener", text, ""), "", skipped=True)
        for number, text in enumerate(questions, 1)
    ]
    return facts._replace(exchanges=tuple(exchanges))


@each(
    ("title", "years", "said"),
    [
        ("Care assistant", "2019 - now", "as a care assistant when "),
        ("Care assistant", "2019 - 2025", "as a care assistant when "),
        ("Home carer", "2019 - now", "as a home carer when "),
    ],
)
def test_who_has_done_the_work_is_asked_about_an_event_of_it(
    title: str, years: str, said: str
) -> None:
    cv = CARE_CV.format(title=title, place="Holm House", years=years)
    question = _ask_on_cv(_create_facts(cv))
    trade = load_trade("care")
    assert trade is not None
    assert said in question
    assert any(event.text in question for event in trade.events)


def test_a_present_job_is_not_named_twice() -> None:
    facts = _create_facts(CARE_CV.format(title="Care assistant", place="Holm", years="2019 - now"))
    opener = PlanSlot(kind="opener", topic=facts.job_title)
    asked = _add_asked(facts, compose_question(facts, opener))
    assert " a time in your present job when " in _ask_on_cv(asked)
    own = asked._replace(cv_text=f"{asked.cv_text}\n- Self-employed, for eight families")
    assert " a time at work when " in _ask_on_cv(own)


def test_sessions_ask_about_different_events() -> None:
    cv = CARE_CV.format(title="Care assistant", place="Holm", years="2019 - now")
    events = {find_event(_create_facts(cv, seed=str(seed)), "care assistant") for seed in range(9)}
    assert len(events) >= 4


def test_an_event_is_of_the_post_that_somebody_had() -> None:
    cv = CARE_CV.format(title="Care coordinator", place="Holm", years="2019 - now")
    facts = [_create_facts(cv, seed=str(seed)) for seed in range(9)]
    asked = {find_event(each_facts, "care coordinator") for each_facts in facts}
    assert "somebody you looked after refused help" not in asked
    assert None not in asked


def test_of_events_one_is_asked_about() -> None:
    facts = _create_facts(CARE_CV.format(title="Care assistant", place="Holm", years="2019 - now"))
    asked = _add_asked(facts, _ask_on_cv(facts))
    assert find_event(asked, "care assistant") is None


def test_who_comes_from_other_work_is_asked_about_a_duty_of_the_ad() -> None:
    question = _ask_on_cv(_create_facts(OFFICE_CV))
    assert "helping residents wash and dress" in question or "writing daily notes" in question


@each(
    ("told", "is_asked"),
    [("You help people to wash and dress", True), ("You help people with all they need", False)],
)
def test_a_task_of_the_trade_is_asked_about_if_the_ad_names_it(told: str, is_asked: bool) -> None:
    ad = f"Care Assistant\n\nYour duties\n- Answer the phone\n- {told}"
    question = _ask_on_cv(_create_facts(OFFICE_CV)._replace(job_text=ad))
    assert ("wash and dress" in question) is is_asked


def test_an_event_of_the_very_post_comes_before_those_of_the_trade() -> None:
    cv = "Experience\n\nMedical coder, Holm Hospital, 2019 - now\n- Coded outpatient visits"
    facts = create_facts(title="Medical Coder", level="mid", job="You code visits.", cv_text=cv)
    facts = facts._replace(year=2026)
    events = {find_event(facts._replace(seed=str(seed)), "medical coder") for seed in range(9)}
    assert events == {"a record lacked what you needed to code it"}


def test_a_recruiter_asks_nothing_that_only_the_trade_knows() -> None:
    cv = CARE_CV.format(title="Care assistant", place="Holm", years="2019 - now")
    question = _ask_on_cv(_create_facts(cv)._replace(round="recruiter"))
    assert " when " not in question


@each(("title", "cv_title"), [("Welder", "Care assistant"), ("Care Assistant", "Bus driver")])
def test_no_event_of_another_trade_is_asked_about(title: str, cv_title: str) -> None:
    cv = CARE_CV.format(title=cv_title, place="Holm", years="2019 - now")
    facts = _create_facts(cv, title=title)
    assert find_event(facts, cv_title.lower()) is None


def test_a_task_that_the_ad_does_not_name_is_not_said_to_be_of_the_job() -> None:
    ad = "Care Assistant\n\nWe are a friendly team in a quiet street."
    question = _ask_on_cv(_create_facts(OFFICE_CV)._replace(job_text=ad))
    assert question.startswith("What experience do you have of ")
    assert "this job" not in question


def test_an_event_with_people_whom_the_ad_does_not_name_comes_last() -> None:
    cv = "Experience\n\nDiesel mechanic, Lowry Coaches, 2019 - now\n- Brakes and engines"
    ad = "Diesel Mechanic\n\n- Service our own trucks\n- Find faults"
    facts = create_facts(title="Diesel Mechanic", level="mid", job=ad, cv_text=cv)
    facts = facts._replace(year=2026)
    events = {find_event(facts._replace(seed=str(seed)), "diesel mechanic") for seed in range(12)}
    assert len(events) > 1
    assert not any("customer" in (event or "") for event in events)
