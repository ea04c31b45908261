"""Find the jobs that somebody had or has, by their titles in the CV."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from interview_cli.english.words import split_sentences
from interview_cli.requirements.cv_employers import names_employer
from interview_cli.requirements.cv_sections import (
    PRESENT,
    CvLine,
    CvSection,
    find_end_year,
    find_years,
    has_period,
    is_period_only,
    is_present_job,
    read_sections,
)
from interview_cli.requirements.cv_titles import (
    BRACKETS,
    check_title,
    find_title,
    load_role_pattern,
    read_title,
    remove_matches,
)

_LISTED = re.compile(r"[,;.]\s")
_COLUMN_GAP = re.compile(r"\s{2,}|\t")
_MIN_PROSE_WORDS = 10
_TEXTS_KEPT = 4
_SECTIONS: tuple[tuple[CvSection, ...], ...] = (("work", "unknown"), ("profile",))
"""Where jobs are told of. A profile calls a director a leader: it counts if nothing else names a
job."""
_MAX_UNDATED_WORDS = 8
_MAX_TITLE_LINE_WORDS = 14
_MAX_HEADLINES = 3
_SIDE_YEARS = 2


class Role(NamedTuple):
    """A job that somebody had or has."""

    title: str
    """Its title as it stands in a sentence, without an article: "practice nurse"."""
    is_current: bool
    """Whether the CV says that somebody still has it."""
    is_latest: bool
    """Whether no job ended in a later year; of several, one that is not done on the side."""
    years_earlier: int
    """How many years before the latest job it ended."""
    end_year: int
    """The year in which it ended; `PRESENT` if it goes on."""
    start_year: int
    """The first year that its line names; 0 if it names none."""


class _Told(NamedTuple):
    """A job that a line tells of."""

    end_year: int
    title: str | None
    """None if it cannot be told."""
    is_aside: bool = False
    """Whether it is said to be done on the side: at weekends, say."""
    start_year: int = 0
    is_leisure: bool = False
    """Whether it is done beside any work: a boys' team is coached."""
    is_employment: bool = False
    """Whether an entry without a title is sure to be one job with an employer."""


# Each question of an interview asks for the roles in the same CV.
@lru_cache(maxsize=_TEXTS_KEPT)
def find_roles(cv_text: str) -> tuple[Role, ...]:
    """Return the jobs in a CV whose titles can be told, the most recent first, each title once."""
    found, this_year = _read_jobs(cv_text), _find_last_year(cv_text)
    last_year = min(max((job.end_year for job in found), default=this_year), this_year)
    roles: dict[str, Role] = {}
    for job in found:
        if job.title:
            year = job.end_year
            is_latest = _rank_job(job, this_year) == _rank_job(found[0], this_year)
            earlier = max(0, last_year - year)
            role = Role(job.title, year == PRESENT, is_latest, earlier, year, job.start_year)
            roles.setdefault(job.title, role)
    return tuple(roles.values())


def has_untitled_job(cv_text: str) -> bool:
    """Return whether somebody has a job now whose title cannot be told, and no other."""
    present = [job for job in _read_jobs(cv_text) if job.end_year == PRESENT]
    return any(job.is_employment for job in present) and not any(job.title for job in present)


@lru_cache(maxsize=_TEXTS_KEPT)
def _read_jobs(cv_text: str) -> tuple[_Told, ...]:
    """Return what a CV tells of jobs, the latest first, also of those without a title."""
    lines = _part_headline(read_sections(cv_text))
    found: list[_Told] = []
    for section in _SECTIONS:
        found += _read_roles(lines, section)
        if any(job.title for job in found):
            break
    this_year = _find_last_year(cv_text)
    return tuple(sorted(found, key=lambda job: _rank_job(job, this_year)))


def _find_last_year(cv_text: str) -> int:
    return max(find_years(cv_text), default=0)


def _rank_job(job: _Told, this_year: int) -> tuple[int, bool]:
    """Return the rank of a job, the latest first.

    What is done at leisure comes behind the job that somebody left this year or the year before.
    """
    is_side = job.is_leisure and job.end_year == PRESENT
    return -(this_year - _SIDE_YEARS if is_side else job.end_year), job.is_aside


def _part_headline(lines: Sequence[CvLine]) -> list[CvLine]:
    """Return the lines with a headline above the work as a part of the profile.

    Under the name stands what somebody would be called: "Change leader since 2012".
    """
    headings = [place for place, line in enumerate(lines) if line.is_heading]
    if not any(lines[place].section == "work" for place in headings):
        return list(lines)
    end = min(headings[0], _MAX_HEADLINES)
    return [*map(_move_headline, lines[:end]), *lines[end:]]


def _move_headline(line: CvLine) -> CvLine:
    is_short = len(line.text.split()) < _MIN_PROSE_WORDS
    is_headline = is_short and not is_present_job(line.text)
    return line._replace(section="profile") if is_headline else line


