"""Tell of which trade a job is, and a stretch of the work in it."""

from collections.abc import Iterable
from random import Random

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.claim_estimates import find_claimed_posts
from interview_cli.coach.offline.cv_questions import (
    find_role_trade,
    is_near,
    is_of_kind,
    write_out_role,
)
from interview_cli.coach.offline.words_of_ad import say_as_in_ad
from interview_cli.english.rules import Rules
from interview_cli.english.words import find_title_head
from interview_cli.requirements.cv_roles import find_roles
from interview_cli.requirements.cv_titles import find_kind_stems
from interview_cli.trades.recognition import recognise_trade, recognise_trade_of_text
from interview_cli.trades.trades import Trade, TradeText, load_trade

_DIALECT = Rules("interview_cli.coach.offline", "dialect.toml")
_RECENT_YEARS = 3


def find_job_trade(title: str, ad: str) -> Trade | None:
    """Return the trade of a job: that whose post it is, else the one of which its ad speaks."""
    names = recognise_trade(title, ad), recognise_trade_of_text(title, ad)
    trades = [load_trade(name) if name else None for name in names]
    known = (trade for trade in trades if trade and find_claimed_posts(trade, title, ad))
    return next(known, trades[-1])


def speaks_of_other_trade(facts: Facts, trade: Trade) -> bool:
    """Return whether an ad speaks of another trade than that of its title."""
    return recognise_trade_of_text(facts.full_title, facts.job_text) not in (None, trade.name)


def find_stretch(facts: Facts, title: str) -> str | None:
    """Return a stretch of the work in a job of the CV: "a busy service from setting up to cleaning
    down". None if that job is of another trade than the one applied for, and for who works at
    night, as stretches are of the day."""
    trade = find_shared_trade(facts, title)
    if trade is None or _DIALECT.is_found("works_nights", facts.cv_text):
        return None
    posts = trade.find_posts(write_out_role(title, facts))
    if find_kind_stems(title) <= find_kind_stems(find_title_head(facts.full_title)):
        # An "installation engineer" who applies to install fibre has not fitted boilers.
        posts = find_claimed_posts(trade, facts.full_title, facts.job_text) or posts
    return _choose(trade.stretches, posts, facts)


def find_recent_near_title(facts: Facts) -> str | None:
    """Return the title of the latest job of the kind applied for, if it is not long over."""
    roles = (role for role in find_roles(facts.cv_text) if is_near(role.title, facts))
    role = next(roles, None)
    is_recent = role is not None and role.end_year >= facts.year - _RECENT_YEARS
    return role.title if role and is_recent else None


def find_shared_trade(facts: Facts, title: str) -> Trade | None:
    """Return the trade of the job applied for if a job of the CV is of it too.

    One whose trade its title does not tell, a near one, is of it if the title applied for tells it.
    """
    own, name = find_role_trade(title, facts), recognise_trade(facts.full_title, facts.job_text)
    own = own or (name if is_of_kind(title, facts) else recognise_trade(facts.full_title, ""))
    return load_trade(name) if name and own == name else None


def _choose(texts: Iterable[TradeText], posts: frozenset[str], facts: Facts) -> str | None:
    """Return one of the texts of some posts, else one of the whole trade."""
    texts = list(texts)
    own = [text for text in texts if not posts.isdisjoint(text.posts)]
    fitting = own or [text for text in texts if not text.posts]
    chosen = Random(f"{facts.seed} work").choice(fitting) if fitting else None
    return say_as_in_ad(chosen.text, facts) if chosen else None
