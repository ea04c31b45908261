"""Words that say one thing in the ads and CVs of many trades (`related.toml`)."""

import re
from functools import cache, lru_cache

from interview_cli.english.rules import load_toml
from interview_cli.english.words import content_stems

_TEXTS_KEPT = 10_000


@lru_cache(maxsize=_TEXTS_KEPT)
def related_in(text: str) -> dict[int, frozenset[str]]:
    """The groups that a text has words of, by number, and the stems of those words."""
    found: dict[int, frozenset[str]] = {}
    for match in _pattern().finditer(text.lower().replace("’", "'")):
        for group in _groups()[match[0]]:
            found[group] = found.get(group, frozenset()) | content_stems(match[0])
    return found


@cache
def _groups() -> dict[str, list[int]]:
    """Each word and phrase, and the groups that it is in."""
    groups: dict[str, list[int]] = {}
    for number, line in enumerate(
        load_toml("interview_cli.requirements", "synonyms.toml")["groups"].strip().split("\n")
    ):
        for phrase in line.split(", "):
            groups.setdefault(phrase, []).append(number)
    return groups


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_groups(), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
