"""Choose wordings of the first question, and of the one on motives, that name the work itself."""

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.cv_questions import find_role
from interview_cli.coach.offline.cv_wordings import Wordings
from interview_cli.coach.offline.job_trade import (
    find_kind_of_work,
    find_recent_near_title,
    find_stretch,
)
from interview_cli.coach.offline.newcomers import is_new_to_it

_FORMS = (
    ("present_job", "with_present_job_for_work"),
    ("other_role", "with_other_role_for_work"),
    ("role", "with_role_for_work"),
)
"""The wordings for a job in the CV, by what is known of it."""


def word_opener(facts: Facts, entry: dict[str, list[str]], *, is_insider: bool) -> Wordings | None:
    """Return the wordings of an opener that goes straight into the work; None if it is not known.

    Who has done it tells of a stretch of it, from a job in the CV; others of what helps them in it.
    """
    role = find_role(facts)
    title = find_recent_near_title(facts)
    if title and (stretch := find_stretch(facts, title)):
        # Of several jobs it must be clear which one is meant.
        form = "with_stretch" if "near_role" in role else "with_stretch_so_far"
        form = "with_insider_stretch" if is_insider else form
        return entry[form], {**role, "stretch": stretch}
    if is_insider:
        return None
    kind = find_kind_of_work(facts)
    if kind is None or "near_role" in role or not facts.cv_text:
        return None
    form = next((form for name, form in _FORMS if name in role), "with_cv_for_work")
    return entry[form], {**role, "work": kind}


def word_motive(facts: Facts, entry: dict[str, list[str]], *, is_insider: bool) -> Wordings | None:
    """Return the wordings that ask what somebody likes about the work; None if it is not known.

    Who works for the employer is asked what would change.
    """
    kind = None if is_insider else find_kind_of_work(facts)
    if kind is None:
        return None
    form = "with_new_work" if is_new_to_it(facts) else "with_work"
    return entry[form], {"work": kind}
