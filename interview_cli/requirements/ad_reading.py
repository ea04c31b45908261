"""What an ad asks for: as the plan of an interview found it, else found anew.

To read an ad takes a sixth of a turn, and the ad of an interview does not change.
"""

from typing import NamedTuple

from interview_cli.requirements.requirement import Requirement

# The modules that read an ad are imported where they are used: most questions need none of them.

_ADS_KEPT = 8
_MIN_DUTIES = 3


class AdReading(NamedTuple):
    """What was found in an ad."""

    requirements: tuple[Requirement, ...]
    """See `extract.find_requirements`."""
    work_lines: tuple[str, ...]
    """See `find_work_lines`."""
    duty_phrases: tuple[str, ...]
    """See `duties.find_duty_phrases`."""


_kept: dict[str, AdReading] = {}
"""Readings by the text of the ad, the latest last."""


def keep_reading(ad: str, reading: AdReading) -> None:
    """Let the functions below answer from a reading of an ad that was made earlier."""
    _kept.pop(ad, None)
    _kept[ad] = reading
    for oldest in list(_kept)[:-_ADS_KEPT]:
        _kept.pop(oldest, None)


def read_ad(ad: str) -> AdReading:
    """Return all that a question may need of an ad."""
    return AdReading(find_requirements(ad), find_work_lines(ad), find_duty_phrases(ad))


def find_requirements(ad: str) -> tuple[Requirement, ...]:
    """Return the requirements of an ad, as `extract.find_requirements` orders them."""
    if kept := _kept.get(ad):
        return kept.requirements
    from interview_cli.requirements import extract

    return tuple(extract.find_requirements(ad))


def find_requirement_by_topic(topic: str, ad: str) -> Requirement:
    """Return the requirement of an ad with that topic; if there is none, create a must-have."""
    found = (r for r in find_requirements(ad) if r.topic == topic)
    return next(found, Requirement(topic, topic, is_must=True))


def find_work_lines(ad: str) -> tuple[str, ...]:
    """Return the tasks that an ad names; if these are few, its lines that may be about the work."""
    if kept := _kept.get(ad):
        return kept.work_lines
    from interview_cli.requirements.extract import find_duties, find_lines_on_work

    duties = find_duties(ad)
    return tuple(duties if len(duties) >= _MIN_DUTIES else find_lines_on_work(ad))


def find_duty_phrases(ad: str) -> tuple[str, ...]:
    """Return the duties of an ad as `duties.find_duty_phrases` words them."""
    if kept := _kept.get(ad):
        return kept.duty_phrases
    from interview_cli.requirements import duties

    return duties.find_duty_phrases(ad)
