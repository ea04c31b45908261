"""JSON Resume (jsonresume.org) → text that reads as a CV, unknown sections and fields included."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from interview_cli.documents import plain
from interview_cli.documents.extract import Extract
from interview_cli.errors import UnreadableDocument

_KNOWN = (
    "basics", "work", "volunteer", "education", "awards", "certificates", "publications", "skills",
    "languages", "interests", "references", "projects",
)  # fmt: skip
_TITLES = ("position", "studyType", "title", "name", "language", "organization", "area")
_AT = ("name", "organization", "institution", "company", "publisher", "issuer", "awarder", "entity")
_BASICS = ("name", "label", "email", "phone", "url", "location", "summary", "profiles")
_DEGREE = ("level", "fluency", "keywords")
_NOT_SHOWN = ("$schema", "meta", "image", "countryCode")
_MAX_DEPTH = 12


def read(content: bytes, source: str, keep_hidden: bool = False) -> Extract:
    """Every section in the order of the schema, then those it does not know.

    Raises UnreadableDocument for what is no JSON object.
    """
    found = plain.read(content, source)
    try:
        resume = json.loads(found.text)
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument(
            f"{source} is no JSON.", "give a JSON Resume, or the CV as PDF or text"
        ) from error
    if not isinstance(resume, dict) or not any(name in resume for name in _KNOWN):
        raise UnreadableDocument(
            f"{source} is no JSON Resume.", "see jsonresume.org/schema, or give the CV as PDF"
        )
    names = [*_KNOWN, *(name for name in resume if name not in (*_KNOWN, *_NOT_SHOWN))]
    sections = [_section(name, resume[name]) for name in names if resume.get(name)]
    return Extract("\n\n".join(filter(None, sections)), notices=found.notices)


def _section(name: str, value: Any) -> str:
    if name == "basics" and isinstance(value, dict):
        return _basics(value)
    entries = value if isinstance(value, list) else [value]
    blocks = ["\n".join(_entry(entry)) for entry in entries]
    is_short = all("\n" not in block for block in blocks)
    return f"## {_words(name)}\n\n" + ("\n" if is_short else "\n\n").join(filter(None, blocks))


def _basics(basics: dict[str, Any]) -> str:
    first = _plain_values(basics, ("name", "label"))
    contact = _plain_values(basics, ("email", "phone", "url"))
    location = basics.get("location")
    if isinstance(location, dict):
        names = [name for name in location if name not in _NOT_SHOWN]
        contact.append(", ".join(_plain_values(location, names)))
    lines = [f"# {first[0]}" if first else "", *first[1:], " · ".join(filter(None, contact))]
    if _is_plain(basics.get("summary")):
        lines += ["", str(basics["summary"])]
    for profile in basics.get("profiles") or ():
        if isinstance(profile, dict):
            where = profile.get("url") or profile.get("username")
            lines.append(f"{_flat(profile.get('network', 'Profile'))}: {_flat(where)}")
            lines += _rest(profile, ("network", "url" if profile.get("url") else "username"))
    lines += _rest(basics, (*_BASICS, *_NOT_SHOWN))
    return "\n".join(lines).strip()


def _entry(entry: Any) -> Iterator[str]:
    """A job, a school, a skill: what and where and when in a line, then the rest."""
    if not isinstance(entry, dict):
        yield f"- {_flat(entry)}"
        return
    title = next((name for name in _TITLES if _is_plain(entry.get(name))), None)
    at = next((name for name in _AT if name != title and _is_plain(entry.get(name))), None)
    when = " to ".join(_plain_values(entry, ("startDate", "endDate")))
    if when and not _is_plain(entry.get("endDate")):
        when += " to now"
    if not when and _is_plain(entry.get("date")):
        when = str(entry["date"])
    head = [str(entry[name]) for name in (title, at) if name]
    used = {title, at, "startDate", "endDate", "date", *_NOT_SHOWN}
    degree = [_flat(entry[name]) for name in _DEGREE if entry.get(name)]
    if head and degree and set(entry) <= {*used, *_DEGREE}:  # a skill, a language
        yield f"- {', '.join(head)}: {', '.join(degree)}"
        return
    rest = list(_rest(entry, used))
    if not head and not when and len(rest) == 1:
        yield rest[0]
        return
    about = ", ".join([*head, *([when] if when else [])])
    if about:
        yield f"{'### ' if rest else '- '}{about}"
    yield from rest


def _rest(entry: dict[str, Any], used: Any) -> Iterator[str]:
    for name, value in entry.items():
        if name in used or value in (None, "", [], {}):
            continue
        if isinstance(value, list):
            texts = [one for one in value if not isinstance(one, (list, dict))]
            if name in ("highlights", "courses", "roles") or any(len(str(v)) > 40 for v in texts):
                yield from (f"- {_flat(one)}" for one in value)
            else:
                yield f"{_words(name)}: {_flat(value)}"
        elif name in ("summary", "description", "reference"):
            yield _flat(value)
        else:
            yield f"{_words(name)}: {_flat(value)}"


def _flat(value: Any, depth: int = 0) -> str:
    if depth > _MAX_DEPTH:
        return "…"
    if isinstance(value, list):
        return ", ".join(_flat(one, depth + 1) for one in value)
    if isinstance(value, dict):
        shown = {name: one for name, one in value.items() if one not in (None, "")}
        return ", ".join(f"{_words(name)} {_flat(one, depth + 1)}" for name, one in shown.items())
    return str(value)


def _plain_values(entry: dict[str, Any], names: Iterable[str]) -> list[str]:
    return [str(entry[name]) for name in names if _is_plain(entry.get(name))]


def _is_plain(value: Any) -> bool:
    return isinstance(value, (str, int, float)) and str(value).strip() != ""


def _words(name: str) -> str:
    """The name of a field as a heading: studyType → Study type."""
    spaced = "".join(f" {c.lower()}" if c.isupper() else c for c in name).replace("_", " ").strip()
    return spaced[:1].upper() + spaced[1:]
