"""Extract the requirements of a job ad with any layout."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, groupby

from interview_cli.english.headings import find_ad_part
from interview_cli.english.rules import Rules
from interview_cli.english.verbs import load_noun_verbs
from interview_cli.english.words import content_stems, split_sentences
from interview_cli.english.years import find_years_asked
from interview_cli.requirements.ad_headings import is_heading
from interview_cli.requirements.ad_layout import read_layout, read_lines
from interview_cli.requirements.ad_lines import AdLine, remove_marks
from interview_cli.requirements.ad_papers import find_needed_papers
from interview_cli.requirements.ad_sentences import requirements_in, split_entry, split_list
from interview_cli.requirements.ad_tables import find_criteria, is_row
from interview_cli.requirements.ad_title import asks_for_title, find_job_title
from interview_cli.requirements.ad_topics import extract_topic
from interview_cli.requirements.known_papers import names_clearance
from interview_cli.requirements.paper_demands import find_demanded_papers, find_papers_within
from interview_cli.requirements.paper_names import find_naming_stems, write_same
from interview_cli.requirements.requirement import Requirement
from interview_cli.requirements.verb_forms import find_form
from interview_cli.requirements.verb_series import split_series
from interview_cli.requirements.work_verbs import parse_work_verb

_RULES = Rules("interview_cli.requirements", "topics.toml")

_REMARK = re.compile(r"\([^()]*\)")
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
_CHOICE = re.compile(r"(?:[A-Z]{2,}, )+[A-Z]{2,} or [A-Z]{2,}\b")
_DEGREE_CLASS = re.compile(r"\b2:([12])\b(?!\d)")
"""A colon would end a label: "a 2:1 degree"."""
_MAX_OFFER_WORDS = 3
_MAX_LISTED = 4
_ADS_KEPT = 8
_MAX_SOURCE_CHARS = 1000
# A topic that begins like this is the rest of a sentence, or asks for an absence ("not colour
# blind").
_NEVER_FIRST = {"with", "in", "or", "of", "for", "to", "at", "on", "and", "not", "no", "don't"}


def find_requirements(job_description: str) -> list[Requirement]:
    """Return the requirements of an ad, each topic once.

    Papers that must be held come first, then other hard must-haves, must-haves and pluses; each
    kind in the order of the ad.
    """
    return list(_find_once(job_description))


def find_duties(job_description: str) -> list[str]:
    """Return the tasks that an ad names, each once, in its order and words."""
    duties = (
        duty
        for line in read_layout(job_description)
        for duty in _read_duties(line)
        if not (is_heading(duty) or _RULES.pattern("empty_duty").search(duty))
    )
    return list(dict.fromkeys(duties))


def find_lines_on_work(job_description: str) -> list[str]:
    """Return the lines of an ad that are not known to be about an offer or an employer."""
    lines = read_layout(job_description)
    return [line.text for line in lines if line.part not in ("offer", "other")]


def can_read_ad(job_description: str) -> bool:
    """Return whether at least one requirement or task was found in an ad."""
    return bool(find_requirements(job_description) or find_duties(job_description))


# Each question of an interview asks for the requirements of the same ad.
@lru_cache(maxsize=_ADS_KEPT)
def _find_once(job_description: str) -> tuple[Requirement, ...]:
    found: dict[str, Requirement] = {}
    job_description = _DEGREE_CLASS.sub(r"2.\1", job_description)
    title = find_job_title(job_description)
    lines = read_layout(job_description)
    requirements = _read_ad(lines)
    for requirement in [*requirements, *_read_papers(job_description, lines, requirements)]:
        topic = requirement.topic
        if not requirement.is_paper and asks_for_title(requirement.text, title):
            continue
        if not requirement.is_paper and _RULES.pattern("no_need").match(requirement.text):
            continue
        counts_years = bool(topic) and find_years_asked(requirement.text) is not None
        is_named = bool(content_stems(topic)) or counts_years or requirement.is_any_degree
        if topic and is_named and topic.split()[0].lower() not in _NEVER_FIRST:
            known = found.setdefault(topic.casefold(), requirement)
            is_firmer = requirement.is_must and not known.is_must
            if requirement.is_paper and (known.phrase is None or is_firmer):
                found[topic.casefold()] = requirement
    whole = [requirement for requirement in found.values() if not _is_part(requirement, found)]
    return tuple(_drop_repeated_papers(sorted(whole, key=_rank)))


def _drop_repeated_papers(requirements: list[Requirement]) -> Iterator[Requirement]:
    """Yield requirements without the papers whose name came before: a label names them, too."""
    names: set[str] = set()
    for requirement in requirements:
        name = (requirement.phrase or "").casefold()
        if not (requirement.is_paper and name and name in names):
            names.add(name)
            yield requirement


def _is_part(paper: Requirement, found: Mapping[str, Requirement]) -> bool:
    """Return whether a paper is one of a list of which one is enough: "CMA, RMA or NCMA"."""
    bare = _REMARK.sub(" ", paper.text) if paper.is_paper else ""
    letters = set(_CAPITALS.findall(bare))
    return bool(letters) and any(
        letters < set(_CAPITALS.findall(other.text)) and _CHOICE.match(other.text) is not None
        for other in found.values()
    )


def _rank(requirement: Requirement) -> int:
    if requirement.is_hard:
        return 0 if requirement.is_paper else 1
    return 2 if requirement.is_must else 3


def _build_requirement(
    text: str, *, is_must: bool, source: str, is_listed: bool = False
) -> Requirement:
    """`source` is the entry or sentence that the text stands in."""
    is_stressed = is_must and _RULES.is_found("stressed", source[:_MAX_SOURCE_CHARS])
    return Requirement(text, _name_topic(text), is_must, is_stressed, is_listed)


def _name_topic(text: str) -> str:
    """Return the topic of a text, with a short name for a body whose name it would cut: "the
    Nursing and Midwifery Board of Ireland"."""
    topic = extract_topic(text)
    is_cut = text.startswith(f"{topic} and ") and topic == write_same(topic)
    return extract_topic(write_same(text)) if is_cut else topic


