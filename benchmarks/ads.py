"""Load the marked job ads and CVs: the requirements and the support that a careful reader found.

Rules may be written with `tuning` in view. `held-out` shares no trade with it, and is only
measured.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

HALVES = ("tuning", "held-out")
_FOLDER = Path(__file__).parent / "ads"


@dataclass(frozen=True)
class MarkedRequirement:
    """A requirement that a reader marked in an ad."""

    words: str
    """The ad's own words."""
    is_must_have: bool


@dataclass(frozen=True)
class Ad:
    """A job ad and its marks."""

    name: str
    """Its file, without the suffix."""
    title: str
    company: str
    text: str
    marked: tuple[MarkedRequirement, ...]


@dataclass(frozen=True)
class CvAdPair:
    """A CV and an ad that a reader compared."""

    cv_name: str
    cv: str
    ad: Ad
    support: dict[str, str]
    """The words of each requirement → the line of the CV that supports it, or an empty string."""


def load_ads(half: str) -> list[Ad]:
    """Return the ads of a half, by their names."""
    paths = sorted((_FOLDER / half).glob("*.toml"))
    return [_load_ad(path) for path in paths if not path.name.endswith(".cv.toml")]


def _load_ad(path: Path) -> Ad:
    data = tomllib.loads(path.read_text("utf-8"))
    marked = tuple(MarkedRequirement(mark["words"], mark["must"]) for mark in data["requirement"])
    return Ad(path.stem, data["title"], data["company"], data["text"], marked)


def load_pairs(half: str) -> list[CvAdPair]:
    """Return each CV of a half with each ad that it was compared with."""
    ads = {ad.name: ad for ad in load_ads(half)}
    return [
        pair for path in sorted((_FOLDER / half).glob("*.cv.toml")) for pair in _pair_cv(path, ads)
    ]


def _pair_cv(path: Path, ads: dict[str, Ad]) -> list[CvAdPair]:
    data = tomllib.loads(path.read_text("utf-8"))
    cv_name = path.name.removesuffix(".cv.toml")
    supports: dict[str, dict[str, str]] = {name: {} for name in data["for_ads"]}
    for mark in data["support"]:
        supports[mark["ad"]][mark["words"]] = mark["line"]
    return [
        CvAdPair(cv_name, data["text"], ads[name], support) for name, support in supports.items()
    ]
