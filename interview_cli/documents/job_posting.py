"""Turn the JobPosting data of a page (schema.org) into the text of a job ad."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import Any


def find_posting(scripts: Iterable[str | None]) -> dict[str, Any] | None:
    """Return the first JobPosting with a description in JSON-LD scripts; skip broken scripts."""
    for script in scripts:
        try:
            data = json.loads(script or "", strict=False)
        except (ValueError, RecursionError):
            continue
        if posting := next(_find_postings(data), None):
            return posting
    return None


def _find_postings(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for item in data:
            yield from _find_postings(item)
    if isinstance(data, dict):
        kinds = data.get("@type")
        is_posting = "JobPosting" in (kinds if isinstance(kinds, list) else [kinds])
        if is_posting and isinstance(data.get("description"), str):
            yield data
        yield from _find_postings(data.get("@graph"))


def format_posting(posting: dict[str, Any], as_text: Callable[[str], str]) -> str:
    """Return title, employer, place and terms, then the description and other texts.

    `as_text` turns a value, which may be HTML, into text.
    """
    organization = posting.get("hiringOrganization")
    kinds = [
        str(kind).replace("_", " ").lower() for kind in _to_list(posting.get("employmentType"))
    ]
    is_remote = posting.get("jobLocationType") == "TELECOMMUTE"
    facts = [
        _find_name(organization),
        *_find_places(posting.get("jobLocation")),
        *(["remote"] if is_remote else []),
        *kinds,
        _format_salary(posting.get("baseSalary")),
    ]
    terms = unescape(", ".join(fact for fact in facts if fact))
    description = as_text(posting["description"])
    parts = [f"# {unescape(_find_name(posting.get('title')))}", terms, description]
    for name in _EXTRA_TEXTS:
        body = "\n".join(as_text(_find_name(value)) for value in _to_list(posting.get(name)))
        if body.strip() and body not in description:
            heading = re.sub(r"([A-Z])", r" \1", name).lower().strip().capitalize()
            parts.append(f"## {heading}\n\n{body}")
    return "\n\n".join(part for part in parts if part.strip("# "))


_EXTRA_TEXTS = (
    "responsibilities",
    "qualifications",
    "experienceRequirements",
    "skills",
    "educationRequirements",
    "jobBenefits",
    "workHours",
)


def _find_name(value: Any) -> str:
    """Return a value that is text, or the name of an object of the vocabulary."""
    if isinstance(value, dict):
        names = (value.get(name) for name in ("name", "description", "credentialCategory", "value"))
        months = value.get("monthsOfExperience")
        return next((str(name) for name in names if name), f"{months} months" if months else "")
    return "" if value is None else str(value)


def _format_salary(salary: Any) -> str:
    value = salary.get("value") if isinstance(salary, dict) else None
    if not isinstance(value, dict):
        return ""
    amounts = [str(value[name]) for name in ("minValue", "maxValue", "value") if value.get(name)]
    per = str(value.get("unitText", "")).lower()
    return " ".join(
        [str(salary.get("currency", "")), " to ".join(amounts), *([f"a {per}"] if per else [])]
    )


def _to_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _find_places(location: Any) -> Iterator[str]:
    for place in _to_list(location):
        address = place.get("address") if isinstance(place, dict) else place
        if isinstance(address, dict):
            names = ("addressLocality", "addressRegion", "addressCountry")
            yield ", ".join(
                str(address[name]) for name in names if isinstance(address.get(name), str)
            )
        elif isinstance(address, str):
            yield address
