"""Leave out what a message adds and withdraws, by the words that are surely withdrawn."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.marked_message import MarkedMessage, locate_acts

_WITHDRAWN = 0.65
"""The share from which a word names what is withdrawn."""


def leave_out_withdrawn(acts: Sequence[Act], marked: MarkedMessage) -> list[Act]:
    """Return acts without the entries whose words are withdrawn."""
    places = {place for run in _list_withdrawn(marked) for place in run}
    return [
        Act("beside", words=act.words) if act.kind == "add" and places.intersection(span) else act
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
