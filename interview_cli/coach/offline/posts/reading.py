"""What one message says of a job post: changed fields, each with the words that say it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from interview_cli.coach.base import Change, PostFacts
from interview_cli.coach.offline.posts import values
from interview_cli.coach.offline.posts.answers import answers
from interview_cli.coach.offline.posts.corrections import corrections, without_corrections
from interview_cli.coach.offline.posts.lists import (
    bare,
    headings,
    is_bullet,
    items,
    known_skills,
    names,
)
from interview_cli.coach.offline.posts.patterns import (
    CORRECTS,
    DEPARTMENT,
    DUTIES,
    HEADING,
    INLINE_LABEL,
    LABEL,
    NEEDS,
    NO_NAME,
    NOT_DUTIES,
    OFFERS,
    PROOFS,
    QUESTION,
    UNKNOWN_HEADING,
    WISH,
    YEARS,
)
from interview_cli.coach.offline.posts.places import place_said
from interview_cli.coach.offline.posts.titles import title_said
from interview_cli.coach.offline.posts.values import FIELDS, MAX_ANSWER_WORDS
from interview_cli.job_posts.pay import pay_said
from interview_cli.vocabulary import POST_LISTS, PostField

_PROSE_CHARS = 150


@dataclass(frozen=True)
class _Part:
    """A stretch of a message: what stands under a heading or behind a label, or free text."""

    field: PostField | None
    text: str


def changes_said(facts: PostFacts) -> list[Change]:
    """The changes that a message says, in its own order, a field at most once but for lists."""
    is_question = bool(QUESTION.search(facts.message))
    if is_question and (facts.asked or facts.is_shown):
        return []  # what is asked is not said: "can we remove the salary?"
    found = [] if is_question else [*corrections(facts)]
    parts = [*_parts(without_corrections(facts.message))]
    for part in parts:
        if part.field is None:
            found += _free(part.text, facts)
        else:
            found += _labelled(part.field, part.text, facts)
    found = _once(found)
    has_labels = any(part.field for part in parts)
    plain = answers(facts, found, has_labels) if facts.asked else None
    return found if plain is None else _once(plain)


def _once(found: list[Change]) -> list[Change]:
    """The first change of each scalar field, and each entry of a list once."""
    seen: set[tuple[str, str, str]] = set()
    kept = []
    for change in found:
        entry = str(change.value).casefold() if change.field in POST_LISTS else ""
        key = (change.field, change.action if change.field in POST_LISTS else "", entry)
        if key not in seen:
            seen.add(key)
            kept.append(change)
    return kept


def _parts(message: str) -> Iterator[_Part]:
    """The message cut at its headings and labels."""
    field: PostField | None = None
    held: list[str] = []
    for line in INLINE_LABEL.sub("\n", message).split("\n"):
        labelled = LABEL.match(line)
        named = labelled or HEADING.match(line)
        label = headings().get(" ".join(named["label"].lower().split())) if named else None
        is_alone = labelled is None and line.strip().lower() in _ALSO_WORDS
        if named is None or label is None or is_alone:
            if field is not None and _ends_section(field, held, line):
                yield _Part(field, "\n".join(held))
                field, held = None, []
            held.append(line)
            continue
        yield _Part(field, "\n".join(held))
        field, held = FIELDS[label], [labelled["rest"] if labelled else ""]
        if field not in (*POST_LISTS, "description"):  # a label of one line
            yield _Part(field, held[0])
            field, held = None, []
    yield _Part(field, "\n".join(held))


def _ends_section(field: PostField, held: list[str], line: str) -> bool:
    """Whether a line stands below a section, no more in it: below a list or the line of a label
    what is no entry, and any heading that is not known."""
    if not line.strip() or is_bullet(line) or WISH.search(line):
        return False
    is_list = is_bullet(held[-1]) or (len(held) == 1 and bool(held[0].strip()))
    return (is_list and field in POST_LISTS) or bool(UNKNOWN_HEADING.match(line))


_ALSO_WORDS = frozenset(
    {"remote", "job", "experience", "level", "city", "office", "hours", "where", "education"}
)


def _labelled(field: PostField, text: str, facts: PostFacts) -> Iterator[Change]:
    if not text.strip():
        return
    if field in POST_LISTS:
        yield from _listed(field, text)
        if field == "requirements":
            for skill, written in known_skills(text):
                yield Change("skills", "add", skill, written)
        if field == "benefits" and (pay := pay_said(text)):
            yield Change("salary", "set", pay, pay.words)
        return
    if field == "description":
        yield Change(field, "set", text.strip(), text.strip(), corrects=True)
        return
    yield from values.scalar(field, text, facts)


def _listed(field: PostField, text: str) -> Iterator[Change]:
    """The entries of a list; what stands under "nice to have" says so."""
    is_wish = False
    for line in items(text) if field != "skills" else names(text):
        if WISH.search(line) and len(line.split()) <= MAX_ANSWER_WORDS:
            is_wish = True
        elif line.startswith("#") or (field == "benefits" and pay_said(line)):
            continue
        elif field == "skills":
            yield Change(field, "add", values.spelled(line), line)
        else:
            yield Change(field, "add", f"{line} (nice to have)" if is_wish else line, line)


def _free(text: str, facts: PostFacts) -> Iterator[Change]:
    if not text.strip():
        return
    prose = _prose(text)
    for paragraph in prose:
        text = text.replace(paragraph, " ")
    yield from _read(text, facts)
    # It tells of the employer, too (where their customers are, say), so that it comes last.
    for paragraph in prose:
        yield from _read(paragraph, facts)
    if prose:
        said = "\n\n".join(" ".join(paragraph.split()) for paragraph in prose)
        yield Change("description", "set", said, said)


def _read(text: str, facts: PostFacts) -> Iterator[Change]:
    corrects = bool(CORRECTS.search(text))
    duties = _duties(text)
    # What somebody will do there is no term of the job: "you will lead remote teams".
    terms = text
    for duty in duties:
        terms = terms.replace(duty, " ")
    if title := title_said(terms):
        yield Change("title", "set", *title, corrects=corrects)
    yield from values.terms(terms, facts, corrects=corrects)
    if place := place_said(terms, facts.company_name):
        yield Change("location", "set", *place, corrects=corrects)
    if department := DEPARTMENT.search(text):
        named = department["what"] or department["what2"]
        yield Change("department", "set", named, named, corrects=corrects)
    for skill, written in known_skills(text):
        yield Change("skills", "add", skill, written)
    for duty in items("\n".join(duties)):
        yield Change("responsibilities", "add", duty, duty)
    yield from _entries(text)


def _entries(text: str) -> Iterator[Change]:
    for match in YEARS.finditer(text):
        said = bare(match[0])
        if re.search(r"experience| in | with | as |\+|or more|least", said):
            yield Change("requirements", "add", said, said)
    for match in PROOFS.finditer(text):
        yield Change("requirements", "add", bare(match[0]), bare(match[0]))
    for match in NEEDS.finditer(text):
        for entry in filter(_is_new_skill, names(match["what"])):
            yield Change("skills", "add", values.spelled(entry), entry)
    for match in OFFERS.finditer(text):
        for entry in names(match["what"]):
            if not pay_said(entry):
                yield Change("benefits", "add", entry, entry)


def _is_new_skill(entry: str) -> bool:
    """Whether an entry names a skill that no list of ours has."""
    others = (YEARS, PROOFS, NO_NAME)
    known = any(known_skills(entry)) or title_said(entry)
    return len(entry.split()) <= 4 and not known and not any(one.search(entry) for one in others)


def _duties(text: str) -> list[str]:
    return [m["what"] for m in DUTIES.finditer(text) if not NOT_DUTIES.match(m["what"])]


def _prose(text: str) -> list[str]:
    """Paragraphs of a pasted ad that are no heading, no list and no label: its description."""
    parts = (part.strip() for part in re.split(r"\n\s*\n", text))
    return [part for part in parts if len(part) >= _PROSE_CHARS and part[-1] in ".!?"]
