"""Recognise the headings of CVs and job ads, and what is below them."""

from typing import Literal

from interview_cli.english.rules import RuleFile, load_rules

AdPart = Literal["wanted", "nice", "duties", "offer", "other"]

# The first part that matches counts: "What we offer you" is not a list of what is wanted, and
# "About you" is not about the employer.
_AD_PARTS: tuple[AdPart, ...] = ("nice", "offer", "other", "duties", "wanted")


def is_section_heading(line: str) -> bool:
    """Return whether a line without marks heads a section of a CV or a job ad."""
    return _load_headings()["section"].pattern.match(line) is not None


def find_ad_part(heading: str) -> AdPart | None:
    """Return the part of a job ad that a heading opens, or None if its words do not say."""
    plain = heading.replace("’", "'")
    headings = _load_headings()
    return next((part for part in _AD_PARTS if headings[f"ad_{part}"].pattern.search(plain)), None)


def _load_headings() -> RuleFile:
    return load_rules("interview_cli.english", "headings.toml")
