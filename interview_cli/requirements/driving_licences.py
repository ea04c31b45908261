"""Compare licences to drive: the class that a job asks for, and those that a line of a CV names."""

import re
from functools import cache
from itertools import repeat

from interview_cli.english.rules import Rules
from interview_cli.english.word_groups import load_lines

_RULES = Rules("interview_cli.requirements", "evidence.toml")
_NAMES = ("interview_cli.requirements", "paper_names.toml")


def asks_for_driving(topic: str) -> bool:
    """Return whether a topic is a licence to drive a car."""
    return _RULES.is_found("driving_licence", topic)


def implies_driving(name: str, line: str) -> bool:
    """Return whether a licence to drive is asked for and a line states its class or a higher one.

    Both have papers by their first names (`paper_names.toml`).
    """
    if asked := find_class_asked(name):
        return asked in find_classes(line)
    return asks_for_driving(name) and _RULES.is_found("higher_class", line)


def is_about_other_drives(name: str, line: str) -> bool:
    """Return whether a licence to drive is asked for and a line is not about driving: "drives"."""
    is_about_driving = any(map(_RULES.is_found, ("about_driving", "higher_class"), repeat(line)))
    return asks_for_driving(name) and not is_about_driving


def find_classes(line: str) -> frozenset[str]:
    """Return the classes that a line of a CV on a licence names, and those that they cover."""
    return find_letters(line) if _RULES.is_found("named_licence", line) else frozenset()


def find_letters(line: str) -> frozenset[str]:
    """Return the classes whose letters stand in a line, on a licence or not: "Full B, 2009"."""
    named = {found[0] for found in _RULES.pattern("class_held").finditer(line)}
    named |= {letters for name, letters in _find_named_classes(line)}
    return frozenset(named.union(*(_load_classes().get(letters, ()) for letters in named)))


def find_class_asked(name: str) -> str | None:
    """Return the class of a licence to drive that a job asks for, or None if it names none."""
    if found := _RULES.pattern("class_asked").search(name):
        return found["behind"] or found["before"]
    return next((letters for _, letters in _find_named_classes(name)), None)


def _find_named_classes(text: str) -> list[tuple[str, str]]:
    words = set(re.findall(r"\w+", text))
    return [
        (name, letters[0])
        for name, letters in _load_classes().items()
        if name in words and not _RULES.pattern("class_held").fullmatch(name)
    ]


@cache
def _load_classes() -> dict[str, list[str]]:
    """Return the classes that each name means, or that each class covers."""
    lines = (line.split(": ") for line in load_lines(*_NAMES, "classes"))
    return {name: covered.split(", ") for name, covered in lines}
