"""Word the questions on papers that a job asks for and a CV does not show."""

from interview_cli.coach.offline.bank import load_bank
from interview_cli.requirements.paper_families import Kin, find_kin
from interview_cli.requirements.paper_needs import takes_will
from interview_cli.requirements.paper_status import find_status, names_which
from interview_cli.requirements.requirement import Requirement


def find_paper_wordings(
    requirement: Requirement, phrase: str, cv_text: str
) -> tuple[list[str], dict[str, str]]:
    """Return wordings for a paper that a requirement asks for as `phrase`, and their fields."""
    if takes_will(requirement):
        return load_bank()["gap_paper"]["willing"], {"asked": phrase}
    if not names_which(phrase):
        phrase = requirement.topic
    kin = find_kin(requirement, cv_text)
    return _word_paper(find_status(requirement, cv_text), phrase, kin)


def _word_paper(status: str, phrase: str, kin: Kin | None) -> tuple[list[str], dict[str, str]]:
    """Return the wordings for a paper; `kin` is one of its family that the CV names instead."""
    forms = load_bank()["gap_paper"]
    if kin is None:
        return forms[status if status in forms else "without"], {"asked": phrase}
    if kin.is_to_come:
        return forms["to_come"], {"asked": phrase}
    if kin.name is None:
        return forms["unnamed_kin"], {"asked": phrase}
    return forms["kin"], {"asked": phrase, "own": kin.name}
