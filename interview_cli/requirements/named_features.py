"""Measure what tells whether a line of a CV with some words of a requirement shows any of it.

A word that stands all over the ad and the CV says of what trade both are, and no more: "athletes".
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import log1p

from interview_cli.english.words import content_stems, tokenize
from interview_cli.requirements.cv_evidence import read_cv_lines
from interview_cli.requirements.shared_words import share_words
from interview_cli.requirements.told_features import Features
from interview_cli.requirements.wanted import Wanted

_TEXTS_KEPT = 8


def measure_named(wanted: Wanted, cv_text: str, line: str, words: Sequence[str]) -> Features:
    """Return what tells whether a line shows something of what is wanted.

    `words` are those of the ad that it has.
    """
    stems = content_stems(" ".join(words))
    in_ad = _count_stems(tuple(wanted.ad.splitlines()))
    in_cv = _count_stems(tuple(read_cv_lines(cv_text)))
    shared = share_words(wanted.topic, line)
    first, *_ = [*tokenize(line), ""]
    return {
        "in ad": log1p(min((in_ad[stem] for stem in stems), default=0)),
        "in CV": log1p(min((in_cv[stem] for stem in stems), default=0)),
        "begins line": float(first.lower() in {word.lower() for word in tokenize(" ".join(words))}),
        "shared": shared.shared / max(1, shared.wanted),
        "names": float(len(words)),
    }


@lru_cache(maxsize=_TEXTS_KEPT)
def _count_stems(lines: tuple[str, ...]) -> Counter[str]:
    """Return in how many lines of a text each stem stands."""
    return Counter(stem for line in lines for stem in content_stems(line))
