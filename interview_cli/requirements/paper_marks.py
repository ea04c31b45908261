"""Tell whether a job ad demands a paper, by weights of its words, which were fitted.

`python -m benchmarks.paper_marks` fits the weights to ads whose papers readers listed.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple, get_args

from interview_cli.english.rules import load_toml
from interview_cli.english.words import content_stems, word_list
from interview_cli.fits import MarkWeights
from interview_cli.requirements.paper_names import find_naming_stems
from interview_cli.requirements.paper_words import WordLine, measure_ad
from interview_cli.requirements.requirement import Requirement

PaperMark = Literal["none", "must", "more of a must", "plus", "more of a plus"]
"""What a word belongs to: the first word of a paper that is a must or a plus, or one behind it."""
MARKS: tuple[PaperMark, ...] = get_args(PaperMark)
_NONE, _MUST, _MORE_OF_MUST, _PLUS, _MORE_OF_PLUS = range(len(MARKS))
_FILE = ("interview_cli.requirements", "paper_marks.toml")
_INSIDE = 0.3
"""The share from which on a word belongs to the name of a paper."""
_BEGINS = 0.5
_DEMANDED = 0.32
"""Chosen on sets that were left out: a higher bound loses papers that an interviewer would ask for,
a lower one keeps false ones."""
_LOOSE = " .,;:/(–—-"
_ADS_KEPT = 8


class MarkedPaper(NamedTuple):
    """The name of a paper in an ad, with shares from 0 to 1."""

    name: str
    start: int
    """The place of its first word in its line, and of its last one."""
    end: int
    paper: float
    """How sure it is that this is the name of a paper that the job asks for."""
    must: float
    """How sure it is that the job cannot be had without it, if it is one."""


def is_demanded(paper: Requirement, ad: str) -> bool:
    """Return whether the words of an ad that name a paper make it a must.

    Where the ad says so in the same breath, the words need only name a paper.
    """
    stems = find_naming_stems(paper.topic)
    return any(
        marked.paper * (1 if paper.is_stressed else marked.must) > _DEMANDED
        and 2 * len(stems & content_stems(marked.name)) >= len(stems)
        for marked in find_marked_papers(ad)
    )


# Each paper of an interview is looked up in the same ad.
@lru_cache(maxsize=_ADS_KEPT)
def find_marked_papers(ad: str) -> tuple[MarkedPaper, ...]:
    """Return the names of papers in an ad, in its order."""
    return tuple(paper for line in measure_ad(ad) for paper in find_in_line(line))


def find_in_line(line: WordLine) -> Iterator[MarkedPaper]:
    """Yield the names of papers in a line of an ad."""
    shares = list(load_weights().share(len(MARKS), line.shared, line.features))
    for first, last in _join_words(shares):
        inside = [1 - share[_NONE] for share in shares[first : last + 1]]
        musts = [share[_MUST] + share[_MORE_OF_MUST] for share in shares[first : last + 1]]
        text = line.text[line.words[first].start : line.words[last].end]
        if name := _trim(text):
            must = sum(musts) / sum(inside)
            yield MarkedPaper(name, first, last, sum(inside) / len(inside), must)


def _join_words(shares: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return the first and the last word of each name."""
    names: list[tuple[int, int]] = []
    for place, share in enumerate(shares):
        first = share[_MUST] + share[_PLUS]
        if 1 - share[_NONE] < _INSIDE:
            continue
        if names and names[-1][1] == place - 1 and first < _BEGINS:
            names[-1] = (names[-1][0], place)
        else:
            names.append((place, place))
    return names


def _trim(text: str) -> str:
    """Return a name without the marks and joints at its ends, and with its last bracket closed."""
    words = text.strip(_LOOSE).split()
    while words and words[-1].lower() in word_list("stop"):
        words = " ".join(words[:-1]).rstrip(_LOOSE).split()
    name = " ".join(words)
    return f"{name})" if name.count("(") > name.count(")") else name


def forget_ads() -> None:
    """Forget what was found in ads: other weights find something else."""
    find_marked_papers.cache_clear()


@cache
def load_weights() -> MarkWeights:
    """Return the weights of all features."""
    return MarkWeights(load_toml(*_FILE)["weights"].splitlines())
