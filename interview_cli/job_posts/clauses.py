"""Split what an employer says into lines, sentences and clauses.

A clause is the smallest part that can be an act of its own: an entry of a list, a part between
commas, what follows "but". What stands in brackets is never split.
"""

import re
from collections.abc import Iterator
from functools import cache

from interview_cli.english.bullets import EDGE_MARKS, remove_bullet, split_at_bullets
from interview_cli.english.rules import Rules
from interview_cli.job_posts.lands import is_land, is_state
from interview_cli.job_posts.pay import names_extra
from interview_cli.job_posts.place_names import is_known_place
from interview_cli.job_posts.places import ends_in_marked_place
from interview_cli.job_posts.skills import find_skills
from interview_cli.job_posts.town_list import find_town
from interview_cli.job_posts.word_lists import load_words

_FILE = "clauses.toml"
_RULES = Rules("interview_cli.job_posts", _FILE)
_PLACES = Rules("interview_cli.job_posts", "places.toml")
_SENTENCE_END = re.compile(r"[.!?…](?=\s)|[;\n]|(?<=\s)[-–—/|](?=\s)")
_COMMA = re.compile(r",(?=\s|[^\d\s–—-])")
_COLON = re.compile(r":(?=\s)")
_HEADING_MARK = re.compile(r"^#+\s+")
_EDGES = f" \t,;:{EDGE_MARKS}"
QUOTES = " '\"‘’“”"
"""What stands around words that are quoted."""
_MAX_TOWN_WORDS = 3
_DICTATED_WORDS = 25
"""A message of at least this many words without any punctuation was dictated."""


def strip_marks(text: str) -> str:
    """Return a text without its bullet and the punctuation around it."""
    plain = _HEADING_MARK.sub("", " ".join(remove_bullet(text).split()))
    return plain.strip(_EDGES).rstrip(f".{_EDGES}")


def split_sentences(text: str) -> Iterator[str]:
    """Split a text at line ends, full stops, semicolons, and dashes or slashes between spaces."""
    for line in text.split("\n"):
        for part in split_at_bullets(line):
            start = 0
            for end in _SENTENCE_END.finditer(part):
                is_inside = _is_bracketed(part, end.start()) or _is_range(part, end)
                if is_inside or _is_abbreviation(part, end):
                    continue
                yield part[start : end.start() + (end[0] in ".!?")].strip()
                start = end.end()
            yield part[start:].strip()


def split_clauses(sentence: str) -> list[str]:
    """Split a sentence at its commas, before "but", and where a new statement begins."""
    parts: list[str] = []
    start = 0
    for comma in _COMMA.finditer(sentence):
        is_inside = _is_bracketed(sentence, comma.start()) or _joins_facts(sentence, comma)
        if not is_inside and not _is_in_address(sentence, comma):
            parts.append(sentence[start : comma.start()])
            start = comma.end()
    parts.append(sentence[start:])
    parts = [piece for part in parts for piece in _split_skills(part)]
    parts = [piece for part in parts for piece in _split_label(part)]
    return [clause for part in parts for clause in _split_statements(part) if strip_marks(clause)]


def _split_skills(part: str) -> list[str]:
    """Split known skills that slashes join: "react/node/postgres"."""
    names = part.strip(" .").split("/")
    known = [name for name in names if any(find_skills(name))]
    are_skills = len(known) > 1 and all(len(name.split()) == 1 for name in names)
    return names if are_skills else [part]


def _split_label(part: str) -> list[str]:
    """Split at colons, unless what stands before names an amount beside the pay."""
    before, colon, _ = part.partition(":")
    is_date = _RULES.pattern("date_label").search(before)
    return [part] if colon and (is_date or names_extra(f"{before}:")) else _COLON.split(part)


def is_dictated(message: str) -> bool:
    """Return whether a message is long and has no punctuation."""
    has_marks = re.search(r"[.,;:!?\n]\s|[.,;:!?\n]$", message.strip(" ."))
    return len(message.split()) >= _DICTATED_WORDS and has_marks is None


