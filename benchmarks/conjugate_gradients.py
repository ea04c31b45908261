"""Solve a symmetric linear problem by conjugate gradients, without writing its matrix down."""

from collections.abc import Callable, Sequence
from operator import mul


def solve(
    apply: Callable[[list[float]], list[float]], target: list[float], steps: int
) -> list[float]:
    """Return x with apply(x) near `target`, after so many steps from 0.

    `apply` multiplies by a matrix that is symmetric and positive definite.
    """
    solved = [0.0] * len(target)
    rest, direction = target, target
    size = multiply(rest, rest)
    for _ in range(steps):
        applied = apply(direction)
        length = size / (multiply(direction, applied) or 1)
        solved = [x + length * y for x, y in zip(solved, direction, strict=True)]
        rest = [x - length * y for x, y in zip(rest, applied, strict=True)]
        before, size = size, multiply(rest, rest)
        direction = [x + size / (before or 1) * y for x, y in zip(rest, direction, strict=True)]
    return solved


def multiply(left: Sequence[float], right: Sequence[float]) -> float:
    """Return the sum of the products."""
    return sum(map(mul, left, right))
