"""Word questions on the duties that an ad names."""

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.bank import load_bank
from interview_cli.coach.offline.newcomers import is_new_to_work, is_to_be_taught
from interview_cli.requirements.cv_support import find_cv_support
from interview_cli.requirements.requirement import Requirement
from interview_cli.requirements.wanted import Wanted
from interview_cli.vocabulary import QuestionKind

_DUTY = "{duty}"


def find_duty_wordings(facts: Facts, duty: str, kind: QuestionKind) -> list[str]:
    """Return the wordings for a duty that do not begin as an earlier question does.

    A situation asks what somebody does or would do, any other kind what they have done.
    """
    wordings: list[str] = load_bank()["duty"][_choose_form(facts, duty, kind)]
    asked = [exchange.question.content for exchange in facts.exchanges]
    return [
        wording
        for wording in wordings
        if not any(question.startswith(wording.partition(_DUTY)[0]) for question in asked)
    ] or wordings


def _choose_form(facts: Facts, duty: str, kind: QuestionKind) -> str:
    if is_to_be_taught(facts):
        return "taught"
    is_shown = shows_duty(facts.cv_text, duty)
    if kind == "situation":
        return "practice" if is_shown else "plan"
    return "shown" if is_shown else "new" if is_new_to_work(facts) else "near"


def shows_duty(cv_text: str, duty: str) -> bool:
    """Return whether a line of a CV supports a duty."""
    wanted = Wanted.of_duty(Requirement(duty, duty, is_must=False))
    line, _ = find_cv_support(wanted, cv_text)
    return line is not None
