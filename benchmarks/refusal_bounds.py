"""Choose from which log odds on each fit refuses, so that hardly any good reply is refused at all.

All fits of one kind of replies share a budget of good replies that may be refused. It goes to the
fits by what each gains.
"""

from collections.abc import Mapping, Sequence
from math import ceil, inf
from typing import NamedTuple


class Judged(NamedTuple):
    """A reply with the odds of a fit that did not see its writer."""

    writer: str
    source: str
    """What it is from: a key of the limits, or another name if it counts for the budget."""
    is_faulty: bool
    """Whether it has the fault of this fit."""
    is_good: bool
    """Whether it has no fault at all."""
    odds: float


def choose_bounds(
    judged: Mapping[str, Sequence[Judged]], limits: Mapping[str, float], budget: int
) -> dict[str, float]:
    """Return the bound of each fit.

    `limits` says which share of the good replies of a source each fit may refuse; of all other
    sources, at most `budget` good ones are refused by all fits together.
    """
    best: dict[int, tuple[float, dict[str, float]]] = {0: (0.0, {})}
    for name, replies in judged.items():
        choices = _list_choices(replies, limits, budget)
        extended: dict[int, tuple[float, dict[str, float]]] = {}
        for spent, (gain, bounds) in best.items():
            for more, (found, bound) in enumerate(choices):
                total = (gain + found, bounds | {name: bound})
                if spent + more <= budget and total[0] >= extended.get(spent + more, (-1.0,))[0]:
                    extended[spent + more] = total
        best = extended
    return max(best.values(), key=lambda choice: choice[0])[1]


def _list_choices(
    replies: Sequence[Judged], limits: Mapping[str, float], budget: int
) -> list[tuple[float, float]]:
    """Return what a fit finds, as a share of the faulty replies, and its bound.

    The first refuses no good reply, the second one, and so on.
    """
    floor = max((_find_floor(replies, source, limits[source]) for source in limits), default=-inf)
    good = [each.odds for each in replies if each.is_good and each.source not in limits]
    good = sorted(good, reverse=True)[: budget + 1]
    bounds = [round(max(floor, odds) + 0.005, 2) for odds in good]
    faulty = [each.odds for each in replies if each.is_faulty]
    return [(sum(odds > bound for odds in faulty) / len(faulty), bound) for bound in bounds]


def _find_floor(replies: Sequence[Judged], source: str, share: float) -> float:
    """Return the log odds that at most such a share of the good replies of a source exceeds."""
    odds = sorted(
        (each.odds for each in replies if each.is_good and each.source == source), reverse=True
    )
    return odds[ceil(share * len(odds))] if odds else -inf
