"""Find words that mean the same in job ads and CVs of many trades (`synonyms.toml`)."""

import re
from functools import cache, lru_cache

from interview_cli.english.rule_cache import open_cache
from interview_cli.english.rules import load_toml
from interview_cli.english.words import content_stems

_TEXTS_KEPT = 10_000


@lru_cache(maxsize=_TEXTS_KEPT)
def find_synonyms(text: str) -> dict[int, frozenset[str]]:
    """Return the stems of a text's words that have synonyms, by the number of their group.

    Two texts that share a number have words of the same meaning.
    """
    found: dict[int, frozenset[str]] = {}
    for match in _compile_pattern().finditer(text.lower().replace("’", "'")):
        for group in _load_groups()[match[0]]:
            found[group] = found.get(group, frozenset()) | content_stems(match[0])
    return found


def names_kind_of(topic: str, text: str) -> bool:
    """Return whether a topic is a kind of thing of which a text names one: ERP, and "SAP"."""
    shared = find_synonyms(topic).keys() & find_synonyms(text).keys()
    words = set(topic.lower().split())
    kinds = {number for phrase, number in _load_kinds().items() if set(phrase.split()) <= words}
    return not kinds.isdisjoint(shared)


@cache
def _load_kinds() -> dict[str, int]:
    """Return the number of each group by its first phrase, which names the kind of the others."""
    return {line.split(", ")[0]: number for number, line in enumerate(_load_lines())}


def _load_lines() -> list[str]:
    groups = load_toml("interview_cli.requirements", "synonyms.toml")["groups"]
    return str(groups).strip().split("\n")


@cache
def _load_groups() -> dict[str, list[int]]:
    """Return the numbers of the groups that each word and phrase is in."""
    groups: dict[str, list[int]] = {}
    for number, line in enumerate(_load_lines()):
        for phrase in line.split(", "):
            groups.setdefault(phrase, []).append(number)
    return groups


@cache
def _compile_pattern() -> re.Pattern[str]:
    longest_first = sorted(_load_groups(), key=len, reverse=True)
    source = r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)"
    return open_cache("interview_cli.requirements", "synonyms.toml").compile("groups", source)
