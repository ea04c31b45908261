"""What a model may ask next, and what it may not, in whole interviews of many trades."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.llm.question_check import QuestionCheck
from interview_cli.coach.llm.question_cleaning import clean_question
from interview_cli.models import PlanSlot, Question
from interview_cli.vocabulary import QuestionKind
from tests.cases import each
from tests.fakes import facts_of

INTERVIEWS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("interviews.toml").read_text(encoding="utf-8")
)
KINDS: tuple[QuestionKind, ...] = ("opener", "behaviour")


def parse_facts(interview: dict[str, Any]) -> Facts:
    exchanges = (
        Exchange(
            number,
            Question.model_construct(content=question, kind=kind, topic="x"),
            answer,
            skipped=False,
        )
        for number, (kind, (question, answer)) in enumerate(
            zip(KINDS, interview["turns"], strict=True), 1
        )
    )
    return facts_of(
        *exchanges,
        job_title=interview["title"],
        company_name="",
        job_text=interview["job"],
        cv_text=interview["cv"],
        year=2026,
    )


def find_fault(name: str, kind: QuestionKind, question: str) -> str | None:
    facts = parse_facts(INTERVIEWS[name])
    return QuestionCheck(facts, PlanSlot(kind=kind, topic="x")).find_fault(question)


def list_good() -> Iterator[tuple[str, str, str]]:
    for name, interview in INTERVIEWS.items():
        for kind, questions in interview["good"].items():
            yield from ((name, kind, question) for question in questions)


MISSED = (
    "Why are you looking for a position in which you lead people yourself?",
    "Think of an evening when the kitchen lost control. What happened and what did you do?",
)
"""Repeats that the fit does not tell: it is set so that hardly any good question is refused."""


def list_refused() -> Iterator[tuple[str, str, str, str]]:
    for name, interview in INTERVIEWS.items():
        for fault, by_kind in interview["refused"].items():
            for kind, questions in by_kind.items():
                told = (question for question in questions if question not in MISSED)
                yield from ((name, fault, kind, question) for question in told)


@each(("name", "kind", "question"), list_good)
def test_a_good_question_is_kept_as_it_is(name: str, kind: QuestionKind, question: str) -> None:
    assert clean_question(question) == question
    assert find_fault(name, kind, question) is None


@each(("name", "fault", "kind", "question"), list_refused)
def test_a_bad_question_is_refused(
    name: str, fault: str, kind: QuestionKind, question: str
) -> None:
    assert find_fault(name, kind, question) == fault


def test_a_private_matter_may_be_that_of_others() -> None:
    question = "How do you plan a close when colleagues fast in Ramadan?"
    assert find_fault("accountant", "requirement", question) is None


def test_a_private_matter_may_be_that_of_the_job() -> None:
    interview = INTERVIEWS["nurse"]
    job = f"{interview['job']}\nYou plan meals and medicines in Ramadan."
    facts = parse_facts(interview | {"job": job})
    check = QuestionCheck(facts, PlanSlot(kind="requirement", topic="x"))
    assert check.find_fault("How do you plan medicines in Ramadan?") is None
