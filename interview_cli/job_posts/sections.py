"""Cut a message at its headings and labels, which pasted ads have."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from interview_cli.english.bullets import is_bullet
from interview_cli.english.rules import load_rules
from interview_cli.job_posts.clauses import split_clauses, split_sentences
from interview_cli.job_posts.entries import is_benefit, is_duty
from interview_cli.job_posts.headings import (
    find_field,
    find_label_field,
    find_section_field,
    is_nice_heading,
    is_nice_part,
    is_plain_word,
    names_given,
)
from interview_cli.job_posts.titles import find_title, is_occupation
from interview_cli.job_posts.word_lists import load_words
from interview_cli.vocabulary import POST_LISTS, PostField

_MARKS = re.compile(r"^\s*(?:#{1,6}\s*|\*\*|__)+|(?:\*\*|__)(?=\s*:|\s*$)|(?<=:)(?:\*\*|__)")
_LABEL = re.compile(
    r"^\s*(?P<label>(?:[Nn]o\. )?[^\W\d_][\w'’/& -]{1,40}?)"
    r"(?:\s*[:：]|\s+[-–](?=\s))\s*(?P<rest>.*)$"
)
_PICTOGRAM = re.compile("[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f]")
_ARROW = re.compile("(?<=\\w) ?[\u2192\u21d2\u2794\u279c] ?(?=\\w)")
_MAX_HEADING_WORDS = 8
_MAX_GIVEN_WORDS = 3
_MIN_AD_LINES = 4
"""Lines without marks are headings only in a message of this many lines."""


@dataclass(frozen=True)
class Section:
    """A part of a message."""

    field: PostField | None
    """The field that its heading or label names; None for free text."""
    text: str
    is_nice: bool = False
    """Whether its heading says that it is nice to have."""
    is_single: bool = False
    """Whether it is one entry whose label names it: "Transport: bus from Leeds and York"."""
    is_labelled: bool = False
    """Whether it stands behind its label, on the same line."""


def split_sections(message: str) -> Iterator[Section]:
    """Cut a message at its headings and labels. The label of a single value covers one line."""
    current = Section(None, "")
    lines: list[str] = []
    text = load_rules("interview_cli.job_posts", "reading.toml")["inline_label"].pattern.sub(
        "\n", message
    )
    is_ad = text.strip().count("\n") >= _MIN_AD_LINES - 1
    before = ""
    for line in map(clean_line, text.split("\n")):
        can_head = is_ad and not (before.strip() and "\n\n" in text.strip())
        named = _read_label(line) or _read_heading(
            line, current.field, is_ad=is_ad, can_head=can_head
        )
        before = line
        if named is None:
            if current.field is not None and _ends_section(current, lines, line):
                yield replace(current, text="\n".join(lines))
                current, lines = Section(None, ""), []
            lines.append(line)
            continue
        yield replace(current, text="\n".join(lines))
        current, lines = named, [named.text] if named.text else []
        if current.field is not None and current.field not in (*POST_LISTS, "description"):
            value, rest = _split_value(named.text)
            yield replace(named, text=value)
            current, lines = Section(None, ""), [rest] if rest else []
    yield replace(current, text="\n".join(lines))


def split_inline(section: Section) -> tuple[Section, str]:
    """Split what follows a list behind its label: "Duties: sew, iron. It is part time."."""
    text = section.text.strip()
    is_list = section.field in POST_LISTS and section.is_labelled and "\n" not in text
    sentences = [sentence for sentence in split_sentences(text) if sentence] if is_list else []
    if len(sentences) < 2 or not sentences[0].endswith(".") or len(split_clauses(sentences[0])) < 2:
        return section, ""
    return replace(section, text=sentences[0]), text[len(sentences[0]) :].strip()


def _split_value(text: str) -> tuple[str, str]:
    """Split what stands behind the label of one value after its first sentence."""
    value, *rest = [sentence for sentence in split_sentences(text) if sentence] or [""]
    is_short = len(value.split()) <= _MAX_HEADING_WORDS and value.endswith(".")
    return (value, text[len(value) :].strip()) if is_short and rest else (text, "")


def clean_line(line: str) -> str:
    """Return a line without pictograms, which stand in for bullets.

    One arrow between words sets a value against another, and is kept.
    """
    if len(_ARROW.findall(line)) == 1:
        line = _ARROW.sub(" -> ", line)
    return _PICTOGRAM.sub("", line).rstrip() if _PICTOGRAM.search(line) else line


def _read_label(line: str) -> Section | None:
    """Return the field that a label names, with the text behind it."""
    labelled = _LABEL.match(_MARKS.sub("", line))
    if labelled is None:
        return None
    rules = load_rules("interview_cli.job_posts", "reading.toml")
    label = rules["added_label"].pattern.sub("", labelled["label"])
    is_nice = is_nice_heading(label)
    field = "requirements" if is_nice else find_label_field(label)
    if label != labelled["label"] and field not in POST_LISTS:
        return None
    rest = labelled["rest"].strip()
    if field is None and not rest:
        field = find_section_field(labelled["label"])
        is_nice = is_nice_part(labelled["label"])
    if field is None and _is_given(labelled["label"]) and rest:
        return Section("benefits", _MARKS.sub("", line).strip(), is_single=True)
    if field is None:
        return None
    return Section(field, rest, is_nice, is_labelled=bool(rest))


def _read_heading(
    line: str, present: PostField | None, *, is_ad: bool, can_head: bool
) -> Section | None:
    """Return the section that a line without text behind it heads.

    A line without marks heads one only behind an empty line, if the message has any (`can_head`).
    """
    plain = _MARKS.sub("", line).strip()
    is_marked = plain != line.strip() or line.strip().endswith(":")
    words = plain.strip(" :?!").split()
    is_shouted = plain.isupper() and len(words) > 1
    if not words or len(words) > _MAX_HEADING_WORDS or is_bullet(line):
        return None
    if _calls_for_people(plain) or (_is_about_application(plain) and re.search(r"[\d@]", plain)):
        return None
    name = " ".join(words)
    if not (is_marked or is_shouted):
        is_sentence = plain[-1] in ".,;"
        if is_sentence or is_plain_word(name) or (not name[0].isupper() and not find_field(name)):
            return None
        if _is_title(name):
            return None  # "Duty Forecaster"
        if not can_head and (is_ad or find_field(name) is None):
            return None
        if present == "benefits" and is_nice_part(name):
            return None  # "A yearly bonus" is an entry
    field = find_section_field(name) if is_ad or is_marked else find_field(name)
    if field is None and is_ad and present and (is_shouted or is_marked):
        return Section(None, "")  # an unknown heading ends what is above it
    if field is None or (field not in (*POST_LISTS, "description") and not is_ad):
        return None
    return Section(field, "", is_nice_part(name)) if field in (*POST_LISTS, "description") else None


def _is_title(line: str) -> bool:
    """Return whether a line is a title, and ends in an occupation that can stand alone."""
    name = line.partition(" (")[0]
    last = name.split()[-1]
    needs_more = last.lower() in load_words("titles.toml", "needs_modifier")
    is_alone = is_occupation(last) and not needs_more
    return is_alone and (found := find_title(name)) is not None and found[1] == name


def _is_about_application(line: str) -> bool:
    """Return whether a line says how or until when to apply."""
    rules = load_rules("interview_cli.job_posts", "reading.toml")
    return bool(rules["application"].pattern.match(line))


def _is_given(label: str) -> bool:
    """Return whether a label names what employers give: "Shift allowance", "Transport"."""
    is_short = len(label.split()) <= _MAX_GIVEN_WORDS
    return names_given(label) or (is_short and is_benefit(label) and not is_duty(label))


def _calls_for_people(line: str) -> bool:
    """Return whether a line only says that somebody is wanted: "URGENTLY REQUIRED"."""
    rules = load_rules("interview_cli.job_posts", "reading.toml")
    return bool(rules["call"].pattern.fullmatch(line))


def _ends_section(section: Section, lines: list[str], line: str) -> bool:
    """Whether a line is no longer part of a section.

    A list ends at a line about the application, and at one that is not an entry, after entries
    with bullets or behind a label.
    """
    if not line.strip() or is_bullet(line):
        return False
    if _is_about_application(line):
        return True
    if section.is_single:
        return True
    filled = [known for known in lines if known.strip()]
    is_marked = bool(filled) and (is_bullet(filled[-1]) or section.is_labelled)
    return is_marked and section.field in POST_LISTS
