"""Find the jobs that somebody had or has, by their titles in the CV."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.words import content_stems, stem_word
from interview_cli.requirements.cv_sections import (
    PRESENT,
    CvLine,
    find_end_year,
    has_period,
    is_period_only,
    read_sections,
)
from interview_cli.text import replace_words

_FILE = ("interview_cli.requirements", "cv_roles.toml")
_PIECE_END = re.compile(r"\s[–—-]+\s|[–—|•·◆:;,\t]|\s{2,}|\.\s")
_CHOICE = re.compile(r"\s?/\s?")
_BRACKETS = re.compile(r"\s*\([^()]*\)?")
_MAX_WORDS = 5
_TEXTS_KEPT = 4
_SECTIONS = ("work", "profile", "unknown")


@dataclass(frozen=True)
class Role:
    """A job that somebody had or has."""

    title: str
    """Its title as it stands in a sentence, without an article: "practice nurse"."""
    is_current: bool
    """Whether the CV says that somebody still has it."""
    is_latest: bool
    """Whether the CV names no job that ended in a later year."""


# Each question of an interview asks for the roles in the same CV.
@lru_cache(maxsize=_TEXTS_KEPT)
def find_roles(cv_text: str) -> tuple[Role, ...]:
    """Return the jobs in a CV whose titles can be told, the most recent first, each title once."""
    found = sorted(_read_roles(read_sections(cv_text)), key=lambda role: -role[0])
    titles: dict[str, Role] = {}
    for year, title in found:
        is_latest = year == found[0][0]
        if title:
            titles.setdefault(title, Role(title, year == PRESENT, is_latest))
    return tuple(titles.values())


def _read_roles(lines: Sequence[CvLine]) -> Iterator[tuple[int, str | None]]:
    """Yield the year in which each job ended, and its title if it can be told.

    It stands in the line that has the years, or in the one above or below.
    """
    empty = CvLine("", "unknown", is_bullet=False, is_heading=True)
    padded = [empty, *lines, empty]
    for place, line in enumerate(padded):
        if line.section not in _SECTIONS or not _is_dated(line):
            continue
        above, below, top = padded[place - 1], padded[place + 1], padded[max(place - 2, 0)]
        beside = [near.text for near in (above, below, top) if _may_name_job(near, line)]
        titles = (find_title(text) for text in (line.text, *beside))
        yield find_end_year(line.text), next(filter(None, titles), None)


def _may_name_job(near: CvLine, dated: CvLine) -> bool:
    is_apart = near.is_bullet and not is_period_only(dated.text)
    return not (is_apart or near.is_heading or _is_dated(near))


def _is_dated(line: CvLine) -> bool:
    """Return whether a line says when a job was; a remark in brackets does not."""
    return has_period(_BRACKETS.sub("", line.text))


def find_title(line: str) -> str | None:
    """Return the title of a job in a line: "Acme — Software Engineer II" → "software engineer"."""
    text = _load_pattern("short").sub(lambda short: short[0][:-1], _BRACKETS.sub("", line))
    whole = replace_words(text, load_toml(*_FILE)["short_forms"])
    pieces = (piece.strip(" .*") for piece in _PIECE_END.split(whole))
    return next(filter(None, map(_read_title, pieces)), None)


def _read_title(piece: str) -> str | None:
    text = _sub("rank", _sub("later_job", _sub("label", piece)))
    if text.lower().startswith("head of "):
        return _say_title(text)
    text = _sub("rest", _CHOICE.split(text)[0])  # "Warehouse operative / FLT driver"
    words = text.split()
    if not 0 < len(words) <= _MAX_WORDS or _load_pattern("no_role").search(text):
        return None
    last = words[-1].lower()
    # "You've worked as a manager" or "a deputy manager" says too little.
    vague = _load_words("vague") | _load_words("ranks")
    is_vague = last in _load_words("vague") and {word.lower() for word in words} <= vague
    return _say_title(text) if last in load_role_words() and not is_vague else None


def find_kind_stems(title: str) -> frozenset[str]:
    """Return the stems of a title that tell the kind of work: not "senior", not "assistant"."""
    return content_stems(title) - {
        stem_word(word) for word in _load_words("vague") | _load_words("ranks")
    }


def load_role_words() -> frozenset[str]:
    """Return the words that end the title of a job: "nurse", "manager"."""
    return _load_words("roles")


def _say_title(text: str) -> str:
    is_shouted = text.isupper()
    return " ".join(_say_word(word, is_shouted=is_shouted) for word in text.split())


def _say_word(word: str, *, is_shouted: bool) -> str:
    is_name = word in _load_words("kept") or any(char.isupper() for char in word[1:])
    return word if is_name and not is_shouted else word.lower()


def _sub(group: str, text: str) -> str:
    return _load_pattern(group).sub("", text).strip()


def _load_pattern(group: str) -> re.Pattern[str]:
    return load_rules(*_FILE)[group].pattern


@cache
def _load_words(name: str) -> frozenset[str]:
    return frozenset(load_toml(*_FILE)["words"][name].split())
