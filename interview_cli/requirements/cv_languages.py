"""Find the line of a CV that names the languages that an ad asks for."""

from functools import cache

from interview_cli.english.rules import load_toml
from interview_cli.english.words import tokenize
from interview_cli.requirements.cv_evidence import read_cv_lines

_FILE = ("interview_cli.requirements", "cv_languages.toml")
_MIN_ALONE = 2


def find_language_line(text: str, cv_text: str) -> str | None:
    """Return the line of a CV that names all languages that a requirement asks for.

    None if the requirement asks for something else too, or if no line does. A line with one
    language may only name a nationality or a subject, unless it says how well it is spoken.
    """
    asked = find_languages(text)
    if not asked or not _asks_for_languages_only(text):
        return None
    for line in read_cv_lines(cv_text):
        named = find_languages(line)
        is_list = len(named) >= _MIN_ALONE or (not named.isdisjoint(asked) and _says_level(line))
        if asked <= named and is_list:
            return line
    return None


def find_languages(text: str) -> frozenset[str]:
    """Return the languages that a text names, each by one name: Kiswahili is Swahili."""
    known = _load_names()
    words = (part for word in tokenize(text.lower()) for part in word.split("/"))
    return frozenset(known[word] for word in words if word in known)


def _asks_for_languages_only(text: str) -> bool:
    beside = frozenset(load_toml(*_FILE)["beside"].split())
    words = {part for word in tokenize(text.lower()) for part in word.split("/")}
    return words <= beside | _load_names().keys()


def tells_language(text: str) -> bool:
    """Return whether a text names a language, or how well one is spoken."""
    return bool(find_languages(text)) or _says_level(text)


def _says_level(line: str) -> bool:
    levels = frozenset(load_toml(*_FILE)["levels"].split())
    return not levels.isdisjoint(word.lower() for word in tokenize(line))


@cache
def _load_names() -> dict[str, str]:
    lines = str(load_toml(*_FILE)["names"]).split(",")
    groups = [line.split() for line in lines if line.strip()]
    return {name: group[0] for group in groups for name in group}
