"""Recognise lines of a job ad that head or label others wherever they stand."""

import re
from typing import Literal

from interview_cli.english.headings import AdPart, find_ad_part
from interview_cli.english.rules import load_rules
from interview_cli.job_posts.word_lists import load_phrases

_PACKAGE, _FILE = "interview_cli.requirements", "ad_headings.toml"
_DASH = re.compile(r"\s[-–—:(]+\s*")
"""What parts a heading from a remark on it: "Requirements – please apply only with these"."""
_CLOSING = ("fact_headings", "sign_offs")
"""Lists of what ends the part about the job."""
_LABELS: dict[str, AdPart] = {"wanted_labels": "wanted", "duty_labels": "duties"}
_MAX_LABEL_WORDS = 4
Part = AdPart | Literal["unknown"]
"""What a part of an ad is about; `unknown` before the first heading and below an unclear one."""


def find_heading_part(heading: str) -> AdPart | None:
    """Return the part of an ad that a heading opens, or None if its words do not say.

    What is essential and what is desirable is wanted.
    """
    is_both = load_rules(_PACKAGE, _FILE)["both"].pattern.search(heading) is not None
    if is_both:
        return "wanted"
    if load_rules(_PACKAGE, _FILE)["plus"].pattern.search(heading):
        return "nice"
    first, *rest = _DASH.split(heading, maxsplit=1)
    return (rest and find_ad_part(first)) or find_ad_part(heading)


def is_heading(text: str) -> bool:
    """Return whether a text only heads others: "Key skills", "Personal", "Date posted"."""
    bare = _strip(text)
    is_phrase = any(_is_phrase(name, bare) for name in ("heading_phrases", *_CLOSING))
    return is_phrase or load_rules(_PACKAGE, _FILE)["heading"].pattern.match(bare) is not None


def find_part_headed(text: str, current: Part) -> Part | None:
    """Return the part of the ad below a text that only heads others; None if it does not.

    `current` is the part around it: the name of a group ("Personal") does not end it.
    """
    bare = _strip(text)
    if is_fact_label(bare):
        return "other"
    if not is_heading(bare):
        return None
    if any(_is_phrase(name, bare) for name in _CLOSING):
        return "other"
    part = find_heading_part(load_rules(_PACKAGE, _FILE)["about_post"].pattern.sub("", bare))
    return part if part and part != "other" else current  # "Criteria   E/D   How assessed"


def is_fact_label(label: str) -> bool:
    """Return whether a label is that of a fact about the job: "Grade", "Reports to"."""
    return _is_phrase("fact_labels", _strip(label))


def is_duty_label(label: str) -> bool:
    """Return whether a label surely stands before tasks: "Main duties"."""
    return _is_phrase("duty_labels", _strip(label))


def find_label_part(label: str) -> AdPart | None:
    """Return the part of an ad that a label before its text opens: "Systems", "Your work"."""
    bare = _strip(label)
    if len(bare.split()) > _MAX_LABEL_WORDS:
        return "offer" if _is_phrase("offer_labels", bare) else None
    if load_rules(_PACKAGE, _FILE)["post_label"].pattern.search(bare):
        return None
    for name, part in _LABELS.items():
        if _is_phrase(name, bare):
            return part
    return find_heading_part(bare)


def _is_phrase(name: str, bare: str) -> bool:
    return bare.lower() in load_phrases(_FILE, name, _PACKAGE)


def _strip(text: str) -> str:
    return " ".join(text.replace("’", "'").strip(" :.,;!?-–—*").split())
