"""Suggest what to change in a CV for one job; nothing suggested is made up."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from interview_cli.answers.star import parse_star
from interview_cli.english.words import find_measures
from interview_cli.requirements.coverage import MappedRequirement
from interview_cli.requirements.cv_evidence import is_achievement
from interview_cli.requirements.cv_sections import find_section_heading
from interview_cli.requirements.extract import Requirement
from interview_cli.text import shorten

MAX_IMPROVEMENTS = 6
_MAX_QUOTE_CHARS = 140
_MAX_MISSING = 3
"""More would only repeat the ad."""


def suggest_improvements(found: Sequence[MappedRequirement], cv_text: str) -> list[str]:
    """Suggest at most six changes, must-haves first.

    Each names a line of the CV to change, or the section to add to.
    """
    musts = [mapped for mapped in found if mapped.requirement.is_must]
    nice = [mapped for mapped in found if not mapped.requirement.is_must]
    suggestions = (text for part in (musts, nice) for text in _suggest(part, cv_text))
    return list(dict.fromkeys(suggestions))[:MAX_IMPROVEMENTS]


def _suggest(found: Sequence[MappedRequirement], cv_text: str) -> Iterator[str]:
    yield from _suggest_proofs(found, cv_text)
    yield from _suggest_figures(found)
    yield from _suggest_missing(found, cv_text)


def _suggest_proofs(found: Iterable[MappedRequirement], cv_text: str) -> Iterator[str]:
    """Suggest to add what an answer proved and the CV does not say."""
    for mapped in found:
        if mapped.quote and mapped.line is None:
            section = _suggest_section(mapped.requirement, cv_text)
            yield (
                f"You proved “{mapped.requirement.topic}” in answer {mapped.number}; your CV does "
                f"not say it. Put it under {section}; you said: “{_shorten(mapped.quote)}”"
            )


def _suggest_figures(found: Iterable[MappedRequirement]) -> Iterator[str]:
    """Suggest a figure for lines that the job needs, the answer's own figure where there is one."""
    for mapped in found:
        if (
            mapped.line is not None
            and is_achievement(mapped.line)
            and not find_measures(mapped.line)
        ):
            yield (
                f"The line “{_shorten(mapped.line)}” is what shows “{mapped.requirement.topic}”, "
                f"and gives no figure: {_suggest_figure(mapped)}"
            )


def _suggest_figure(mapped: MappedRequirement) -> str:
    if mapped.quote and parse_star(mapped.quote).amounts:
        quote = _shorten(mapped.quote)
        return f"in answer {mapped.number} you said “{quote}”: put that figure in."
    return "how many, how much, how often, by when?"


def _suggest_missing(found: Iterable[MappedRequirement], cv_text: str) -> Iterator[str]:
    """Suggest to add what neither the CV nor an answer shows, if it is true."""
    missing = (mapped.requirement for mapped in found if mapped.status == "missing")
    for requirement in islice(filter(_is_for_cv, missing), _MAX_MISSING):
        asked = "The job asks for" if requirement.is_must else "It would be a plus to have"
        section = _suggest_section(requirement, cv_text)
        yield (
            f"{asked} “{requirement.topic}”, and no line of your CV says so in such words. If it "
            f"is true of you, say where under {section}; if not, leave it out and prepare an "
            "answer."
        )


def _is_for_cv(requirement: Requirement) -> bool:
    """Return whether a CV should name a requirement.

    A trait is shown, not stated, and an employer asks for the papers when they are due.
    """
    return not (requirement.is_formality or requirement.is_trait)


def _suggest_section(requirement: Requirement, cv_text: str) -> str:
    kinds = ("training", "experience") if requirement.is_condition else ("experience", "profile")
    headings = (find_section_heading(kind, cv_text) for kind in (*kinds, "skills"))
    heading = next(filter(None, headings), None)
    return f"“{heading}”" if heading else "a heading of its own, such as “Experience”"


def _shorten(text: str) -> str:
    return shorten(text, _MAX_QUOTE_CHARS)
