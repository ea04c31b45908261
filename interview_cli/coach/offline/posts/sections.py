"""Cut a message at its headings and labels, which pasted ads have."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from interview_cli.coach.offline.posts.field_values import FIELDS
from interview_cli.coach.offline.posts.rules import (
    load_headings,
    load_pattern,
    load_post_phrases,
)
from interview_cli.english.bullets import is_bullet
from interview_cli.vocabulary import POST_LISTS, PostField

_MARK = r"^\s*(?:#{1,6}\s*)?(?:\*\*)?(?P<label>[A-Za-z][\w'’/& -]{1,40}?)(?:\*\*)?\s*"
_LABEL = re.compile(rf"{_MARK}[:：](?:\*\*)?\s*(?P<rest>.*)$")
_HEADING = re.compile(rf"{_MARK}$")
_UNKNOWN_HEADING = re.compile(
    r"^\s*(?:#{1,6}\s+\S|\*\*\S.*\*\*\s*$|[A-Z][A-Z &'’/-]{4,40}$|[^:]{3,40}:\s*$)"
)


@dataclass(frozen=True)
class Section:
    """A part of a message."""

    field: PostField | None
    """The field that its heading or label names; None for free text."""
    text: str


def split_sections(message: str) -> Iterator[Section]:
    """Cut a message at its headings and labels. The label of a single value covers one line."""
    field: PostField | None = None
    lines: list[str] = []
    for line in load_pattern("inline_label").sub("\n", message).split("\n"):
        named = _read_heading(line)
        if named is None:
            if field is not None and _ends_section(field, lines, line):
                yield Section(field, "\n".join(lines))
                field, lines = None, []
            lines.append(line)
            continue
        yield Section(field, "\n".join(lines))
        field, lines = named.field, [named.text]
        if field not in (*POST_LISTS, "description"):
            yield named
            field, lines = None, []
    yield Section(field, "\n".join(lines))


def _read_heading(line: str) -> Section | None:
    """Return the field that a heading or label names, with the text after the label."""
    labelled = _LABEL.match(line)
    named = labelled or _HEADING.match(line)
    label = load_headings().get(" ".join(named["label"].lower().split())) if named else None
    is_plain_word = labelled is None and line.strip().lower() in load_post_phrases("also_words")
    if label is None or is_plain_word:
        return None
    return Section(FIELDS[label], labelled["rest"] if labelled else "")


def _ends_section(field: PostField, lines: list[str], line: str) -> bool:
    """Whether a line is no longer part of a section.

    A list ends at a line that is not an entry, and any section at an unknown heading.
    """
    if not line.strip() or is_bullet(line) or load_pattern("nice_to_have").search(line):
        return False
    is_list = is_bullet(lines[-1]) or (len(lines) == 1 and bool(lines[0].strip()))
    return (is_list and field in POST_LISTS) or bool(_UNKNOWN_HEADING.match(line))
