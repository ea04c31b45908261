"""Recognise skills that are known by name, and spell them."""

import re
from collections.abc import Iterator
from functools import cache

from interview_cli.english.rules import load_toml
from interview_cli.job_posts.word_lists import load_phrases, load_words, split_phrases

_FILE = "skills.toml"


def find_skills(text: str) -> Iterator[tuple[str, str]]:
    """Find the known skills in a text, in its order: the usual spelling and the words in it."""
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, str, str]] = []
    for skill, pattern in _compile_skills():
        for match in pattern.finditer(text):
            if any(match.start() < end and begin < match.end() for begin, end in taken):
                continue
            if len(skill) == 1 and _is_class(text[: match.start()]):
                continue
            taken.append(match.span())
            found.append((match.start(), skill, match[0]))
    for _position, skill, written in sorted(found):
        yield skill, written


def _is_class(before: str) -> bool:
    """Return whether a letter behind these words names a class: "class C licence"."""
    *_others, last = before.lower().split() or [""]
    return last in load_words(_FILE, "classes")


def find_title_skills(title: str) -> Iterator[tuple[str, str]]:
    """Find the tools that a title names: "Java developer", but not "scrum master"."""
    trade_words = load_phrases(_FILE, "trade_words")
    return (found for found in find_skills(title) if found[0] not in trade_words)


def spell_skill(entry: str) -> str:
    """Return a known skill in its usual spelling, any other as it is written."""
    skills = (
        skill for skill, written in find_skills(entry) if written.casefold() == entry.casefold()
    )
    return next(skills, entry)


@cache
def _compile_skills() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each skill with its pattern, the longest first: React Native is not React."""
    capital_only = load_words(_FILE, "capital_only")
    return tuple(
        (skill, re.compile(_expand_skill(skill), 0 if skill in capital_only else re.IGNORECASE))
        for skill in sorted(load_phrases(_FILE, "skills"), key=len, reverse=True)
    )


def _expand_skill(skill: str) -> str:
    """Return the expression for all spellings of a skill."""
    others = load_toml("interview_cli.job_posts", _FILE)["also_written"].get(skill, "")
    names = (skill, *split_phrases(others))
    written = "|".join(re.escape(name).replace(r"\ ", "[ -]?") for name in names)
    if skill.endswith(".js"):  # "node js" and "nodejs" are Node.js
        written = rf"{re.escape(skill[:-3])}(?:\.js|[ ]?js)"
    return rf"(?<![\w.+#/@-])(?:{written})(?![\w+#]|\.\w|/\w)"
