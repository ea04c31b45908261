"""Find the states and provinces that are named beside a paper, which counts in these alone."""

import re
from functools import cache

from interview_cli.english.rules import load_toml
from interview_cli.english.word_groups import compile_words, load_lines

_FILE = ("interview_cli.requirements", "paper_regions.toml")
_COUNTRIES = ("US", "CA", "AU")


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


@cache
def _load_names(country: str) -> dict[str, str]:
    """Return the first name of a region for each of its names."""
    groups = [line.split(", ") for line in load_lines(*_FILE, country)]
    return {name: names[0] for names in groups for name in names}


@cache
def _compile(country: str) -> re.Pattern[str]:
    return compile_words(*_FILE, country, _load_names(country))
