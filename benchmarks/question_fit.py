"""Fit the weights by which a question of a trade is chosen: `python -m benchmarks.question_fit`.

It fits a logistic regression to readers' marks of all questions that still stand in the trades,
writes `trade_weights.toml`, and prints how well marks of pairs are foretold that were left out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from benchmarks.question_frames import list_marked_texts
from benchmarks.questions import create_interview
from benchmarks.regression import fit_log_odds
from interview_cli.coach.offline import trade_estimates
from interview_cli.coach.offline.estimates import add_up, squash
from interview_cli.coach.offline.features.base import LOWERS, RAISES
from interview_cli.coach.offline.newcomers import is_to_be_taught
from interview_cli.coach.offline.trade_estimates import Job, measure_texts
from interview_cli.trades.recognition import recognise_trade
from interview_cli.trades.trades import load_trade
from interview_cli.workflow.interview import collect_facts

FILE = Path(trade_estimates.__file__).with_name("trade_weights.toml")
_HEADER = """\
# Generated from readers' marks by `python -m benchmarks.question_fit`: do not edit.
# The log odds that a reader calls a question of a trade good, as `trade_estimates.py` uses them.
"""
_DIRECTIONS = {
    "wide": RAISES,
    "own_leading": LOWERS,
    "little_support": LOWERS,
    "words_left": LOWERS,
    "any_situation": LOWERS,
    "untaught": LOWERS,
    "presumes": LOWERS,
    "ad_share": RAISES,
    "cv_words": RAISES,
}
_FOLDS = 10
_PENALTY = 10.0
_BOUND = 0.83
_GROUPS = 8


class Row(NamedTuple):
    """A question of a trade with its features for a pair, and the readers' marks."""

    pair: str
    features: dict[str, float]
    good: float
    wrong: float
    """The shares of the readers who gave these marks."""


@cache
def load_rows() -> list[Row]:
    """Return the marked questions of trades that are recognised.

    Those of a neighbour's post count too, although few would be asked of the same job again: the
    next job will have other neighbours.
    """
    return list(_list_rows())


def _list_rows() -> Iterator[Row]:
    for asked in list_marked_texts():
        facts = collect_facts(create_interview(asked.name, asked.pair))
        job = Job(facts.job_title, facts.job_text, facts.cv_text, is_to_be_taught(facts))
        trade = load_trade(asked.trade)
        if trade is None or recognise_trade(job.title, job.ad) != trade.name:
            continue
        posts = trade.find_posts(job.title)
        measured = measure_texts([asked.text], trade, posts, job)
        shares = (asked.marks.count(mark) / len(asked.marks) for mark in ("good", "wrong"))
        yield Row(asked.name, measured[asked.text], *shares)


def fit_marks(rows: Sequence[Row]) -> tuple[float, dict[str, float]]:
    """Fit the log odds that a reader calls a question good: an intercept, and weights."""
    features, shares = [row.features for row in rows], [row.good for row in rows]
    intercept, weights = fit_log_odds(features, shares, _DIRECTIONS, _PENALTY)
    return round(intercept, 3), weights


def format_weights() -> str:
    """Fit the weights, and return the text of `trade_weights.toml`."""
    intercept, weights = fit_marks(load_rows())
    lines = [f"bound = {_BOUND}", f"intercept = {intercept}", "", "[weights]"]
    lines += (f"{name} = {weight}" for name, weight in weights.items())
    return _HEADER + "\n" + "\n".join(lines) + "\n"


def estimate_left_out(
    rows: Sequence[Row], fit: Callable[[Sequence[Row]], tuple[float, dict[str, float]]]
) -> list[tuple[float, Row]]:
    """Return the estimate for each row by a fit without its fold of pairs."""
    rated = []
    for fold in range(_FOLDS):
        intercept, weights = fit([row for row in rows if _find_fold(row) != fold])
        rated += [
            (squash(add_up(intercept, weights, row.features)), row)
            for row in rows
            if _find_fold(row) == fold
        ]
    return rated


def _find_fold(row: Row) -> int:
    return crc32(row.pair.encode()) % _FOLDS


def print_calibration(rated: list[tuple[float, Row]], bound: float) -> None:
    """Print the shares of the marks by how likely a good one was said to be."""
    ordered = sorted(rated, key=lambda pair: pair[0])
    for number in range(_GROUPS):
        group = ordered[number * len(rated) // _GROUPS : (number + 1) * len(rated) // _GROUPS]
        _print_shares(f"estimate to {group[-1][0]:.2f}", group)
    _print_shares("below the bound", [each for each in rated if each[0] < bound])
    _print_shares("at the bound or above", [each for each in rated if each[0] >= bound])


def _print_choice(rated: list[tuple[float, Row]]) -> None:
    """Print the shares of the better and of the worse half of what was marked of each pair."""
    pairs = defaultdict[str, list[tuple[float, Row]]](list)
    for each in sorted(rated, key=lambda pair: pair[0], reverse=True):
        pairs[each[1].pair].append(each)
    _print_shares("better halves", [e for own in pairs.values() for e in own[: len(own) // 2]])
    _print_shares("worse halves", [e for own in pairs.values() for e in own[(len(own) + 1) // 2 :]])


def _print_shares(label: str, rated: list[tuple[float, Row]]) -> None:
    count = len(rated)
    estimate = sum(each for each, _ in rated) / count
    good = sum(row.good for _, row in rated) / count
    wrong = sum(row.wrong for _, row in rated) / count
    print(f"{label:24} {count:5}  estimate {estimate:.2f}  good {good:.2f}  wrong {wrong:.2f}")


def main() -> None:
    FILE.write_text(format_weights(), "utf-8")
    rated = estimate_left_out(load_rows(), fit_marks)
    print_calibration(rated, _BOUND)
    _print_choice(rated)


if __name__ == "__main__":
    main()
