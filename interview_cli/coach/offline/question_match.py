"""How well the words of an answer go with a question: "I was wrong" with one about a mistake.

Stems of questions, and pairs of them, place each question among the sorts of questions that there
are, as a vector. From its own stems and pairs, an answer gets the vector of the question that it
seems to answer. `python -m benchmarks.fit` fits both (`question_match.txt`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from interview_cli.coach.offline.wording import list_stems
from interview_cli.data_files import read_data

CENTRE = "@centre"
"""What stands for the vector of a text without any known term."""
_ZERO = ord("O")
"""The letter of 0; a number is as many letters above or below it as it has steps."""
_MOST_STEPS = 46
"""The largest number of steps, so that each letter is a printable one."""

Vectors = Mapping[str, Sequence[float]]


class QuestionMatch(NamedTuple):
    """The vectors of the terms of questions and answers."""

    questions: Vectors
    answers: Vectors


def list_terms(stems: Sequence[str]) -> frozenset[str]:
    """Return the stems of a text and its pairs of neighbouring stems."""
    return frozenset(stems) | {f"{left}_{right}" for left, right in pairwise(stems)}


def list_question_terms(question: str) -> frozenset[str]:
    return list_terms(list_stems(question, ()))


def name_kind(kind: str) -> str:
    """Return the term of a question's kind, which counts beside those of its text."""
    return f"@{kind}"


def measure_match(
    answer: Iterable[str], question: Iterable[str], kind: str, match: QuestionMatch
) -> float:
    """Return how well the terms of an answer go with those of a question, about -1 to 1."""
    asked = _add_up(question, match.questions)
    answered = _add_up(answer, match.answers)
    return sum(
        (x + y) * z
        for x, y, z in zip(asked, match.questions[name_kind(kind)], answered, strict=True)
    )


def _add_up(terms: Iterable[str], vectors: Vectors) -> list[float]:
    """Return the sum of the vectors of the terms that are known, over the root of their number."""
    known = [vectors[term] for term in sorted(terms) if term in vectors]
    root = sqrt(len(known) or 1)
    sums = map(sum, zip(*known, strict=True)) if known else [0.0] * len(vectors[CENTRE])
    return [total / root + centre for total, centre in zip(sums, vectors[CENTRE], strict=True)]


@cache
def load_match() -> QuestionMatch:
    """Return the vectors that `benchmarks.fit` wrote."""
    parts = read_data("interview_cli.coach.offline", "question_match.txt").split("\n\n")
    return QuestionMatch(*(_CodedVectors(part) for part in parts[1:]))


class _CodedVectors(Mapping[str, Sequence[float]]):
    """Vectors by term, each decoded when it is used: most terms are in no text of a run."""

    def __init__(self, part: str) -> None:
        step, *lines = part.splitlines()
        self._step = float(step)
        self._codes = dict(line.split(" ", 1) for line in lines)

    def __getitem__(self, term: str) -> Sequence[float]:
        return [self._step * (ord(letter) - _ZERO) for letter in self._codes[term]]

    def __contains__(self, term: object) -> bool:
        return term in self._codes

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)


def encode_vectors(vectors: Vectors) -> str:
    """Return what `load_match` reads: the step in a line, then a line for each term."""
    step = float(f"{max(max(map(abs, vector)) for vector in vectors.values()) / _MOST_STEPS:.3g}")
    lines = (
        f"{term} {''.join(chr(_ZERO + round(value / step)) for value in vector)}"
        for term, vector in vectors.items()
    )
    return "\n".join([repr(step), *lines])
