"""Questions on the duties that an ad names."""

import pytest

from benchmarks.ratings import create_facts
from interview_cli.coach.offline.questions import compose_question
from interview_cli.models import PlanSlot
from interview_cli.vocabulary import Level, QuestionKind

AD = "Your tasks\n- Wash the pots\n- Sweep the floors\n- Peel swedes\n"
COOK = "EXPERIENCE\nCook, Holm House, 2012 - present\n- Cooked for forty"
CARER = "EXPERIENCE\nCare assistant, Holm House, 2021 - present\n- Washed and dressed residents"


def ask(cv: str, kind: QuestionKind, *, ad: str = AD, level: Level = "mid") -> str:
    facts = create_facts(title="Cook", level=level, job=ad, cv_text=cv)
    return compose_question(facts, PlanSlot(kind=kind, topic="washing the pots"))


@pytest.mark.parametrize("kind", ["situation", "requirement"])
@pytest.mark.parametrize("cv", [COOK, CARER])
def test_a_duty_stands_in_the_question(cv: str, kind: QuestionKind) -> None:
    assert "washing the pots" in ask(cv, kind)


@pytest.mark.parametrize("kind", ["situation", "requirement"])
@pytest.mark.parametrize("cv", [COOK, CARER])
def test_nothing_says_that_somebody_does_it_now(cv: str, kind: QuestionKind) -> None:
    asked = ask(cv, kind)
    assert "do you" not in asked
    assert asked.startswith(("Part of this job", "The ad mentions", "What matters most"))


def test_who_is_to_lead_is_not_asked_how_much_they_have_done() -> None:
    assert "How much" not in ask(COOK, "situation", level="lead")


def test_somebody_who_is_to_be_taught_is_asked_what_comes_closest() -> None:
    assert "comes closest" in ask(CARER, "situation", ad=f"{AD}\nNo experience is needed.\n")
