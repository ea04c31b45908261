"""Find what a question on the CV can ask of the work itself: an event of the trade, or a task."""

from collections.abc import Iterable
from itertools import islice
from random import Random

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.claim_estimates import find_claimed_posts
from interview_cli.coach.offline.cv_questions import (
    is_near,
    names_kind,
    write_out_role,
)
from interview_cli.coach.offline.duty_estimates import find_core_duties
from interview_cli.coach.offline.job_questions import drop_asked_subjects, drop_near
from interview_cli.coach.offline.job_trade import find_shared_trade, speaks_of_other_trade
from interview_cli.coach.offline.newcomers import is_new_to_it
from interview_cli.coach.offline.presupposed import find_presuming
from interview_cli.coach.offline.words_of_ad import say_as_in_ad
from interview_cli.english.words import content_stems
from interview_cli.requirements.asked_stems import find_asked_stems
from interview_cli.requirements.cv_roles import find_roles
from interview_cli.requirements.same_work import is_same_work
from interview_cli.trades.recognition import recognise_trade
from interview_cli.trades.trades import TradeText, load_trade

_CHOICE = 3
"""One is chosen of the best so many tasks."""
_FEW, _MANY = 3, 99
"""Groups of posts that a task of the post may have been written for: first few, then any."""
_SHARED_WITH_AD, _SHARED_OF_POST, _SHARED_FOR_SURE = 0.5, 1 / 3, 0.6
"""So much of a trade's task must stand in the ad for the job to have it, less of one that was
written for the post, and more to say to somebody new that it is a part of the job."""


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
    trade = find_shared_trade(facts, title)
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

    presuming = find_presuming(fresh, f"{facts.full_title}\n{facts.job_text}")

    def rate(text: str) -> tuple[bool, ...]:
        was_asked = any(text in question for question in facts.asked_before)
        event = said[text]
        is_own = not applied.isdisjoint(event.posts)
        is_of_other = bool(event.posts) and not is_own
        return was_asked, text in presuming, is_of_other, not (is_own and event.is_for_few_posts)

    return min(shuffled, key=rate, default=None)


def find_duty(facts: Facts) -> str | None:
    """Return a duty of the ad that only this job has, as a phrase that begins with a gerund."""
    return _choose_task([duty for duty, _ in find_core_duties(facts)], facts)


def find_task(facts: Facts) -> str | None:
    """Return what somebody in such a job does, as a phrase that begins with a gerund.

    It is a task of the trade that the ad has.
    """
    return _choose_task(_rate_trade_tasks(facts), facts)


def find_named_task(facts: Facts) -> str | None:
    """Return a task of the trade of which the ad has nearly all words."""
    shares = _rate_trade_tasks(facts)
    return _choose_task([task for task in shares if shares[task] >= _SHARED_FOR_SURE], facts)


def find_own_task(facts: Facts) -> str | None:
    """Return the task of the post that has most words of the ad; no question may say that the job
    has it. None if the ad speaks of another trade."""
    name = recognise_trade(facts.full_title, facts.job_text)
    trade = load_trade(name) if name else None
    if trade is None or speaks_of_other_trade(facts, trade):
        return None
    own, of_post = (_rate_trade_tasks(facts, most_posts=count) for count in (_FEW, _MANY))
    return _choose_task([*own, *of_post], facts, choice=1)


def _choose_task(tasks: Iterable[str], facts: Facts, *, choice: int = _CHOICE) -> str | None:
    """Return one of the first tasks that no question has touched."""
    asked = [exchange.question.content for exchange in facts.exchanges]
    fresh = (task for task in tasks if not any(is_same_work(task, question) for question in asked))
    best = list(islice(fresh, choice))
    return Random(f"{facts.seed} task").choice(best) if best else None


def _rate_trade_tasks(facts: Facts, *, most_posts: int = 0) -> dict[str, float]:
    """Return the tasks of a job's trade that its ad has, those with most words of it first, each
    with the share of its words that the ad has.

    Those that were written for the post, and for so many others at most, need not be in the ad.
    """
    name = recognise_trade(facts.full_title, facts.job_text)
    trade = load_trade(name) if name else None
    if trade is None:
        return {}
    claimed = find_claimed_posts(trade, facts.full_title, facts.job_text)
    posts = claimed or trade.find_posts(facts.full_title)
    ad = find_asked_stems(facts.full_title, facts.job_text)
    shares: dict[str, float] = {}
    for task in trade.tasks:
        if _fits(task, posts, ad):
            share = len(content_stems(task.text) & ad) / len(content_stems(task.text))
            is_of_post = not claimed.isdisjoint(task.posts)
            is_own = task.is_for_few_posts and is_of_post
            is_of_job = share >= (_SHARED_OF_POST if is_own else _SHARED_WITH_AD)
            if is_of_job or (is_of_post and len(task.posts) <= most_posts):
                shares[say_as_in_ad(task.text, facts)] = share
    return dict(sorted(shares.items(), key=lambda each: -each[1]))


def _fits(task: TradeText, posts: frozenset[str], ad: frozenset[str]) -> bool:
    is_of_post = not task.posts or not posts.isdisjoint(task.posts)
    return is_of_post and (not task.needs or any(content_stems(need) <= ad for need in task.needs))
