"""Tell what a CV lacks of what a job ad asks for."""

from collections.abc import Iterable, Iterator
from datetime import date

from interview_cli.papers.recognition import find_known_papers
from interview_cli.requirements.cv_evidence import judge_evidence, may_mention
from interview_cli.requirements.known_in_cv import read_known_paper
from interview_cli.requirements.open_papers import is_open, is_told_open, name_subject
from interview_cli.requirements.paper_demands import is_put_off
from interview_cli.requirements.paper_families import find_kin
from interview_cli.requirements.paper_marks import is_demanded
from interview_cli.requirements.requirement import Requirement


def is_lacking(requirement: Requirement, ad: str, cv: str, day: date) -> bool:
    """Return whether a CV leaves open a paper that the ad demands, or does not mention anything
    else."""
    if requirement.is_paper:
        if is_told_open(requirement, cv, day):
            is_asked = not is_put_off(requirement.topic, ad)
        else:
            known = read_known_paper(requirement, cv, day)
            is_named = requirement.is_stressed and known is not None and known.is_sure
            is_asked = is_named or is_demanded(requirement, ad)
        is_lost = is_asked and is_open(requirement, cv, day)
        return is_lost and not _may_be_held(requirement, cv, day)
    return judge_evidence(requirement, cv) == "absent" and not may_mention(requirement, cv)


def drop_repeats(
    requirements: Iterable[Requirement], ad: str, cv: str, day: date
) -> Iterator[Requirement]:
    """Yield requirements without those on a paper of which the CV lacks another wording already."""
    subjects: set[str] = set()
    for requirement in requirements:
        is_asked = requirement.is_paper and requirement.is_must and requirement.is_plain
        if is_asked and is_lacking(requirement, ad, cv, day):
            subject = name_subject(requirement, cv, day)
            if subject in subjects:
                continue
            subjects.add(subject)
        yield requirement


def _may_be_held(requirement: Requirement, cv: str, day: date) -> bool:
    """Return whether a CV names a paper of the family, and the catalogue does not know it.

    Readers found that such a paper was the one that the ad asks for, in four cases of five.
    """
    known = read_known_paper(requirement, cv, day)
    kin = None if known and known.own else find_kin(requirement, cv, day)
    if kin is None or kin.is_to_come:
        return False
    # Of two papers that are both known it is clear that one is not the other.
    is_clear = known is not None and known.is_sure and bool(find_known_papers(kin.text))
    return not is_clear
