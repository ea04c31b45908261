"""Choose questions on a job as such, whatever its trade, and on past work."""

from collections.abc import Iterable

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.company_names import works_for
from interview_cli.coach.offline.newcomers import (
    has_led,
    is_new_to_work,
    is_to_be_taught,
    steps_up,
)
from interview_cli.english.rules import load_rules
from interview_cli.english.words import content_stems
from interview_cli.requirements.cv_roles import find_roles
from interview_cli.requirements.cv_work import find_work
from interview_cli.trades.topics import TradePart
from interview_cli.trades.trades import Applicant, TradeText, load_daily_work

_NEAR_WORDS, _NEAR_SHARE = 2, 1 / 3
"""Readers called 30 of 1,900 questions of trades nearly what was asked before; most had so much in
common with it."""


def find_job_questions(facts: Facts, part: TradePart) -> list[str]:
    """Return the questions that fit the level and the applicant, without those that were asked.

    When all of a part was asked, the other part serves; then what an earlier interview asked.
    """
    trade = load_daily_work()
    questions, cases = _fit(trade.questions, facts), _fit(trade.situations, facts)
    asked = {exchange.question.content for exchange in facts.exchanges}
    first, second = (cases, questions) if part == "situations" else (questions, cases)
    fresh = [[text for text in texts if text not in asked] for texts in (first, second)]
    new = [[text for text in texts if text not in facts.asked_before] for texts in fresh]
    return next(filter(None, [*new, *fresh]), first or second)


def drop_asked_subjects(wordings: list[str], asked: Iterable[str]) -> list[str]:
    """Return the wordings of subjects that were not asked about, or all if there are none."""
    subjects = frozenset[str]().union(*map(find_subjects, asked))
    return [each for each in wordings if subjects.isdisjoint(find_subjects(each))] or wordings


def drop_near(wordings: list[str], asked: Iterable[str]) -> list[str]:
    """Return the wordings that are not nearly what was asked, or all if there are none."""
    asked_stems = list(map(content_stems, asked))
    return [each for each in wordings if not _is_near(content_stems(each), asked_stems)] or wordings


def _is_near(stems: frozenset[str], asked: Iterable[frozenset[str]]) -> bool:
    """Return whether two words, and a third of the shorter question, were asked in another."""
    return any(
        len(stems & other) >= max(_NEAR_WORDS, min(len(stems), len(other)) * _NEAR_SHARE)
        for other in asked
    )


def find_subjects(question: str) -> frozenset[str]:
    """Return what a general question is about, by the names in `subjects.toml`."""
    rules = load_rules("interview_cli.coach.offline", "subjects.toml")
    return frozenset(name for name in rules if rules[name].pattern.search(question))


def _fit(texts: Iterable[TradeText], facts: Facts) -> list[str]:
    kinds = _find_kinds(facts)
    is_taught = is_to_be_taught(facts)
    return [
        text.text
        for text in texts
        if ("trainee" in text.stages if is_taught else text.is_for(facts.level))
        and kinds.issuperset(text.only_for)
    ]


def _find_kinds(facts: Facts) -> frozenset[Applicant]:
    """Return what a question may presume of an applicant."""
    is_kind: dict[Applicant, bool] = {
        "outsiders": not works_for(facts.company_name, facts.cv_text, facts.job_text),
        "practised": not is_new_to_work(facts),
        "employed": bool(find_roles(facts.cv_text) or find_work(facts.cv_text)),
        "leaders": has_led(facts) and not steps_up(facts),
    }
    return frozenset(kind for kind, holds in is_kind.items() if holds)
