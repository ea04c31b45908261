"""Words of the trade as data, and lists as people write them."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

_BULLET = re.compile(r"^\s*(?:[-*•●▪◦‣–—·+]|\d{1,2}[.)])\s+")
_LINES = re.compile(r"\n|;|(?<=\S)\s+[•●▪◦‣·]\s+")
_AND = re.compile(r",?\s+(?:and|as well as|plus|&)\s+|\s+&\s+", re.IGNORECASE)
_COMMA = re.compile(r",\s+|,(?=[^\d\s])")
_EDGES = " \t,;:–—-*•"


@cache
def entries(name: str) -> tuple[str, ...]:
    """A list of `words.toml` whose entries may be of several words: a comma ends each."""
    return _split(str(_file()[name]))


@cache
def words(name: str) -> frozenset[str]:
    """A list of `words.toml` of single words."""
    return frozenset(str(_file()[name]).split())


@cache
def headings() -> dict[str, str]:
    """What a section or a label may be called, in lower case → the field that it is about."""
    return {
        label: field for field, labels in _file()["headings"].items() for label in _split(labels)
    }


@cache
def _file() -> dict[str, Any]:
    folder = resources.files("interview_cli.coach.offline.posts")
    return tomllib.loads(folder.joinpath("words.toml").read_text("utf-8"))


def _split(text: str) -> tuple[str, ...]:
    return tuple(" ".join(entry.split()) for entry in text.split(",") if entry.strip())


def is_bullet(line: str) -> bool:
    """Whether a line is an entry of a list, by what stands before it."""
    return bool(_BULLET.match(line))


def bare(text: str) -> str:
    """A text without a bullet before it and the marks around it."""
    return " ".join(_BULLET.sub("", text).split()).strip(_EDGES).rstrip(f".{_EDGES}")


def items(text: str) -> list[str]:
    """The entries of a list: one a line or between semicolons, else between commas; the last two
    may be joined by "and". A line that is a sentence of its own stays whole."""
    lines = [bare(line) for line in _LINES.split(text)]
    lines = [line for line in lines if line]
    if len(lines) != 1:
        return lines
    parts = _COMMA.split(lines[0])
    if len(parts) > 1:
        *first, last = parts
        parts = [*first, *_AND.split(last)] if last else first
    return [
        part for part in (bare(re.sub(r"^(?:and|or)\s+", "", p, flags=re.I)) for p in parts) if part
    ]


def names(text: str) -> list[str]:
    """The entries of a list of short names, where "and" parts as a comma does."""
    return [bare(part) for one in items(text) for part in _AND.split(one) if bare(part)]


def known_skills(text: str) -> Iterator[tuple[str, str]]:
    """The skills that a text names by their usual names: as they are spelled, and as written."""
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, str, str]] = []
    for skill, pattern in _skill_patterns():
        for match in pattern.finditer(text):
            if any(match.start() < end and begin < match.end() for begin, end in taken):
                continue
            taken.append(match.span())
            found.append((match.start(), skill, match[0]))
    for _place, skill, written in sorted(found):
        yield skill, written


@cache
def _skill_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Longest first, so that React Native is not React. Names that are words (Go, R, Express, REST)
    count as they are capitalised only."""
    return tuple(
        (skill, re.compile(_skill_pattern(skill), 0 if _is_word(skill) else re.IGNORECASE))
        for skill in sorted(entries("skills"), key=len, reverse=True)
    )


def _is_word(skill: str) -> bool:
    return skill in words("capital_only")


def _skill_pattern(skill: str) -> str:
    written = re.escape(skill).replace(r"\ ", r"[ -]?")
    # "node js", "nodejs" and "Node" are Node.js; ".NET" is written "dotnet", too.
    if skill.endswith(".js"):
        written = rf"{re.escape(skill[:-3])}(?:\.js|[ ]?js)"
    if skill == ".NET":
        written = r"(?:\.net|dot ?net)"
    return rf"(?<![\w.+#/@-]){written}(?![\w+#]|\.\w|/\w)"