def _read_roles(lines: Sequence[CvLine], sections: Sequence[CvSection]) -> Iterator[_Told]:
    """Yield the jobs of these sections.

    A title stands in the line that has the years, or in the one above or below, or in a sentence.
    """
    empty = CvLine("", "unknown", is_bullet=False, is_heading=True)
    padded = [empty, *lines, empty]
    for place, line in enumerate(lines, start=1):
        if line.section not in sections or load_role_pattern("no_job").search(line.text):
            continue
        is_entry = _begins_with_title(line.text)
        jobs_in_line = [] if is_entry else list(_read_prose(line.text))
        jobs_in_line = jobs_in_line or _read_list(line.text)
        yield from (_Told(*job) for job in jobs_in_line)
        above, below, top = padded[place - 1], padded[place + 1], padded[max(place - 2, 0)]
        if jobs_in_line or not (_is_dated(line) or _is_numbered_job(line, below)):
            continue
        is_of_above = is_period_only(line.text.partition(",")[0])
        if is_of_above and load_role_pattern("no_job").search(above.text):
            continue  # the years of what stands above: "Parent volunteer, Oak Primary"
        near_lines = [above, below] if above.is_heading else [above, below, top]
        if is_period_only(line.text) and not below.is_bullet:
            near_lines += padded[place + 2 : place + 3]  # dates, the firm, and then the title
        beside = (_read_beside(near, line, is_below=near is below) for near in near_lines)
        titles = (find_title(text) for text in (line.text, *beside) if text)
        start = min(find_years(line.text), default=0)
        is_aside = load_role_pattern("aside").search(line.text) is not None
        title = next(filter(None, titles), None)
        is_leisure = load_role_pattern("leisure").search(line.text) is not None
        is_employment = line.section == "work" and names_employer(above, line, below)
        end = find_end_year(line.text)
        yield _Told(end, title, is_aside or is_leisure, start, is_leisure, is_employment)


def _begins_with_title(text: str) -> bool:
    """Return whether a line is an entry that tells more: "Producer, 2022 to 2024. Joined as …"."""
    head = next(iter(split_sentences(text)), "")
    return has_period(head) and read_title(head.partition(",")[0]) is not None


def _read_prose(text: str) -> Iterator[tuple[int, str]]:
    """Yield the jobs that sentences tell of: "Since 2023 I have worked as a clerk"."""
    if len(text.split()) < _MIN_PROSE_WORDS:
        return
    year = 0
    is_loose = False  # "I have worked in care since 2014" names no job that goes on
    for sentence in split_sentences(text):
        if load_role_pattern("wish").search(sentence):
            continue
        start = 0
        for job in load_role_pattern("told_job").finditer(sentence):
            before, after = sentence[start : job.start()], sentence[job.end() :].partition(",")[0]
            start = job.end()
            goes_on = load_role_pattern("goes_on").search(before + job[0])
            is_over = load_role_pattern("over").search(before + job[0])
            told = 0 if is_loose and is_over else year
            year = PRESENT if goes_on else find_end_year(before) or find_end_year(after) or told
            title = check_title(job["title"])
            if year and title:
                yield year, title
        if end := find_end_year(sentence):
            year, is_loose = end, end == PRESENT and not has_period(sentence)


def _read_list(text: str) -> list[tuple[int, str]]:
    """Return the jobs of a line that names several: "Cashier 1989–96, then Clerk 2001–2009"."""
    pieces = [
        remove_matches("later_job", piece) for piece in _LISTED.split(text) if find_years(piece)
    ]
    jobs = [(find_end_year(piece), find_title(piece)) for piece in pieces if has_period(piece)]
    named = [(year, title) for year, title in jobs if title]
    return named if len(named) > 1 else []


def _read_beside(near: CvLine, dated: CvLine, *, is_below: bool) -> str:
    """Return what a line beside the years of a job says of its title; empty if it tells a story."""
    is_apart = near.is_bullet and not is_period_only(dated.text)
    if is_apart or near.is_heading or _is_dated(near) or _is_told_duty(near.text):
        return ""
    if load_role_pattern("no_job").search(near.text):
        return ""
    columns = _COLUMN_GAP.split(BRACKETS.sub("", near.text))
    if max(len(column.split()) for column in columns) <= _MAX_TITLE_LINE_WORDS:
        return near.text
    # "Domestic electrician. Rewires, extensions …", but not "No spill. Buddy driver for starters."
    head = next(iter(split_sentences(near.text)), "").rstrip(".")
    if is_below and is_period_only(dated.text):
        head = head.partition(",")[0]  # "Baker, Holm House, Leeds. Bread, rolls and cakes …"
    return head if read_title(head) else ""


def _is_told_duty(text: str) -> bool:
    """Return whether a line tells of a duty of another job: "Safety officer: dust, compressors"."""
    head, _, rest = text.partition(": ")
    return "," in rest and read_title(head) is not None


def _is_numbered_job(line: CvLine, below: CvLine) -> bool:
    """Return whether an entry with years in brackets is a job: "1) Acme, Doha (2020 - till date)".

    Its title stands in it, or in a line of its own below it, or cannot be told.
    """
    periods = [each for each in BRACKETS.findall(line.text) if is_period_only(each)]
    if not line.is_bullet or not periods:
        return False
    is_open = find_end_year(periods[-1]) == PRESENT
    is_title_below = not below.is_bullet and find_title(below.text) is not None
    has_title = is_title_below or find_title(line.text) is not None
    return has_title or (line.section == "work" and line.text.endswith(")") and is_open)


def _is_dated(line: CvLine) -> bool:
    """Return whether a line says when a job was; a remark in the brackets of an entry does not."""
    if is_present_job(line.text) or is_period_only(line.text):
        return True
    # "(2014 – 2025, when the branch closed)"
    in_brackets = any(is_period_only(each.split(",")[0]) for each in BRACKETS.findall(line.text))
    plain = BRACKETS.sub("", line.text)
    # "I get up early for this now" tells of no period.
    is_period = find_end_year(plain) > 0 or len(plain.split()) <= _MAX_UNDATED_WORDS
    return (has_period(plain) and is_period) or (in_brackets and not line.is_bullet)
