"""Leave out what a message surely withdraws, of itself and of the post."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from interview_cli.job_posts.acts import Act, Turn
from interview_cli.job_posts.marked_message import MarkedMessage, locate_acts
from interview_cli.job_posts.mentioned_removals import is_settled, take_out
from interview_cli.job_posts.removal_fit import Mention, find_mentions, weigh_stems

_WITHDRAWN = 0.65
"""The share from which a word names what is withdrawn."""
_NAMED = 0.6
"""The part of withdrawn words that an entry has to have."""


def leave_out_withdrawn(acts: Sequence[Act], marked: MarkedMessage) -> list[Act]:
    """Return acts without the entries whose words are withdrawn."""
    places = {place for run in _list_withdrawn(marked) for place in run}
    return [
        Act("beside", words=act.words)
        if act.kind == "add" and not act.corrects and places.intersection(span)
        else act  # one that corrects moves: "remove SQL from must, nice to have is fine"
        for act, span in zip(acts, locate_acts(acts, marked), strict=True)
    ]


def _list_withdrawn(marked: MarkedMessage) -> Iterator[list[int]]:
    """Yield the words in a row that are surely withdrawn; numbers alone belong to a value."""
    places = range(len(marked.words))
    for is_withdrawn, run in groupby(
        places, lambda place: marked.shares[place]["drop"] >= _WITHDRAWN
    ):
        names = [place for place in run if marked.words[place].text.isalpha()]
        if is_withdrawn and names:
            yield names


def take_out_dropped(acts: list[Act], marked: MarkedMessage, turn: Turn) -> list[Act]:
    """Return acts with those that take out of the post what words surely withdraw."""
    for run in _list_withdrawn(marked):
        named = _find_named(run, marked, turn)
        if any(is_settled(mention, acts) for mention in named):
            continue  # the rules know which entry is meant
        for mention in named:
            acts = take_out(mention, acts, marked.words, turn)
    return acts


def _find_named(run: Sequence[int], marked: MarkedMessage, turn: Turn) -> list[Mention]:
    """Return the entries of the post that share most with withdrawn words, if these name them."""
    words = [marked.words[place] for place in run]
    least = _NAMED * sum(weigh_stems(marked.quote(run)).values())
    mentions = [
        replace(mention, shared=tuple(run[place] for place in mention.shared))
        for mention in find_mentions(words, turn)
    ]
    most = max((mention.weight for mention in mentions), default=0)
    best = [mention for mention in mentions if mention.weight == most >= max(least, 1)]
    widest = max((mention.cover for mention in best), default=0)
    return [mention for mention in best if mention.cover == widest]
