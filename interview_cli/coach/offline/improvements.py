"""What to change in a CV for one job, from the map of its requirements: no fact is made up."""

from collections.abc import Iterable, Iterator, Sequence

from interview_cli.answers.star import find_elements
from interview_cli.english.words import measures
from interview_cli.requirements.coverage import Mapped
from interview_cli.requirements.cv_evidence import is_deed
from interview_cli.requirements.cv_sections import section_for
from interview_cli.requirements.extract import Requirement
from interview_cli.text import cut

MAX_IMPROVEMENTS = 6
_MAX_QUOTE_CHARS = 140
_MAX_MISSING = 3
"""A list of all that is missing would be the ad once more."""


def improvements(found: Sequence[Mapped], cv_text: str) -> list[str]:
    """At most six, must-haves first, each naming the line or the section of the CV to change."""
    musts = [one for one in found if one.requirement.must]
    nice = [one for one in found if not one.requirement.must]
    made = [text for part in (musts, nice) for text in _of(part, cv_text)]
    return list(dict.fromkeys(made))[:MAX_IMPROVEMENTS]


def _of(found: Sequence[Mapped], cv_text: str) -> Iterator[str]:
    yield from _unsaid(found, cv_text)
    yield from _uncounted(found)
    missing = [one for one in found if one.status == "missing" and _belongs_in_a_cv(one)]
    for one in missing[:_MAX_MISSING]:
        asked = "The job asks for" if one.requirement.must else "It would be a plus to have"
        yield (
            f"{asked} “{one.requirement.topic}”, and no line of your CV says so in such words. If "
            f"it is true of you, say where under {_place(one.requirement, cv_text)}; if not, leave "
            "it out and prepare an answer."
        )


def _belongs_in_a_cv(one: Mapped) -> bool:
    """A manner is shown, not stated; and what is settled by a paper is asked for when it is due."""
    return not (one.requirement.is_formality or one.requirement.is_trait)


def _unsaid(found: Iterable[Mapped], cv_text: str) -> Iterator[str]:
    """What an answer proved and the CV does not say."""
    for one in found:
        if one.quote and one.line is None:
            yield (
                f"You proved “{one.requirement.topic}” in answer {one.number}; your CV does not "
                f"say it. Put it under {_place(one.requirement, cv_text)}; you said: "
                f"“{_short(one.quote)}”"
            )


def _uncounted(found: Iterable[Mapped]) -> Iterator[str]:
    """Lines that the job needs and that give no figure, with the figure where an answer gave it."""
    for one in found:
        if one.line is None or not is_deed(one.line) or measures(one.line):
            continue
        counted = find_elements(one.quote).amounts if one.quote else ()
        said = (
            f"in answer {one.number} you said “{_short(one.quote or '')}”: put that figure in."
            if counted
            else "how many, how much, how often, by when?"
        )
        yield (
            f"The line “{_short(one.line)}” is what shows “{one.requirement.topic}”, and gives no "
            f"figure: {said}"
        )


def _place(requirement: Requirement, cv_text: str) -> str:
    kinds = ("training", "experience") if requirement.is_condition else ("experience", "profile")
    headings = (section_for(kind, cv_text) for kind in (*kinds, "skills"))
    heading = next(filter(None, headings), None)
    return f"“{heading}”" if heading else "a heading of its own, such as “Experience”"


def _short(words: str) -> str:
    return cut(words, _MAX_QUOTE_CHARS)
