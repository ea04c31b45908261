"""Suggest what to change in a CV for one job, using only facts from the CV and the answers."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from interview_cli.answers.star import parse_star
from interview_cli.coach.offline.remark_rules import load_remark_pattern
from interview_cli.english.words import find_measures
from interview_cli.requirements.coverage import MappedRequirement, say_topic
from interview_cli.requirements.cv_papers import is_paper
from interview_cli.requirements.cv_sections import find_section_heading
from interview_cli.requirements.cv_work import is_achievement
from interview_cli.requirements.extract import Requirement
from interview_cli.requirements.wanted import is_qualification, is_soft_skill
from interview_cli.text import join_list, shorten

MAX_IMPROVEMENTS = 6
_MAX_QUOTE_CHARS = 140
_MAX_HEADING_WORDS = 4
_MAX_NAME_CHARS = 60
_MAX_MISSING = 3
"""More would only repeat the ad."""


def suggest_improvements(requirements: Sequence[MappedRequirement], cv_text: str) -> list[str]:
    """Suggest at most six changes, must-haves first.

    Each names a line of the CV to change, or the section to add to.
    """
    musts = [mapped for mapped in requirements if mapped.requirement.is_must]
    nice = [mapped for mapped in requirements if not mapped.requirement.is_must]
    suggestions = (text for part in (musts, nice) for text in _suggest(part, cv_text))
    return list(dict.fromkeys(suggestions))[:MAX_IMPROVEMENTS]


def _suggest(requirements: Sequence[MappedRequirement], cv_text: str) -> Iterator[str]:
    yield from _suggest_proofs(requirements, cv_text)
    yield from _suggest_stated(requirements, cv_text)
    yield from _suggest_figures(requirements)
    yield from _suggest_missing(requirements, cv_text)


def _suggest_proofs(requirements: Iterable[MappedRequirement], cv_text: str) -> Iterator[str]:
    """Suggest to add what an answer proved and the CV does not say."""
    for mapped in requirements:
        if mapped.quote and mapped.line is None and not mapped.is_stated:
            section = _suggest_section(mapped.requirement, cv_text)
            yield (
                f"You proved “{mapped.requirement.topic}” in answer {mapped.number}, but your CV "
                f"does not mention it. Add it under {section}; you said: “{_shorten(mapped.quote)}”"
            )


def _suggest_figures(requirements: Iterable[MappedRequirement]) -> Iterator[str]:
    """Suggest to add a figure to lines that the job needs, from an answer if one has a figure."""
    for mapped in requirements:
        if (
            mapped.line is not None
            and is_achievement(mapped.line)
            and not find_measures(mapped.line)
        ):
            yield (
                f"The line “{_shorten(mapped.line)}” shows “{mapped.requirement.topic}”, "
                f"but gives no figure: {_suggest_figure(mapped)}"
            )


def _suggest_figure(mapped: MappedRequirement) -> str:
    if mapped.quote and parse_star(mapped.quote).amounts:
        quote = _shorten(mapped.quote)
        return f"in answer {mapped.number} you said “{quote}”: add that figure."
    return "how many, how much, how often, by when?"


def _suggest_missing(requirements: Iterable[MappedRequirement], cv_text: str) -> Iterator[str]:
    """Suggest to add requirements that neither the CV nor an answer shows, if they are true.

    Where a line comes near, it may show one in other words: nothing is said of these.
    """
    missing = [mapped for mapped in requirements if mapped.status == "missing"]
    yield from _suggest_mentions(missing)
    missing = [mapped for mapped in missing if mapped.mention is None and mapped.is_absent]
    papers = [
        mapped.requirement
        for mapped in missing
        if _is_paper(mapped.requirement) and mapped.nearest is None
    ]
    others = [mapped.requirement for mapped in missing if not _is_paper(mapped.requirement)]
    if papers:
        topics = list(dict.fromkeys(f"“{say_topic(requirement)}”" for requirement in papers))
        it = "them" if len(topics) > 1 else "it"
        yield (
            f"{_name_need(papers)} {join_list(topics)}, and no line of your CV names {it}. If you "
            f"have {it}, write {it} {_suggest_paper_place(cv_text)}, with the year. If not, say "
            "when you will."
        )
    by_section: dict[str, list[Requirement]] = {}
    for requirement in islice(filter(_is_for_cv, others), _MAX_MISSING):
        by_section.setdefault(_suggest_section(requirement, cv_text), []).append(requirement)
    for section, found in by_section.items():
        topics = list(dict.fromkeys(f"“{_name_fully(requirement)}”" for requirement in found))
        it = "them" if len(topics) > 1 else "it"
        where = f"{section}, with where you did {it}" if "“" in section else section
        yield (
            f"{_name_need(found)} {join_list(topics)}. I could not tell from the words of your CV "
            f"whether you have or did {it}. If so, say it in the ad's words under {where}. If not, "
            "prepare what you will say when they ask."
        )


def _suggest_mentions(missing: Iterable[MappedRequirement]) -> Iterator[str]:
    """Suggest to add what answers speak of, if it was own work; nothing where one says no."""
    found = [
        f"“{say_topic(mapped.requirement)}” (answer {mapped.mention.number})"
        for mapped in missing
        if mapped.mention and mapped.mention.may_be_own and _is_for_cv(mapped.requirement)
    ]
    if found:
        names = "none of them" if len(found) > 1 else "nothing of it"
        yield (
            f"You speak of {join_list(found)}, and your CV names {names}. What you did yourself, "
            "or hold, belongs on it, at the job where it was."
        )


def _suggest_stated(requirements: Iterable[MappedRequirement], cv_text: str) -> Iterator[str]:
    """Suggest to add a paper that an answer said to be there."""
    for mapped in requirements:
        if mapped.is_stated and mapped.line is None:
            yield (
                f"In answer {mapped.number} you say that you have “{mapped.requirement.topic}”, "
                f"and your CV does not. Write it {_suggest_paper_place(cv_text)}."
            )


def _name_fully(requirement: Requirement) -> str:
    """Return a topic; a common noun alone says too little: "experience of a warehouse"."""
    topic = say_topic(requirement)
    is_enough = " " in topic or any(char.isupper() for char in topic)
    phrase = requirement.phrase or topic
    return topic if is_enough or len(phrase) > _MAX_NAME_CHARS else phrase


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


def _is_for_cv(requirement: Requirement) -> bool:
    """Return whether a CV should name a requirement.

    Traits and papers are left out: stories show traits, and employers ask for papers later. So is
    what does not make a phrase: it may be a torn piece of the ad.
    """
    return requirement.is_askable and not is_soft_skill(requirement)


def _suggest_section(requirement: Requirement, cv_text: str) -> str:
    kinds = ("training", "experience") if requirement.is_condition else ("experience", "skills")
    headings = (find_section_heading(kind, cv_text) for kind in kinds)
    heading = next(filter(None, headings), None)
    return f"“{heading}”" if heading else "the job where it was"


def _shorten(text: str) -> str:
    return shorten(text, _MAX_QUOTE_CHARS)
