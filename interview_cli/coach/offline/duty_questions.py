"""Word questions on the duties that an ad names."""

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.bank import load_bank
from interview_cli.coach.offline.newcomers import is_to_be_taught
from interview_cli.trades.trades import STAGES


def find_duty_wordings(facts: Facts) -> list[str]:
    """Return the wordings for a duty: what somebody has done of it, or how they would learn it.

    They hold for those who have done such work and for those who have not. Who is to lead is not
    asked how much of it they have done.
    """
    is_leading = STAGES[facts.level] == "leading"
    form = "taught" if is_to_be_taught(facts) else "leading" if is_leading else "case"
    return list(load_bank()["duty"][form])
