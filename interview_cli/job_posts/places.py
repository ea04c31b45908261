"""The place of a job in an employer's message.

Towns, regions and countries are listed (`town_list.py`, `lands.py`); other names are recognised by
their capitals and by the words around them (`places.toml`).
"""

import re

from interview_cli.english.rules import Rules
from interview_cli.english.words import word_list as common_words
from interview_cli.job_posts.lands import capitalise, is_land
from interview_cli.job_posts.place_candidates import Candidate, find_candidates, rate_candidate
from interview_cli.job_posts.place_extents import extend_place, join_linked
from interview_cli.job_posts.place_names import is_known_place
from interview_cli.job_posts.skills import find_skills
from interview_cli.job_posts.town_starts import find_town_start
from interview_cli.job_posts.word_lists import load_words, next_word

MAX_ADDRESS_WORDS = 8
_MAX_LOWER_CASE_WORDS = 4
ASKED_ODDS, OTHER_ODDS = -1.0, 1.4
"""The log odds from which a name is a place if the question was for it, and if for another field or
the post has a place."""
_FILE = "places.toml"
_RULES = Rules("interview_cli.job_posts", _FILE)


def find_place(text: str, company: str, least_odds: float = 0.0) -> tuple[str, str] | None:
    """Find the place that a text names, with the words that name it.

    `least_odds` are the log odds above the bound of the fit from which a name is a place.
    """
    postcode = _RULES.pattern("postcode").search(text)
    if postcode:
        return postcode["place"], postcode["place"]
    span = _find_likeliest(text, company, least_odds)
    if span and is_land(text[slice(*span)]):
        town, land = text[find_town_start(text, span[0]) : span[0]], text[slice(*span)]
        if town and "," not in town:  # "gladstone queensland"
            return f"{capitalise(town.strip())}, {capitalise(land)}", f"{town}{land}"
        span = span[0] - len(town), span[1]
    return extend_place(text, *span) if span else None


def _find_likeliest(text: str, company: str, least_odds: float) -> tuple[int, int] | None:
    """Return where the name stands that is most likely the place; None if none likely is."""
    rated = [
        (rate_candidate(candidate, text), candidate)
        for candidate in find_candidates(text)
        if _can_be_place(candidate, text, company)
        and (candidate.kind != "street" or least_odds < 0)
    ]
    best = max(rated, key=lambda each: each[0], default=None)
    if best is None or best[0] <= least_odds:
        return None
    near = [candidate for odds, candidate in rated if odds > least_odds]
    return join_linked(text, best[1], near)


def parse_place(text: str) -> str | None:
    """Return the place in a short answer to "where?", without introductory words."""
    place = text.strip(" .!,")
    while (shorter := _RULES.remove("lead_in", place)) != place:
        place = shorter.strip()
    if not 0 < len(place.split()) <= MAX_ADDRESS_WORDS or not re.search(r"[^\W\d]", place):
        return None
    return capitalise(place) if _looks_like_place(place) else None


def ends_in_marked_place(text: str) -> bool:
    """Return whether a text ends in a name that "at" or "in" marks as a place."""
    matches = _RULES.pattern("after_preposition").finditer(text)
    return any(match.end() == len(text.rstrip()) for match in matches)


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


def _can_be_place(candidate: Candidate, text: str, company: str) -> bool:
    place = text[candidate.start : candidate.end]
    first = place.split()[0].strip(",").lower()
    if next_word(text, candidate.end) in load_words(_FILE, "no_place_before"):
        return False  # "our Leeds customers"
    if _RULES.pattern("other_before").search(text[: candidate.start]):
        return False
    if first in load_words(_FILE, "never_a_place") or place.casefold() == company.casefold():
        return False
    return not any(place.startswith(written) for _skill, written in find_skills(place))
