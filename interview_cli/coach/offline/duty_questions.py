"""Word questions on the duties that an ad names."""

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.bank import load_bank
from interview_cli.coach.offline.newcomers import is_to_be_taught
from interview_cli.vocabulary import QuestionKind


def find_duty_wordings(facts: Facts, kind: QuestionKind) -> list[str]:
    """Return the wordings for a duty: how it is done, or for a `requirement` what was done of it.

    They hold for those who have done such work and for those who have not.
    """
    entry = load_bank()["duty"]
    if is_to_be_taught(facts):
        return list(entry["how_taught"])
    return list(entry["case" if kind == "requirement" else "how"])
