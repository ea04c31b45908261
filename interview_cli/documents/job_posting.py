"""A page's JobPosting data (schema.org, as job search engines read it) → the text of the ad."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import Any


def find_posting(scripts: Iterable[str | None]) -> dict[str, Any] | None:
    """The first JobPosting with a description in a page's JSON-LD; broken data is passed over."""
    for script in scripts:
        try:
            data = json.loads(script or "", strict=False)
        except (ValueError, RecursionError):
            continue
        if posting := next(_typed(data), None):
            return posting
    return None


def _typed(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for one in data:
            yield from _typed(one)
    if isinstance(data, dict):
        kinds = data.get("@type")
        is_posting = "JobPosting" in (kinds if isinstance(kinds, list) else [kinds])
        if is_posting and isinstance(data.get("description"), str):
            yield data
        yield from _typed(data.get("@graph"))


def posting_text(posting: dict[str, Any], as_text: Callable[[str], str]) -> str:
    """Title, employer, place, terms, then the description and whatever texts stand beside it.

    `as_text` takes the HTML that a value may hold.
    """
    organization = posting.get("hiringOrganization")
    kinds = [str(kind).replace("_", " ").lower() for kind in _listed(posting.get("employmentType"))]
    is_remote = posting.get("jobLocationType") == "TELECOMMUTE"
    facts = [
        _said(organization),
        *_places(posting.get("jobLocation")),
        *(["remote"] if is_remote else []),
        *kinds,
        _salary(posting.get("baseSalary")),
    ]
    flat = unescape(", ".join(fact for fact in facts if fact))
    description = as_text(posting["description"])
    parts = [f"# {unescape(_said(posting.get('title')))}", flat, description]
    for name in _BESIDE:
        body = "\n".join(as_text(_said(one)) for one in _listed(posting.get(name)))
        if body.strip() and body not in description:
            heading = re.sub(r"([A-Z])", r" \1", name).lower().strip().capitalize()
            parts.append(f"## {heading}\n\n{body}")
    return "\n\n".join(part for part in parts if part.strip("# "))


_BESIDE = (
    "responsibilities",
    "qualifications",
    "experienceRequirements",
    "skills",
    "educationRequirements",
    "jobBenefits",
    "workHours",
)


def _said(value: Any) -> str:
    """The words of a value: a text, or what an object of the vocabulary is called."""
    if isinstance(value, dict):
        named = (value.get(name) for name in ("name", "description", "credentialCategory", "value"))
        months = value.get("monthsOfExperience")
        return next((str(one) for one in named if one), f"{months} months" if months else "")
    return "" if value is None else str(value)


def _salary(salary: Any) -> str:
    value = salary.get("value") if isinstance(salary, dict) else None
    if not isinstance(value, dict):
        return ""
    amounts = [str(value[name]) for name in ("minValue", "maxValue", "value") if value.get(name)]
    per = str(value.get("unitText", "")).lower()
    return " ".join(
        [str(salary.get("currency", "")), " to ".join(amounts), *([f"a {per}"] if per else [])]
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _places(location: Any) -> Iterator[str]:
    for place in _listed(location):
        address = place.get("address") if isinstance(place, dict) else place
        if isinstance(address, dict):
            names = ("addressLocality", "addressRegion", "addressCountry")
            yield ", ".join(
                str(address[name]) for name in names if isinstance(address.get(name), str)
            )
        elif isinstance(address, str):
            yield address
