"""Rate how surely a message is a yes to the post that is shown, by weights that were fitted.

It reads what the clause rules of `confirmations.py` do not know, such as a yes in other languages.
`python -m benchmarks.yes_fit` fits the weights and finds the bounds.
"""

from collections.abc import Iterator
from itertools import pairwise

from interview_cli.fits import Fit, read_fit
from interview_cli.job_posts.confirmations import ClauseSigns, read_signs, split_words

FILE = "fit_yes.toml"
_PACKAGE = "interview_cli.job_posts"
_GRAM_CHARS = 3
_MOST_WORDS = 20
_LENGTHS = (1, 2, 4, 7, 11, 16)
_DOUBT = 1.0
"""Log odds from which a message that is no sure yes is a doubtful one."""


def is_sure_yes(message: str) -> bool:
    """Return whether a message is a plain yes."""
    return _is_short(message) and load_fit().refuses(measure_yes(message))


def is_likely_yes(message: str) -> bool:
    """Return whether a message is rather a yes than not, so that it is to be asked about."""
    return _is_short(message) and load_fit().rate(measure_yes(message)) > _DOUBT


def _is_short(message: str) -> bool:
    return "?" not in message and len(message.split()) <= _MOST_WORDS


def load_fit() -> Fit:
    """Return the weights; the bound is that of a plain yes."""
    return read_fit(_PACKAGE, FILE)


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
