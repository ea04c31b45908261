"""Questions on the duties that an ad names."""

from datetime import UTC, datetime

import pytest

from benchmarks.ratings import create_facts
from interview_cli.coach.base import Exchange
from interview_cli.coach.offline.questions import compose_question
from interview_cli.models import PlanSlot, Question
from interview_cli.vocabulary import Level, QuestionKind

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
AD = "Your tasks\n- Wash the pots\n- Sweep the floors\n- Peel swedes\n"
COOK = "EXPERIENCE\nCook, Holm House, 2012 - present\n- Cooked for forty"
DRIVER = "EXPERIENCE\nVan driver, Holm Parcels, 2015 - present\n- Delivered parcels by route sheet"
CARER = "EXPERIENCE\nCare assistant, Holm House, 2021 - present\n- Washed and dressed residents"


def ask(cv: str, kind: QuestionKind, *, ad: str = AD, level: Level = "mid") -> str:
    facts = create_facts(title="Cook", level=level, job=ad, cv_text=cv)
    return compose_question(facts, PlanSlot(kind=kind, topic="washing the pots"))


@pytest.mark.parametrize("kind", ["situation", "requirement"])
@pytest.mark.parametrize("cv", [COOK, CARER])
def test_a_duty_stands_in_the_question(cv: str, kind: QuestionKind) -> None:
    assert "washing the pots" in ask(cv, kind)


def test_a_situation_asks_what_somebody_would_do() -> None:
    assert any(words in ask(COOK, "situation") for words in ("would you", "you'd do that"))


def test_who_has_had_such_a_job_is_asked_for_their_experience() -> None:
    assert "your experience of that" in ask(COOK, "requirement")


def test_what_comes_close_is_asked_of_who_comes_from_other_work() -> None:
    asked = ask(DRIVER, "requirement")
    assert any(words in asked for words in ("have you done so far?", "closest to that?"))


def test_what_the_cv_shows_is_presumed() -> None:
    asked = ask(f"{COOK}\n- Washed the pots", "requirement")
    assert any(words in asked for words in ("your experience of that", "up to now"))


def test_what_the_cv_shows_is_asked_about_as_it_is_done() -> None:
    asked = ask(f"{COOK}\n- Washed the pots", "situation")
    assert any(words in asked for words in ("do you usually", "how you do that"))


def test_somebody_who_is_to_be_taught_is_asked_what_they_have_seen() -> None:
    asked = ask(DRIVER, "requirement", ad=f"{AD}\nNo experience is needed.\n")
    assert any(words in asked for words in ("seen or done", "be careful about"))


def test_two_duties_are_asked_about_in_two_ways() -> None:
    facts = create_facts(title="Cook", level="mid", job=AD, cv_text=COOK)
    first, second = "washing the pots", "peeling swedes"
    for seed in map(str, range(8)):
        seeded = facts._replace(seed=seed)
        asked = compose_question(seeded, PlanSlot(kind="requirement", topic=first))
        question = Question(content=asked, timestamp=NOW, kind="requirement", topic=first)
        after = seeded._replace(exchanges=(Exchange(1, question, "", skipped=True),))
        again = compose_question(after, PlanSlot(kind="situation", topic=second))
        assert asked.split()[:2] != again.split()[:2]
