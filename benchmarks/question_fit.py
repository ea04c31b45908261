"""Fit the weights by which a question of a trade is chosen: `python -m benchmarks.question_fit`.

It fits a logistic regression to readers' marks of all questions that still stand in the trades,
writes `trade_weights.toml`, and prints how well marks of pairs are foretold that were left out.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from benchmarks.mark_fits import MarkFit, Row, print_shares
from benchmarks.question_frames import list_marked_texts
from benchmarks.questions import create_interview
from interview_cli.coach.offline import trade_estimates
from interview_cli.coach.offline.features.base import LOWERS, RAISES
from interview_cli.coach.offline.newcomers import is_to_be_taught
from interview_cli.coach.offline.trade_estimates import Job, measure_texts
from interview_cli.trades.recognition import recognise_trade
from interview_cli.trades.trades import load_trade
from interview_cli.workflow.interview import collect_facts

FILE = Path(trade_estimates.__file__).with_name("trade_weights.toml")
FIT = MarkFit(
    header="""\
# Generated from readers' marks by `python -m benchmarks.question_fit`: do not edit.
# The log odds that a reader calls a question of a trade good, as `trade_estimates.py` uses them.
""",
    directions={
        "wide": RAISES,
        "leading": LOWERS,
        "doubt": LOWERS,
        "strange_doer": LOWERS,
        "any_situation": LOWERS,
        "untaught": LOWERS,
        "presumes": LOWERS,
        "rare": LOWERS,
        "ad_share": RAISES,
        "cv_words": RAISES,
    },
    penalty=10.0,
    bound=0.87,
)


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


def format_fit() -> str:
    """Fit the weights, and return the text of `trade_weights.toml`."""
    return FIT.format(load_rows())


def _print_choice(rated: list[tuple[float, Row]]) -> None:
    """Print the shares of the better and of the worse half of what was marked of each pair."""
    pairs = defaultdict[str, list[tuple[float, Row]]](list)
    for each in sorted(rated, key=lambda pair: pair[0], reverse=True):
        pairs[each[1].pair].append(each)
    print_shares("better halves", [e for own in pairs.values() for e in own[: len(own) // 2]])
    print_shares("worse halves", [e for own in pairs.values() for e in own[(len(own) + 1) // 2 :]])


def main() -> None:
    _print_choice(FIT.write(FILE, load_rows()))


if __name__ == "__main__":
    main()
