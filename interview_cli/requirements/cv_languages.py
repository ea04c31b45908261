"""Find the line of a CV that names the languages that an ad asks for."""

from functools import cache

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.words import tokenize
from interview_cli.requirements.cv_evidence import read_cv_lines

_FILE = ("interview_cli.requirements", "cv_languages.toml")
_MIN_ALONE = 2
_COMMON = frozenset({"english"})


def find_language_line(text: str, cv_text: str) -> str | None:
    """Return the line of a CV that names all languages that a requirement asks for.

    None if the requirement asks for something else too, or if no line does. A line with one
    language may only name a nationality or a subject, unless it says how well it is spoken.
    """
    asked = find_languages(text)
    if not asked and asks_for_any_other(text):
        lines = (line for line in read_cv_lines(cv_text) if find_languages(line) - _COMMON)
        return next((line for line in lines if _lists_languages(line)), None)
    if not asked or not _asks_for_languages_only(text):
        return None
    for line in read_cv_lines(cv_text):
        if asked <= find_languages(line) and _lists_languages(line):
            return line
    return None


def _lists_languages(line: str) -> bool:
    return len(find_languages(line)) >= _MIN_ALONE or _says_level(line)


def asks_for_any_other(text: str) -> bool:
    """Return whether a requirement asks for any language beside that of the ad."""
    return load_rules(*_FILE)["any_other"].pattern.match(text.strip(" .")) is not None


def is_on_english(text: str) -> bool:
    """Return whether a requirement asks for English only, which an interview shows by itself."""
    is_written = load_rules(*_FILE)["written_only"].pattern.search(text) is not None
    return find_languages(text) == _COMMON and _asks_for_languages_only(text) and not is_written


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
