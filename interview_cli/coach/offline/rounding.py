"""Round the ratings of an answer together, so that its score is near that of the estimates."""

from collections.abc import Mapping
from itertools import product
from math import ceil, floor


def round_together(estimates: Mapping[str, float], weights: Mapping[str, int]) -> dict[str, int]:
    """Return whole ratings whose weighted sum is nearest to that of the estimates, 0 to 5.

    Each rating is one of the two whole numbers around its estimate. Rounded one by one, five
    ratings move a score of 100 by up to 10 points, and equal answers part by chance. Of equally
    near ratings those nearest to their estimates are chosen.
    """
    names = list(estimates)
    choices = [_list_ratings(estimates[name]) for name in names]

    def measure_error(ratings: tuple[int, ...]) -> tuple[float, float]:
        errors = [rating - estimates[name] for name, rating in zip(names, ratings, strict=True)]
        total = sum(weights[name] * error for name, error in zip(names, errors, strict=True))
        return round(abs(total), 6), sum(error * error for error in errors)

    best = min(product(*choices), key=measure_error)
    return dict(zip(names, best, strict=True))


def _list_ratings(estimate: float) -> tuple[int, ...]:
    return tuple({floor(estimate), ceil(estimate)})
