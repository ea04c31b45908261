"""Tell how much a job depends on a paper that its ad asks for."""

from interview_cli.english.rules import Rules
from interview_cli.requirements.requirement import Requirement

_RULES = Rules("interview_cli.requirements", "evidence.toml")

_BY_LAW, _OTHER, _BESIDE = range(3)


def rank_paper(requirement: Requirement) -> int:
    """Return how much the work depends on a paper, from 0; 1 for what is no paper.

    0: without it the law or the trade forbids the work; 2: a paper beside the work, such as a
    driving licence.
    """
    if not requirement.is_paper:
        return _OTHER
    if _RULES.pattern("side_paper").search(requirement.text):
        return _BESIDE
    return _BY_LAW if _RULES.pattern("by_law").search(requirement.text) else _OTHER


def takes_will(requirement: Requirement) -> bool:
    """Return whether an ad takes the will to get a paper without which the work is forbidden.

    Or whether it takes studying towards the paper of a profession.
    """
    is_open = _RULES.is_found("takes_will", requirement.text)
    takes_study = _RULES.is_found("takes_study", requirement.text)
    return takes_study or (is_open and rank_paper(requirement) == _BY_LAW)
