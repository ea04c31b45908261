"""Extract the requirements of a job ad with any layout."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from interview_cli.english.rules import load_rules
from interview_cli.english.words import content_stems
from interview_cli.english.years import remove_years
from interview_cli.requirements.ad_layout import AdLine, read_layout, remove_marks
from interview_cli.requirements.ad_sentences import (
    is_must_have,
    is_nice_to_have,
    requirements_in,
    split_entry,
    split_list,
)
from interview_cli.requirements.ad_tables import find_criteria, is_row

_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")
_MAX_TOPIC_WORDS = 9
_ADS_KEPT = 8
# A topic that begins like this is the rest of a sentence, or asks for an absence ("not colour
# blind").
_NEVER_FIRST = {"with", "in", "or", "of", "for", "to", "at", "on", "and", "not", "no", "don't"}
_NEVER_LAST = {"and", "or", "up", "with", "of", "in", "for", "to", "the", "a", "an", "at", "on"}
_NEVER_LAST |= {"&"}


@dataclass(frozen=True)
class Requirement:
    """One thing that a job asks for."""

    text: str
    """The ad's own words."""
    topic: str
    """The part of the text that names it: at most nine words."""
    is_must: bool
    """Whether it must be met; otherwise it is nice to have."""

    @property
    def is_trait(self) -> bool:
        """Whether it is a personal trait: a story can show it, and CVs rarely state it."""
        return _load_pattern("trait").match(self.topic) is not None

    @property
    def is_condition(self) -> bool:
        """Whether it is something to have, not to do; there are few stories about it."""
        return self.is_formality or _load_pattern("condition").search(self.topic) is not None

    @property
    def is_formality(self) -> bool:
        """Whether a paper, a yes or a timetable settles it, so that no question is needed."""
        return _load_pattern("formality").search(self.topic) is not None


def find_requirements(job_description: str) -> list[Requirement]:
    """Return the requirements of an ad, each topic once: must-haves first, else in its order."""
    return list(_find_once(job_description))


# Each question of an interview asks for the requirements of the same ad.
@lru_cache(maxsize=_ADS_KEPT)
def _find_once(job_description: str) -> tuple[Requirement, ...]:
    found: dict[str, Requirement] = {}
    for text, is_must in _read_ad(list(read_layout(job_description))):
        topic = extract_topic(text)
        if content_stems(topic) and topic.split()[0].lower() not in _NEVER_FIRST:
            found.setdefault(topic.casefold(), Requirement(text, topic, is_must))
    return tuple(sorted(found.values(), key=lambda requirement: not requirement.is_must))


def _read_ad(lines: Sequence[AdLine]) -> list[tuple[str, bool]]:
    """Return the texts that ask for something; if there are none, the entries of lists."""
    if found := list(_read_parts(lines)):
        return found
    entries = [line for line in lines if line.is_entry and line.part in ("unknown", "other")]
    return [found for line in entries for found in _read_entry(line.text, is_nice=False)]


def _read_parts(lines: Sequence[AdLine]) -> Iterator[tuple[str, bool]]:
    has_wanted_part = any(_is_wanted(line) for line in lines)
    for is_table, group in groupby(lines, key=lambda line: is_row(line.text)):
        if is_table:
            rows = list(group)
            yield from find_criteria([row.text for row in rows], is_wanted=_is_wanted(rows[0]))
            continue
        for line in group:
            yield from _read_line(line, has_wanted_part=has_wanted_part)


def _is_wanted(line: AdLine) -> bool:
    return line.part in ("wanted", "nice")


def _read_line(line: AdLine, *, has_wanted_part: bool) -> Iterator[tuple[str, bool]]:
    is_nice = line.part == "nice"
    if line.text.count(" = ") > 1:
        return  # a row that explains the letters of a table
    if _is_wanted(line) and line.is_entry:
        yield from _read_entry(line.text, is_nice=is_nice)
    elif _is_wanted(line) and line.is_labelled:
        entries, rest = split_list(line.text)
        for entry in entries:
            yield from _read_entry(entry, is_nice=is_nice)
        yield from requirements_in(rest, "asks", is_nice=is_nice)
    elif not line.is_entry:
        rule_group = "asks" if _is_wanted(line) else "strong" if has_wanted_part else "prose"
        yield from requirements_in(line.text, rule_group, is_nice=is_nice)


def _read_entry(text: str, *, is_nice: bool) -> Iterator[tuple[str, bool]]:
    """Yield what one entry of a list asks for."""
    is_plus = (is_nice and not is_must_have(text)) or is_nice_to_have(text)
    for thing in split_entry(text):
        yield thing, not is_plus


def extract_topic(text: str) -> str:
    """Return the words that name a requirement: "5+ years of Python, ideally …" → "Python"."""
    topic = _strip_preamble(_EMPHASIS.sub("", remove_marks(text)).strip())
    ends = [end.start() for end in _load_pattern("end").finditer(topic)]
    # One word before a comma is the first of a list: "pulp, paper or another process".
    usable = (end for end in ends if len(topic[:end].split()) > 1 or topic[end] != ",")
    words = topic[: next(usable, len(topic))].split()[:_MAX_TOPIC_WORDS]
    while len(words) > 1 and words[-1].lower() in _NEVER_LAST:
        words.pop()
    return " ".join(words).rstrip(" .,;:")


def _strip_preamble(text: str) -> str:
    """Return a requirement without its first words that do not name it."""
    preamble = _load_pattern("preamble")
    while (shorter := preamble.sub("", remove_years(text))) != text:
        text = shorter
    return text


def find_requirement_by_topic(topic: str, job_description: str) -> Requirement:
    """Return the requirement of an ad with that topic; if there is none, create a must-have."""
    found = (r for r in find_requirements(job_description) if r.topic == topic)
    return next(found, Requirement(topic, topic, is_must=True))


def _load_pattern(rule_group: str) -> re.Pattern[str]:
    return load_rules("interview_cli.requirements", "topics.toml")[rule_group].pattern
