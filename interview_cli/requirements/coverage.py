"""Map each requirement of a job to a CV line that claims it and an answer that proves it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from interview_cli.english.words import tokenize
from interview_cli.english.years import find_years_asked
from interview_cli.requirements.ad_title import find_job_title
from interview_cli.requirements.ad_topics import extract_topic
from interview_cli.requirements.cv_parts import find_cv_parts, find_near_line, list_named_lines
from interview_cli.requirements.cv_sections import read_sections
from interview_cli.requirements.cv_support import find_cv_support, is_lower
from interview_cli.requirements.cv_years import find_years_line
from interview_cli.requirements.denials import find_denial
from interview_cli.requirements.extract import find_duties, find_requirements
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.known_in_cv import read_known_paper
from interview_cli.requirements.known_reading import KnownReading
from interview_cli.requirements.mapped_requirement import MappedRequirement
from interview_cli.requirements.nearest import find_missing_forms, has_form_of
from interview_cli.requirements.open_papers import is_open
from interview_cli.requirements.paper_gaps import find_paper_gap
from interview_cli.requirements.paper_status import find_status, split_both
from interview_cli.requirements.part_support import InPart, find_told_parts
from interview_cli.requirements.parts import names_some_of_remark, names_some_of_tools
from interview_cli.requirements.requirement import Requirement
from interview_cli.requirements.role_work import has_years_of_any_work
from interview_cli.requirements.shared_words import (
    has_most_telling_words,
    has_telling_words,
    has_word_of,
    share_words,
)
from interview_cli.requirements.told_support import find_statement, map_told
from interview_cli.requirements.wanted import Wanted, matches_evidence
from interview_cli.requirements.written_names import has_words_of_initials

_MAPS_KEPT = 2


def map_requirements(
    job_text: str,
    cv_text: str,
    answers: Sequence[GivenAnswer],
    year: int = 0,
    day: date | None = None,
) -> list[MappedRequirement]:
    """Return each requirement of a job with what supports it, must-haves first.

    `year`: that of the interview, to which years of work are counted; 0 if it is not known. `day`:
    that on which a paper may have run out; None if it is not known.
    """
    return list(_map_once(job_text, cv_text, tuple(answers), year, day))


# The review of an interview and its report map the same answers.
@lru_cache(maxsize=_MAPS_KEPT)
def _map_once(
    job_text: str, cv_text: str, answers: tuple[GivenAnswer, ...], year: int, day: date | None
) -> tuple[MappedRequirement, ...]:
    title = find_job_title(job_text)
    return tuple(
        _count_work(
            _map_requirement(Wanted.of_requirement(requirement, job_text), cv_text, answers, day),
            title,
            cv_text,
            year,
        )
        for requirement in find_requirements(job_text)
    )


def _count_work(
    mapped: MappedRequirement, title: str, cv_text: str, year: int
) -> MappedRequirement:
    """Add the line of the job that was done for the years asked for, if no line states these."""
    line = mapped.line
    if line is None or line in _list_studies(cv_text):  # a course is no year of work
        line = find_years_line(mapped.requirement, title, cv_text, year) or line
    if line is None or line == mapped.line:
        return mapped
    return replace(mapped, line=line, perhaps=None, in_part=(), is_absent=False)


def _list_studies(cv_text: str) -> frozenset[str]:
    lines = read_sections(cv_text)
    return frozenset(line.text for line in lines if line.section == "training")


def map_duties(
    job_text: str, cv_text: str, answers: Sequence[GivenAnswer]
) -> list[MappedRequirement]:
    """Return each task of a job with what supports it, in the order of the ad."""
    wanted = {requirement.topic.casefold() for requirement in find_requirements(job_text)}
    duties = [
        Requirement(duty, f"{duty[:1].lower()}{duty[1:]}", is_must=False)
        for duty in find_duties(job_text)
    ]
    return [
        _map_support(Wanted.of_duty(duty, job_text), cv_text, answers)
        for duty in duties
        if extract_topic(duty.text).casefold() not in wanted
    ]


def _map_requirement(
    wanted: Wanted, cv_text: str, answers: Sequence[GivenAnswer], day: date | None
) -> MappedRequirement:
    mapped, requirement = _map_support(wanted, cv_text, answers, day), wanted.requirement
    if mapped.status == "proved":
        return mapped
    if gap := find_paper_gap(requirement, cv_text, answers, day):
        # What says that a paper is missing is no support of it.
        held = _list_held(requirement, cv_text, day)
        return replace(mapped, gap=gap, line=None, perhaps=None, mention=None, in_part=held)
    for answer in answers:
        if quote := find_statement(requirement, answer):
            return replace(mapped, number=answer.number, quote=quote, is_stated=True, mention=None)
    known = read_known_paper(requirement, cv_text, day)
    return _add_known(mapped, known) if known else mapped


def _add_known(mapped: MappedRequirement, known: KnownReading) -> MappedRequirement:
    """Add what the catalogue of papers reads in a CV, where the words of the ad find less."""
    if known.own and known.state == "lower":
        lower = (InPart((known.own.text,), known.text),)
        return replace(mapped, line=None, perhaps=None, in_part=lower)
    if known.state == "held" and known.own_state == "held":
        line = mapped.line or known.text
        return replace(mapped, line=line, perhaps=None, in_part=(), is_absent=False)
    # "Engineer" alone, the topic of "Professional Engineer", is no paper.
    words = set(tokenize(known.wanted.text.casefold()))
    is_cut = set(tokenize(mapped.requirement.topic.casefold())) < words
    is_named = words <= set(tokenize((mapped.line or "").casefold()))
    return replace(mapped, line=None) if is_cut and not is_named else mapped


def _list_held(requirement: Requirement, cv_text: str, day: date | None) -> tuple[InPart, ...]:
    """Return which of several papers that must all be there a CV states."""
    held = [
        (paper.topic, find_cv_support(Wanted.of_requirement(paper), cv_text).line)
        for paper in split_both(requirement)
        if find_status(paper, cv_text, day) in ("held", "bare")
    ]
    return tuple(InPart((name,), line) for name, line in held if line)


def _map_support(
    wanted: Wanted, cv_text: str, answers: Sequence[GivenAnswer], day: date | None = None
) -> MappedRequirement:
    """Map to the line of the CV, and to the sentence that proves a requirement or speaks of it."""
    line, perhaps = find_cv_support(wanted, cv_text)
    if line and _shows_less(wanted, line, cv_text, answers):
        line = None
    if line and wanted.is_paper and wanted.requirement.is_hard:
        line, perhaps = _doubt_paper(wanted, line, cv_text, day)
    is_telling = has_telling_words(wanted.topic)
    is_absent = is_telling and not (line or perhaps or _has_word(wanted, cv_text))
    is_absent = is_absent and not has_years_of_any_work(wanted.requirement.text, cv_text)
    mapped = MappedRequirement(
        wanted.requirement,
        line,
        None,
        None,
        perhaps=None if wanted.is_formality else perhaps,
        is_absent=is_absent,
        is_unsaid=not any(
            _has_word(wanted, f"{answer.question}\n{answer.answer}") for answer in answers
        ),
        is_untold=not any(
            has_most_telling_words(wanted.requirement.text, answer.answer) for answer in answers
        ),
    )
    if wanted.is_formality:
        near = find_near_line(wanted, cv_text)
        return replace(mapped, in_part=(near,) if near and not line else ())
    return _add_parts(map_told(mapped, wanted, answers), wanted, cv_text, answers, day)


def _shows_less(wanted: Wanted, line: str, cv_text: str, answers: Sequence[GivenAnswer]) -> bool:
    """Return whether a line has words of what is asked for, and not all of it."""
    return (
        _is_doubtful(wanted, line, answers)
        or _lacks_years(wanted, line, cv_text)
        or names_some_of_remark(wanted.requirement.text, line)
        or (not wanted.is_paper and names_some_of_tools(wanted.requirement.text, line, cv_text))
    )


def _lacks_years(wanted: Wanted, line: str, cv_text: str) -> bool:
    """Return whether years are asked for, and a line only lists what somebody knows."""
    counts_years = matches_evidence("counts_years", wanted.requirement.text)
    skills = (each.text for each in read_sections(cv_text) if each.section == "skills")
    return counts_years and line in skills and not find_years_asked(line)


def _is_doubtful(wanted: Wanted, line: str, answers: Sequence[GivenAnswer]) -> bool:
    """Return whether an answer says no to what a line of the CV has not word for word."""
    is_exact = not find_missing_forms(wanted.topic, line)
    return not is_exact and any(find_denial(wanted.topic, answer) for answer in answers)


def _doubt_paper(
    wanted: Wanted, line: str, cv_text: str, day: date | None
) -> tuple[str | None, str | None]:
    """Return the line that states a paper, and one that may: work with a thing is no paper for it.

    What an interviewer would ask about is not told as held.
    """
    if find_status(wanted.requirement, cv_text, day) == "mention":
        return None, line
    return (None if is_open(wanted.requirement, cv_text, day) else line), None


def _add_parts(
    mapped: MappedRequirement,
    wanted: Wanted,
    cv_text: str,
    answers: Sequence[GivenAnswer],
    day: date | None,
) -> MappedRequirement:
    """Add what names some of the things that are asked for; a line that names all states them."""
    if mapped.line or wanted.is_soft_skill:
        return mapped
    parts: tuple[InPart, ...] = ()
    if wanted.is_paper:
        near = None if mapped.perhaps else find_near_line(wanted, cv_text)
        is_full = near is not None and not is_lower(wanted, near.text)
        if near and is_full and find_status(mapped.requirement, cv_text, day) == "held":
            return replace(mapped, line=near.text, perhaps=None, is_absent=False)
        parts = (near,) if near else ()
    else:
        parts, is_whole = find_cv_parts(wanted, cv_text)
        if is_whole:
            return replace(mapped, line=parts[0].text, perhaps=None, is_absent=False)
    if not (mapped.quote or mapped.mention or wanted.is_paper):
        parts = (*parts, *find_told_parts(wanted, answers, parts))
    is_doubtful = any(part.number is None for part in parts) or _is_unlikely(
        mapped, wanted, cv_text
    )
    perhaps = None if is_doubtful else mapped.perhaps
    return replace(mapped, in_part=parts, perhaps=perhaps, is_absent=mapped.is_absent and not parts)


def _is_unlikely(mapped: MappedRequirement, wanted: Wanted, cv_text: str) -> bool:
    """Return whether a line that may show all of it has words that do not even show some of it."""
    named = () if wanted.is_paper else list_named_lines(wanted, cv_text)
    return any(each.line == mapped.perhaps and each.odds <= 0 for each in named)


def _has_word(wanted: Wanted, text: str) -> bool:
    """Return whether a text has any word of what the ad says of a requirement.

    A degree goes by many names: any one in the text counts.
    """
    is_degree = matches_evidence("degree", wanted.topic) and matches_evidence("degree_held", text)
    is_named = has_word_of(wanted.requirement.text, text) or has_form_of(
        wanted.requirement.text, text
    )
    is_named = is_named or has_words_of_initials(wanted.requirement.text, text)
    return is_named or is_degree or share_words(wanted.topic, text).shared > 0
