"""The place of a job in an employer's message.

Known places are in `towns.toml`; others are recognised by their capitals and by the words around
them (`places.toml`).
"""

import re
from dataclasses import dataclass
from functools import cache

from interview_cli.english.rules import Rules, load_toml
from interview_cli.english.words import word_list as common_words
from interview_cli.job_posts.skills import find_skills
from interview_cli.job_posts.strange_names import find_strange_place
from interview_cli.job_posts.town_starts import find_town_start
from interview_cli.job_posts.word_lists import load_phrases, load_words, next_word, split_phrases

MAX_ADDRESS_WORDS = 8
_MAX_LOWER_CASE_WORDS = 4
_MAX_NAME_WORDS = 5
_FILE = "places.toml"
_RULES = Rules("interview_cli.job_posts", _FILE)
_TOWNS = ("interview_cli.job_posts", "towns.toml")
_NO_COUNTRY = "XA"
"""The code of areas of several countries, such as Europe."""
_WORD = re.compile(r"[^\W_](?:[\w'’]|[.&-](?=\w))*\.?")


@dataclass(frozen=True)
class Address:
    """The parts of a place; each is empty if it is not said or not known."""

    locality: str
    region: str
    country: str
    """ISO 3166."""


def find_place(text: str, company: str) -> tuple[str, str] | None:
    """Find the place that a text names, with the words that name it."""
    postcode = _RULES.pattern("postcode").search(text)
    if postcode:
        return postcode["place"], postcode["place"]
    marked = _find_marked(text, company)
    listed = _find_listed(text)
    if marked and listed and listed[0] < marked[0]:
        marked = listed
    span = marked or listed or find_strange_place(text, _load_places())
    if span and is_land(text[slice(*span)].rstrip(".")):
        town, land = text[find_town_start(text, span[0]) : span[0]], text[slice(*span)]
        if town and "," not in town:  # "gladstone queensland"
            return f"{_capitalise(town.strip())}, {_capitalise(land)}", f"{town}{land}"
        span = span[0] - len(town), span[1]
    return _extend(text, *span) if span else None


def _find_marked(text: str, company: str) -> tuple[int, int] | None:
    """Return where a place stands that the words around it mark as one."""
    for group in ("site_of", "after_preposition", "place_based", "based_at"):
        for match in _RULES.pattern(group).finditer(text):
            place = re.sub(r"['’]s$|[.'’-]+$", "", match["place"])
            is_whole = not text[match.end("place") :].startswith("&")
            if is_whole and _can_be_place(place, company):
                return match.start("place"), match.start("place") + len(place)
    return None


def _find_listed(text: str) -> tuple[int, int] | None:
    """Return where the first listed place stands; of several that begin there, the longest."""
    words = list(_WORD.finditer(text))
    for first in range(len(words)):
        for last in range(min(len(words), first + _MAX_NAME_WORDS) - 1, first - 1, -1):
            start, end = words[first].start(), words[last].end()
            name = text[start:end].rstrip(".")
            if _is_listed(name) and _is_meant(name, text, start, start + len(name)):
                return start, start + len(name)
    return None


def parse_place(text: str) -> str | None:
    """Return the place in a short answer to "where?", without introductory words."""
    place = text.strip(" .!,")
    while (shorter := _RULES.remove("lead_in", place)) != place:
        place = shorter.strip()
    if not 0 < len(place.split()) <= MAX_ADDRESS_WORDS or not re.search(r"[^\W\d]", place):
        return None
    return _capitalise(place) if _looks_like_place(place) else None


def is_known_place(text: str) -> bool:
    """Return whether a text is the name of a listed place; case does not matter."""
    return text.casefold() in _load_places()


def ends_in_marked_place(text: str) -> bool:
    """Return whether a text ends in a name that "at" or "in" marks as a place."""
    matches = _RULES.pattern("after_preposition").finditer(text)
    return any(match.end() == len(text.rstrip()) for match in matches)


def is_land(text: str) -> bool:
    """Return whether a text is the name of a listed region or country; case does not matter."""
    return text.casefold() in _load_countries() or text.casefold() in _load_names("regions")


def is_state(text: str) -> bool:
    """Return whether a text is the short form of a state or province, in capitals."""
    return text in _load_states()


def find_country(place: str) -> str:
    """Return the country of a place (ISO 3166); empty if it is not known or not one."""
    return parse_address(place).country


def is_listed_country(text: str) -> bool:
    """Return whether a text is the name of a country, not of an area of several."""
    return _load_countries().get(text.casefold(), _NO_COUNTRY) != _NO_COUNTRY


def split_countries(place: str) -> list[str]:
    """Return the countries that a place joins, "Germany or Austria"; any other place as it is."""
    parts = re.split(rf"\s*(?:,|/)\s*(?:{_JOINERS}\s)?|\s+{_JOINERS}\s+", place)
    return parts if all(map(is_listed_country, parts)) else [place]


def describe_country(code: str) -> str:
    """Return the first listed name of a country, in capitals where it is an acronym."""
    names = split_phrases(load_toml(*_TOWNS)["countries"].get(code, code))
    return _capitalise(names[0])


