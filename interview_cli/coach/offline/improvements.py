"""Suggest what to change in a CV for one job, using only facts from the CV and the answers."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from interview_cli.answers.star import parse_star
from interview_cli.coach.offline.cv_advice import suggest_for_any_job
from interview_cli.coach.offline.cv_line_advice import suggest_on_lines
from interview_cli.coach.offline.remark_rules import load_remark_pattern
from interview_cli.coach.offline.told_gains import (
    find_expired,
    find_told_names,
    find_told_results,
)
from interview_cli.english.rules import load_rules
from interview_cli.english.words import find_measures
from interview_cli.english.years import (
    find_months_of_experience,
    find_opening_years,
    find_years_asked,
)
from interview_cli.requirements.cv_papers import is_paper
from interview_cli.requirements.cv_work import is_achievement
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.labels import name_requirement
from interview_cli.requirements.mapped_requirement import MappedRequirement
from interview_cli.requirements.requirement import Requirement
from interview_cli.requirements.wanted import is_qualification, is_soft_skill
from interview_cli.text import join_list, shorten

MAX_IMPROVEMENTS = 3
_MAX_QUOTE_CHARS = 140
_MAX_HEADING_WORDS = 4
_MAX_MISSING = 3
_MAX_RESULTS = 2
_MAX_NAMES = 3
_MAX_FIGURES = 1
"""More than one question for a figure would be a form to fill in."""


def suggest_improvements(
    requirements: Sequence[MappedRequirement],
    cv_text: str,
    answers: Sequence[GivenAnswer] = (),
    duties: Sequence[str] = (),
    year: int = 0,
    untold_case: int | None = None,
) -> list[str]:
    """Suggest at most three changes, what answers told first, then must-haves.

    Each names what an answer told and the CV leaves out, a line of the CV to change, or a tool or
    paper that no word of the CV names; then comes what a coach would change for any job. No line
    stands twice. `duties` are the tasks in the ad; `year`: that of the interview, 0 if it is not
    known; `untold_case`: the number of the answer with the best case that the CV lacks.
    """
    musts = [mapped for mapped in requirements if mapped.requirement.is_must]
    nice = [mapped for mapped in requirements if not mapped.requirement.is_must]
    lines = {mapped.line for mapped in musts}
    nice = [mapped for mapped in nice if mapped.line is None or mapped.line not in lines]
    texts = (
        mapped.requirement.text for mapped in requirements if not mapped.requirement.is_formality
    )
    wanted = [*texts, *duties]
    asked = [*(mapped.requirement.text for mapped in requirements), *duties]
    on_lines = list(suggest_on_lines(asked, cv_text))
    suggestions = [
        *_suggest_expired(cv_text, year),
        *_suggest_standing(musts),
        *on_lines[:1],
        *_suggest_results(answers, cv_text),
        *_suggest_case(untold_case),
        *(text for part in (musts, nice) for text in _suggest(part, cv_text)),
        *_suggest_names(wanted, answers, cv_text),
        *on_lines[1:],
        *suggest_for_any_job(requirements, wanted, cv_text),
    ]
    return list(dict.fromkeys(suggestions))[:MAX_IMPROVEMENTS]


def _suggest_expired(cv_text: str, year: int) -> Iterator[str]:
    if line := find_expired(cv_text, year):
        yield (
            f"“{_shorten(line)}” names a date that is over. If you have renewed it, put the new "
            "date there; if not, renew it before you apply."
        )


def _suggest_standing(musts: Iterable[MappedRequirement]) -> Iterator[str]:
    """Suggest to write how it stands with a paper that an answer says is not there yet."""
    for mapped in musts:
        if mapped.gap and mapped.gap.number is not None and mapped.is_lacking:
            yield (
                f"The ad demands “{mapped.gap.name}”, which is not there yet (answer "
                f"{mapped.gap.number}). Write on your CV what you have done for it, and by when "
                "it will be there."
            )
            return


def _suggest_results(answers: Sequence[GivenAnswer], cv_text: str) -> Iterator[str]:
    """Suggest to add measured results that answers told."""
    for told in islice(find_told_results(answers, cv_text), _MAX_RESULTS):
        yield (
            f"You told us in answer {told.number}: “{_shorten(told.quote)}” Your CV does not give "
            "that result: put it, in one line with its figures, at the job where it was."
        )


def _suggest_case(number: int | None) -> Iterator[str]:
    """Suggest to add the best case that an answer told."""
    if number is not None:
        yield (
            f"The case that you tell in answer {number} is not on your CV. Put it there in one "
            "line: what had to be done, what you did, and what came of it."
        )


def _suggest_names(
    wanted: Sequence[str], answers: Sequence[GivenAnswer], cv_text: str
) -> Iterator[str]:
    """Suggest to name the tools of the ad that answers use."""
    told = list(islice(find_told_names(wanted, answers, cv_text), _MAX_NAMES))
    if told:
        names = join_list([f"“{each.name}” (answer {each.number})" for each in told])
        it = "them" if len(told) > 1 else "it"
        yield (
            f"The ad names {names}, and you told of work with {it}. Your CV does not name {it}: "
            "add what you did at the job where it was."
        )


def _suggest(requirements: Sequence[MappedRequirement], cv_text: str) -> Iterator[str]:
    yield from _suggest_proofs(requirements)
    yield from _suggest_stated(requirements, cv_text)
    yield from _suggest_mentions(requirements)
    yield from _suggest_missing(requirements, cv_text)
    yield from islice(_suggest_figures(requirements), _MAX_FIGURES)


def _suggest_proofs(requirements: Iterable[MappedRequirement]) -> Iterator[str]:
    """Suggest to add what an answer proved and no word of the CV says."""
    for mapped in requirements:
        if mapped.quote and mapped.is_absent and not mapped.is_stated:
            yield (
                f"You showed “{name_requirement(mapped.requirement)}” in answer {mapped.number}, "
                "and no word of it is on your CV. Add it at the job where you did it; you said: "
                f"“{_shorten(mapped.quote)}”"
            )


def _suggest_figures(requirements: Iterable[MappedRequirement]) -> Iterator[str]:
    """Suggest to add a figure to lines that the job needs, from an answer if one has a figure."""
    by_line: dict[str, MappedRequirement] = {}
    for mapped in requirements:
        if mapped.line is not None:
            by_line.setdefault(mapped.line, mapped)
    for line, mapped in by_line.items():
        if is_achievement(line) and not _gives_amount(line):
            yield (
                f"The line “{_shorten(line)}” shows “{name_requirement(mapped.requirement)}”, "
                f"but gives no figure: {_suggest_figure(mapped)}"
            )


def _gives_amount(line: str) -> bool:
    """Return whether a line says how much, in figures or in words: "by a third"."""
    rules = load_rules("interview_cli.coach.offline", "improvements.toml")
    return bool(find_measures(line)) or rules["amount_in_words"].pattern.search(line) is not None


def _suggest_figure(mapped: MappedRequirement) -> str:
    if mapped.quote and parse_star(mapped.quote).amounts:
        quote = _shorten(mapped.quote)
        return f"in answer {mapped.number} you said “{quote}”: add that figure."
    return "how many, how much, how often, by when?"


def _suggest_missing(requirements: Iterable[MappedRequirement], cv_text: str) -> Iterator[str]:
    """Suggest to add requirements of which no word is on the CV, if they are true.

    Where a word is there, a line may show one in other words: nothing is said of these, nor of what
    an answer names, which it may deny.
    """
    missing = [
        mapped.requirement
        for mapped in requirements
        if mapped.status == "missing" and mapped.is_absent
        if mapped.is_untold and mapped.mention is None and mapped.gap is None
    ]
    papers = list(filter(_is_paper, missing))
    others = [each for each in missing if _is_tool(each) and not _is_paper(each)][:_MAX_MISSING]
    if papers:
        it = "them" if len(papers) > 1 else "it"
        yield (
            f"{_name_need(papers)} {_join_names(papers)}, and no line of your CV names {it}. If "
            f"you have {it}, write {it} {_suggest_paper_place(cv_text)}, with the year. If not, "
            "say when you will."
        )
    if others:
        it = "them" if len(others) > 1 else "it"
        yield (
            f"The job asks for {_join_names(others)}, and no word of {it} is on your CV. If you "
            f"worked with {it}, name {it} at the job where it was. If not, prepare what you will "
            "say when they ask."
        )


def _suggest_mentions(requirements: Iterable[MappedRequirement]) -> Iterator[str]:
    """Suggest to add what answers speak of, if it was own work; nothing where one says no."""
    found = [
        f"“{name_requirement(mapped.requirement)}” (answer {mapped.mention.number})"
        for mapped in requirements
        if mapped.mention
        and mapped.mention.may_be_own
        and mapped.is_absent
        and _is_for_cv(mapped.requirement)
    ]
    if found:
        it = "them" if len(found) > 1 else "it"
        yield (
            f"You speak of {join_list(found)}, and no word of {it} is on your CV. What you did "
            "yourself belongs on it, at the job where it was."
        )


def _suggest_stated(requirements: Iterable[MappedRequirement], cv_text: str) -> Iterator[str]:
    """Suggest to add a paper that an answer said to be there."""
    for mapped in requirements:
        if mapped.is_stated and mapped.is_absent:
            yield (
                f"In answer {mapped.number} you say that you have "
                f"“{name_requirement(mapped.requirement)}”, and your CV does not. Write it "
                f"{_suggest_paper_place(cv_text)}."
            )


def _join_names(requirements: Iterable[Requirement]) -> str:
    names = (f"“{name_requirement(requirement)}”" for requirement in requirements)
    return join_list(list(dict.fromkeys(names)))


def _name_need(requirements: Sequence[Requirement]) -> str:
    return "The job asks for" if requirements[0].is_must else "It would be a plus to have"


def _is_paper(requirement: Requirement) -> bool:
    return (
        requirement.is_paper or is_paper(requirement.topic) or is_qualification(requirement.topic)
    ) and not requirement.is_formality


def _suggest_paper_place(cv_text: str) -> str:
    """Return where a licence or a certificate stands in a CV, worded to follow "write it"."""
    for line in cv_text.splitlines():
        heading = line.strip(" #*_:")
        if len(heading.split()) <= _MAX_HEADING_WORDS and load_remark_pattern(
            "papers_heading"
        ).search(heading):
            return f"under “{heading}”"
    return "on a line near the top, such as “Licences and certificates: …”"


def _is_tool(requirement: Requirement) -> bool:
    """Return whether a requirement is a must with a name, or experience of a thing.

    A CV that does not name it probably lacks it; of anything else it may speak in other words.
    """
    is_named = requirement.is_must and requirement.is_missable
    return is_named and _is_for_cv(requirement) and not _counts_time(requirement.text)


def _counts_time(text: str) -> bool:
    counts = (find_opening_years(text), find_years_asked(text), find_months_of_experience(text))
    return any(count is not None for count in counts)


def _is_for_cv(requirement: Requirement) -> bool:
    """Return whether a CV should name a requirement.

    Traits and papers are left out: stories show traits, and employers ask for papers later. So is
    what does not make a phrase: it may be a torn piece of the ad.
    """
    return requirement.is_askable and not is_soft_skill(requirement)


def _shorten(text: str) -> str:
    return shorten(text, _MAX_QUOTE_CHARS)
