"""Find what a message takes out of the post, by the words that most likely name it.

The rules read orders. What is told without one ("the van is for leaders only, take it away") is
found by the words that are surely withdrawn, and by the only entry that shares one of them.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from interview_cli.job_posts.acts import Act, Turn
from interview_cli.job_posts.marked_message import MarkedMessage, locate_acts
from interview_cli.job_posts.removals import remove_entry
from interview_cli.job_posts.stored_entries import find_touched

_WITHDRAWN = 0.65
"""The share from which a word names what is withdrawn."""


def take_out_withdrawn(acts: Sequence[Act], marked: MarkedMessage, turn: Turn) -> list[Act]:
    """Return acts without the entries whose words are withdrawn, which leave the post, too."""
    withdrawn = list(_list_withdrawn(marked))
    places = {place for run in withdrawn for place in run}
    kept = [
        Act("beside", words=act.words) if act.kind == "add" and places.intersection(span) else act
        for act, span in zip(acts, locate_acts(acts, marked), strict=True)
    ]
    for run in withdrawn:
        name = " ".join(marked.words[place].text for place in run)
        kept += [remove_entry(field, entry, name) for field, entry in find_touched(name, turn)]
    return kept


def _list_withdrawn(marked: MarkedMessage) -> Iterator[list[int]]:
    """Yield the words in a row that are surely withdrawn; numbers alone belong to a value."""
    places = range(len(marked.words))
    for is_withdrawn, run in groupby(
        places, lambda place: marked.shares[place]["drop"] >= _WITHDRAWN
    ):
        names = [place for place in run if marked.words[place].text.isalpha()]
        if is_withdrawn and names:
            yield names
