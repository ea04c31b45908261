"""Turn the JobPosting data of a page (schema.org) into the text of a job ad."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from interview_cli.documents.html_text import unescape_fully

_MIN_OVERLAP = 0.6
"""A page with at least this share of the words of a posting says the same."""
_TEASER_SHARE = 0.6
"""A teaser has less than this share of the letters of the page."""
_MAX_TEASER_CHARS = 800
_MIN_BODY_CHARS = 300
_CUT = ("…", "...")


@dataclass(frozen=True)
class Page:
    """What a page says beside its data."""

    titles: list[str]
    """Its title and its main headings."""
    body: str


@dataclass(frozen=True)
class Chosen:
    """The text of an ad, and whether it is the body of the page."""

    text: str
    is_body: bool

    def find_rest(self, page: Page) -> str:
        """Return the lines of the body that this text does not say."""
        said = " ".join(self.text.split())
        lines = (" ".join(line.lstrip("#- ").split()) for line in page.body.splitlines())
        return "\n".join(line for line in lines if line and line not in said)


def find_postings(scripts: Iterable[str | None]) -> list[dict[str, Any]]:
    """Return the JobPostings with a description in JSON-LD scripts; skip broken scripts."""
    found: list[dict[str, Any]] = []
    for script in scripts:
        try:
            data = json.loads(script or "", strict=False)
        except (ValueError, RecursionError):
            continue
        found += _find_postings(data)
    return found


def choose_text(
    postings: list[dict[str, Any]], page: Page, as_text: Callable[[str], str]
) -> Chosen:
    """Return the posting that fits the page, or the body if it says more than that posting.

    `as_text` turns a value, which may be HTML, into text. Title, body and data are witnesses of
    the same ad: a posting of another title with other words belongs to another ad.
    """
    descriptions = [as_text(posting["description"]) for posting in postings]
    fits = [
        (2 * _has_title(posting, page) + _measure_overlap(description, page.body), -number)
        for number, (posting, description) in enumerate(zip(postings, descriptions, strict=True))
    ]
    fit, place = max(fits)
    posting, description = postings[-place], descriptions[-place]
    is_whole = len(page.body) >= _MIN_BODY_CHARS
    is_other_ad = fit < _MIN_OVERLAP and (len(postings) > 1 or any(page.titles)) and is_whole
    if is_other_ad:
        return Chosen(page.body, is_body=True)
    if _is_teaser(description, page.body):
        terms = [term for term in _find_terms(posting) if term not in page.body]
        return Chosen("\n\n".join(filter(None, [", ".join(terms), page.body])), is_body=True)
    return Chosen(format_posting(posting, as_text), is_body=False)


def _has_title(posting: dict[str, Any], page: Page) -> bool:
    title = _fold(_find_name(posting.get("title")))
    return bool(title) and any(
        title in _fold(other) or (_fold(other) and _fold(other) in title) for other in page.titles
    )


def _fold(text: str) -> str:
    return " ".join(re.findall(r"\w+", unescape_fully(text).casefold()))


def _measure_overlap(description: str, body: str) -> float:
    """Return the share of the words of a description that the body has too, from 0 to 1."""
    words = set(_fold(description).split())
    return len(words & set(_fold(body).split())) / len(words) if words else 0.0


def _is_teaser(description: str, body: str) -> bool:
    """Whether a description is the beginning or the summary of a body that says it in full."""
    if _measure_overlap(description, body) < _MIN_OVERLAP or len(description) >= len(body):
        return False
    is_short = len(description) < min(_MAX_TEASER_CHARS, _TEASER_SHARE * len(body))
    return is_short or description.rstrip().endswith(_CUT)


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
    terms = ", ".join(_find_terms(posting))
    description = as_text(posting["description"])
    parts = [f"# {unescape_fully(_find_name(posting.get('title')))}", terms, description]
    for name in _EXTRA_TEXTS:
        body = "\n".join(as_text(_find_name(value)) for value in _to_list(posting.get(name)))
        if body.strip() and body not in description:
            heading = re.sub(r"([A-Z])", r" \1", name).lower().strip().capitalize()
            parts.append(f"## {heading}\n\n{body}")
    return "\n\n".join(part for part in parts if part.strip("# "))


def _find_terms(posting: dict[str, Any]) -> list[str]:
    """Return employer, places and terms."""
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
    return [unescape_fully(fact) for fact in facts if fact]


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
    unit = f"{'an' if per == 'hour' else 'a'} {per}" if per else ""
    return " ".join(filter(None, [str(salary.get("currency", "")), " to ".join(amounts), unit]))


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
