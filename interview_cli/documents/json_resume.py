"""Read a JSON Resume (jsonresume.org) as a CV, including what is not in its schema."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from interview_cli.documents import plain
from interview_cli.documents.extraction import Extraction
from interview_cli.errors import UnreadableDocument

_KNOWN = (
    "basics", "work", "volunteer", "education", "awards", "certificates", "publications", "skills",
    "languages", "interests", "references", "projects",
)  # fmt: skip
_TITLES = ("position", "studyType", "title", "name", "language", "organization", "area")
_ORGANIZATIONS = (
    "name",
    "organization",
    "institution",
    "company",
    "publisher",
    "issuer",
    "awarder",
    "entity",
)
_BASICS = ("name", "label", "email", "phone", "url", "location", "summary", "profiles")
_LEVEL_FIELDS = ("level", "fluency", "keywords")
_SKIPPED = ("$schema", "meta", "image", "countryCode")
_MAX_DEPTH = 12
"""Deeper values are left out."""
_MAX_INLINE_CHARS = 40
"""A list with a longer text gets a line for each item."""


def extract_text(content: bytes, source: str, keep_hidden: bool = False) -> Extraction:
    """Return all sections in the order of the schema, then those that are not in it.

    Raises UnreadableDocument for content that is not a JSON Resume.
    """
    decoded = plain.extract_text(content, source)
    try:
        resume = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument(
            f"{source} is not valid JSON.", "give a JSON Resume, or the CV as PDF or text"
        ) from error
    if not isinstance(resume, dict) or not any(name in resume for name in _KNOWN):
        raise UnreadableDocument(
            f"{source} is not a JSON Resume: it has no basics, work, education or similar section.",
            "see jsonresume.org/schema, or give the CV as PDF",
        )
    names = [*_KNOWN, *(name for name in resume if name not in (*_KNOWN, *_SKIPPED))]
    sections = [_format_section(name, resume[name]) for name in names if resume.get(name)]
    return Extraction("\n\n".join(filter(None, sections)), notices=decoded.notices)


def _format_section(name: str, value: Any) -> str:
    if name == "basics" and isinstance(value, dict):
        return _format_basics(value)
    entries = value if isinstance(value, list) else [value]
    blocks = ["\n".join(_format_entry(entry)) for entry in entries]
    is_short = all("\n" not in block for block in blocks)
    return f"## {_format_name(name)}\n\n" + ("\n" if is_short else "\n\n").join(
        filter(None, blocks)
    )


def _format_basics(basics: dict[str, Any]) -> str:
    first = _find_plain_values(basics, ("name", "label"))
    contact = _find_plain_values(basics, ("email", "phone", "url"))
    location = basics.get("location")
    if isinstance(location, dict):
        names = [name for name in location if name not in _SKIPPED]
        contact.append(", ".join(_find_plain_values(location, names)))
    lines = [f"# {first[0]}" if first else "", *first[1:], " · ".join(filter(None, contact))]
    if _is_plain(basics.get("summary")):
        lines += ["", str(basics["summary"])]
    for profile in basics.get("profiles") or ():
        if isinstance(profile, dict):
            where = profile.get("url") or profile.get("username")
            lines.append(f"{_flatten(profile.get('network', 'Profile'))}: {_flatten(where)}")
            lines += _format_rest(profile, ("network", "url" if profile.get("url") else "username"))
    lines += _format_rest(basics, (*_BASICS, *_SKIPPED))
    return "\n".join(lines).strip()


def _format_entry(entry: Any) -> Iterator[str]:
    """Yield a line with title, place and dates of a job, school or skill, then its other fields."""
    if not isinstance(entry, dict):
        yield f"- {_flatten(entry)}"
        return
    title = next((name for name in _TITLES if _is_plain(entry.get(name))), None)
    organization = next(
        (name for name in _ORGANIZATIONS if name != title and _is_plain(entry.get(name))), None
    )
    when = " to ".join(_find_plain_values(entry, ("startDate", "endDate")))
    if when and not _is_plain(entry.get("endDate")):
        when += " to now"
    if not when and _is_plain(entry.get("date")):
        when = str(entry["date"])
    head = [str(entry[name]) for name in (title, organization) if name]
    used = {title, organization, "startDate", "endDate", "date", *_SKIPPED}
    level = [_flatten(entry[name]) for name in _LEVEL_FIELDS if entry.get(name)]
    if head and level and set(entry) <= {*used, *_LEVEL_FIELDS}:  # a skill, a language
        yield f"- {', '.join(head)}: {', '.join(level)}"
        return
    rest = list(_format_rest(entry, used))
    if not head and not when and len(rest) == 1:
        yield rest[0]
        return
    about = ", ".join([*head, *([when] if when else [])])
    if about:
        yield f"{'### ' if rest else '- '}{about}"
    yield from rest


def _format_rest(entry: dict[str, Any], used: Any) -> Iterator[str]:
    for name, value in entry.items():
        if name in used or value in (None, "", [], {}):
            continue
        if isinstance(value, list):
            texts = [item for item in value if not isinstance(item, (list, dict))]
            if name in ("highlights", "courses", "roles") or any(
                len(str(text)) > _MAX_INLINE_CHARS for text in texts
            ):
                yield from (f"- {_flatten(item)}" for item in value)
            else:
                yield f"{_format_name(name)}: {_flatten(value)}"
        elif name in ("summary", "description", "reference"):
            yield _flatten(value)
        else:
            yield f"{_format_name(name)}: {_flatten(value)}"


def _flatten(value: Any, depth: int = 0) -> str:
    if depth > _MAX_DEPTH:
        return "…"
    if isinstance(value, list):
        return ", ".join(_flatten(item, depth + 1) for item in value)
    if isinstance(value, dict):
        shown = {name: item for name, item in value.items() if item not in (None, "")}
        return ", ".join(
            f"{_format_name(name)} {_flatten(item, depth + 1)}" for name, item in shown.items()
        )
    return str(value)


def _find_plain_values(entry: dict[str, Any], names: Iterable[str]) -> list[str]:
    return [str(entry[name]) for name in names if _is_plain(entry.get(name))]


def _is_plain(value: Any) -> bool:
    return isinstance(value, (str, int, float)) and str(value).strip() != ""


def _format_name(name: str) -> str:
    """Return the name of a field as words: studyType → Study type."""
    spaced = "".join(f" {c.lower()}" if c.isupper() else c for c in name).replace("_", " ").strip()
    return spaced[:1].upper() + spaced[1:]
