"""Find what a CV holds of the family of a paper: one of its subject by another name or body."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from interview_cli.english.rules import Rules, load_toml
from interview_cli.english.word_groups import compile_words, load_lines
from interview_cli.english.words import content_stems, stem_word
from interview_cli.requirements.ad_lines import remove_marks
from interview_cli.requirements.articles import choose_article
from interview_cli.requirements.cv_papers import names_kind
from interview_cli.requirements.known_in_cv import read_known_paper
from interview_cli.requirements.known_names import name_own
from interview_cli.requirements.letter_case import lower_first
from interview_cli.requirements.paper_in_cv import CvPart, read_parts, speaks_of
from interview_cli.requirements.paper_names import load_paper_stems
from interview_cli.requirements.paper_spans import find_paper_spans
from interview_cli.requirements.paper_status import find_status
from interview_cli.requirements.requirement import Requirement

_FILE = ("interview_cli.requirements", "paper_families.toml")
_RULES = Rules(*_FILE)
_MAX_NAME_WORDS = 8
_NOT_NAMED = ("silent", "mention")


class Kin(NamedTuple):
    """A paper in a CV that may be the one that is asked for."""

    name: str | None
    """Its name with its article; None if the CV does not surely give one."""
    is_to_come: bool
    text: str = ""
    """The part of the CV that names it."""


def find_kin(requirement: Requirement, cv: str, day: date | None = None) -> Kin | None:
    """Return a paper of the family of the one that a job needs, if a CV does not name that one.

    Somebody who holds it may hold the other, under the name of another body, country or level.
    """
    if not requirement.is_paper or find_status(requirement, cv, day) not in _NOT_NAMED:
        return None
    known = read_known_paper(requirement, cv, day)
    if known and known.own:
        return Kin(name_own(known), known.is_to_come)
    wanted = f"{requirement.text} {requirement.topic}"
    found = [part for part in read_parts(cv) if _is_kin(wanted, part)]
    kin = [
        Kin(_find_name(wanted, part.text), speaks_of("unfinished", part.text), part.text)
        for part in found
    ]
    return next((each for each in kin if each.name), kin[0] if kin else None)


def _is_kin(wanted: str, part: CvPart) -> bool:
    if speaks_of("refused", part.text):
        return False
    begins = any(family.match(part.text) for family in _load_families())
    is_paper = part.section == "training" or (begins and part.section != "work")
    is_paper = is_paper or names_kind(part.text) or _RULES.is_found("holding", part.text)
    return is_paper and (_shares_family(wanted, part.text) or _shares_framework(wanted, part.text))


def _shares_family(wanted: str, text: str) -> bool:
    return any(family.search(wanted) and family.search(text) for family in _load_families())


def _shares_framework(wanted: str, text: str) -> bool:
    """Return whether both are of a framework of levels, and of one subject if one is asked for."""
    names_level = _load_frameworks()
    if not names_level.search(wanted):
        return False
    if not (names_level.search(text) or _RULES.is_found("levelled", text)):
        return False
    subject = content_stems(names_level.sub(" ", wanted)) - load_paper_stems() - _load_levels()
    return not subject or not subject.isdisjoint(content_stems(text))


def _find_name(wanted: str, text: str) -> str | None:
    """Return the name of the paper in a line as it follows "I see", if it surely is one."""
    names = (span.name for span in find_paper_spans(remove_marks(text)) if span.has_kind)
    whole = (
        name
        for name in names
        if _shares_family(wanted, name) or _shares_framework(wanted, name)
        if _is_whole(name)
    )
    name = next(whole, None)
    if name is None:
        return None
    is_title = any(map(str.isupper, name[1:]))  # "Intermediate Diploma in Nursing"
    return f"{choose_article(name.split()[0])} {name if is_title else lower_first(name)}"


def _is_whole(name: str) -> bool:
    """Return whether a name is short, begins in capitals, and ends as a name does."""
    last = name.split()[-1]
    is_end = last[0].isupper() or stem_word(last.lower()) in load_paper_stems()
    is_short = len(name.split()) <= _MAX_NAME_WORDS
    return name[0].isupper() and is_end and is_short


@cache
def _load_families() -> tuple[re.Pattern[str], ...]:
    return tuple(
        _compile(f"family {number}", line)
        for number, line in enumerate(load_lines(*_FILE, "families"))
    )


@cache
def _load_frameworks() -> re.Pattern[str]:
    return _compile("frameworks", load_lines(*_FILE, "frameworks")[0])


@cache
def _load_levels() -> frozenset[str]:
    return frozenset(map(stem_word, str(load_toml(*_FILE)["levels"]).split()))


def _compile(name: str, line: str) -> re.Pattern[str]:
    return compile_words(*_FILE, name, _list_forms(line), inner=r"\w")


def _list_forms(line: str) -> Iterator[str]:
    """Yield names as CVs write them: what is in small letters also with capitals."""
    for name in line.split(", "):
        yield name
        if name.islower():
            yield from (name.capitalize(), name.title(), name.upper())
