"""Find what a question on the CV can ask of the work itself: an event of the trade, or a task."""

from collections.abc import Iterable
from itertools import islice
from random import Random

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.claim_estimates import find_claimed_posts
from interview_cli.coach.offline.cv_questions import (
    find_role_trade,
    is_near,
    names_kind,
    write_out_role,
)
from interview_cli.coach.offline.duty_estimates import find_core_duties
from interview_cli.coach.offline.duty_questions import shows_duty
from interview_cli.coach.offline.job_questions import drop_asked_subjects, drop_near
from interview_cli.coach.offline.newcomers import is_new_to_it
from interview_cli.coach.offline.words_of_ad import say_as_in_ad
from interview_cli.english.words import content_stems
from interview_cli.requirements.asked_stems import find_asked_stems
from interview_cli.requirements.cv_roles import find_roles
from interview_cli.requirements.duties import is_same_work
from interview_cli.trades.recognition import recognise_trade
from interview_cli.trades.trades import Trade, load_trade

_CHOICE = 3
"""One is chosen of the best so many tasks."""
_SHARED_WITH_AD = 0.5
"""So much of a trade's task must stand in the ad for the job to have it."""


def find_near_title(facts: Facts) -> str | None:
    """Return the title of the latest job in a CV that is of the kind applied for.

    Where no such job could be read, it is the title applied for if the CV names its kind all the
    same, in a sentence perhaps, and the person is not new to work.
    """
    near = (role.title for role in find_roles(facts.cv_text) if is_near(role.title, facts))
    is_named = not is_new_to_it(facts) and names_kind(facts.full_title, facts.cv_text)
    return next(near, facts.full_title if is_named else None)


def find_event(facts: Facts, title: str) -> str | None:
    """Return what happens to anybody in a job of the CV, as a clause in the past.

    Those of the post applied for come first; which one it is differs between sessions. None if the
    trade is not known, or if an event was asked about already.
    """
    name = find_role_trade(title, facts) or recognise_trade(facts.full_title, facts.job_text)
    trade = load_trade(name) if name else None
    asked = [exchange.question.content for exchange in facts.exchanges]
    if trade is None:
        return None
    own = trade.find_posts(write_out_role(title, facts))
    fitting = [event for event in trade.events if not event.posts or own & set(event.posts)]
    said = {say_as_in_ad(event.text, facts): event for event in fitting}
    if any(text in question for text in said for question in asked):
        return None
    fresh = drop_near(drop_asked_subjects(list(said), asked), asked)
    applied = find_claimed_posts(trade, facts.full_title, facts.job_text)
    shuffled = Random(f"{facts.seed} event").sample(fresh, len(fresh))

    def rate(text: str) -> tuple[bool, bool]:
        was_asked = any(text in question for question in facts.asked_before)
        posts = said[text].posts
        return was_asked, bool(posts) and applied.isdisjoint(posts)

    return min(shuffled, key=rate, default=None)


def find_task(facts: Facts) -> str | None:
    """Return what the job has somebody do, as a phrase that begins with a gerund.

    It is a duty of the ad that only this job has, else a task of the trade that the ad has.
    """
    return _choose_task(_find_duties(facts) or _find_trade_tasks(facts), facts)


def find_shown_duty(facts: Facts) -> str | None:
    """Return a duty of the ad that only this job has, and that the CV shows."""
    duties = (duty for duty in _find_duties(facts) if shows_duty(facts.cv_text, duty))
    return _choose_task(duties, facts)


def _choose_task(tasks: Iterable[str], facts: Facts) -> str | None:
    """Return one of the first tasks that no question has touched."""
    asked = [exchange.question.content for exchange in facts.exchanges]
    fresh = (task for task in tasks if not any(is_same_work(task, question) for question in asked))
    best = list(islice(fresh, _CHOICE))
    return Random(f"{facts.seed} task").choice(best) if best else None


def _find_duties(facts: Facts) -> list[str]:
    return [duty for duty, _ in find_core_duties(facts)]


def _find_trade_tasks(facts: Facts) -> list[str]:
    """Return the tasks of a job's trade that its ad has, those with most words of it first."""
    name = recognise_trade(facts.full_title, facts.job_text)
    trade = load_trade(name) if name else None
    if trade is None:
        return []
    ad = find_asked_stems(facts.full_title, facts.job_text)
    shares = {text: _rate_shared(text, ad) for text in _list_tasks(trade, facts)}
    likely = [text for text, share in shares.items() if share >= _SHARED_WITH_AD]
    return sorted(likely, key=lambda text: -shares[text])


def _list_tasks(trade: Trade, facts: Facts) -> list[str]:
    posts = find_claimed_posts(trade, facts.full_title, facts.job_text)
    fitting = (task for task in trade.tasks if not task.posts or posts & set(task.posts))
    return [say_as_in_ad(task.text, facts) for task in fitting]


def _rate_shared(text: str, ad: frozenset[str]) -> float:
    stems = content_stems(text)
    return len(stems & ad) / max(1, len(stems))
