"""Find words that mean the same in job ads and CVs of many trades (`synonyms.toml`)."""

import re
from functools import cache, lru_cache

from interview_cli.english.word_groups import compile_words, load_lines
from interview_cli.english.words import content_stems

_GROUPS = ("interview_cli.requirements", "synonyms.toml", "groups")
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
    return {line.split(", ")[0]: number for number, line in enumerate(load_lines(*_GROUPS))}


@cache
def _load_groups() -> dict[str, list[int]]:
    """Return the numbers of the groups that each word and phrase is in."""
    groups: dict[str, list[int]] = {}
    for number, line in enumerate(load_lines(*_GROUPS)):
        for phrase in line.split(", "):
            groups.setdefault(phrase, []).append(number)
    return groups


@cache
def _compile_pattern() -> re.Pattern[str]:
    return compile_words(*_GROUPS, _load_groups())
