"""Compare the degree that a job ad asks for with those that a CV names."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from interview_cli.english.rules import Rules, load_toml
from interview_cli.english.words import content_stems, tokenize
from interview_cli.requirements.articles import choose_article
from interview_cli.requirements.cv_paper_lines import is_deed
from interview_cli.requirements.cv_sections import find_years, read_sections
from interview_cli.requirements.paper_in_cv import speaks_of

_FILE = ("interview_cli.requirements", "degree_demands.toml")
_RULES = Rules(*_FILE)

_LOWER, _BACHELOR, _MASTER = 1, 2, 3
_DOTS = re.compile(r"(?<=[A-Za-z])\.\s?(?=[A-Za-z])")
_BRACKETS = re.compile(r"\([^()]*\)")
_CHOICE = re.compile(r"/|,")
_MAX_SUBJECT_WORDS = 4
_MAX_LETTERS = 4
_NAME_CHARS = 25
"""A degree may be named twice within so many characters: "Bachelor of Science (BSc)"."""
_TEXTS_KEPT = 4

DegreeState = Literal["held", "to_come", "other_subject", "lower"]


class DegreeDemand(NamedTuple):
    """A degree that an ad asks for."""

    level: int
    letters: frozenset[str]
    """Those that the ad names, if it takes no other degree."""
    fields: frozenset[str]
    stems: frozenset[str]
    """Of the words of its subject."""
    name: str
    """As it follows "The job asks for"."""


class Degree(NamedTuple):
    """A degree, or a diploma below one, that a CV names."""

    level: int
    letters: frozenset[str]
    fields: frozenset[str]
    stems: frozenset[str]
    is_finished: bool
    text: str


def find_degree_demand(text: str) -> DegreeDemand | None:
    """Return the degree that a text of an ad asks for; None if it asks for none, or would take
    experience or a lower paper instead, but for "a degree or diploma"."""
    is_asked = _RULES.is_found("graduate", text) or _find_level(text) >= _BACHELOR
    takes_diploma = _RULES.is_found("or_diploma", text)
    rest = _RULES.remove("or_diploma", text)
    if not is_asked or any(_RULES.is_found(group, rest) for group in ("instead", "not_asked")):
        return None
    if _RULES.is_found("lower", _BRACKETS.sub("", rest)):
        return None
    is_first = _RULES.is_found("bachelor", text) or _RULES.is_found("graduate", text)
    level = _LOWER if takes_diploma else _BACHELOR if is_first else _MASTER
    is_any = _RULES.is_found("any_field", text)
    letters = _find_letters(text)
    is_open = is_any or _RULES.is_found("called_degree", text)
    subject = "" if is_any else _find_subject(text)
    fields = frozenset() if is_any else _find_fields(_find_tail(text))
    is_bachelor = _RULES.is_found("called_bachelor", text)
    name = "a master's degree" if level == _MASTER else "a degree"
    name = "a bachelor's degree" if is_bachelor else name
    name = "a degree or diploma" if takes_diploma else name
    if letters and not is_open:
        name = _name_letters(text) or name
    elif subject:
        name = f"{name} in {_calm(subject)}"
    elif name == "a degree":
        name = "a completed degree"
    return DegreeDemand(
        level, frozenset() if is_open else letters, fields, content_stems(_find_tail(text)), name
    )


def has_degree_for_diploma(text: str, cv: str) -> bool:
    """Return whether a CV names a degree in the field in which an ad asks for a diploma.

    A diploma with a level is one of a trade, which no degree covers.
    """
    if not _RULES.is_found("plain_diploma", text) or find_degree_demand(text):
        return False
    fields = _find_fields(text)
    return any(
        degree.is_finished and degree.level >= _BACHELOR and not fields.isdisjoint(degree.fields)
        for degree in _read_cv(cv)
    )


def has_lower_class(text: str, cv: str) -> bool:
    """Return whether a CV names only a degree of a lower class than an ad asks for."""
    if not _RULES.is_found("upper_class", text) or _RULES.is_found("lower_class", text):
        return False
    lines = [degree.text for degree in _read_cv(cv) if degree.level >= _BACHELOR]
    has_upper = any(_RULES.is_found("upper_class", line) for line in lines)
    return not has_upper and any(_RULES.is_found("lower_class", line) for line in lines)


def read_degrees(wanted: DegreeDemand, cv: str) -> DegreeState | None:
    """Return what a CV says of a degree; None if it names none.

    Where a diploma is enough, which may have any name, nothing tells that none is there.
    """
    degrees = [degree for degree in _read_cv(cv) if degree.level >= wanted.level]
    finished = [degree for degree in degrees if degree.is_finished]
    if wanted.level == _LOWER:
        finished = [
            each
            for each in finished
            if each.level > _LOWER or _RULES.is_found("diploma", each.text)
        ]
    if any(_fits(degree, wanted) for degree in finished):
        return "held"
    if wanted.level == _LOWER:
        return None
    if any(not each.is_finished and _fits(each, wanted) for each in degrees):
        return "to_come"
    if finished:
        return "other_subject"
    has_lower = any(each.level < wanted.level and each.is_finished for each in _read_cv(cv))
    is_sure = bool(wanted.letters) or wanted.level > _BACHELOR
    return "lower" if degrees or (has_lower and is_sure) else None


def _fits(degree: Degree, wanted: DegreeDemand) -> bool:
    """Return whether a degree may be in the subject that is wanted: only surely another is not."""
    if wanted.letters & degree.letters:
        return True
    if wanted.letters and degree.letters:
        # Those who ask for a B.Pharm take no B.Com; other letters may stand for any subject.
        own = _fields_of(degree.letters)
        return not own or bool(own & _fields_of(wanted.letters))
    if not wanted.fields or not degree.fields:
        return True
    return bool(wanted.fields & degree.fields) or bool(wanted.stems & degree.stems)


@lru_cache(maxsize=_TEXTS_KEPT)
def _read_cv(cv: str) -> tuple[Degree, ...]:
    return tuple(_find_degrees(cv))


def _find_degrees(cv: str) -> Iterator[Degree]:
    lines = [line for line in read_sections(cv) if not line.is_heading]
    for line, following in zip(lines, [*lines[1:], None], strict=False):
        if line.section not in ("training", "unknown", "profile", "other"):
            continue
        if is_deed(line.text, line.section):
            continue
        entries = _split_entries(line.text)
        for entry in entries:
            if level := _find_level(entry) or _LOWER * _RULES.is_found("lower", entry):
                after = following.text if following and entry == entries[-1] else ""
                below = after if following and following.section == "training" else ""
                goes_on = bool(below) and not (
                    _find_level(below) or _RULES.is_found("lower", below)
                )
                text = f"{entry} {below}" if goes_on and not find_years(entry) else entry
                is_open = _RULES.is_found("unfinished", text) or speaks_of("unfinished", text)
                letters = _find_letters(entry)
                fields = _find_fields(entry) | _fields_of(letters)
                yield Degree(level, letters, fields, content_stems(entry), not is_open, entry)


def _split_entries(line: str) -> list[str]:
    """Return the parts of a line, each with one degree or diploma and what is said behind it."""
    starts: list[int] = []
    for found in sorted(
        found.start()
        for group in ("bachelor", "master", "lower")
        for found in _RULES.pattern(group).finditer(line)
    ):
        if not starts or found - starts[-1] > _NAME_CHARS:
            starts.append(found)
    cuts = [0, *starts[1:], len(line)]
    return [line[start:end] for start, end in pairwise(cuts)]


def _find_level(text: str) -> int:
    bare = _DOTS.sub(".", text)
    if _RULES.is_found("master", bare):
        return _MASTER
    return _BACHELOR if _RULES.is_found("bachelor", bare) else 0


def _find_letters(text: str) -> frozenset[str]:
    """Return the letters of degrees in a text: "bpharm"."""
    spaced = _DOTS.sub("", text).replace("/", " ")
    words = {word.lower() for word in tokenize(spaced) if word[:1].isupper()}
    return frozenset(words & {*load_toml(*_FILE)["letters"], *load_toml(*_FILE)["open_letters"]})


def _name_letters(text: str) -> str:
    found = [each[0] for each in _RULES.pattern("named_letters").finditer(text)]
    named = list(dict.fromkeys(each.strip(". ") for each in found))
    if not named:
        return ""
    listed = " or ".join([", ".join(named[:-1]), named[-1]] if named[1:] else named)
    return f"{choose_article(named[0])} {listed}"


def _find_subject(text: str) -> str:
    found = _RULES.pattern("subject").search(text)
    subject = found["subject"].strip() if found else ""
    return subject if len(subject.split()) <= _MAX_SUBJECT_WORDS else ""


def _find_tail(text: str) -> str:
    """Return all that a text says of the subject, each of which is enough."""
    found = _RULES.pattern("subject").search(text)
    return text[found.start("subject") :] if found else ""


def _calm(subject: str) -> str:
    """Return a subject in small letters, but for letters such as IT."""
    first = _CHOICE.split(subject)[0].strip()
    return " ".join(
        word if word.isupper() and len(word) <= _MAX_LETTERS else word.lower()
        for word in first.split()
    )


def _find_fields(text: str) -> frozenset[str]:
    stems = content_stems(text)
    return frozenset(field for field, words in _load_fields().items() if words & stems)


def _fields_of(letters: frozenset[str]) -> frozenset[str]:
    named: dict[str, str] = load_toml(*_FILE)["letters"]
    return frozenset(named[each] for each in letters if each in named)


@cache
def _load_fields() -> dict[str, frozenset[str]]:
    fields: dict[str, str] = load_toml(*_FILE)["fields"]
    return {field: content_stems(words) for field, words in fields.items()}
