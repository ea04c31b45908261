"""The lines of a job ad as they are read."""

import re
from typing import NamedTuple

from interview_cli.english.bullets import remove_bullet
from interview_cli.requirements.ad_headings import Part

_STRONG_MARKS = re.compile(r"\*\*|__")


class AdLine(NamedTuple):
    """A line of an ad, without its marks."""

    text: str
    part: Part
    """What its part of the ad is about."""
    is_entry: bool = False
    """Whether it is a list entry: it has a bullet, or is where the ad lists what is wanted."""
    is_labelled: bool = False
    """Whether it began with a label for its part, as in "Must have: …"; `text` lacks the label."""


def remove_marks(line: str) -> str:
    """Return a line without its bullet and without Markdown emphasis."""
    return _STRONG_MARKS.sub("", remove_bullet(line)).strip(" *_").lstrip("# ")