def _read_ad(lines: Sequence[AdLine]) -> list[Requirement]:
    """Return what an ad asks for; if nothing in it asks, the entries of its lists."""
    found = list(_read_parts(lines))
    entries = [line.text for line in lines if line.is_entry and line.part == "unknown"]
    if found and not any(line.part == "wanted" for line in lines):
        asks_there = any(list(requirements_in(entry, "prose")) for entry in entries)
        entries = [entry for entry in entries if asks_there and not _begins_with_order(entry)]
    elif found:
        entries = []
    wanted = (entry for entry in entries if not _is_offer(entry))
    return found + [need for entry in wanted for need in _read_entry(entry, is_nice=False)]


def _read_papers(
    ad: str, lines: Sequence[AdLine], found: Sequence[Requirement]
) -> Iterator[Requirement]:
    """Yield the papers that an ad makes a must wherever they stand, but those found already."""
    pluses = {line.text for line in lines if line.part == "nice"}
    papers = (
        need
        for need in found
        if need.is_paper and need.is_must and (need.phrase or need.is_replaceable)
    )
    known = [content_stems(need.text) for need in papers]
    others = [line for line in read_lines(ad) if not any(plus in line for plus in pluses)]
    unnamed = (need.text for need in found if need.is_hard and need.is_paper and not need.phrase)
    needed = find_needed_papers(others), find_demanded_papers(lines), find_papers_within(unnamed)
    for text in chain(*needed):
        paper = _build_requirement(text, is_must=True, source=text)
        stems = find_naming_stems(text)
        is_paper = (paper.is_paper and paper.is_askable) or names_clearance(text)
        if is_paper and not any(stems <= other for other in known):
            known.append(content_stems(text))
            yield paper


def _begins_with_order(entry: str) -> bool:
    first, *rest = entry.split() or [""]
    is_verb = first.lower() not in load_noun_verbs() or parse_work_verb(first, rest) is not None
    is_compound = bool(rest) and find_form(rest[0]) == "gerund"  # "pipe welding"
    return is_verb and not is_compound and find_form(first) == "plain"


