"""Read the layout of a job ad: its lines, each with its part of the ad."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from interview_cli.english.bullets import is_bullet
from interview_cli.english.headings import AdPart
from interview_cli.english.rules import Rules
from interview_cli.english.verbs import load_verbs
from interview_cli.english.words import split_sentences, tokenize
from interview_cli.requirements.ad_cleaning import clean_ad
from interview_cli.requirements.ad_codes import mark_codes
from interview_cli.requirements.ad_headings import (
    Part,
    find_heading_part,
    find_label_part,
    find_part_headed,
    is_duty_label,
    is_fact_label,
    is_heading,
)
from interview_cli.requirements.ad_lines import AdLine, remove_marks
from interview_cli.requirements.ad_notes import read_notes
from interview_cli.requirements.ad_table_forms import open_tables
from interview_cli.requirements.ad_tables import is_row
from interview_cli.requirements.brackets import has_open_bracket
from interview_cli.requirements.verb_forms import find_form

_RULES = Rules("interview_cli.requirements", "ad_layout.toml")

_STRONG = re.compile(r"^\s*(?:#{1,6}\s+|\*\*.*\*\*\s*$|__.*__\s*$)|[:：]\s*(?:\*\*)?\s*$")
_MARKS = re.compile(r"[#*_]+")
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")
_MAX_HEADING_WORDS = 9
_MAX_STRONG_HEADING_WORDS = 12
_MAX_ENTRY_WORDS = 30
_MAX_TITLE_WORDS = 5
_MAX_BARE_HEADING_WORDS = 3
_MIN_TEXT_WORDS = 6

_NEXT_LABEL = re.compile(r"(?<=[.!?;])\s+(?=(?P<label>[A-Z][^:.;!?|]{2,40}?):\s)")
_LABEL = re.compile(r"^(?P<label>[A-Z][^:.;!?|]{2,40}?)(?::\s+|\s+[–—-]\s+)(?P<rest>\S.*)$")
_END = 40
"""So many characters of a line tell whether it is unfinished."""
_CLAUSE = re.compile(r"^\s*\d{1,2}\.\d{1,2}\.?\s+(?=[A-Z])")
"""The number of a clause, which makes it an entry: "2.1 To hold a caseload"."""
_LABELLED_PARTS = ("wanted", "nice", "offer", "other", "duties")
_VERB_FORMS = ("plain", "third", "gerund")
_ADS_KEPT = 8


# Requirements, duties and papers are all looked for in the lines of the same ad.
@lru_cache(maxsize=_ADS_KEPT)
def read_layout(ad: str) -> tuple[AdLine, ...]:
    """Return the lines of an ad in order, without headings and empty lines."""
    return tuple(read_notes(list(_read_parts(ad))))


def _read_parts(ad: str) -> Iterator[AdLine]:
    part: Part = "unknown"
    depth = 0
    lines = read_lines(ad)
    for place, line in enumerate(lines):
        if not line.strip():
            continue
        above = lines[place - 1] if place else ""
        below = next(filter(str.strip, lines[place + 1 :]), "")
        opened = _find_part_opened(line, above, below)
        if opened is None and part == "unknown" and above.strip():
            opened = _find_bare_heading(line)
        if opened is None and not (is_row(line) or _is_dotted(line)):
            opened = find_part_headed(remove_marks(line), part)
        if opened and part == "unknown" and _is_title(line, lines[:place]):
            continue
        if opened:
            level = len(line) - len(line.lstrip("#"))
            # A section "Technical" below a heading for what is wanted also lists what is wanted.
            is_subheading = opened == "unknown" and level > depth > 0
            if not (is_subheading and part in ("wanted", "nice")):
                part, depth = opened, level
            continue
        bare = line if part == "unknown" else _CLAUSE.sub("", line)
        near = (bare, above, below if place + 1 < len(lines) and lines[place + 1] == below else "")
        is_task = part == "duties" and is_bullet(bare)  # "- Assess applicants: walking speed"
        labelled = [] if is_task else _read_labelled_line(bare)
        yield from labelled or [_read_line(bare, part, near, is_marked=bare != line)]


def _is_title(line: str, above: Iterable[str]) -> bool:
    """Return whether a line is the first of an ad and names the job, whatever words are in it.

    "Newly Qualified Paramedic (Band 5)" heads no list of what is wanted.
    """
    is_first = not any(map(str.strip, above))
    return is_first and _RULES.is_found("title", line)


def read_lines(ad: str) -> list[str]:
    """Return the lines of an ad in order, headings too, with one heading, entry, sentence, label or
    row of a table each; what was wrapped is one line."""
    coded = mark_codes(clean_ad(ad).splitlines())
    return _split_at_labels(open_tables(_join_wrapped_lines(coded)))


def _is_dotted(line: str) -> bool:
    """Return whether a line has the bullet of an entry; headings may be numbered."""
    return is_bullet(line) and not line.strip()[0].isdigit()


def _split_at_labels(lines: Iterable[str]) -> list[str]:
    """Return lines split before each label of a part: "Degree in law. Desirable: Welsh"."""
    split: list[str] = []
    for line in lines:
        starts = [
            label.end()
            for label in _NEXT_LABEL.finditer(line)
            if _find_labelled_part(label["label"]) in ("wanted", "nice", "duties")
        ]
        split += [line[a:b].strip() for a, b in pairwise([0, *starts, len(line)])] or [line]
    return split


def _read_labelled_line(line: str) -> list[AdLine]:
    label = _LABEL.match(remove_marks(line))
    if label and has_open_bracket(label["label"]):
        return []  # "Acme Technologies, Pune (Hybrid - Baner)"
    part = _find_labelled_part(label["label"]) if label else None
    if label and not is_bullet(line) and is_fact_label(label["label"]):
        part = "other"
    if not label or not part or (part in ("offer", "other", "duties") and is_bullet(line)):
        return []
    if part == "duties":
        duties = _split_duties(label["rest"], is_sure=is_duty_label(label["label"]))
        return [AdLine(duty, part, is_entry=True) for duty in duties]
    return [AdLine(label["rest"], part, is_labelled=True)]


def _find_labelled_part(label: str) -> AdPart | None:
    part = find_label_part(label)
    return part if part in _LABELLED_PARTS else None


def _split_duties(listed: str, *, is_sure: bool) -> list[str]:
    """Return the duties of a list in one line; nothing if it seems to be something else.

    `is_sure`: its label says that it lists duties. Otherwise half of them must begin with a verb.
    """
    duties = [
        duty.strip(" .") for sentence in split_sentences(listed) for duty in sentence.split(";")
    ]
    if len(duties) == 1:
        duties = _RULES.pattern("comma").split(duties[0])
    begun = sum(map(_begins_with_verb, duties))
    if any(map(_is_sentence, duties)) or not (is_sure or begun >= len(duties) / 2):
        return []
    return duties if len(duties) > 1 or (is_sure and begun) else []


def _begins_with_verb(text: str) -> bool:
    words = text.split()
    return bool(words) and not _is_sentence(text) and find_form(words[0]) in _VERB_FORMS


def _is_sentence(text: str) -> bool:
    return _RULES.is_found("sentence", text.replace("’", "'"))


def _read_line(line: str, part: Part, near: Iterable[str], *, is_marked: bool) -> AdLine:
    """`near`: the line itself, and those directly above and below it."""
    is_duty = part == "duties" and not _is_sentence(line) and any(map(_begins_with_verb, near))
    is_listed = part in ("wanted", "nice") or is_duty
    is_entry = is_marked or is_bullet(line) or (is_listed and _is_unmarked_entry(line))
    return AdLine(remove_marks(line) if is_entry else line.strip(" *_"), part, is_entry)


def _find_part_opened(line: str, above: str, below: str) -> Part | None:
    """Return the part that a heading opens, or None if the line is not a heading."""
    if is_bullet(line) or " | " in line or ": " in line:
        return None
    count = len(tokenize(line))
    if not 0 < count <= _MAX_STRONG_HEADING_WORDS:
        return None
    words = _MARKS.sub("", line).strip().replace("’", "'")
    is_loud = words.isupper() and count <= _MAX_HEADING_WORDS
    part = find_heading_part(words.rstrip(" :?!."))
    if part == "wanted" and _opens_tasks(words, below):
        part = "duties"
    if is_loud or _STRONG.search(line):
        return part or "unknown"
    heads_list = is_bullet(below) and (part is not None or not is_bullet(above))
    stands_alone = not above.strip() or heads_list
    bare = words.removesuffix("...").removesuffix("…").removesuffix(" -")
    is_short = count <= _MAX_HEADING_WORDS and not bare.endswith((".", ",", ";", "!"))
    if not (stands_alone and is_short) or is_heading(below):
        return None  # what a heading follows is the last entry above it
    if part or is_bullet(below) or (count <= _MAX_TITLE_WORDS and _is_text(below)):
        return part or "unknown"
    return None


def _opens_tasks(heading: str, below: str) -> bool:
    """Return whether a heading goes on as what will be done: "You will be:", "driving"."""
    first, *_ = [*remove_marks(below).split(), ""]
    is_doing = first.lower() in load_verbs() and find_form(first.lower()) == "gerund"
    return _RULES.is_found("will_be", heading) and is_doing


def _find_bare_heading(line: str) -> Part | None:
    """Return the part that a line in Title Case without a blank line above it opens, or None."""
    words = line.strip().split()
    if not 1 < len(words) <= _MAX_BARE_HEADING_WORDS or not all(map(str.istitle, words)):
        return None
    part = find_heading_part(line)
    return part if part in ("wanted", "duties") else None


def _is_text(line: str) -> bool:
    """Return whether a line holds a sentence or more, so that a short line above heads it."""
    return len(tokenize(line)) >= _MIN_TEXT_WORDS and line.rstrip().endswith((".", "!", ":"))


def _is_unmarked_entry(line: str) -> bool:
    """Return whether a line is short and does not hold several sentences."""
    bare = line.strip()
    return len(tokenize(bare)) <= _MAX_ENTRY_WORDS and not _SENTENCE_END.search(bare[:-1])


def _join_wrapped_lines(broken: Iterable[str]) -> list[str]:
    """Return lines of which a bullet or a sentence broken over several is one."""
    lines: list[str] = []
    indent = 0
    for line in broken:
        own_indent = len(line) - len(line.lstrip())
        goes_on = own_indent > indent or line.strip()[:1].islower()
        above = lines[-1] if lines else ""
        is_new = is_bullet(line) or is_row(line) or _goes_on_list(line, above)
        is_new = is_new or _begins_list(line, above)
        goes_on = goes_on or _RULES.is_found("unfinished", above[-_END:])
        if line.strip() and above.strip() and goes_on and not (is_new or is_row(above)):
            lines[-1] = f"{lines[-1].rstrip()} {line.strip()}"
        else:
            lines.append(line.rstrip())
            indent = own_indent
    return lines


def _begins_list(line: str, above: str) -> bool:
    """Return whether a line is the first of a list without marks below its heading."""
    is_headed = above.rstrip().endswith(":") and not is_bullet(above)
    return is_headed and line.strip()[:1].isupper()


def _goes_on_list(line: str, above: str) -> bool:
    """Return whether a line and the one above say what somebody is or does, one thing each.

    "We look for somebody who:", and below it "is calm", "has a licence".
    """
    starts = _RULES.pattern("predicate")
    opens = above.rstrip().endswith(("who:", "who", "will:", "you:"))
    return starts.match(line) is not None and (opens or starts.match(above) is not None)
