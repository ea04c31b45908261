"""Recognise the trade of a job by its title and the text of its ad.

The trades earn points; the first wins if it has enough, and enough more than the second.

- Known title: a title of the trade stands in the job's title. A single word earns less, and least
  after words that are strange to the trade: a yoga teacher may not be a teacher.
- Title words: words of the title that the trade uses. Those of the head ("Lecturer" in
  "Lecturer - Plumbing") earn more than the others.
- Text: words of the ad that the trade uses more than others do. The rarer a word is among the
  trades, the more it earns.
"""

import re
from collections import defaultdict
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from interview_cli.english.words import split_served, split_slashes, stem_word, word_list
from interview_cli.trades.index import find_features, load_index, stem_title
from interview_cli.trades.short_titles import write_out_title
from interview_cli.trades.text_evidence import (
    count_words,
    rate_text,
    rate_text_by_trade,
    weigh_feature,
)

_PART_END = re.compile(r"\s[-–—|]+\s|[–—|,/()\[\]:;]")
_SUBJECT = re.compile(r"\sin\s", re.IGNORECASE)
_LONG_TITLE = 3.0
_SHORT_TITLE = 1.5
"""For a title of one word, such as "receptionist"."""
_STRANGE_TITLE = -1.0
"""For a title of one word after words that are strange to the trade."""
_WIDE_TITLE = 0.5
"""For a title of one word that ends titles of many trades."""
_MANY_TRADES = 6
_KNOWN_TITLE_IN_REST = 0.6
_HEAD_WORD = 0.5
_REST_WORD = 0.25
_COMMON = 8
"""A word that so many trades use, such as "senior", is strange to none."""
_OUTSIDE = """
pilot, first officer, flight instructor, air traffic controller, able seaman, deckhand, fisherman,
marine engineer, councillor, elected member, member of parliament, mayor, mountain guide, priest,
imam, chaplain, pastor, vicar, rabbi, curate, deacon, minister of religion, missionary, soldier,
diver, model, actor, dancer, musician, singer, comedian, magician, voice-over artist, voice
artist, simulated patient, role player, film extra, player, sports trader, odds compiler, jockey,
skipper, referee, snow groomer, snow groomer operator, snowcat operator, snowcat driver, piste
groomer, piste basher driver
"""
"""Jobs of no trade, although their ads speak like those of one."""
_JOBS_KEPT = 32
"""The titles of the jobs in a CV are recognised beside the job itself."""
_FLOOR = 1.9
_WHOLE_AD, _LEAST_TEXT = 50, 0.15
"""An ad of so many words that speaks so little of a trade speaks against it, whatever the title:
a saw doctor treats no patients."""
_LITTLE_TEXT, _OTHER_TEXT = 0.7, 0.7
"""So does one that speaks little of it, and by so much more of another: who auctions cattle."""
_SOME_TEXT, _SURE = 0.9, 3.0
"""And one that speaks not much of it, unless it names a whole title: who brokers cargo ships."""
_TEXT_FLOOR, _STRONG_TEXT = 1.3, 2.0
"""For the text without a title, and for one that no title agrees with."""
_MARGIN = 0.2


class RankedTrade(NamedTuple):
    """A trade and the points that a job earns it."""

    name: str
    known_title: float
    title_words: float
    text: float
    """Negative if the ad speaks of the trade less than of the average trade."""

    @property
    def points(self) -> float:
        return self.known_title + self.title_words + self.text


# Each turn of an interview asks for the trade of the same job.
@lru_cache(maxsize=_JOBS_KEPT)
def recognise_trade(title: str, text: str) -> str | None:
    """Return the name of a job's trade, or None if none is likely, or two are equally likely.

    The text may be empty.
    """
    title = write_out_title(title, text)
    if any(map(_is_outside, _stem_parts(title))):
        return None
    ranked = rank_trades(title, text)
    first, second = ranked[:2]
    is_clear = first.points >= _FLOOR and first.points - second.points >= _MARGIN
    is_known = _is_known(next(iter(_stem_parts(title)), []))
    return first.name if is_clear and not _is_denied(ranked, text, is_known) else None


def _is_denied(ranked: list[RankedTrade], text: str, is_known: bool) -> bool:
    """Return whether a whole ad speaks of something else than the first of the ranked trades.

    Where a trade knows the whole head of the title an ad may speak of another trade as well: a
    sales administrator chases suppliers and books carriers.
    """
    first = ranked[0]
    most = max(trade.text for trade in ranked)
    is_little = first.text < _LEAST_TEXT
    is_whole = is_known and first.known_title >= _LONG_TITLE
    is_of_other = first.text < _LITTLE_TEXT and most - first.text >= _OTHER_TEXT and not is_whole
    is_vague = first.known_title < _LONG_TITLE and first.points < _SURE
    is_denied = is_little or is_of_other or (is_vague and first.text < _SOME_TEXT)
    return is_denied and count_words(find_features(text)) >= _WHOLE_AD


def recognise_trade_of_text(title: str, text: str) -> str | None:
    """Return the trade that the text of an ad speaks of most, or None if it is not clear.

    It must speak of it as the title does, or so much that the title does not matter.
    """
    ranked = sorted(rate_text_by_trade(text).items(), key=lambda rated: rated[1], reverse=True)
    (first, most), (_, next_most) = ranked[:2]
    floor = _TEXT_FLOOR if first == recognise_trade(title, text) else _STRONG_TEXT
    return first if most >= floor and most - next_most >= _MARGIN else None


