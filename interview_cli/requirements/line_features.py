"""Measure what tells whether a line of a CV states a requirement.

The weights of the features are fitted to readers' marks (`support_fits.py`).
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import log1p

from interview_cli.requirements.cv_evidence import find_listed_lines
from interview_cli.requirements.cv_papers import judge_paper
from interview_cli.requirements.told_features import (
    Features,
    measure_cover,
    measure_wanted,
    share_begun,
)
from interview_cli.requirements.wanted import Wanted, matches_evidence

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_JOINT = re.compile(r"[,;/•|]")
_TEXTS_KEPT = 1_000


def measure_lines(wanted: Wanted, cv_text: str, lines: Sequence[str]) -> list[Features]:
    """Return of each of these lines of a CV what tells whether it states a requirement."""
    whole = wanted.as_whole
    is_held = wanted.is_paper and judge_paper(wanted.topic, whole.topic, cv_text) != "absent"
    of_all = measure_wanted(wanted) | {
        "held": float(is_held),
        "not held": float(wanted.is_paper and not is_held),
    }
    listed = find_listed_lines(cv_text)
    return [
        of_all
        | measure_cover(wanted, line, "line")
        | measure_cover(whole, line, "whole")
        | _measure_line(line)
        | {
            "best part": max(
                (share_begun(wanted, part) for part in _split_line(line)), default=0.0
            ),
            "listed": float(line in listed),
        }
        for line in lines
    ]


@lru_cache(maxsize=_TEXTS_KEPT)
def _measure_line(line: str) -> Features:
    """Return what a line is like, whatever is asked for."""
    return {
        "length": log1p(len(line.split())),
        "year": float(_YEAR.search(line) is not None),
        "denial": float(matches_evidence("says_no", line)),
        "capitals": float(line.isupper()),
    }


@lru_cache(maxsize=_TEXTS_KEPT)
def _split_line(line: str) -> Sequence[str]:
    """Return the parts of a line that lists things."""
    return [part for part in _JOINT.split(line) if part.strip()]
