"""The place of a job in an employer's message.

Places that are not in the list are recognised by their capitals. The rules are in `places.toml`.
"""

import re

from interview_cli.english.rules import RuleFile, load_rules, load_toml
from interview_cli.english.words import word_list as common_words
from interview_cli.job_posts.skills import find_skills
from interview_cli.job_posts.word_lists import load_words

MAX_ADDRESS_WORDS = 8
_MAX_LOWER_CASE_WORDS = 4
_FILE = "places.toml"


def find_place(text: str, company: str) -> tuple[str, str] | None:
    """Find the place that a text names, with the words that name it."""
    for group in ("place_with_work_type", "after_preposition", "place_based"):
        for match in _rules()[group].pattern.finditer(text):
            place = match["place"].rstrip(".'’-")
            if _can_be_place(place, company):
                return place, place
    known = _rules()["known_place"].pattern.search(text)
    return (_capitalise(known["place"]), known["place"]) if known else None


def parse_place(text: str) -> str | None:
    """Return the place in a short answer to "where?", without introductory words."""
    place = text.strip(" .!")
    while (shorter := _rules()["lead_in"].pattern.sub("", place)) != place:
        place = shorter
    if not 0 < len(place.split()) <= MAX_ADDRESS_WORDS or not re.search(r"[^\W\d]", place):
        return None
    return _capitalise(place) if _looks_like_place(place) else None


def is_known_place(text: str) -> bool:
    """Return whether a text is the name of a place in the list; case does not matter."""
    return text.casefold() in load_toml("interview_cli.job_posts", _FILE)["parts"]["known"]


def _looks_like_place(place: str) -> bool:
    """Return whether a short text may name a place.

    It must not contain a word of conversation. It needs a capital or a place in the list, or it
    is very short.
    """
    words = re.findall(r"[^\W\d]+", place.lower())
    common = common_words("stop") - load_words(_FILE, "common_in_names")
    if not (load_words(_FILE, "talk") | common).isdisjoint(words):
        return False
    has_capital = place != place.lower()
    return is_known_place(place) or has_capital or len(words) <= _MAX_LOWER_CASE_WORDS


def _can_be_place(place: str, company: str) -> bool:
    first = place.split()[0].strip(",").lower()
    if first in load_words(_FILE, "never_a_place") or place.casefold() == company.casefold():
        return False
    return not any(written == place for _skill, written in find_skills(place))


def _capitalise(place: str) -> str:
    if place.lower() in load_words(_FILE, "acronyms"):
        return place.upper()
    if place != place.lower():
        return place
    lower_case = load_words(_FILE, "lower_case")
    return re.sub(
        r"(?<![\w'’])\w+",
        lambda word: word[0] if word[0] in lower_case else word[0][:1].upper() + word[0][1:],
        place,
    )


def _rules() -> RuleFile:
    return load_rules("interview_cli.job_posts", _FILE)
