"""Tell whether people report to a post, and whether the applicant has led any.

A title alone presupposes too much: a "Head of First Impressions" sits at the front desk, and a lead
hand may milk alone.
"""

from functools import lru_cache

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.cv_questions import is_near
from interview_cli.english.rules import load_rules
from interview_cli.requirements.cv_roles import find_roles
from interview_cli.requirements.levels import find_level_in_title
from interview_cli.trades.trades import leads

_RULES = ("interview_cli.coach.offline", "leadership.toml")
_TEXTS_KEPT = 8


def settle_level(facts: Facts) -> Facts:
    """Return the facts with a level that presupposes nobody to lead if only the title speaks of it.

    A level that the title does not name was chosen, and stays.
    """
    is_by_title = leads(facts.level) and facts.level == find_level_in_title(facts.full_title)
    if not is_by_title or not facts.job_text or _names_reports(facts.job_text):
        return facts
    is_shown = has_led(facts.cv_text) and _has_led_near(facts)
    return facts if is_shown else facts._replace(level="senior")


def steps_up(facts: Facts) -> bool:
    """Return whether a post leads others, and no job in the CV did so in that kind of work.

    A room attendant is asked how she would plan a shift, not how she does.
    """
    return leads(facts.level) and bool(facts.cv_text) and not _has_led_near(facts)


def has_led(cv_text: str) -> bool:
    """Return whether a CV names people that somebody has led, or a job that leads some."""
    return _tells_of_led(cv_text) or any(_is_leading(role.title) for role in find_roles(cv_text))


def _has_led_near(facts: Facts) -> bool:
    """Return whether somebody has led in the kind of work; a CV may name people, but no job."""
    roles = find_roles(facts.cv_text)
    if not roles:
        return _tells_of_led(facts.cv_text)
    near = [role.title for role in roles if is_near(role.title, facts)]
    return any(map(_is_leading, near)) or (bool(near) and _tells_of_led(facts.cv_text))


def _is_leading(title: str) -> bool:
    """Return whether a title is that of who leads; an assistant's is not."""
    level = find_level_in_title(title)
    assists = load_rules(*_RULES)["assists"].pattern.match(title)
    return leads(level) and not assists


@lru_cache(maxsize=_TEXTS_KEPT)
def _names_reports(job_text: str) -> bool:
    return load_rules(*_RULES)["names_reports"].pattern.search(job_text) is not None


@lru_cache(maxsize=_TEXTS_KEPT)
def _tells_of_led(cv_text: str) -> bool:
    return load_rules(*_RULES)["has_led"].pattern.search(cv_text) is not None
