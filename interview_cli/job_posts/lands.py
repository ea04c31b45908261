"""Know countries, regions and states by their names (`towns.toml`)."""

import re
from functools import cache

from interview_cli.english.rules import load_toml
from interview_cli.job_posts.word_lists import load_words, split_phrases

NO_COUNTRY = "XA"
"""The code of areas of several countries, such as Europe."""
JOINERS = r"(?:and|or|&|n)"
"""What joins two places."""
_PLACES = "places.toml"
_TOWNS = ("interview_cli.job_posts", "towns.toml")


def is_land(text: str) -> bool:
    """Return whether a text is the name of a listed region or country; case does not matter."""
    return find_land(text) != ""


def is_state(text: str) -> bool:
    """Return whether a text is the short form of a state or province, in capitals."""
    return text in _load_states()


def is_listed_country(text: str) -> bool:
    """Return whether a text is the name of a country, not of an area of several."""
    return load_lands("countries").get(text.casefold(), NO_COUNTRY) != NO_COUNTRY


def is_country_code(text: str) -> bool:
    """Return whether a text is the code of a country and not that of a state."""
    return text in load_toml(*_TOWNS)["countries"] and not is_state(text)


def find_land(text: str) -> str:
    """Return the country of a region, or a country's own code; empty if it is not listed."""
    name = text.casefold()
    return load_lands("regions").get(name, "") or load_lands("countries").get(name, "")


def find_state_country(state: str) -> str:
    """Return the country of a state's short form; of several, the first that is listed."""
    return _load_states().get(state, "")


def has_state(country: str, state: str) -> bool:
    """Return whether a country has a state: Western Australia and Washington are both WA."""
    return state in load_toml(*_TOWNS)["states"].get(country, "").split()


def split_countries(place: str) -> list[str]:
    """Return the countries that a place joins, "Germany or Austria"; any other place as it is."""
    parts = re.split(rf"\s*(?:,|/)\s*(?:{JOINERS}\s)?|\s+{JOINERS}\s+", place)
    return parts if all(map(is_listed_country, parts)) else [place]


def describe_country(code: str) -> str:
    """Return the first listed name of a country, in capitals where it is an acronym."""
    names = split_phrases(load_toml(*_TOWNS)["countries"].get(code, code))
    return capitalise(names[0])


def capitalise(place: str) -> str:
    """Return a place in small letters as a name; a place with a capital stays as it is."""
    if place.lower() in load_words(_PLACES, "acronyms"):
        return place.upper()
    if place != place.lower():
        return place
    lower_case = load_words(_PLACES, "lower_case")
    return re.sub(
        r"(?<![\w'’])\w+",
        lambda word: word[0] if word[0] in lower_case else word[0][:1].upper() + word[0][1:],
        place,
    )


@cache
def load_lands(kind: str) -> dict[str, str]:
    """Return the names of `regions` or `countries`, in small letters, and their country."""
    lands: dict[str, str] = load_toml(*_TOWNS)[kind]
    return {name: code for code, names in lands.items() for name in split_phrases(names)}


@cache
def _load_states() -> dict[str, str]:
    lands: dict[str, str] = load_toml(*_TOWNS)["states"]
    # Of several countries with a state of that name, the first one counts.
    return {state: code for code in reversed(lands) for state in lands[code].split()}
