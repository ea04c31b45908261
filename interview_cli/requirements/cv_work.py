"""Find the lines of a CV that tell of work, the most recent first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import dropwhile, pairwise
from typing import NamedTuple

from interview_cli.english.rules import Rules, load_rules
from interview_cli.english.verbs import Verb
from interview_cli.english.words import content_stems, split_sentences, tokenize, word_list
from interview_cli.requirements.cv_sections import (
    PRESENT,
    CvLine,
    find_end_year,
    has_period,
    is_period_only,
    read_sections,
)
from interview_cli.requirements.work_verbs import parse_work_verb

_RULES = Rules("interview_cli.requirements", "cv_work.toml")

_MIN_WORDS = 3
_MIN_ACHIEVEMENT_WORDS = 5
_MAX_TITLE_WORDS = 6
_MIN_TITLE_WORDS = 2
_MAX_ENTRY_WORDS = 12
_MIN_LISTED = 3
_MAX_LISTED_WORDS = 3
_MAX_BUZZ_SHARE = 0.25
_TEXTS_KEPT = 4
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ARTICLES = ("A", "An", "The")


class WorkItem(NamedTuple):
    """One thing that somebody did or does at work, as the CV writes it."""

    text: str
    employer: str
    """The lines above it that name the job; empty if there are none."""
    recency: int
    """0 for the items of the most recent job, 1 for the one before, and so on."""
    is_current: bool | None
    """Whether the job goes on; None if the CV does not say."""
    is_achievement: bool
    """Whether it names a deed in the past; otherwise it names a duty."""


@dataclass
class _Job:
    """The lines of one job, while the CV is read."""

    heading: str
    is_side: bool
    texts: list[str] = field(default_factory=list)

    @property
    def year(self) -> int:
        """The year in which the job ended; 0 if the CV does not say."""
        return find_end_year(self.heading)

    @property
    def is_current(self) -> bool | None:
        """Whether the job goes on; None if the CV does not say."""
        return self.year == PRESENT if self.year else None


# Each question of an interview asks for the work in the same CV.
@lru_cache(maxsize=_TEXTS_KEPT)
def find_work(cv_text: str) -> tuple[WorkItem, ...]:
    """Return what a CV says of work, the most recent job first, each job in the CV's order.

    Projects and voluntary work come last.
    """
    jobs = [job for job in _read_jobs(read_sections(cv_text)) if job.texts]
    # A CV without years names the most recent job first.
    jobs.sort(key=lambda job: (job.is_side, -job.year))
    return tuple(
        WorkItem(text, job.heading, place, job.is_current, is_achievement(text))
        for place, job in enumerate(jobs)
        for text in job.texts
    )


def is_achievement(line: str) -> bool:
    """Return whether a line of a CV names an achievement: "Installed fire alarms in 14 schools".

    It has five words or more, and the first one, or the one after "I", is a verb in the past tense.
    """
    if len(tokenize(line.removeprefix("I "))) < _MIN_ACHIEVEMENT_WORDS or not can_be_work(line):
        return False
    verb = find_opening_verb(line)
    return verb is not None and verb.form == "past"


def find_opening_verb(line: str) -> Verb | None:
    """Return the verb of work with which a line begins, also after "I", "I have" or an adverb."""
    first, *rest = [word.strip(",.;:") for word in remove_subject(line)[1].split()[:4]] or [""]
    return parse_work_verb(first, rest, has_subject=line.startswith(("I ", "I'", "I’")))


def remove_subject(line: str) -> tuple[str, str]:
    """Return "have" or "have been" if a line begins so, and the line from its verb on."""
    before = _RULES.pattern("before_verb").match(line)
    if before is None:
        return "", line
    have = _RULES.pattern("have").search(before[0])
    return (have[0].lower() if have else ""), line[before.end() :]


def is_passive(line: str) -> bool:
    """Return whether a line begins with what was done to somebody: "I was told"."""
    before = line[: len(line) - len(remove_subject(line)[1])]
    return _RULES.is_found("passive", before)


def split_lead_in(line: str) -> str:
    """Return a sentence from its "I" on: "For my placement I wired a school" → "I wired …"."""
    return _RULES.pattern("lead_in").sub("", line, count=1)


def match_office(line: str) -> re.Match[str] | None:
    """Return what a line says somebody was: "responsible for …" (`what`), "mentor for" (`role`)."""
    return _RULES.pattern("office").match(line)


def split_work_sentences(line: str) -> list[str]:
    """Split a line into sentences; "No. 2" does not end one."""
    sentences: list[str] = []
    abbreviation = _RULES.pattern("abbreviation")
    for part in split_sentences(line):
        if sentences and abbreviation.search(sentences[-1]):
            sentences[-1] = f"{sentences[-1]} {part}"
        else:
            sentences.append(part)
    return sentences


def _read_jobs(lines: tuple[CvLine, ...]) -> Iterator[_Job]:
    job = _Job("", is_side=False)
    pending: list[str] = []
    dated: list[str] = []
    for line, below in pairwise((*lines, lines[-1]._replace(text=""))) if lines else ():
        if line.is_heading:
            yield job
            job, pending, dated = _Job("", line.section == "side"), [], []
            continue
        heading, texts = _part_line(line, below)
        pending += [heading] if heading else []
        dated += [heading] if heading and has_period(heading) else []
        if texts and pending:
            yield job
            named = _choose_heading(pending, dated)
            # Lines without years are a subheading of the last job.
            heading = job.heading if not has_period(named) and job.year else named
            job, pending = _Job(heading, line.section != "work"), []
        is_about_work = line.is_bullet or not texts or not _is_about_employer(texts[0], job.heading)
        job.texts += texts if is_about_work else texts[1:]
    yield job


def _choose_heading(pending: list[str], dated: list[str]) -> str:
    """Return the lines above some work that name the job.

    The last of them may repeat the title of a job that was listed with its years before.
    """
    repeated = [heading for heading in dated if _shares_title(heading, pending[-1])]
    if repeated and not has_period(pending[-1]):
        return repeated[0]
    places = [place for place, heading in enumerate(pending) if has_period(heading)]
    # Jobs without a line of their own stand before the last one.
    first = places[-2] + 1 if len(places) > 1 else 0
    return " – ".join(pending[first:])


def _shares_title(heading: str, title: str) -> bool:
    shared = content_stems(heading) & content_stems(title)
    return len(shared) >= _MIN_TITLE_WORDS


def _is_about_employer(text: str, heading: str) -> bool:
    """Return whether a sentence says what an employer is or does: "Elm House cares for 40"."""
    if text.startswith("I ") or find_opening_verb(text):
        return False
    if text.split()[0] in _ARTICLES:
        return text.endswith(".")
    names = set(heading.replace(",", "").split())
    rest = list(dropwhile(names.__contains__, text.split()))
    return 0 < len(rest) < len(text.split()) and rest[0].islower()


def _part_line(line: CvLine, below: CvLine) -> tuple[str, list[str]]:
    """Return the heading of a job in a line, and the sentences about work in it."""
    if line.section in ("training", "profile", "other") or not line.text:
        return "", []
    text = _LINK.sub(r"\1", line.text)
    sentences = split_work_sentences(text)
    if line.section in ("unknown", "skills"):
        needs_i = line.section == "skills" or not (line.is_bullet or text.endswith("."))
        return "", [text for text in sentences if _is_deed(text, needs_i=needs_i)]
    if _is_job_heading(line, below):
        heading, deeds = _part_job_line(sentences[0])
        return heading, [*deeds, *filter(can_be_work, sentences[1:])]
    if line.section == "side" and not line.is_bullet:
        sentences = [text for text in sentences if _is_deed(text, needs_i=False)]
    if line.is_bullet or _is_prose(text, len(sentences)):
        return "", list(filter(can_be_work, sentences))
    return text, []


def _part_job_line(text: str) -> tuple[str, list[str]]:
    """Return the heading in the line of a job, and what it tells of work behind it.

    "Office manager, Elm & Co, 2012 - 2024: moved 25 people" names the job up to the colon.
    """
    for joint in _RULES.pattern("job_joint").finditer(text):
        heading, told = text[: joint.start()], text[joint.end() :].rstrip(")")
        if has_period(heading) and not has_period(told) and _is_told_deed(told):
            deeds = map(str.strip, told.split(";"))
            return heading, [f"{deed[0].upper()}{deed[1:]}" for deed in deeds if can_be_work(deed)]
    return text, []


def _is_told_deed(text: str) -> bool:
    """Return whether a piece of a line tells what somebody did: "trained eight part-timers"."""
    verb = find_opening_verb(text)
    is_done = len(text.split()) >= _MIN_WORDS and not _RULES.pattern("done_by").search(text)
    return is_done and verb is not None and verb.form == "past" and can_be_work(text)


def _is_job_heading(line: CvLine, below: CvLine) -> bool:
    is_deed = find_opening_verb(line.text) is not None
    if has_period(line.text):
        return not (is_deed and line.is_bullet)
    if is_period_only(below.text) and not below.is_bullet:
        return _is_title(line.text, _MAX_ENTRY_WORDS) or not (is_deed or line.is_bullet)
    return not line.is_bullet and _is_title(line.text, _MAX_TITLE_WORDS)


def _is_title(text: str, max_words: int) -> bool:
    words = [word for word in tokenize(text) if word.lower() not in word_list("stop")]
    if text.isupper():
        return True
    return len(words) <= max_words and all(not word[0].islower() for word in words)


def _is_prose(text: str, sentence_count: int) -> bool:
    """Return whether a line without a bullet is a sentence or a list of tasks."""
    if sentence_count > 1 or text.endswith(".") or find_opening_verb(text):
        return True
    parts = text.split(", ")
    return len(parts) >= _MIN_LISTED and all(part[:1].islower() for part in parts[1:])


def _is_deed(text: str, *, needs_i: bool) -> bool:
    """Return whether a sentence outside the sections about work tells of work."""
    own = split_lead_in(text)
    is_meant = own.startswith("I ") or not needs_i
    has_office = match_office(own) is not None
    has_verb = find_opening_verb(own) if own.startswith("I ") else is_achievement(own)
    return can_be_work(text) and bool(has_office or (is_meant and has_verb))


def can_be_work(text: str) -> bool:
    """Return whether a line of a CV can tell of work: not a list of skills, a paper or praise."""
    groups = ("study", "private", "praise", "contact", "label")
    if len(tokenize(text)) < _MIN_WORDS or " | " in text:
        return False
    if any(_RULES.pattern(group).search(text) for group in groups):
        return False
    wish = load_rules("interview_cli.requirements", "evidence.toml")["wish"].pattern
    if wish.search(text) or _is_boast(text):
        return False
    has_verb = find_opening_verb(split_lead_in(text)) is not None
    return has_verb or not (_RULES.pattern("paper").search(text) or _is_list_of_names(text))


def _is_boast(text: str) -> bool:
    words, known = tokenize(text), word_list("buzz")
    buzz = sum(word.lower() in known for word in words)
    has_number = buzz > 1 and any(map(str.isdigit, text))
    return buzz > 1 and not has_number and buzz >= len(words) * _MAX_BUZZ_SHARE


def _is_list_of_names(text: str) -> bool:
    """Return whether a line lists tools or skills: "Python, Go, Kafka"."""
    parts = text.rstrip(".").split(", ")
    named = [part for part in parts if part[:1].isupper()]
    is_short = all(len(part.split()) <= _MAX_LISTED_WORDS for part in parts)
    return len(parts) >= _MIN_LISTED and is_short and len(named) * 2 > len(parts)
