"""Read a JSON Resume (jsonresume.org) as a CV, including what is not in its schema."""

from collections.abc import Iterable, Iterator
from typing import Any

from interview_cli.documents import plain
from interview_cli.documents.account import Account, Reason
from interview_cli.documents.json_values import (
    ValuePrinter,
    find_leaves,
    format_name,
    is_empty,
    is_plain,
)
from interview_cli.documents.lenient_json import parse_json
from interview_cli.documents.reactive_resume import convert_resume, is_reactive_resume
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
_PROFILE = ("network", "url", "username")
_LEVEL_FIELDS = ("level", "fluency", "keywords")
_SETTINGS = ("$schema", "meta", "image")
_MAX_WRAPPERS = 3
_MAX_INLINE_CHARS = 40
"""A list with a longer text gets a line for each item."""
_LISTS = ("highlights", "courses", "roles")
_TEXTS = ("summary", "description", "reference", "content")


def extract_text(content: bytes, source: str, account: Account) -> str:
    """Return all sections in the order of the schema, then those that are not in it.

    Raises UnreadableDocument for content that is not a JSON Resume or an export like one.
    """
    value = parse_json(plain.extract_text(content, source, account), source, account)
    printer = ValuePrinter(account)
    resume = _unwrap(value, source, account, printer)
    if is_reactive_resume(resume):
        resume = convert_resume(resume, printer)
    for name in _SETTINGS:
        printer.leave_out(Reason.SETTINGS, resume.get(name))
    names = [*_KNOWN, *(name for name in resume if name not in (*_KNOWN, *_SETTINGS))]
    writer = _Writer(printer)
    sections = [
        writer.write_section(name, resume[name]) for name in names if not is_empty(resume.get(name))
    ]
    return "\n\n".join(filter(None, sections))


def _unwrap(value: Any, source: str, account: Account, printer: ValuePrinter) -> dict[str, Any]:
    """Return the resume in a value: itself, the only one of a list, or one below a name."""
    for _ in range(_MAX_WRAPPERS + 1):
        if isinstance(value, list):
            if len(value) != 1:
                raise UnreadableDocument(
                    f"{source} holds a list of {len(value)} values, not one JSON Resume.",
                    "give a file with one of them",
                )
            account.notices.append(f"{source} holds a list; its only entry was read")
            value = value[0]
            continue
        if not isinstance(value, dict):
            break
        if any(name in value for name in _KNOWN):
            return value
        inner = {name: part for name, part in value.items() if _holds_resume(part)}
        if len(inner) != 1:
            break
        (name,) = inner
        account.notices.append(f"{source}: the JSON Resume was read from “{name}”")
        printer.leave_out(
            Reason.SETTINGS, {key: part for key, part in value.items() if key != name}
        )
        value = inner[name]
    raise UnreadableDocument(
        f"{source} is not a JSON Resume: it has no basics, work, education or similar section.",
        "see jsonresume.org/schema, or give the CV as PDF",
    )


def _holds_resume(value: Any, depth: int = 0) -> bool:
    if isinstance(value, list):
        return len(value) == 1 and depth < _MAX_WRAPPERS and _holds_resume(value[0], depth + 1)
    if not isinstance(value, dict):
        return False
    if any(isinstance(value.get(name), (dict, list)) for name in _KNOWN):
        return True
    return depth < _MAX_WRAPPERS and any(_holds_resume(part, depth + 1) for part in value.values())


