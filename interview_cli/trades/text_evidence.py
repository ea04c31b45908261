"""Rate how much a text speaks of each trade: by the words that trades use more than others do.

The rarer a word is among the trades, the more it earns.
"""

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from interview_cli.trades.index import find_features, load_index

_MIN_WORDS = 20
"""An ad with fewer words is rated as if it had so many, because chance decides about a few."""


class Weights(NamedTuple):
    """Trades by their places, and a weight for each. A turn with a model keeps a thousand: as
    dictionaries they would take half a megabyte more."""

    trades: "array[int]"
    weights: "array[float]"

    def items(self) -> Iterator[tuple[int, float]]:
        return zip(self.trades, self.weights, strict=True)


_NO_WEIGHTS = Weights(array("H"), array("d"))


def rate_text_by_trade(text: str) -> dict[str, float]:
    """Return how much a text speaks of each trade; below 0 if less than by chance."""
    names = load_index()["trades"]
    return {names[trade]: points for trade, points in rate_text(text).items()}


def list_trades_with(word: str) -> list[str]:
    """Return the trades that use a word, or the rarest part of one with a hyphen."""
    names = load_index()["trades"]
    parts = (weigh_feature(feature).trades for feature in find_features(word) if " " not in feature)
    return [names[trade] for trade in min(parts, key=len, default=())]


def rate_text(text: str) -> dict[int, float]:
    """Rate the trades by words; the mean of all is what an ad of no trade would earn by chance."""
    features = set(find_features(text))
    points: defaultdict[int, float] = defaultdict(float)
    for feature in features:
        for trade, weight in weigh_feature(feature).items():
            points[trade] += weight
    word_count = count_words(features)
    trades = range(len(load_index()["trades"]))
    mean = sum(points.values()) / len(trades)
    scale = math.sqrt(max(word_count, _MIN_WORDS))
    return {trade: (points[trade] - mean) / scale for trade in trades}


@lru_cache(maxsize=20_000)
def weigh_feature(feature: str) -> Weights:
    """Return the trades that use a feature, and what it earns each."""
    index = load_index()
    entry = index["evidence"].get(feature)
    if entry is None:
        return _NO_WEIGHTS
    trades, counts = entry[::2], entry[1::2]
    rarity = 1 - math.log(len(trades)) / math.log(len(index["trades"]))
    return Weights(array("H", trades), array("d", [math.log1p(n) * rarity for n in counts]))


def count_words(features: Iterable[str]) -> int:
    return sum(" " not in feature for feature in set(features))
