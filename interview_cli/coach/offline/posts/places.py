"""The place of a job in what an employer says. Unknown names are known by their capitals."""

import re

from interview_cli.coach.offline.posts.lists import entries, known_skills, words
from interview_cli.english.words import words as common_words

_NAME = r"(?:St\.|[A-ZÀ-ÞĀ-Ž][\w'’-]*)"
_PROPER = rf"{_NAME}(?:(?:\s+|-)(?:(?:of|de|la|le|am|an der|upon|on|del|di)\s+)?{_NAME}){{0,3}}"
_PLACE = rf"(?:the\s+)?(?P<place>{_PROPER}(?:,\s*{_PROPER}(?=\s*(?:[.,;()\n]|$)))?)"
_IN = re.compile(rf"\b(?i:in|at|near|around|from|within|across|outside)\s+{_PLACE}")
_BASED = re.compile(rf"(?P<place>{_PROPER})-based\b")
_BESIDE = re.compile(
    rf"(?:^|,)\s*(?P<place>{_PROPER})\s*\((?i:hybrid|remote|on[- ]?site)", re.MULTILINE
)
_LEAD_IN = re.compile(
    r"^(?:(?:it|the (?:job|office|role|position|place|work)|we|they|you)"
    r"(?:['’]?s|['’]?re| r| is| are| will be)?"
    r"|based|located|somewhere|only|in|at|near|around|our office|on[- ]?site|remote)\s+",
    re.IGNORECASE,
)
MAX_ADDRESS_WORDS = 8
_MAX_PLAIN_WORDS = 4


def place_said(text: str, company: str) -> tuple[str, str] | None:
    """The place that a text names, and the words that name it; None where there is none."""
    for pattern in (_BESIDE, _IN, _BASED):
        for match in pattern.finditer(text):
            place = match["place"].rstrip(".'’-")
            if _is_place(place, company):
                return place, place
    return _known(text)


def place_given(text: str) -> str | None:
    """A short answer to the question where: without what leads up to the name."""
    place = text.strip(" .!")
    while (shorter := _LEAD_IN.sub("", place)) != place:
        place = shorter
    if not 0 < len(place.split()) <= MAX_ADDRESS_WORDS or not re.search(r"[^\W\d]", place):
        return None
    return _capitalised(place) if _looks_like_a_name(place) else None


def _looks_like_a_name(place: str) -> bool:
    """Whether a short text may name a place: by a capital, by our list, or for want of any word
    that people talk with."""
    lowered = re.findall(r"[^\W\d]+", place.lower())
    spoken = words("talk") | (common_words("stop") - words("talk_in_names"))
    if spoken & set(lowered):
        return False
    is_known = place.lower() in entries("places")
    return is_known or place != place.lower() or len(lowered) <= _MAX_PLAIN_WORDS


def _is_place(place: str, company: str) -> bool:
    first = place.split()[0].strip(",").lower()
    if first in words("no_places") or place.casefold() == company.casefold():
        return False
    return not any(written == place for _skill, written in known_skills(place))


def _known(text: str) -> tuple[str, str] | None:
    named = "|".join(map(re.escape, entries("places")))
    match = re.search(
        rf"\b(?:in|at|near|around|from|within|across)\s+(?:the\s+)?({named})\b(?!\s+time)",
        text,
        re.IGNORECASE,
    )
    return (_capitalised(match[1]), match[1]) if match else None


def _capitalised(place: str) -> str:
    if place.lower() in ("eu", "uk", "usa", "uae"):
        return place.upper()
    if place != place.lower():
        return place
    capital = re.sub(r"(?<![\w'’])\w", lambda letter: letter[0].upper(), place)
    return re.sub(r"\b(And|Or|Of|The|Area|Near|On|Upon)\b", lambda word: word[0].lower(), capital)
