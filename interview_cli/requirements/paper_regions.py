"""Find the states and provinces that are named beside a paper, which counts in these alone."""

import re
from functools import cache

from interview_cli.english.rules import load_toml
from interview_cli.english.word_groups import compile_words, load_lines

_FILE = ("interview_cli.requirements", "paper_regions.toml")
_COUNTRIES = ("US", "CA", "AU")
_NATIONS = "nations"
_MANY = ("EU", "GCC")
"""Groups of countries, of which none is another than its members."""


def find_regions(text: str, country: str) -> frozenset[str]:
    """Return the names of the regions of a country in a text; of any country if it is not known."""
    countries = [country[:2]] if country[:2] in _COUNTRIES else [] if country else _COUNTRIES
    return frozenset(
        _load_names(each)[found] for each in countries for found in _compile(each).findall(text)
    )


def counts_everywhere(text: str) -> bool:
    """Return whether a text says that a paper counts in other regions, too."""
    words = set(re.findall(r"[\w-]+", text.casefold()))
    return not words.isdisjoint(str(load_toml(*_FILE)["everywhere"]).casefold().split())


def find_nation(text: str, end: int, most_between: int = 1) -> str:
    """Return the country that a text names before a place, `most_between` words or fewer from it;
    empty if none."""
    pattern = compile_words(*_FILE, _NATIONS, _load_nations())
    *_, last = [None, *pattern.finditer(text, 0, end)]
    between = text[last.end() : end].split() if last else []
    return last[0] if last and len(between) <= most_between else ""


def is_of_other_nation(text: str, start: int, country: str) -> bool:
    """Return whether a text names another country right before a paper of one: who asks for the
    Uganda Certificate of Education wants no Certificate of Education."""
    before = text[:start].rstrip()
    nation = find_nation(before, len(before), most_between=0)
    return bool(country and nation) and _load_nations()[nation] not in (country[:2], *_MANY)


@cache
def _load_nations() -> dict[str, str]:
    """Return the code of a country for each of its names."""
    groups = [line.split(", ") for line in load_lines(*_FILE, _NATIONS)]
    return {name: code for code, *names in groups for name in names}


@cache
def _load_names(country: str) -> dict[str, str]:
    """Return the first name of a region for each of its names."""
    groups = [line.split(", ") for line in load_lines(*_FILE, country)]
    return {name: names[0] for names in groups for name in names}


@cache
def _compile(country: str) -> re.Pattern[str]:
    return compile_words(*_FILE, country, _load_names(country))
