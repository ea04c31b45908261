"""Word questions on the duties that an ad names."""

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.bank import load_bank
from interview_cli.coach.offline.newcomers import is_to_be_taught


def find_duty_wordings(facts: Facts) -> list[str]:
    """Return the wordings for a duty: what somebody has done of it, or how they would learn it.

    They hold for those who have done such work and for those who have not.
    """
    return list(load_bank()["duty"]["taught" if is_to_be_taught(facts) else "case"])
