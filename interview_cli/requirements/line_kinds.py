"""Tell what a line of a CV can support by its kind: an address no diploma, a degree no work."""

from functools import lru_cache

from interview_cli.english.rules import Rules
from interview_cli.english.years import find_years_asked
from interview_cli.requirements.cv_sections import read_sections
from interview_cli.requirements.driving_licences import asks_for_driving
from interview_cli.requirements.shared_words import share_words
from interview_cli.requirements.wanted import Wanted, matches_evidence

_RULES = Rules("interview_cli.requirements", "line_kinds.toml")

_CVS_KEPT = 4
_LINES_KEPT = 1_000


def is_of_kind(wanted: Wanted, line: str, cv_text: str) -> bool:
    """Return whether a line is of a kind that can support what is wanted.

    Letters inside an address name nothing; a degree shows that it is held, and no work or tool.
    What somebody likes or aims at shows neither, and a profile or a course no years of work.
    """
    if line in _list_idle(cv_text):
        return wanted.is_soft_skill
    if (
        line in _list_untimed(cv_text)
        and matches_evidence("counts_years", wanted.requirement.text)
        and not find_years_asked(line)
    ):
        return False
    bare = cut_contacts(line)
    if bare != line and not asks_for_driving(wanted.topic):
        return share_words(wanted.topic, bare).exact > 0
    if line in _list_degrees(cv_text) and not wanted.is_paper:
        return not wanted.is_duty and any(
            matches_evidence(group, wanted.requirement.text) for group in ("degree", "studies")
        )
    return True


@lru_cache(maxsize=_LINES_KEPT)
def cut_contacts(line: str) -> str:
    """Return a line without addresses of mail and pages, and without telephone numbers."""
    return _RULES.pattern("contact").sub(" ", line)


def drop_contacts(line: str) -> str:
    """Return the items of a line with "|" or "·" between them that are no contact; all if none."""
    items = _RULES.pattern("between_items").split(line)
    kept = [item for item in items if cut_contacts(item) == item]
    return " | ".join(kept) if len(kept) < len(items) and kept else line


@lru_cache(maxsize=_CVS_KEPT)
def _list_idle(cv_text: str) -> frozenset[str]:
    """Return the lines on what somebody does for leisure, or hopes to become."""
    idle, is_leisure = set(), False
    for line in read_sections(cv_text):
        if line.is_heading:
            is_leisure = _RULES.matches("leisure", line.text)
        if is_leisure or _RULES.matches("leisure", line.text) or _RULES.matches("aim", line.text):
            idle.add(line.text)
    return frozenset(idle)


@lru_cache(maxsize=_CVS_KEPT)
def _list_untimed(cv_text: str) -> frozenset[str]:
    lines = read_sections(cv_text)
    return frozenset(line.text for line in lines if line.section in ("profile", "training"))


@lru_cache(maxsize=_CVS_KEPT)
def _list_degrees(cv_text: str) -> frozenset[str]:
    return frozenset(
        line.text
        for line in read_sections(cv_text)
        if line.section in ("training", "unknown")
        and not line.is_bullet
        and matches_evidence("degree_held", line.text)
    )
