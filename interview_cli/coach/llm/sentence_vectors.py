"""Where English texts lie by what they mean: texts that say nearly the same lie near each other.

Each stem, and each frequent pair of stems that follow each other, has a vector; that of a text is
their sum. `sentence_vectors.txt` holds them, distilled from a sentence embedding model by
`python -m benchmarks.sentence_vectors`: a stem, a tab, and a letter for each dimension.
"""

from array import array
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from math import hypot, sqrt
from operator import mul
from pathlib import Path

from interview_cli.sorted_lines import SortedLines, open_lines

DIMENSIONS = 24
MOST_STEPS = 46
"""Of the size of a number; as many letters above or below that of 0 stand for it."""
_ZERO = ord("O")
_PATH = Path(__file__).with_name("sentence_vectors.txt")
_UNKNOWN_WEIGHT = 1.0

Vector = Sequence[float]


@lru_cache(maxsize=2_000)
def find_vector(term: str) -> Vector | None:
    """Return the vector of a stem or of a pair of stems; None if it is not known."""
    code = _open_vectors().find(term)
    # An array takes a third of the memory of a tuple, and a turn looks up hundreds.
    return array("d", ((ord(letter) - _ZERO) / MOST_STEPS for letter in code)) if code else None


@lru_cache(maxsize=2_000)
def weigh_stem(stem: str) -> float:
    """Return how much a stem says, about 0 to 2: the length of its vector."""
    vector = find_vector(stem)
    return hypot(*vector) if vector else _UNKNOWN_WEIGHT


def list_terms(stems: Sequence[str]) -> list[str]:
    """Return stems in their order and the pairs of neighbouring ones, each once."""
    return list(dict.fromkeys([*stems, *map(" ".join, pairwise(stems))]))


def place_text(stems: Sequence[str]) -> Vector:
    """Return the vector of a text from all its stems in their order."""
    return _add_up(filter(None, map(find_vector, list_terms(stems))))


def place_words(stems: Iterable[str]) -> Vector:
    """Return the vector of some words, without their order; those that say much count more."""
    known = ((weigh_stem(stem), find_vector(stem)) for stem in stems)
    return _add_up([tuple(weight * x for x in vector) for weight, vector in known if vector])


def _add_up(vectors: Iterable[Vector]) -> Vector:
    known = list(vectors)
    root = sqrt(len(known) or 1)
    sums = map(sum, zip(*known, strict=True)) if known else [0.0] * DIMENSIONS
    return tuple(total / root for total in sums)


def measure_cosine(left: Vector, right: Vector) -> float:
    """Return the cosine of the angle between two vectors; 0 if one of them is 0."""
    lengths = hypot(*left) * hypot(*right)
    return sum(map(mul, left, right)) / lengths if lengths else 0.0


def encode_vector(vector: Iterable[float]) -> str:
    """Return the letters of a vector, whose numbers go from -1 to 1."""
    steps = (round(max(-1.0, min(1.0, number)) * MOST_STEPS) for number in vector)
    return "".join(chr(_ZERO + step) for step in steps)


@cache
def _open_vectors() -> SortedLines:
    """Return the vectors. Their file stays open."""
    file, content = open_lines(_PATH)
    return SortedLines(file, content, content.index(b"\n") + 1, len(content))
