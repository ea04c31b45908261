"""The first question goes straight into the work where the trade is known."""

from benchmarks.ratings import create_facts
from interview_cli.coach.base import Facts
from interview_cli.coach.offline.questions import compose_question
from interview_cli.models import PlanSlot
from interview_cli.trades.trades import load_trade
from interview_cli.vocabulary import QuestionKind
from tests.cases import each

WAITER_CV = "Experience\n\nWaiter, Trattoria Uno, {years}\n- Ten tables a night"
CLERK_CV = "Experience\n\nAccounts clerk, Hill & Co, 2019 - now\n- Posted invoices"
WAITER_AD = "Waiter\n\n- Take orders and serve food\n- Look after guests"


def _create_facts(cv: str, *, title: str = "Waiter", ad: str = WAITER_AD) -> Facts:
    facts = create_facts(title=title, level="mid", job=ad, cv_text=cv)
    return facts._replace(year=2026, company_name="Casa Lina")


def _ask(facts: Facts, kind: QuestionKind) -> set[str]:
    slot = PlanSlot(kind=kind, topic=facts.job_title)
    return {compose_question(facts._replace(seed=str(seed)), slot) for seed in range(12)}


@each("years", ["2019 - now", "2019 - 2025"])
def test_who_has_done_the_work_tells_of_a_stretch_of_it(years: str) -> None:
    trade = load_trade("serving")
    assert trade is not None
    stretches = [text.text for text in trade.stretches if "waiters" in text.posts]
    for question in _ask(_create_facts(WAITER_CV.format(years=years)), "opener"):
        assert "as a waiter" in question
        assert any(stretch in question for stretch in stretches)


def test_a_job_of_long_ago_is_no_way_into_the_work() -> None:
    cv = WAITER_CV.format(years="2008 - 2010")
    assert not any("through a busy evening" in each for each in _ask(_create_facts(cv), "opener"))


@each("years", ["2019 - now", "2019 - 2025"])
def test_who_comes_from_other_work_is_not_asked_for_a_stretch(years: str) -> None:
    cv = CLERK_CV.replace("2019 - now", years)
    assert not any("through a busy evening" in each for each in _ask(_create_facts(cv), "opener"))


def test_a_recruiter_names_no_work_of_the_trade() -> None:
    facts = _create_facts(WAITER_CV.format(years="2019 - now"))._replace(round="recruiter")
    assert not any("busy evening" in each for each in _ask(facts, "opener"))


def test_who_works_here_already_goes_straight_to_the_work() -> None:
    cv = "INTERNAL APPLICATION\n\n" + WAITER_CV.format(years="2019 - now")
    facts = _create_facts(cv)._replace(company_name="Trattoria Uno")
    assert _ask(facts, "opener") == {
        "You already work for us, so let's go straight to the work. "
        "Take me through a busy evening from the first guest to the last."
    }


@each(
    ("title", "said"),
    [
        ("Casual waiter", "as a waiter"),
        ("Part-time waiter", "as a waiter"),
        ("Waiter + barista", "as a waiter and barista"),
    ],
)
def test_a_title_is_said_without_its_contract_and_signs(title: str, said: str) -> None:
    cv = f"Experience\n\n{title}, Trattoria Uno, 2019 - now\n- Ten tables a night"
    assert all(said in question for question in _ask(_create_facts(cv), "opener"))
