"""Choose wordings of questions that build on the CV, and fill in what they name of it."""

from collections.abc import Mapping

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.cv_deeds import find_project, is_led, rank_work
from interview_cli.coach.offline.cv_questions import find_role
from interview_cli.coach.offline.job_questions import drop_asked_subjects
from interview_cli.coach.offline.newcomers import is_new_to_work, is_to_be_taught
from interview_cli.english.rules import Rules
from interview_cli.requirements.cv_work import find_work
from interview_cli.trades.trades import leads
from interview_cli.vocabulary import Level

Wordings = tuple[list[str], dict[str, str]]
"""Wordings to choose from, and the values of the fields that they have in common."""

_DIALECT = Rules("interview_cli.coach.offline", "dialect.toml")
_MAX_ROLE_WORDS = 5
"""With its article; the opener has named a longer title already."""


def word_cv(entry: dict[str, list[str]], fields: dict[str, str], level: Level) -> Wordings | None:
    """Return the wordings for what is known from the CV; None if there are none for it."""
    if "deed" in fields and level in entry:
        return entry[level], fields
    suffixes = ("_leading", "") if leads(level) else ("",)
    forms = (f"with_{name}{suffix}" for suffix in suffixes for name in fields)
    form = next((form for form in forms if form in entry), None)
    return (entry[form], fields) if form else None


def word_experience(facts: Facts, entry: dict[str, list[str]]) -> Wordings:
    """Return the wordings of a question on a requirement that names none.

    It asks about a deed in the CV, or about the work: what happened in a job of the same kind, or
    a duty of the ad. Without these, it is about a job or the CV as such.
    """
    project = find_project(facts, rank_work(facts))
    if project and not is_led(project["deed"]) and (found := word_cv(entry, project, facts.level)):
        return found
    role = find_role(facts)
    if on_work := _word_work(facts, entry, role):
        return on_work
    if "other_role" in role or _is_long(role):
        role = {}  # what helps in this job may stand anywhere in the CV
    if not project and _has_asked_what_helps(facts):
        return _choose_on_cv_again(facts, entry), {}  # what would help most is asked once
    if not project and _is_named_present_job(facts, role):
        return entry["with_present_job"], {}
    for fields in (project, role):
        if found := word_cv(entry, fields, facts.level):
            return found
    has_work = bool(find_work(facts.cv_text))
    # One that starts from nothing would have to name a requirement.
    return [*entry["on_any_cv"], *(entry["on_cv"] if has_work else [])], {}


def _word_work(facts: Facts, entry: dict[str, list[str]], role: dict[str, str]) -> Wordings | None:
    """Return wordings that ask about the work itself; None if nothing is known of it."""
    if facts.round == "recruiter":  # who may not know the trade
        return None
    # Imported here: most questions are on no job of the CV.
    from interview_cli.coach.offline.duty_questions import find_duty_wordings
    from interview_cli.coach.offline.work_in_cv import (
        find_duty,
        find_event,
        find_named_task,
        find_near_title,
        find_own_task,
        find_task,
    )

    title = find_near_title(facts)
    if event := find_event(facts, title) if title else None:
        if "near_role" not in role or _is_long(role):
            return entry["with_event_at_work"], {"event": event}
        if _is_named_present_job(facts, role):  # a title that is said again sounds read out
            # Who works for several customers has no one job.
            is_own = _DIALECT.is_found("works_alone", facts.cv_text)
            return entry["with_event_at_work" if is_own else "with_event_now"], {"event": event}
        return entry["with_event"], {**role, "event": event}
    if duty := find_duty(facts):
        return find_duty_wordings(facts, duty, "requirement"), {"duty": duty}
    if is_to_be_taught(facts):
        task = None if "present_job" in role else find_named_task(facts)
        return (find_duty_wordings(facts, task, "requirement"), {"duty": task}) if task else None
    is_known = not is_new_to_work(facts) and "present_job" not in role
    if is_known and (task := find_task(facts)):
        return entry["with_known_task"], {"task": task}
    task = find_own_task(facts)
    return (entry["with_task"], {"task": task}) if task else None


def _is_long(role: Mapping[str, str]) -> bool:
    return len(role.get("role", "").split()) > _MAX_ROLE_WORDS


def _is_named_present_job(facts: Facts, role: Mapping[str, str]) -> bool:
    """Return whether a job of the same kind that somebody has now was named in a question."""
    is_present = "near_role" in role and role["is"] == "is"
    return is_present and any(
        f"as {role['role']}" in exchange.question.content for exchange in facts.exchanges
    )


def _choose_on_cv_again(facts: Facts, entry: dict[str, list[str]]) -> list[str]:
    asked = [exchange.question.content for exchange in facts.exchanges]
    fresh = drop_asked_subjects([*entry["on_cv_again"], *entry["on_cv_more"]], asked)
    return [wording for wording in entry["on_cv_again"] if wording in fresh] or fresh


def _has_asked_what_helps(facts: Facts) -> bool:
    """Return whether a question on a requirement began from the CV as a whole, or from one job."""
    return any(
        exchange.question.kind == "requirement" and exchange.question.topic == facts.job_title
        for exchange in facts.exchanges
    )
