"""Take a place as it is stored apart into town, region and country."""

import re
from dataclasses import dataclass, replace

from interview_cli.job_posts.lands import (
    NO_COUNTRY,
    find_land,
    find_state_country,
    has_state,
    is_country_code,
    is_state,
    load_lands,
)
from interview_cli.job_posts.town_list import Town, find_town

_MOST_NAME_WORDS = 4


@dataclass(frozen=True)
class Address:
    """The parts of a place; each is empty if it is not said or not known."""

    locality: str
    region: str
    country: str
    """ISO 3166."""


def find_country(place: str) -> str:
    """Return the country of a place (ISO 3166); empty if it is not known or not one."""
    return parse_address(place).country


def parse_address(place: str) -> Address:
    """Return locality, region and country of a place as it is stored."""
    address = _parse_parts(place)
    return replace(address, country="" if address.country == NO_COUNTRY else address.country)


def _parse_parts(place: str) -> Address:
    parts = [part.strip() for part in re.split(r",|\s/\s", place) if part.strip()]
    region = country = ""
    state = re.fullmatch(r"(.+) ([A-Z]{2,3})", parts[0]) if len(parts) == 1 else None
    if state and _find_kind(state[2], is_alone=False) != "towns":
        parts = [state[1], state[2]]
    while len(parts) > 1 and (kind := _find_kind(parts[-1], is_alone=False)) != "towns":
        last = parts.pop()
        if kind == "countries":
            country = load_lands("countries").get(last.casefold(), last)
        else:
            region, country = last, country or find_state_country(last) or find_land(last)
    alone = parts[0] if parts else ""
    kind = _find_kind(alone, is_alone=not region and not country)
    if kind == "countries":
        return Address("", region, load_lands("countries")[alone.casefold()])
    if kind == "regions":
        return Address("", alone, country or find_land(alone))
    town = _find_last_town(parts)
    if town:
        country = town.country if not country or has_state(town.country, region) else country
        if region == town.country:  # "Venlo NL" is in the Netherlands, not in Newfoundland
            region, country = "", town.country
        if country == town.country:
            region = region or town.state
    return Address(", ".join(parts), region, country)


def _find_last_town(parts: list[str]) -> Town | None:
    """Return the town that parts of an address name; the street stands before it."""
    named = (town for part in reversed(parts) if (town := find_town(part)))
    return next(named, None) or next(
        (town for part in reversed(parts) if (town := _find_town_in(part))), None
    )


def _find_town_in(part: str) -> Town | None:
    """Return the largest town that some words of a part name."""
    words = part.split()
    spans = (
        " ".join(words[start : start + count])
        for count in range(min(len(words), _MOST_NAME_WORDS), 0, -1)
        for start in range(len(words) - count + 1)
    )
    towns = [town for span in spans if (town := find_town(span)) and not town.is_word]
    return max(towns, key=lambda town: town.size, default=None)


def _find_kind(part: str, *, is_alone: bool) -> str:
    name = part.casefold()
    if name in load_lands("countries") or (not is_alone and is_country_code(part)):
        return "countries"
    if (is_state(part) and not is_alone) or name in load_lands("regions"):
        return "regions"
    return "towns"
