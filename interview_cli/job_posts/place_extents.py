"""Find the words around the name of a place that belong to it: a street, a state, other places."""

import re
from collections.abc import Iterable

from interview_cli.english.rules import Rules
from interview_cli.english.words import word_list as common_words
from interview_cli.job_posts.lands import (
    JOINERS,
    capitalise,
    describe_country,
    is_land,
    is_listed_country,
    is_state,
    load_lands,
)
from interview_cli.job_posts.place_candidates import WORD, Candidate
from interview_cli.job_posts.place_names import is_known_place
from interview_cli.job_posts.town_list import find_town
from interview_cli.job_posts.word_lists import load_phrases

_MAX_NAME_WORDS = 5
_FILE = "places.toml"
_RULES = Rules("interview_cli.job_posts", _FILE)


def join_linked(text: str, best: Candidate, near: Iterable[Candidate]) -> tuple[int, int]:
    """Return where the likeliest place and the names linked to it stand: "Lepe near Huelva"."""
    start, end = best.start, best.end
    names = sorted(near)
    for name in reversed(names):
        between = text[name.end : start]
        is_linked = _is_link(text, name.end, start) or _RULES.pattern("joined").fullmatch(between)
        if between and is_linked and not _is_plain_word(name, text):
            start = name.start
    for name in names:
        is_listed = name.kind.startswith("town") and not _is_plain_word(name, text)
        is_listed = is_listed or (name.kind == "land" and text[end : name.start] == " ")
        if name.start > end and is_listed and _is_link(text, end, name.start):
            end = name.end
    return start, end


def _is_plain_word(name: Candidate, text: str) -> bool:
    """Return whether a name stands in small letters and is also a plain word."""
    return name.kind.endswith("?") and not text[name.start].isupper()


def _is_link(text: str, start: int, end: int) -> bool:
    if text[start:end] != " ":
        return _RULES.pattern("link").fullmatch(text[start:end]) is not None
    return text[end].isupper() == text[:start].split()[-1][0].isupper()


def extend_place(text: str, start: int, end: int) -> tuple[str, str]:
    """Return a place with what belongs to it, as a value and in the words of the text."""
    while (longer := _find_extension(text, end)) is not None:
        end = longer
    street = _RULES.pattern("street_before").search(text[:start])
    street = street or _RULES.pattern("small_street_before").search(text[:start])
    start = street.start("street") if street else start
    words = text[start:end]
    land = re.match(r"\s+(\w+(?: \w+)?)(?=\s*(?:[,.;()\n]|$))", text[end:])
    if land and is_listed_country(land[1]) and not is_listed_country(words):
        name = describe_country(load_lands("countries")[land[1].casefold()])
        return f"{write_place(words)}, {capitalise(name)}", f"{words}{land[0]}"
    return write_place(words), words


def write_place(words: str) -> str:
    """Return words as an address: with a comma before a land, and for "in"."""
    parts = _RULES.pattern("within").split(words)
    return ", ".join(capitalise(part) for each in parts for part in _split_town(each))


def _split_town(words: str) -> list[str]:
    """Split a town from the land or the larger town behind it: "dayton ohio", "Surulere Lagos"."""
    each = words.split()
    if "," in words or is_known_place(words):
        return [words]
    for count in (1, 2, 3):
        first, second = " ".join(each[:-count]), " ".join(each[-count:])
        town, larger = find_town(first), find_town(second)
        is_within = len(second) > 2 and is_land(second)
        if town and (is_within or (larger is not None and larger.size > town.size)):
            return [first, second]
    return [words]


def _find_extension(text: str, end: int) -> int | None:
    rest = text[end:]
    suffix = next(
        (s for s in load_phrases(_FILE, "suffixes") if rest.lower().startswith(f" {s}")), None
    )
    if suffix:
        return end + 1 + len(suffix)
    if (state := re.match(r",?\s([A-Z]{2,3})(?![\w])", rest)) and is_state(state[1]):
        return end + state.end()
    joined = re.match(rf"(?:,| {JOINERS}| ?/)\s?", rest)
    if joined is None:
        return None
    words = list(WORD.finditer(rest[joined.end() :]))[:_MAX_NAME_WORDS]
    for last in reversed(words):
        name = rest[joined.end() : joined.end() + last.end()].rstrip(".")
        is_place = is_known_place(name) or (joined[0][0] == "," and find_town(name) is not None)
        if is_place and name.lower() not in common_words("stop"):
            return end + joined.end() + len(name)
    return None
