"""Rate how surely a message is a yes to the post that is shown, by weights that were fitted.

It reads what the clause rules of `confirmations.py` do not know, such as a yes in other languages.
`python -m benchmarks.yes_fit` fits the weights and finds the bounds.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from interview_cli.fits import read_fit
from interview_cli.job_posts.confirmations import ClauseSigns, read_signs, split_words

FILE = "fit_yes.toml"
_PACKAGE = "interview_cli.job_posts"
_GRAM_CHARS = 3
_MOST_WORDS = 20
_LENGTHS = (1, 2, 4, 7, 11, 16)
_DOUBT = 1.0
"""Log odds from which a message that is no sure yes is a doubtful one."""


def judge_yes(message: str) -> Literal["confirm", "doubt"] | None:
    """Return whether a message is a plain yes, or rather a yes than not; None if it is neither."""
    if "?" in message or len(message.split()) > _MOST_WORDS:
        return None
    fit = read_fit(_PACKAGE, FILE)
    odds = fit.rate(measure_yes(message))
    return "confirm" if odds > fit.bound else "doubt" if odds > _DOUBT else None


def measure_yes(message: str) -> dict[str, float]:
    """Return the features of a message: its words and their beginnings, and what the rules see."""
    words = [word.lower().replace("’", "'") for word in split_words(message)]
    features = dict.fromkeys(_list_words(words), 1.0)
    features |= dict.fromkeys(_list_signs(read_signs(message)), 1.0)
    return features


def _list_words(words: list[str]) -> Iterator[str]:
    for word in words:
        yield "#" if word[0].isdigit() else word
        marked = f"^{word}$"
        places = range(len(marked) - _GRAM_CHARS + 1)
        yield from (f"-{marked[place : place + _GRAM_CHARS]}" for place in places)
    yield from map(" ".join, pairwise(words))
    if words:
        yield f"first {words[0]}"
        yield f"last {words[-1]}"
    yield f"words {sum(len(words) >= length for length in _LENGTHS)}"


def _list_signs(clauses: list[ClauseSigns]) -> Iterator[str]:
    for name in ("is_order", "is_sign", "is_against"):
        holding = sum(getattr(clause, name) for clause in clauses)
        yield f"{name} {'all' if holding == len(clauses) else 'some' if holding else 'none'}"
    unknown = sum(len(clause.unknown) for clause in clauses)
    yield f"unknown {min(unknown, 4)}"
    is_good = any(clause.is_sign or clause.is_order for clause in clauses)
    yield f"good {is_good} against {any(clause.is_against for clause in clauses)}"
    yield f"good {is_good} unknown {min(unknown, 2)}"