def _is_offer(entry: str) -> bool:
    """Return whether a short entry names what the employer offers: "Competitive salary"."""
    return len(entry.split()) <= _MAX_OFFER_WORDS and find_ad_part(entry) == "offer"


def _read_parts(lines: Sequence[AdLine]) -> Iterator[Requirement]:
    has_wanted_part = any(line.part == "wanted" for line in lines)
    for is_table, group in groupby(lines, key=lambda line: is_row(line.text)):
        if is_table:
            yield from _read_table(list(group))
            continue
        for line in group:
            yield from _read_line(line, has_wanted_part=has_wanted_part)


def _read_table(rows: Sequence[AdLine]) -> Iterator[Requirement]:
    criteria = find_criteria([row.text for row in rows], is_wanted=_is_wanted(rows[0]))
    for text, is_must in criteria:
        yield from _read_entry(text, is_nice=not is_must)


def _is_wanted(line: AdLine) -> bool:
    return line.part in ("wanted", "nice")


def _read_line(line: AdLine, *, has_wanted_part: bool) -> Iterator[Requirement]:
    is_nice = line.part == "nice"
    if line.text.count(" = ") > 1:
        return  # a row that explains the letters of a table
    if line.part in ("offer", "other"):
        # Only papers and formalities are also named there, such as a licence or a check.
        found = _read_prose(line.text, "strong")
        yield from (need for need in found if need.is_paper or need.is_formality)
    elif _is_wanted(line) and line.is_entry:
        yield from _read_entry(line.text, is_nice=is_nice)
    elif _is_wanted(line) and line.is_labelled:
        entries, rest = split_list(line.text)
        is_listed = len(entries) <= _MAX_LISTED
        for entry in entries:
            yield from _read_entry(entry, is_nice=is_nice, is_listed=is_listed)
        yield from _read_prose(rest, "asks", is_nice=is_nice)
    elif not line.is_entry:
        rule_group = "asks" if _is_wanted(line) else "strong" if has_wanted_part else "prose"
        yield from _read_prose(line.text, rule_group, is_nice=is_nice)


def _read_prose(prose: str, rule_group: str, *, is_nice: bool = False) -> Iterator[Requirement]:
    """Yield what sentences ask for; what makes no phrase was no requirement."""
    for text, is_must, sentence in requirements_in(prose, rule_group, is_nice=is_nice):
        requirement = _build_requirement(text, is_must=is_must, source=sentence)
        if requirement.is_formality and _RULES.is_found("condition_of_post", sentence):
            requirement = replace(requirement, is_must=True)
        if requirement.phrase or requirement.is_formality or requirement.is_paper:
            yield requirement


def _read_entry(text: str, *, is_nice: bool, is_listed: bool = False) -> Iterator[Requirement]:
    """Yield what one entry of a list asks for; "(D)" at its end says that it is desirable."""
    if importance := _RULES.pattern("importance").search(text):
        text, is_nice = text[: importance.start()], importance["letter"] == "D"
    for thing, is_plus, clause in split_entry(text, is_nice=is_nice):
        yield _build_requirement(thing, is_must=not is_plus, source=clause, is_listed=is_listed)


def _read_duties(line: AdLine) -> Iterator[str]:
    """Yield the tasks in a line: an entry below a heading for tasks, or sentences about "you"."""
    if line.part == "duties" and line.is_entry:
        yield remove_marks(line.text).strip(" .;")
    elif not line.is_entry and (line.is_labelled or line.part in ("duties", "unknown", "other")):
        prose = _RULES.remove("where_fit", line.text.replace("’", "'"))
        for sentence in split_sentences(prose):
            lead = _RULES.pattern("duty_lead").match(sentence)
            if lead:
                told = _RULES.remove("duty_end", sentence[lead.end() :])
                duties = (duty.strip(" .;:") for duty in split_series(told))
                yield from (duty for duty in duties if " " in duty)  # not "You'll learn."
