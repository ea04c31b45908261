"""Find the groups of posts of a job: those of its title of which its ad speaks too.

A title alone may be a neighbour's. Somebody who merchandises knitwear for export has no shop
window, and a groomer of slopes no dogs. So where one word of a title names the group, the ad is a
second witness: it must use words of the group.
"""

import math
from collections.abc import Iterator
from functools import lru_cache

from interview_cli.english.words import content_stems
from interview_cli.trades.index import load_index
from interview_cli.trades.recognition import is_strange_title
from interview_cli.trades.trades import Trade, load_trade

_SUPPORT_OF_WORD = 0.5
_SUPPORT_BEHIND_HEAD = 0.65
"""How much an ad must speak of a group that one word of the title names, in its head or behind:
"Counsellor (Sales)". Of 330 groups that readers found right 95 in 100 are at 0.46 or above, and of
groups of other trades 3 in 100 (`benchmarks/questions`)."""
_FEWEST_STEMS = 60
"""An ad with fewer stems of meaningful words is too short to speak against a title."""
_JOBS_KEPT = 4


def find_supported_posts(trade: Trade, title: str, ad: str) -> frozenset[str]:
    """Return the groups of posts of a job's title of which its ad speaks; none if none is known."""
    return _find_supported_posts(trade.name, title, ad) if trade.posts else frozenset()


# Each question of an interview is chosen for the same job.
@lru_cache(maxsize=_JOBS_KEPT)
def _find_supported_posts(name: str, title: str, ad: str) -> frozenset[str]:
    trade = load_trade(name)
    if trade is None or is_strange_title(title, name):
        return frozenset()
    return frozenset(
        group for group in trade.find_posts(title) if _is_supported(trade, group, title, ad)
    )


def _is_supported(trade: Trade, group: str, title: str, ad: str) -> bool:
    match, head = trade.match_title(group, title)
    if len(match) > 1:  # no other trade has titles of two words with the same words
        return True
    needed = _SUPPORT_OF_WORD if match <= head else _SUPPORT_BEHIND_HEAD
    return rate_support(trade, group, title, ad) >= needed


def rate_support(trade: Trade, group: str, title: str, ad: str) -> float:
    """Return how much an ad speaks of a group of posts: 0 or more, infinite if it is too short.

    It is the share of the group's words that the ad has, in which words of few trades count more;
    a group with many words has it easier. Words of the job's title show nothing.
    """
    ad_stems = content_stems(ad)
    if len(ad_stems) < _FEWEST_STEMS:
        return math.inf
    stems = content_stems("\n".join(_find_texts(trade, group))) - content_stems(title)
    total = sum(map(_rate_rarity, stems))
    return sum(map(_rate_rarity, stems & ad_stems)) / math.sqrt(total) if total else 0.0


def _find_texts(trade: Trade, group: str) -> Iterator[str]:
    """Yield the titles of a group, and all that was written for it."""
    yield from trade.posts[group]
    for text in (*trade.situations, *trade.questions):
        if text.is_for_few_posts and group in text.posts:
            yield from (text.text, *text.needs)
    yield from (task.text for task in trade.tasks if group in task.posts)


@lru_cache(maxsize=2_000)
def _rate_rarity(stem: str) -> float:
    """Return 1 for a stem that one trade uses, and 0 for one that all use."""
    index = load_index()
    trade_count = len(index["evidence"].get(stem, ())) // 2 or 1  # a trade and its weight
    return 1 - math.log(trade_count) / math.log(len(index["trades"]))
