"""Find what a message takes out of the post, by the words that most likely name it.

The rules read orders. What is told without one ("the van is for leaders only, take it away") is
found by the words that are surely withdrawn, and by the only entry that shares one of them.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from interview_cli.job_posts.acts import Act, Turn
from interview_cli.job_posts.message_words import Word
from interview_cli.job_posts.removals import remove_entry
from interview_cli.job_posts.stored_entries import find_touched, stem_all
from interview_cli.job_posts.word_marks import Shares

_WITHDRAWN = 0.65
"""The share from which a word names what is withdrawn."""


def take_out_withdrawn(
    words: Sequence[Word], shares: Sequence[Shares], acts: Sequence[Act], turn: Turn
) -> list[Act]:
    """Return acts without the entries whose words are withdrawn, which leave the post, too."""
    kept = list(acts)
    for name in _list_withdrawn(words, shares):
        stems = stem_all(name)
        kept = [
            Act("beside", words=act.words)
            if act.kind == "add" and stems & stem_all(act.words)
            else act
            for act in kept
        ]
        kept += [remove_entry(field, entry, name) for field, entry in find_touched(name, turn)]
    return kept


def _list_withdrawn(words: Sequence[Word], shares: Sequence[Shares]) -> Iterator[str]:
    """Yield the words in a row that are surely withdrawn; numbers alone belong to a value."""
    pairs = zip(words, shares, strict=True)
    for is_withdrawn, run in groupby(pairs, lambda pair: pair[1]["drop"] >= _WITHDRAWN):
        name = " ".join(word.text for word, _ in run if word.text.isalpha())
        if is_withdrawn and name:
            yield name