def _split_statements(clause: str) -> Iterator[str]:
    start = 0
    for opening in _RULES.pattern("statement").finditer(clause):
        before = clause[start : opening.start()].strip()
        is_adverb = before.endswith("ly") and " " not in before
        if before and not is_adverb and not _is_bracketed(clause, opening.start()):
            yield clause[start : opening.start()]
            start = opening.start()
    yield clause[start:]


def _is_bracketed(text: str, position: int) -> bool:
    before = text[:position]
    return before.count("(") > before.count(")") and ")" in text[position:]


def _joins_facts(sentence: str, comma: re.Match[str]) -> bool:
    """Return whether a comma stands inside a fact: "Monday to Friday, 6am to 2pm", "mid, maybe
    senior".
    """
    before, behind = sentence[: comma.start()], sentence[comma.end() :]
    return any(
        _RULES.is_found(f"{fact}_before", before) and _RULES.matches(f"{fact}_behind", behind)
        for fact in ("hours", "level", "shift", "date", "name", "pay", "unit", "place")
    )


def _is_range(text: str, dash: re.Match[str]) -> bool:
    is_after_figure = re.search(r"\d[\w/.]{0,6}\s?[€$£]?\s$", text[: dash.start()])
    return bool(is_after_figure) and bool(re.match(r"\s\D{0,4}\d", text[dash.end() :]))


def _is_abbreviation(text: str, end: re.Match[str]) -> bool:
    if end[0] == "." and re.fullmatch(r"\s*\d{1,2}", text[: end.start()]):
        return True  # the number of an item: "1. Cook"
    if end[0] != ".":
        return end[0] == "/" and _is_short_choice(text, end)
    months = _RULES.pattern("month_behind")
    if text[: end.start()][-1:].isdigit() and months.match(text[end.end() :]):
        return True  # "1. February"
    word = re.search(r"[\w.]+$", text[: end.start()])
    return word is not None and word[0].lower() in load_words(_FILE, "abbreviations")


def _is_short_choice(text: str, slash: re.Match[str]) -> bool:
    """Return whether a slash stands between two words of one name: "sales / marketing manager"."""
    return len(text.split()) <= 4


def _is_in_address(sentence: str, comma: re.Match[str]) -> bool:
    """Return whether a comma stands between a town and its state, region or country."""
    following = re.match(r"[^,.;()]+", sentence[comma.end() :])
    first, _, rest = following[0].strip().partition(" ") if following else ("", "", "")
    is_beside = first in load_words("places.toml", "beside")
    name = rest.strip() if is_beside else f"{first} {rest}".strip()
    before = re.split(r"[,.;(]", sentence[: comma.start()])[-1].strip()
    if not name or not before:
        return False
    if _ends_in_street(before):
        return name[0].isupper() or any(map(find_town, _list_starts(name)))
    if not before[-1].isalpha():
        return False
    first = name.split()[0]
    if is_state(first) or is_state(name):
        return True
    if _ends_in_place(before) or ends_in_marked_place(before):
        return is_land(name) or find_town(name) is not None
    is_name = before == before.title() and len(before.split()) <= _MAX_TOWN_WORDS
    is_alone = len(before.split()) <= 1 and sentence[: comma.start()].strip() == before
    is_near = is_beside and find_town(name) is not None
    return (is_name or is_alone) and (is_land(name) or is_near)


def _ends_in_street(text: str) -> bool:
    return any(_PLACES.is_found(part, text) for part in ("address_part", "small_street"))


def _list_starts(text: str) -> list[str]:
    """Return the first word, the first two, and the first three."""
    words = text.split()
    return [" ".join(words[:count]) for count in (1, 2, 3)]


@cache
def _ends_in_place(text: str) -> bool:
    words = text.split()
    return any(is_known_place(" ".join(words[-count:])) for count in (1, 2, 3))
