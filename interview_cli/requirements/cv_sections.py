"""Read the layout of a CV: its lines, joined where they were wrapped, each with its section."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

from interview_cli.english.bullets import is_bullet
from interview_cli.english.rules import Rules
from interview_cli.requirements.ad_lines import remove_marks
from interview_cli.requirements.cv_breaks import break_lines

_RULES = Rules("interview_cli.requirements", "cv_sections.toml")

CvSection = Literal["work", "side", "skills", "training", "profile", "other", "unknown"]
"""`side` holds projects and voluntary work; `unknown` has no heading, or one that says nothing."""

_SYMBOLS = ("So", "Sm", "Po", "Co")
_MARKS = re.compile(r"[#*_:]+")
_MAX_HEADING_WORDS = 7
_BRACKETS = re.compile(r"\([^)]*\)")
_MAX_ENTRY_WORDS = 40
_MAX_CAPITALS, _MIN_CAPITAL_CHARS = 2, 5
_CLOSED: tuple[CvSection, ...] = ("training", "profile", "other")
_RULER = re.compile(r"^[\s_=*~-]+$")
_COLUMN_GAP = re.compile(r"(?<=\s\s\s)\S")
_MIN_COLUMN_LINES = 6
_MIN_COLUMN_START = 20
_MIN_PERIODS = 2
_PERIOD_LINES = 5
"""Every so many lines of a column with years are years alone."""
_TIGHT_LINES = 8
"""At most every eighth line of two columns may have a single blank between them."""
_WRAPPED_SHARE = 0.9
_TEXTS_KEPT = 4
_LINES_KEPT = 1_000
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<=['’])\d\d\b")
_CENTURIES = 1900, 2000
_FIRST_OF_LAST_CENTURY = 50
"""Of the years in two digits: '98 is 1998, '23 is 2023."""
PRESENT = 9999
"""The year in which a job ends that somebody still has."""


class CvLine(NamedTuple):
    """A line of a CV, without its marks."""

    text: str
    section: CvSection
    is_bullet: bool
    is_heading: bool
    """Whether it heads a section."""


# Every requirement of an ad is looked up in the same CV.
@lru_cache(maxsize=_TEXTS_KEPT)
def read_sections(cv_text: str) -> tuple[CvLine, ...]:
    """Return the lines of a CV in order; bullets and sentences that were wrapped are joined."""
    columns = _part_columns(break_lines(_RULES.remove("icon", cv_text)))
    return tuple(_assign_sections([line for column in columns for line in _join_lines(column)]))


@lru_cache(maxsize=_LINES_KEPT)
def has_period(line: str) -> bool:
    """Return whether a line says from when to when somebody worked: "2019 to now"."""
    return _RULES.is_found("period", line)


def is_period_only(line: str) -> bool:
    """Return whether a line has a period and no other words: "2019 to now (part-time)"."""
    if not has_period(line):
        return False
    rest = _BRACKETS.sub("", _RULES.remove("period", line))
    return not any(char.isalpha() for char in rest)


def is_present_job(line: str) -> bool:
    """Return whether a line is said to name the present job: "Present post: Ward Sister"."""
    return _RULES.is_found("present_job", line)


def remove_period(line: str) -> str:
    """Return a line without the years in which somebody worked."""
    return _RULES.pattern("period").sub("  ", line)


def _is_open_ended(line: str) -> bool:
    """Return whether a line has a period that goes on: "since March 2021".

    Behind another period such words tell of something else: "2012 – 2015 … Studied from 2014".
    """
    found = _RULES.pattern("open_end").search(line)
    if found is None:
        return False
    is_since = found[0][:1].isalpha() and _RULES.pattern("closed_period").search(
        line, 0, found.start()
    )
    return not is_since


def find_end_year(line: str) -> int:
    """Return the year in which the period of a line ends: `PRESENT` if it goes on, 0 if none."""
    return (
        PRESENT
        if is_present_job(line) or _is_open_ended(line)
        else max(find_years(line), default=0)
    )


def find_years(text: str) -> list[int]:
    """Return the years in a text, in four digits or in two behind an apostrophe."""
    return list(map(_read_year, _YEAR.findall(text)))


def _read_year(digits: str) -> int:
    year = int(digits)
    is_short = year < _CENTURIES[0]
    return year + _CENTURIES[year < _FIRST_OF_LAST_CENTURY] if is_short else year


def _assign_sections(lines: list[str]) -> Iterator[CvLine]:
    section: CvSection = "unknown"
    is_under_heading = False
    for line in lines:
        text = remove_marks(_remove_symbol(line))
        opened = None if _is_entry(line) else find_section(line)
        if opened is None and _RULES.pattern("job_line").match(text):
            section, is_under_heading = "work", True
        if opened == "work" == section and _is_duties_heading(line):
            continue  # "Key duties:" below a job
        if opened is None and section in _CLOSED and _looks_like_heading(line):
            opened = "unknown"  # "SALONS" behind the schools: its entries show what they are
        if opened:
            section, is_under_heading = opened, opened != "unknown"
        elif not is_under_heading and has_period(text):
            # A CV without headings: each entry shows by itself what it is.
            is_entry = len(text.split()) <= _MAX_ENTRY_WORDS  # a life told in prose is no study
            is_study = is_entry and _RULES.pattern("study").search(text)
            section = "training" if is_study else "work"
        yield CvLine(text, section, _is_entry(line), opened is not None)


def _looks_like_heading(line: str) -> bool:
    """Return whether a line of one or two words in capitals heads a section of any name."""
    bare = _strip_heading(line)
    is_short = len(bare.split()) <= _MAX_CAPITALS and len(bare) >= _MIN_CAPITAL_CHARS
    is_bare = is_short and bare.isupper() and bare.replace(" ", "").isalpha()
    return is_bare and not _is_entry(line) and not _RULES.is_found("study", bare)


def _is_entry(line: str) -> bool:
    """Return whether a line begins with a bullet or another symbol (★)."""
    return is_bullet(line) or _remove_symbol(line) != line


def _remove_symbol(line: str) -> str:
    bare = line.lstrip()
    is_symbol = unicodedata.category(bare[:1] or " ") in _SYMBOLS
    return bare[1:].lstrip() if is_symbol and bare[1:2].isspace() else line


def _is_duties_heading(line: str) -> bool:
    return _RULES.matches("heading_duties", _strip_heading(line))


def _strip_heading(line: str) -> str:
    return _MARKS.sub(" ", line).strip().rstrip(".").strip()


def find_section(line: str) -> CvSection | None:
    """Return the section that a line heads, or None if it is not a heading."""
    bare = _strip_heading(line)
    if not 0 < len(bare.split()) <= _MAX_HEADING_WORDS or line.rstrip().endswith(","):
        return None
    for section in get_args(CvSection):
        if _RULES.pattern(f"heading_{section}").match(bare):
            return section  # type: ignore[no-any-return]
    if _is_duties_heading(line):
        return "work"
    is_marked = re.match(r"\s*#{1,2}\s", line) is not None
    return "unknown" if is_marked and not has_period(line) else None


def _join_lines(lines: list[str]) -> list[str]:
    """Return the lines without empty ones and page numbers; what goes on is joined."""
    width = max(map(len, lines), default=0)
    joined: list[str] = []
    is_gap = False
    for line in lines:
        if not line.strip() or _is_furniture(line):
            is_gap = is_gap or not line.strip()
            continue
        if joined and _goes_on(joined[-1], line, width, is_gap=is_gap):
            joined[-1] = f"{joined[-1].rstrip()} {line.strip()}"
        else:
            joined.append(line.rstrip())
        is_gap = False
    return joined


def _is_furniture(line: str) -> bool:
    return bool(_RULER.match(line) or _RULES.pattern("page_number").match(line.strip()))


def _goes_on(above: str, line: str, width: int, *, is_gap: bool) -> bool:
    """Return whether a line continues the one above."""
    if _is_entry(line) or find_section(line) or find_section(above):
        return False
    if _RULES.pattern("form_line").match(line.strip()):
        return False
    if has_period(above) or has_period(line):
        return False
    is_unfinished = _RULES.is_found("unfinished", above)
    first = line.split()[0]
    if first[0].islower() or (first[0].isdigit() and not is_gap):
        is_full = len(above.rstrip()) + len(first) >= width * _WRAPPED_SHARE and not is_gap
        is_low = first[0].islower()
        return is_unfinished or is_full or (_is_entry(above) and is_low)
    is_indented = _find_indent(line) > _find_indent(above)
    return not is_gap and (is_unfinished or (_is_entry(above) and is_indented))


def _find_indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _part_columns(lines: list[str]) -> list[list[str]]:
    """Return the lines above, in and below the two columns of a page, the left column first."""
    starts = [match.start() for line in lines for match in _COLUMN_GAP.finditer(line)]
    start = max(starts, key=starts.count, default=0)
    places = [place for place, line in enumerate(lines) if _begins_at(line, start)]
    right_only = sum(not lines[place][:start].strip() for place in places)
    is_headed = any(_heads_columns(lines[place], start) for place in places)
    if start < _MIN_COLUMN_START or not (is_headed or right_only >= _MIN_COLUMN_LINES):
        return [lines]
    first, last = places[0], places[-1] + 1
    block = lines[first:last]
    cuts = [_find_cut(line, start) for line in block]
    if None in cuts:
        return [lines]
    if _TIGHT_LINES * sum(_is_tight(line, start) for line in block) > len(block):
        return [lines]
    left = [line[:cut] for line, cut in zip(block, cuts, strict=True)]
    right = [line[cut:] for line, cut in zip(block, cuts, strict=True)]
    periods = sum(map(is_period_only, left))
    if periods >= _MIN_PERIODS and _PERIOD_LINES * periods >= sum(map(bool, map(str.strip, left))):
        return [lines]  # a table with the years on the left
    if "".join(lines[last : last + 1]).strip():  # the left column goes on below the right one
        return [lines[:first], left + lines[last:], right]
    return [lines[:first], left, right, lines[last:]]


def _heads_columns(line: str, start: int) -> bool:
    """Return whether a line has the headings of two columns: "Experience      Skills"."""
    return all(find_section(part) is not None for part in (line[:start], line[start:]))


def _find_cut(line: str, start: int) -> int | None:
    """Return where the right column of a line begins; None if no blank divides it from the left."""
    places = (start, start + 1)
    return next((place for place in places if not line[place - 1 : place].strip()), None)


def _is_tight(line: str, start: int) -> bool:
    """Return whether a line of the left column is so full that one blank divides it from the right
    one, or goes on beyond it."""
    return bool(line[start - 2 : start].strip())


def _begins_at(line: str, start: int) -> bool:
    return len(line) > start and not line[start - 2 : start].strip() and line[start] != " "
