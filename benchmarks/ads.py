"""The marked job ads and CVs: what a careful reader found in each, to hold the program against.

`tuning` may be looked at when a rule is written; `held-out` may not, and shares no trade with it.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

HALVES = ("tuning", "held-out")
_FOLDER = Path(__file__).parent / "ads"


@dataclass(frozen=True)
class Marked:
    """A requirement in the ad's own words."""

    words: str
    must: bool


@dataclass(frozen=True)
class Ad:
    """A job ad, and its requirements as a reader marked them."""

    name: str
    title: str
    company: str
    text: str
    marked: tuple[Marked, ...]


@dataclass(frozen=True)
class Pair:
    """A CV, an ad, and for each requirement the line that supports it, or none."""

    cv_name: str
    cv: str
    ad: Ad
    support: dict[str, str]


def ads(half: str) -> list[Ad]:
    """The ads of a half."""
    found = []
    for path in sorted((_FOLDER / half).glob("*.toml")):
        if path.name.endswith(".cv.toml"):
            continue
        data = tomllib.loads(path.read_text("utf-8"))
        marked = tuple(Marked(one["words"], one["must"]) for one in data["requirement"])
        found.append(Ad(path.stem, data["title"], data["company"], data["text"], marked))
    return found


def pairs(half: str) -> list[Pair]:
    """Each CV of a half, with each ad that it was held against."""
    by_name = {ad.name: ad for ad in ads(half)}
    found = []
    for path in sorted((_FOLDER / half).glob("*.cv.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        for name in data["for_ads"]:
            support = {one["words"]: one["line"] for one in data["support"] if one["ad"] == name}
            cv_name = path.name.removesuffix(".cv.toml")
            found.append(Pair(cv_name, data["text"], by_name[name], support))
    return found
