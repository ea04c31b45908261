"""Estimate how likely a group of posts is that of a job, and not a neighbour's.

A title may match a group by some of its words although the job is another one: somebody who
inseminates cattle keeps none, and who teaches hairdressers to colour has no clients. The weights
in `claim_weights.toml` are fitted by `python -m benchmarks.claim_fit`. The features:

- unknown: the share of the words in the title's head that neither a title of the group has nor the
  name of the trade: "Patent *Formalities Clerk*"
- named: a title of the group of two words or more stands in it: "Motor *Claims Handler*"
- behind: what is of the group stands behind the head: "Counsellor (*Sales*)"
- unspoken: one word of the title at most is of the group, and how little the ad speaks of it; not
  where the trade knows the title whole: a "CNC machinist" is a machinist, whatever the ad; nor
  where the rest of the title is of the group's work: "Roofer (Slate & Tile)"
- strange_title: only a single word of the title speaks for the trade, and others against it
- support: how much the ad speaks of the group
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain, takewhile

from interview_cli.coach.offline.share_estimates import estimate_share, load_least_share
from interview_cli.english.words import (
    content_stems,
    find_title_head,
    stem_word,
    tokenize,
    word_list,
)
from interview_cli.trades.posts import list_group_stems, rate_support
from interview_cli.trades.recognition import is_strange_title
from interview_cli.trades.short_titles import write_out_title
from interview_cli.trades.trades import Trade, find_title_stems, load_trade

_FILE = "claim_weights.toml"
_SHORT = 2
"""Parts of titles with so many letters are no words: "II"."""
_LITTLE_SUPPORT, _MOST_SUPPORT = 0.7, 1.5
_PARTLY_BEHIND = 0.5
_SUPPORT_OF_SHORT_AD = 1.0
"""What is assumed of an ad that is too short to tell."""
_JOBS_KEPT = 4
_CLAIMS_KEPT = 200


def find_claimed_posts(trade: Trade, title: str, ad: str) -> frozenset[str]:
    """Return the groups of posts of a job's title that are likely its own."""
    if not trade.posts:
        return frozenset()
    return _find_claimed_posts(trade.name, write_out_title(title, ad), ad)


# Each question of an interview is chosen for the same job.
@lru_cache(maxsize=_JOBS_KEPT)
def _find_claimed_posts(name: str, title: str, ad: str) -> frozenset[str]:
    trade = load_trade(name)
    if trade is None:
        return frozenset()
    bound = load_least_share(_FILE)
    posts = trade.find_posts(title)
    return frozenset(group for group in posts if estimate_claim(trade, group, title, ad) >= bound)


def estimate_claim(trade: Trade, group: str, title: str, ad: str) -> float:
    """Return how likely a group of posts is that of a job, 0 to 1."""
    return _estimate_claim(trade.name, group, title, ad)


@lru_cache(maxsize=_CLAIMS_KEPT)
def _estimate_claim(name: str, group: str, title: str, ad: str) -> float:
    trade = load_trade(name)
    return estimate_share(_FILE, measure_claim(trade, group, title, ad)) if trade else 0.0


def measure_claim(trade: Trade, group: str, title: str, ad: str) -> dict[str, float]:
    """Return the features of a group of posts for a job."""
    match, head = trade.match_title(group, title)
    words = set(filter(_is_telling, head))
    known = _list_stems(trade.posts[group]) | content_stems(trade.label)
    within = _find_titles_within(trade, group, title)
    known |= _list_stems(within)
    support = rate_support(trade, group, title, ad)
    support = _SUPPORT_OF_SHORT_AD if support is None else min(support, _MOST_SUPPORT)
    is_named = _is_whole_title(words, within) or _is_borne_out(trade, group, title, head)
    is_vague = len(match) <= 1 and not is_named
    return {
        "unknown": len(words - known) / max(1, len(words)),
        "named": float(_holds_name((*trade.posts[group], *within), find_title_stems(title))),
        "behind": _rate_behind(match, head, find_title_stems(title)),
        "unspoken": max(0.0, _LITTLE_SUPPORT - support) if is_vague else 0.0,
        "strange_title": float(is_strange_title(title, trade.name)),
        "support": support,
    }


def _is_borne_out(trade: Trade, group: str, title: str, head: frozenset[str]) -> bool:
    """Return whether what stands behind the head of a title is the group's work: "Roofer (Slate)".

    It is a witness beside the head, as the ad is.
    """
    behind = set(filter(_is_telling, find_title_stems(title) - head))
    return bool(behind) and behind <= list_group_stems(trade.name, group)


def _is_whole_title(words: set[str], titles: Iterable[str]) -> bool:
    """Return whether a title's words are all those of a known one, and not of one word only."""
    return len(words) > 1 and any(words <= find_title_stems(own) for own in titles)


def _holds_name(titles: Iterable[str], title: frozenset[str]) -> bool:
    """Return whether a title holds a known one of two words or more."""
    return any(len(own) > 1 and own <= title for own in map(find_title_stems, titles))


def _rate_behind(match: frozenset[str], head: frozenset[str], title: frozenset[str]) -> float:
    """Return 0 if what is of the group stands in the head, 1 if it stands behind it, and half of
    that if it begins in it: "Support Worker - *Supported Living*".

    A known title may be written in two parts: "Loan officer (microfinance)".
    """
    if match <= head or match >= set(filter(_is_telling, title)):
        return 0.0
    return 1.0 if match.isdisjoint(head) else _PARTLY_BEHIND


def _find_titles_within(trade: Trade, group: str, title: str) -> tuple[str, ...]:
    """Return the trade's titles of a group that a title holds: a "financial accountant" is known
    whole, although the group is named by "accountant"."""
    stems = find_title_stems(title)
    within = (own for own in trade.titles if find_title_stems(own) <= stems)
    return tuple(own for own in within if group in trade.find_posts(own))


def has_strange_doer(trade: Trade, title: str) -> bool:
    """Return whether no title of a trade ends like a title: who teaches a craft is no craftsman."""
    doer = _find_doer(title)
    return bool(doer) and doer not in _list_doers(trade.name)


@lru_cache(maxsize=_JOBS_KEPT)
def _list_doers(name: str) -> frozenset[str]:
    trade = load_trade(name)
    titles = (*trade.titles, *chain.from_iterable(trade.posts.values())) if trade else ()
    return frozenset(map(_find_doer, titles))


def _find_doer(title: str) -> str:
    """Return the stem of the last word of a title before "of" and the like, without levels."""
    words = takewhile(_is_no_link, tokenize(find_title_head(title).lower()))
    return next(filter(_is_telling, map(stem_word, reversed(list(words)))), "")


def _is_no_link(word: str) -> bool:
    return word not in word_list("title_links")


def _is_telling(stem: str) -> bool:
    """Return whether a word of a title tells the kind of work, as levels and places do not."""
    return stem.isalpha() and len(stem) > _SHORT and stem not in _list_untelling()


@cache
def _list_untelling() -> frozenset[str]:
    return frozenset(map(stem_word, word_list("title_levels") | word_list("title_settings")))


@lru_cache(maxsize=2_000)
def _list_stems(titles: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(find_title_stems, titles))
