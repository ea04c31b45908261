"""Rate how much an ad speaks of a group of posts.

A title alone may be a neighbour's. Somebody who merchandises knitwear for export has no shop
window, and a groomer of slopes no dogs. The ad is a second witness.
"""

import math
from collections.abc import Iterator
from functools import lru_cache

from interview_cli.english.words import content_stems
from interview_cli.trades.index import load_index
from interview_cli.trades.trades import Trade, load_trade

_FEWEST_STEMS = 60
"""An ad with fewer stems of meaningful words is too short to speak against a title."""
_GROUPS_KEPT = 200


def rate_support(trade: Trade, group: str, title: str, ad: str) -> float | None:
    """Return how much an ad speaks of a group of posts, 0 or more; None if it is too short to tell.

    It is the share of the group's words that the ad has, in which words of few trades count more;
    a group with many words has it easier. Words of the job's title show nothing.
    """
    ad_stems = content_stems(ad)
    if len(ad_stems) < _FEWEST_STEMS:
        return None
    stems = list_group_stems(trade.name, group) - content_stems(title)
    total = sum(map(_rate_rarity, stems))
    return sum(map(_rate_rarity, stems & ad_stems)) / math.sqrt(total) if total else 0.0


@lru_cache(maxsize=_GROUPS_KEPT)
def list_group_stems(name: str, group: str) -> frozenset[str]:
    """Return the stems of a group's titles, and of all that was written for it."""
    trade = load_trade(name)
    return content_stems("\n".join(_find_texts(trade, group))) if trade else frozenset()


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
