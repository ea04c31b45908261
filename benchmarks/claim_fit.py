"""Fit the weights by which a group of posts claims a job: `python -m benchmarks.claim_fit`.

The rows come from the pairs that were read. The group of each is asked as it stands, and right as
far as readers did not mark its questions wrong. For jobs that are not known so well the titles by
which the group is known best are taken away, and then the whole group: what claims the job now is
right if it is the same group, else a neighbour.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from benchmarks.mark_fits import MarkFit, Row, print_shares
from benchmarks.question_frames import list_marked_texts
from benchmarks.questions import FITTED, load_pairs
from interview_cli.coach.offline import claim_estimates
from interview_cli.coach.offline.claim_estimates import measure_claim
from interview_cli.coach.offline.features.base import LOWERS, RAISES
from interview_cli.trades.recognition import recognise_trade, recognise_trade_of_text
from interview_cli.trades.trades import Trade, find_title_stems, load_trade

FILE = Path(claim_estimates.__file__).with_name("claim_weights.toml")
FIT = MarkFit(
    header="""\
# Generated from readers' marks by `python -m benchmarks.claim_fit`: do not edit.
# The log odds that a group of posts is that of a job, as `claim_estimates.py` uses them.
""",
    directions={
        "unknown": LOWERS,
        "named": RAISES,
        "behind": LOWERS,
        "unspoken": LOWERS,
        "strange_title": LOWERS,
        "support": RAISES,
    },
    penalty=3.0,
    bound=0.42,
)


class _Claim(NamedTuple):
    """A group of posts that a title leads to, in a trade from which others may be gone."""

    trade: Trade
    group: str
    source: str
    """"as it stands", "titles gone" or "group gone"."""
    is_right: bool
    """Whether it is the group that the title leads to in the whole trade."""


@cache
def load_rows() -> dict[str, list[Row]]:
    """Return the rows by where they come from."""
    rows = defaultdict[str, list[Row]](list)
    wrong = _share_wrong()
    for half in FITTED:
        for name, pair in load_pairs(half).items():
            job = pair["title"], pair["job"]
            names = {recognise_trade(*job), recognise_trade_of_text(*job)} - {None}
            for trade in map(load_trade, sorted(filter(None, names))):
                for claim in _list_claims(trade, pair["title"]) if trade else ():
                    bad: float | None = not claim.is_right
                    if claim.source == "as it stands":
                        bad = wrong.get((name, claim.trade.name, claim.group))
                    if bad is None:
                        continue  # no reader has seen its questions
                    features = measure_claim(claim.trade, claim.group, *job)
                    rows[claim.source].append(Row(name, features, 1 - bad, bad))
    return rows


def _share_wrong() -> dict[tuple[str, str, str], float]:
    """Return the share of a group's own questions that readers of a pair marked wrong."""
    marks = defaultdict[tuple[str, str, str], list[str]](list)
    for asked in list_marked_texts():
        if asked.text.is_for_few_posts:
            for group in asked.text.posts:
                marks[asked.name, asked.trade, group] += asked.marks
    return {key: own.count("wrong") / len(own) for key, own in marks.items()}


def _list_claims(trade: Trade, title: str) -> Iterator[_Claim]:
    groups = trade.find_posts(title)
    without_titles = trade
    for group in groups:
        without_titles = _take_titles_away(without_titles, group, title)
    others = {group: titles for group, titles in trade.posts.items() if group not in groups}
    sources = {
        "as it stands": trade,
        "titles gone": without_titles,
        "group gone": trade._replace(posts=others, titles=_list_other_titles(trade, groups)),
    }
    for source, rest in sources.items() if groups else ():
        for group in sorted(rest.find_posts(title)):
            yield _Claim(rest, group, source, group in groups)


def _list_other_titles(trade: Trade, groups: Collection[str]) -> tuple[str, ...]:
    """Return the titles of a trade that lead to none of some groups."""
    return tuple(own for own in trade.titles if not set(trade.find_posts(own)) & set(groups))


def _take_titles_away(trade: Trade, group: str, title: str) -> Trade:
    """Return a trade without the titles of a group that have most words of a title."""
    match, _ = trade.match_title(group, title)
    stems = find_title_stems(title)

    def is_best(own: str) -> bool:
        known = find_title_stems(own)
        return known <= stems and len(known) == len(match)

    kept = tuple(own for own in trade.posts[group] if not is_best(own))
    return trade._replace(posts={**trade.posts, group: kept})


def format_fit() -> str:
    """Fit the weights, and return the text of `claim_weights.toml`."""
    return FIT.format(_join_rows())


def _join_rows() -> list[Row]:
    return [row for rows in load_rows().values() for row in rows]


def main() -> None:
    rated = FIT.write(FILE, _join_rows())
    for source, rows in load_rows().items():
        own = [each for each in rated if any(each[1] is row for row in rows)]
        print_shares(source, own)
        print_shares("  claimed", [each for each in own if each[0] >= FIT.bound])


if __name__ == "__main__":
    main()
