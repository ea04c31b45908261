"""The layout of a job ad: its lines, each in the part that its heading opens."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from interview_cli.english.rules import load_toml
from interview_cli.english.words import any_of, tokens

Part = Literal["wanted", "nice", "duties", "offer", "other", "unknown"]
"""What a part of an ad is about; `unknown` before the first heading that says so."""

_BULLET = re.compile(r"^\s*(?:[-*•●▪◦‣–—·►➢➤→»>✓✔✅☑]|o(?=\s)|\d{1,2}[.)]|\(?[a-h]\))\s+")
_STRONG = re.compile(r"^\s*(?:#{1,6}\s+|\*\*.*\*\*\s*$|__.*__\s*$)|[:：]\s*(?:\*\*)?\s*$")
_STRONG_MARKS = re.compile(r"\*\*|__")
_MARKS = re.compile(r"[#*_]+")
_MAX_HEADING_WORDS = 9
_MAX_ENTRY_WORDS = 30

# In this order: "What we offer you" is no list of what is wanted, "about you" not one about us.
_ORDER: tuple[Part, ...] = ("nice", "offer", "other", "duties", "wanted")
_LABEL = re.compile(r"^(?P<label>[A-Z][^:.;!?|]{2,40}?)(?::\s+|\s+[–—-]\s+)(?P<rest>\S.*)$")
_ITS_OWN_LABELS = ("wanted", "nice", "offer")


@dataclass(frozen=True)
class Line:
    """A line of an ad, and what the part it stands in is about.

    `is_entry`: it is one of a list, by a mark or by its place. `is_labelled`: it says at its
    beginning, as in "Must have: …", what it is about. Else it is prose.
    """

    text: str
    part: Part
    is_entry: bool = False
    is_labelled: bool = False


@cache
def phrase(group: str, name: str) -> re.Pattern[str]:
    """What one of a list of phrases of `ads.toml` matches. Raises KeyError."""
    return any_of(load_toml("interview_cli.requirements", "ads.toml")[group][name])


def unmarked(line: str) -> str:
    """A line without the mark of its list and without emphasis."""
    return _STRONG_MARKS.sub("", _BULLET.sub("", line)).strip(" *_").lstrip("# ")


def is_bullet(line: str) -> bool:
    """Whether a line is marked as one of a list."""
    return _BULLET.match(line) is not None


def read_layout(ad: str) -> Iterator[Line]:
    """The lines of an ad, each with the part it stands in; headings themselves are left out."""
    part: Part = "unknown"
    depth = 0
    lines = _unwrapped(ad)
    for place, line in enumerate(lines):
        if not line.strip():
            continue
        above = lines[place - 1] if place else ""
        below = next((one for one in lines[place + 1 :] if one.strip()), "")
        named = _part_named(line, above, below)
        if named:
            level = len(line) - len(line.lstrip("#"))
            # A heading within a part that asks (“Technical”) asks, too, unless it says otherwise.
            if not (named == "other" and level > depth > 0 and part in ("wanted", "nice")):
                part, depth = named, level
            continue
        label = _LABEL.match(unmarked(line))
        labelled = _part_of_words(label["label"]) if label else None
        if label and labelled in _ITS_OWN_LABELS and len(tokens(label["label"])) <= 4:
            yield Line(label["rest"], labelled, is_labelled=True)
            continue
        is_entry = is_bullet(line) or _is_unmarked_entry(line, part)
        yield Line(unmarked(line) if is_entry else line.strip(" *_"), part, is_entry)


def _part_named(line: str, above: str, below: str) -> Part | None:
    """What a heading says that its part is about; None for a line that heads nothing."""
    if is_bullet(line) or " | " in line:
        return None
    said = tokens(line)
    if not said or len(said) > _MAX_HEADING_WORDS + 3:
        return None
    words = _MARKS.sub("", line).strip().replace("’", "'")
    is_loud = words.isupper() and len(said) <= _MAX_HEADING_WORDS
    is_strong = _STRONG.search(line) is not None or is_loud
    part = _part_of_words(words.rstrip(" :?!."))
    if is_strong:
        return part or "other"
    stands_alone = not above.strip() or (is_bullet(below) and not is_bullet(above))
    bare = words.removesuffix("...").removesuffix("…")
    is_short = len(said) <= _MAX_HEADING_WORDS and not bare.endswith((".", ",", ";", "!"))
    if stands_alone and is_short and (part or is_bullet(below)):
        return part or "other"
    return None


def _part_of_words(words: str) -> Part | None:
    plain = words.replace("’", "'")
    return next((part for part in _ORDER if phrase("headings", part).search(plain)), None)


def _is_unmarked_entry(line: str, part: Part) -> bool:
    """Under a heading that asks, a short line that is no sentence is one of a list."""
    if part not in ("wanted", "nice"):
        return False
    bare = line.strip()
    return len(tokens(bare)) <= _MAX_ENTRY_WORDS and not re.search(r"[.!?](?:\s|$)", bare[:-1])


def _unwrapped(text: str) -> list[str]:
    """Lines, with those joined that a bullet or a sentence was broken into."""
    lines: list[str] = []
    for line in text.splitlines():
        goes_on = line[:1].isspace() or line[:1].islower()
        is_new = is_bullet(line) or " | " in line
        if lines and line.strip() and lines[-1].strip() and goes_on and not is_new:
            lines[-1] = f"{lines[-1].rstrip()} {line.strip()}"
        else:
            lines.append(line.rstrip())
    return lines
