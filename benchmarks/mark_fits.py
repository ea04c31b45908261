"""Fit how likely a reader calls a question good: a logistic regression on the marks of readers.

`coach/offline/share_estimates.py` uses the files of weights.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple
from zlib import crc32

from benchmarks.regression import fit_log_odds
from interview_cli.coach.offline.estimates import add_up, squash

_FOLDS = 10
_GROUPS = 8

Direction = Literal["raises", "lowers"]
Fitted = tuple[float, dict[str, float]]
"""An intercept and weights, in log odds."""


class Row(NamedTuple):
    """A question with its features for a pair, and the readers' marks."""

    pair: str
    features: dict[str, float]
    good: float
    wrong: float
    """The shares of the readers who gave these marks."""


class MarkFit(NamedTuple):
    """How one file of weights is fitted to the marks of readers."""

    header: str
    """What the file says of itself."""
    directions: Mapping[str, Direction]
    penalty: float
    bound: float
    """The share of good marks, 0 to 1, from which on something is likely good."""

    def fit(self, rows: Sequence[Row]) -> Fitted:
        """Fit the log odds that a reader calls a question good."""
        features, shares = [row.features for row in rows], [row.good for row in rows]
        intercept, weights = fit_log_odds(features, shares, self.directions, self.penalty)
        return round(intercept, 3), weights

    def format(self, rows: Sequence[Row]) -> str:
        """Fit the weights, and return the content of their file."""
        intercept, weights = self.fit(rows)
        lines = [f"bound = {self.bound}", f"intercept = {intercept}", "", "[weights]"]
        lines += (f"{name} = {weight}" for name, weight in weights.items())
        return self.header + "\n" + "\n".join(lines) + "\n"

    def write(self, file: Path, rows: Sequence[Row]) -> list[tuple[float, Row]]:
        """Write the file of weights; print and return how left-out marks are foretold."""
        file.write_text(self.format(rows), "utf-8")
        rated = self.estimate_left_out(rows)
        self.print_calibration(rated)
        return rated

    def estimate_left_out(self, rows: Sequence[Row]) -> list[tuple[float, Row]]:
        """Return the estimate for each row by a fit without its fold of pairs."""
        rated = []
        for fold in range(_FOLDS):
            intercept, weights = self.fit([row for row in rows if _find_fold(row) != fold])
            rated += [
                (squash(add_up(intercept, weights, row.features)), row)
                for row in rows
                if _find_fold(row) == fold
            ]
        return rated

    def print_calibration(self, rated: Sequence[tuple[float, Row]]) -> None:
        """Print the shares of the marks by how likely a good one was said to be."""
        ordered = sorted(rated, key=lambda pair: pair[0])
        for number in range(_GROUPS):
            group = ordered[number * len(rated) // _GROUPS : (number + 1) * len(rated) // _GROUPS]
            print_shares(f"estimate to {group[-1][0]:.2f}", group)
        print_shares("below the bound", [each for each in rated if each[0] < self.bound])
        print_shares("at the bound or above", [each for each in rated if each[0] >= self.bound])


def _find_fold(row: Row) -> int:
    return crc32(row.pair.encode()) % _FOLDS


def print_shares(label: str, rated: Sequence[tuple[float, Row]]) -> None:
    """Print how many questions there are, what was estimated, and the shares of marks."""
    count = len(rated)
    estimate = sum(each for each, _ in rated) / count
    good = sum(row.good for _, row in rated) / count
    wrong = sum(row.wrong for _, row in rated) / count
    print(f"{label:24} {count:5}  estimate {estimate:.2f}  good {good:.2f}  wrong {wrong:.2f}")
