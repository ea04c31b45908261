"""Find the jobs that somebody had or has, by their titles in the CV."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.words import content_stems, split_sentences, stem_word
from interview_cli.requirements.cv_role_names import say_title, say_words
from interview_cli.requirements.cv_sections import (
    PRESENT,
    CvLine,
    find_end_year,
    has_period,
    is_period_only,
    is_present_job,
    read_sections,
    remove_period,
)
from interview_cli.text import replace_words

_FILE = ("interview_cli.requirements", "cv_roles.toml")
_PIECE_END = re.compile(r"\s[–—-]+\s|[–—|•·◆:;,\t]|\s{2,}|\.\s|\s?→\s?|\s>\s")
_LISTED = re.compile(r"[,;.]\s")
_COLUMN_GAP = re.compile(r"\s{2,}|\t")
_CHOICE = re.compile(r"\s?/\s?")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MAX_WORDS = 5
_MIN_PROSE_WORDS = 10
_TEXTS_KEPT = 4
_SECTIONS, _PROFILE = ("work", "unknown"), ("profile",)
_MAX_UNDATED_WORDS = 8
_MAX_TITLE_LINE_WORDS = 14


class Role(NamedTuple):
    """A job that somebody had or has."""

    title: str
    """Its title as it stands in a sentence, without an article: "practice nurse"."""
    is_current: bool
    """Whether the CV says that somebody still has it."""
    is_latest: bool
    """Whether no job ended in a later year."""
    years_earlier: int
    """How many years before the latest job it ended."""
    end_year: int
    """The year in which it ended; `PRESENT` if it goes on."""


# Each question of an interview asks for the roles in the same CV.
@lru_cache(maxsize=_TEXTS_KEPT)
def find_roles(cv_text: str) -> tuple[Role, ...]:
    """Return the jobs in a CV whose titles can be told, the most recent first, each title once."""
    lines = read_sections(cv_text)
    history = list(_read_roles(lines, _SECTIONS))
    # A profile calls a director a leader: it counts if the work history names no job.
    is_named = any(title for _, title in history)
    told = history if is_named else [*history, *_read_roles(lines, _PROFILE)]
    found = sorted(told, key=lambda role: -role[0])
    this_year = max(map(int, _YEAR.findall(cv_text)), default=0)
    last_year = min(found[0][0], this_year) if found else this_year
    roles: dict[str, Role] = {}
    for year, title in found:
        if title:
            years_earlier = max(0, last_year - year)
            role = Role(title, year == PRESENT, year == found[0][0], years_earlier, year)
            roles.setdefault(title, role)
    return tuple(roles.values())


def _read_roles(
    lines: Sequence[CvLine], sections: Sequence[str]
) -> Iterator[tuple[int, str | None]]:
    """Yield the year in which each job of these sections ended, and its title if it can be told.

    It stands in the line that has the years, or in the one above or below, or in a sentence.
    """
    empty = CvLine("", "unknown", is_bullet=False, is_heading=True)
    padded = [empty, *lines, empty]
    for place, line in enumerate(lines, start=1):
        if line.section not in sections or _load_pattern("no_job").search(line.text):
            continue
        is_entry = _begins_with_title(line.text)
        jobs_in_line = [] if is_entry else list(_read_prose(line.text))
        jobs_in_line = jobs_in_line or _read_list(line.text)
        yield from jobs_in_line
        above, below, top = padded[place - 1], padded[place + 1], padded[max(place - 2, 0)]
        if jobs_in_line or not (_is_dated(line) or _is_numbered_job(line, below)):
            continue
        near_lines = [above, below] if above.is_heading else [above, below, top]
        if is_period_only(line.text) and not below.is_bullet:
            near_lines += padded[place + 2 : place + 3]  # dates, the firm, and then the title
        beside = (_read_beside(near, line, is_below=near is below) for near in near_lines)
        titles = (find_title(text) for text in (line.text, *beside) if text)
        yield find_end_year(line.text), next(filter(None, titles), None)


def _begins_with_title(text: str) -> bool:
    """Return whether a line is an entry that tells more: "Producer, 2022 to 2024. Joined as …"."""
    head = next(iter(split_sentences(text)), "")
    return has_period(head) and _read_title(head.partition(",")[0]) is not None


def _read_prose(text: str) -> Iterator[tuple[int, str]]:
    """Yield the jobs that sentences tell of: "Since 2023 I have worked as a clerk"."""
    if len(text.split()) < _MIN_PROSE_WORDS:
        return
    year = 0
    for sentence in split_sentences(text):
        if _load_pattern("wish").search(sentence):
            continue
        for job in _load_pattern("told_job").finditer(sentence):
            before, after = sentence[: job.start()], sentence[job.end() :].partition(",")[0]
            year = find_end_year(before) or find_end_year(after) or year
            title = _check_title(job["title"])
            if year and title:
                yield year, title
        year = find_end_year(sentence) or year


def _read_list(text: str) -> list[tuple[int, str]]:
    """Return the jobs of a line that names several: "Cashier 1989–96, then Clerk 2001–2009"."""
    pieces = [_sub("later_job", piece) for piece in _LISTED.split(text) if _YEAR.search(piece)]
    jobs = [(find_end_year(piece), find_title(piece)) for piece in pieces if has_period(piece)]
    named = [(year, title) for year, title in jobs if title]
    return named if len(named) > 1 else []


def _read_beside(near: CvLine, dated: CvLine, *, is_below: bool) -> str:
    """Return what a line beside the years of a job says of its title; empty if it tells a story."""
    is_apart = near.is_bullet and not is_period_only(dated.text)
    if is_apart or near.is_heading or _is_dated(near) or _is_told_duty(near.text):
        return ""
    if _load_pattern("no_job").search(near.text):
        return ""
    columns = _COLUMN_GAP.split(_BRACKETS.sub("", near.text))
    if max(len(column.split()) for column in columns) <= _MAX_TITLE_LINE_WORDS:
        return near.text
    # "Domestic electrician. Rewires, extensions …", but not "No spill. Buddy driver for starters."
    head = next(iter(split_sentences(near.text)), "").rstrip(".")
    if is_below and is_period_only(dated.text):
        head = head.partition(",")[0]  # "Baker, Holm House, Leeds. Bread, rolls and cakes …"
    return head if _read_title(head) else ""


def _is_told_duty(text: str) -> bool:
    """Return whether a line tells of a duty of another job: "Safety officer: dust, compressors"."""
    head, _, rest = text.partition(": ")
    return "," in rest and _read_title(head) is not None


def _is_numbered_job(line: CvLine, below: CvLine) -> bool:
    """Return whether an entry with years in brackets is a job: "1) Acme, Doha (2020 - till date)".

    Its title stands in it, or in a line of its own below it.
    """
    if not line.is_bullet or not any(map(is_period_only, _BRACKETS.findall(line.text))):
        return False
    is_title_below = not below.is_bullet and find_title(below.text) is not None
    return is_title_below or find_title(line.text) is not None


def _is_dated(line: CvLine) -> bool:
    """Return whether a line says when a job was; a remark in the brackets of an entry does not."""
    if is_present_job(line.text) or is_period_only(line.text):
        return True
    # "(2014 – 2025, when the branch closed)"
    in_brackets = any(is_period_only(each.split(",")[0]) for each in _BRACKETS.findall(line.text))
    plain = _BRACKETS.sub("", line.text)
    # "I get up early for this now" tells of no period.
    is_period = find_end_year(plain) > 0 or len(plain.split()) <= _MAX_UNDATED_WORDS
    return (has_period(plain) and is_period) or (in_brackets and not line.is_bullet)


def find_title(line: str) -> str | None:
    """Return the title of a job in a line: "Acme — Software Engineer II" → "software engineer"."""
    text = _load_pattern("short").sub(lambda short: short[0][:-1], _BRACKETS.sub("", line))
    whole = replace_words(remove_period(text), load_toml(*_FILE)["short_forms"])
    if title := _read_post_in_field(whole):
        return title
    pieces = [piece.strip(" .*") for piece in _PIECE_END.split(whole)]
    # "Call handler, later dispatcher" is a dispatcher by now.
    later = [piece for piece in pieces[1:] if _load_pattern("later_job").match(piece)]
    if title := next(filter(None, map(_read_title, reversed(later))), None):
        return title
    for place, title in enumerate(map(_read_title, pieces)):
        if title:
            return _add_field(title, pieces[place + 1 : place + 2])
    return next(filter(None, map(_read_first_word, pieces)), None)


def _read_first_word(piece: str) -> str | None:
    """Return a title with its class or vehicle behind it: "driver C+E tanker" → "driver"."""
    classed = _load_pattern("classed").match(piece)
    return _check_title(classed["title"]) if classed else None


def _add_field(title: str, behind: Sequence[str]) -> str:
    """Return a vague title with the field behind it: "General Manager – Procurement"."""
    is_field = behind and behind[0].lower().replace(" ", "-") in _load_words("fields")
    if not (is_field and _is_vague(title.split())):
        return title
    return f"{title} in {say_words(behind[0], is_shouted=behind[0].isupper())}"


def _read_post_in_field(line: str) -> str | None:
    """Return a vague post with its field: "Designation: Manager - HR & IR" → "manager in HR …"."""
    found = _load_pattern("post_in_field").match(line)
    if found is None or not _is_vague(found["post"].split()):
        return None
    field = found["field"].replace("&", "and").replace("/", "and")
    return f"{say_title(found['post'])} in {say_words(field, is_shouted=False)}"


def _read_title(piece: str) -> str | None:
    text = _sub("rank", _sub("later_job", _sub("label", piece)))
    if text.lower().startswith("head of "):
        return say_title(text)
    if found := _load_pattern("post_of_field").match(" ".join(_remove_region(text.split()))):
        field = found["field"].replace("&", "and")
        return f"{say_title(found['post'])} of {say_words(field, is_shouted=False)}"
    parts = _CHOICE.split(text)
    # "Cover and data administrator" is one title, "Cook and head of house" begins with one.
    titles = [_check_title(part) or _check_title(_sub("rest", part)) for part in parts]
    match titles:
        case [str() as first, str() as second]:  # "Picker / FLT driver"
            return f"{first} and {second}"
    return next(filter(None, titles), None)


def _check_title(text: str) -> str | None:
    words = _remove_region(_remove_field(text.split()))
    if not 0 < len(words) <= _MAX_WORDS or _load_pattern("no_role").search(text):
        return None
    # "You've worked as a manager" or "an apprentice" says too little; "a deputy manager" is enough.
    is_role = words[-1].lower() in load_role_words() | _load_words("also_roles")
    is_half = len(words) == 1 and (_is_vague(words) or words[0].lower() in _load_words("half"))
    return say_title(" ".join(words)) if is_role and not is_half else None


def _is_vague(words: Sequence[str]) -> bool:
    vague = _load_words("vague") | _load_words("ranks")
    return {word.lower() for word in words} <= vague


def _remove_field(words: list[str]) -> list[str]:
    """Return a title without the field behind it: "Senior lecturer Supply Chain Management"."""
    if words and words[0].lower() in _load_words("ranks"):
        for place, word in enumerate(words[1:], start=1):
            if word.lower() in load_role_words() and all(
                after[0].isupper() for after in words[place + 1 :]
            ):
                return words[: place + 1]
    return words


def _remove_region(words: list[str]) -> list[str]:
    """Return a title without the region behind it: "Marketing Director Benelux"."""
    while len(words) > 1 and words[-1].lower() in _load_words("regions"):
        words = words[:-1]
    return words


def find_kind_stems(title: str) -> frozenset[str]:
    """Return the stems of a title that tell the kind of work: not "senior", not "assistant"."""
    return content_stems(title) - {
        stem_word(word)
        for name in ("vague", "ranks", "times", "scopes")
        for word in _load_words(name)
    }


def load_role_words() -> frozenset[str]:
    """Return the words that end the title of a job: "nurse", "manager"."""
    return _load_words("roles")


def _sub(group: str, text: str) -> str:
    return _load_pattern(group).sub("", text).strip()


def _load_pattern(group: str) -> re.Pattern[str]:
    return load_rules(*_FILE)[group].pattern


@cache
def _load_words(name: str) -> frozenset[str]:
    return frozenset(load_toml(*_FILE)["words"][name].split())