def parse_address(place: str) -> Address:
    """Return locality, region and country of a place as it is stored."""
    parts = [part.strip() for part in re.split(r",|\s/\s", place) if part.strip()]
    region = country = ""
    state = re.fullmatch(r"(.+) ([A-Z]{2,3})", parts[0]) if len(parts) == 1 else None
    if state and _find_kind(state[2], is_alone=False) != "towns":
        parts = [state[1], state[2]]
    while len(parts) > 1 and (kind := _find_kind(parts[-1], is_alone=False)) != "towns":
        last = parts.pop()
        if kind == "countries":
            country = _load_countries().get(last.casefold(), last)
        else:
            region, country = last, country or _find_land(last)
    alone = parts[0] if parts else ""
    kind = _find_kind(alone, is_alone=not region and not country)
    if kind == "countries":
        return Address("", region, _strip_area(_load_countries()[alone.casefold()]))
    if kind == "regions":
        return Address("", alone, country or _find_land(alone))
    named = next((part for part in parts if _find_listed(part)), alone)
    known = _find_listed(named)
    if known:
        town = _load_places()[named[known[0] : known[1]].casefold()]
        country = town if not country or _has_state(town, region) else country
        if region == town:  # "Venlo NL" is in the Netherlands, not in Newfoundland
            region, country = "", town
    return Address(", ".join(parts), region, _strip_area(country))


def _strip_area(code: str) -> str:
    return "" if code == _NO_COUNTRY else code


def _find_land(region: str) -> str:
    return _load_states().get(region, "") or _load_places().get(region.casefold(), "")


def _find_kind(part: str, *, is_alone: bool) -> str:
    name = part.casefold()
    is_code = not is_alone and part in load_toml(*_TOWNS)["countries"] and not is_state(part)
    if name in _load_countries() or is_code:
        return "countries"
    if (is_state(part) and not is_alone) or name in _load_names("regions"):
        return "regions"
    return "towns"


def _is_listed(name: str) -> bool:
    return name.casefold() in _load_places()


def _is_meant(name: str, text: str, start: int, end: int) -> bool:
    """Return whether a listed name is meant as a place; some are also common words."""
    if re.match(r"[\s-]+", text[end:]) and next_word(text, end) in load_words(
        _FILE, "no_place_before"
    ):
        return False
    if name.casefold() not in load_phrases("towns.toml", "common_words"):
        return True
    if name != name.lower() and (name != name.title() and not name.isupper()):
        return False
    before, after = text[:start].strip().split(), text[end:].strip(" .!)")
    is_placed = bool(before) and before[-1].lower().strip("(") in ("in", "at", "near", "around")
    is_alone = not before and (not after or after[0] in ",(" or after.startswith(("and ", "or ")))
    return is_placed or (name[0].isupper() and (is_alone or _is_before_site(after)))


def _is_before_site(after: str) -> bool:
    sites = load_toml("interview_cli.job_posts", _FILE)["parts"]["site"]
    return after.split(" ")[0].strip(".,") in sites


def _extend(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the place with what follows and belongs to it: a state, a country, another place."""
    while (longer := _find_extension(text, end)) is not None:
        end = longer
    words = text[start:end]
    land = re.match(r"\s+(\w+(?: \w+)?)(?=\s*(?:[,.;()\n]|$))", text[end:])
    if land and is_listed_country(land[1]) and not is_listed_country(words):
        name = describe_country(_load_countries()[land[1].casefold()])
        return f"{_capitalise(words)}, {_capitalise(name)}", f"{words}{land[0]}"
    return _capitalise(words), words


def _find_extension(text: str, end: int) -> int | None:
    rest = text[end:]
    suffix = next(
        (s for s in load_phrases(_FILE, "suffixes") if rest.lower().startswith(f" {s}")), None
    )
    if suffix:
        return end + 1 + len(suffix)
    if (state := re.match(r",?\s([A-Z]{2,3})(?![\w])", rest)) and is_state(state[1]):
        return end + state.end()
    joined = re.match(rf"(?:,| {_JOINERS}| ?/)\s?", rest)
    if joined is None:
        return None
    words = list(_WORD.finditer(rest[joined.end() :]))[:_MAX_NAME_WORDS]
    for last in reversed(words):
        name = rest[joined.end() : joined.end() + last.end()].rstrip(".")
        is_plain = name.casefold() not in load_phrases("towns.toml", "common_words")
        if _is_listed(name) and (is_plain or name[0].isupper()):
            return end + joined.end() + len(name)
    return None


_JOINERS = r"(?:and|or|&)"


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
    return not any(place.startswith(written) for _skill, written in find_skills(place))


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


@cache
def _load_names(kind: str) -> dict[str, str]:
    """Return the names of `towns`, `regions` or `countries`, in small letters, → their country."""
    lands: dict[str, str] = load_toml(*_TOWNS)[kind]
    return {name: code for code, names in lands.items() for name in split_phrases(names)}


def _load_countries() -> dict[str, str]:
    return _load_names("countries")


@cache
def _load_places() -> dict[str, str]:
    return _load_names("countries") | _load_names("regions") | _load_names("towns")


@cache
def _load_states() -> dict[str, str]:
    lands: dict[str, str] = load_toml(*_TOWNS)["states"]
    # Of several countries with a state of that name, the first one counts.
    return {state: code for code in reversed(lands) for state in lands[code].split()}


def _has_state(country: str, state: str) -> bool:
    """Return whether a country has a state: Western Australia and Washington are both WA."""
    return state in load_toml(*_TOWNS)["states"].get(country, "").split()