def is_strange_title(title: str, trade: str) -> bool:
    """Return whether only a single word of a title speaks for the trade, and others against it.

    They stand before it and the trade never uses them; or they are the head of the title, and the
    word stands behind it: "Academic counsellor (sales)". The text of the ad may speak of the trade
    all the same: a puzzle editor works on a magazine, but has neither writers nor their pieces.
    """
    place = load_index()["trades"].index(trade)
    head, *rest = _stem_parts(title) or [[]]
    in_head = _rate_known_title(head).get(place)
    if in_head is not None:
        return in_head == _STRANGE_TITLE
    behind = max((_rate_known_title(part).get(place, 0) for part in rest), default=0)
    is_strange_head = any(_is_strange(word, place) for word in head)
    return is_strange_head and 0 < behind < _LONG_TITLE


def _stem_parts(title: str) -> list[list[str]]:
    """Return the stems of each part of a job's title; its head comes first."""
    titles = ", ".join(split_slashes(title))
    parts = [stems for part in _PART_END.split(titles) for stems in _stem_served(part)]
    return list(filter(None, parts))


def _stem_served(part: str) -> list[list[str]]:
    """Return a title and what it serves or teaches apart ("Assistant to the Counsel"), a known one
    whole."""
    stems = stem_title(part)
    if _is_known(stems):
        return [stems]
    doer, *subject = _SUBJECT.split(part, maxsplit=1)
    # A "lecturer in nursing" is no nurse.
    parts = [doer, *subject] if _is_known(stem_title(doer)) else split_served(part)
    return list(map(stem_title, parts))


def _is_outside(stems: list[str]) -> bool:
    """Return whether a job of no trade ends a part of a title, and no trade knows the part."""
    is_end = any(stems[-len(own) :] == own for own in _load_outside())
    return is_end and not _is_known(stems)


def _is_known(stems: list[str]) -> bool:
    return " ".join(stems) in load_index()["titles"]


@cache
def _load_outside() -> list[list[str]]:
    return [stem_title(title) for title in _OUTSIDE.split(",")]


def rank_trades(title: str, text: str) -> list[RankedTrade]:
    """Return all trades with their points, the most likely first."""
    parts = _stem_parts(write_out_title(title, text))
    known_title = _rate_known_titles(parts)
    title_words = _rate_title_words(parts)
    text_points = rate_text(text)
    ranked = [
        RankedTrade(name, known_title[trade], title_words[trade], text_points[trade])
        for trade, name in enumerate(load_index()["trades"])
    ]
    return sorted(ranked, key=lambda trade: trade.points, reverse=True)


def _rate_known_titles(parts: list[list[str]]) -> defaultdict[int, float]:
    points: defaultdict[int, float] = defaultdict(float)
    for place, stems in enumerate(parts):
        share = _KNOWN_TITLE_IN_REST if place else 1.0
        for trade, value in _rate_known_title(stems).items():
            points[trade] = max(points.get(trade, _STRANGE_TITLE), share * value)
    return points


def _rate_known_title(stems: list[str]) -> dict[int, float]:
    """Rate the trades that have the longest title in these words; of two, the last: "HR Buyer"."""
    titles = load_index()["titles"]
    for length in range(len(stems), 0, -1):
        for start in range(len(stems) - length, -1, -1):
            end = start + length
            title = " ".join(stems[start:end])
            if trades := titles.get(title):
                return {trade: _rate_after(stems[:start], title, length, trade) for trade in trades}
    return {}


def _rate_after(modifiers: list[str], title: str, length: int, trade: int) -> float:
    """Rate a known title of that many words by the words that stand before it."""
    if length > 1:
        return _LONG_TITLE
    if _count_trades_with(title) >= _MANY_TRADES:
        return _WIDE_TITLE
    is_strange = any(_is_strange(word, trade) for word in modifiers)
    return _STRANGE_TITLE if is_strange else _SHORT_TITLE


@lru_cache(maxsize=1_000)
def _count_trades_with(word: str) -> int:
    """Return how many trades have a title that ends with a word: hotels and gyms have one."""
    titles = load_index()["titles"]
    ended = [title for title in titles if title.split()[-1] == word]
    return len({trade for title in ended for trade in titles[title]})


def _is_strange(word: str, trade: int) -> bool:
    trades = weigh_feature(word).trades
    is_rare = trade not in trades and len(trades) < _COMMON
    return is_rare and word not in _list_settings()


@cache
def _list_settings() -> frozenset[str]:
    return frozenset(map(stem_word, word_list("title_settings")))


def _rate_title_words(parts: list[list[str]]) -> defaultdict[int, float]:
    points: defaultdict[int, float] = defaultdict(float)
    for place, stems in enumerate(parts):
        pairs = [f"{first} {second}" for first, second in pairwise(stems)]
        for feature in [*stems, *pairs]:
            for trade, weight in weigh_feature(feature).items():
                points[trade] += weight * (_REST_WORD if place else _HEAD_WORD)
    return points