class _Writer:
    """Writes the sections of a resume as Markdown."""

    def __init__(self, printer: ValuePrinter) -> None:
        self._printer = printer

    def write_section(self, name: str, value: Any) -> str:
        if name == "basics" and isinstance(value, dict):
            return self._write_basics(value)
        entries = value if isinstance(value, list) else [value]
        blocks = ["\n".join(self._write_entry(entry)) for entry in entries if not is_empty(entry)]
        is_short = all("\n" not in block for block in blocks)
        between = "\n" if is_short else "\n\n"
        return f"## {format_name(name)}\n\n" + between.join(filter(None, blocks))

    def _write_basics(self, basics: dict[str, Any]) -> str:
        show = self._printer
        name = show.join_name(basics.get("name") or "")
        contact = [
            show.join(basics[field], with_names=False)
            for field in ("email", "phone", "url", "location")
            if not is_empty(basics.get(field))
        ]
        lines = [f"# {name}" if name else "", *show.print_lines(basics.get("label"))]
        lines.append(" · ".join(contact))
        if not is_empty(basics.get("summary")):
            lines += ["", *show.print_lines(basics["summary"])]
        lines += self._write_profiles(basics.get("profiles"))
        lines += self._write_rest(basics, (*_BASICS, *_SETTINGS))
        show.leave_out(Reason.SETTINGS, [basics.get(field) for field in _SETTINGS])
        return "\n".join(lines).strip()

    def _write_profiles(self, profiles: Any) -> Iterator[str]:
        for profile in profiles if isinstance(profiles, list) else [profiles]:
            if is_empty(profile):
                continue
            if not isinstance(profile, dict) or not set(profile) & set(_PROFILE):
                yield self._printer.join(profile)
                continue
            network = self._printer.join(profile.get("network") or "Profile")
            where = [
                profile[name] for name in ("url", "username") if not is_empty(profile.get(name))
            ]
            yield f"{network}: {self._printer.join(where, with_names=False)}".rstrip(": ")
            yield from self._write_rest(profile, _PROFILE)

    def _write_entry(self, entry: Any) -> Iterator[str]:
        """Yield a line with title, place and dates of an entry, then its other fields."""
        if not isinstance(entry, dict):
            yield _as_item(self._printer.join(entry))
            return
        title = next((name for name in _TITLES if is_plain(entry.get(name))), None)
        organization = next(
            (name for name in _ORGANIZATIONS if name != title and is_plain(entry.get(name))), None
        )
        when, dates = self._find_dates(entry)
        head = [self._printer.print_plain(entry[name]) for name in (title, organization) if name]
        used = {name for name in (title, organization, *dates) if name}
        level = [
            self._printer.join(entry[name])
            for name in _LEVEL_FIELDS
            if name not in used and not is_empty(entry.get(name))
        ]
        about = ", ".join([*head, *([when] if when else [])])
        if head and level and set(entry) <= {*used, *_LEVEL_FIELDS}:  # a skill, a language
            yield f"- {about}: {', '.join(level)}"
            return
        rest = list(self._write_rest(entry, used))
        if not head and not when and len(rest) == 1:
            yield rest[0]
            return
        if about:
            yield f"{'### ' if rest else '- '}{about}"
        yield from rest

    def _find_dates(self, entry: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
        """Return the time of an entry, and the fields that say it."""
        start, end = (
            "" if is_empty(entry.get(name)) else self._printer.join(entry[name])
            for name in ("startDate", "endDate")
        )
        if start or end:
            words = f"{start} to {end or 'now'}" if start else end
            return words, ("startDate", "endDate")
        if is_plain(entry.get("date")):
            return self._printer.print_plain(entry["date"]), ("date",)
        return "", ()

    def _write_rest(self, entry: dict[str, Any], used: Iterable[str]) -> Iterator[str]:
        done = set(used)
        for name, value in entry.items():
            if name not in done and not is_empty(value):
                yield from self._write_field(name, value)

    def _write_field(self, name: str, value: Any) -> Iterator[str]:
        if name in _TEXTS:
            yield from self._printer.print_lines(value)
            return
        texts = list(find_leaves(value)) if isinstance(value, list) else []
        is_long = any(len(text) > _MAX_INLINE_CHARS for text in texts)
        if isinstance(value, list) and (name in _LISTS or is_long):
            items = [item for item in value if not is_empty(item)]
            yield from (_as_item(self._printer.join(item)) for item in items)
        else:
            yield f"{format_name(name)}: {self._printer.join(value)}"


def _as_item(text: str) -> str:
    """Return a text as an entry of a list, unless it is a list itself."""
    return text if "\n" in text or text.startswith("- ") else f"- {text}"
