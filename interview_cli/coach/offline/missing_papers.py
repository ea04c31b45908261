"""Say on the first page which paper of the ad is surely missing, and what to say of it."""

from collections.abc import Iterator, Sequence
from itertools import islice

from interview_cli.requirements.mapped_requirement import MappedRequirement
from interview_cli.requirements.paper_gaps import PaperGap, State

_MOST = 2
"""Papers that are named: a longer list is no beginning."""
_STATES: dict[State, str] = {
    "none": "you do not hold it yet",
    "to_come": "yours is still to come",
    "lapsed": "yours has run out",
    "silent": "no line of your CV names it",
}
_NOT_ALL = "you do not hold all of it yet"
_ADVICE: dict[State, str] = {
    "none": "say so early, with the day on which you apply or begin",
    "to_come": "say by when you will have it, and what you do until then",
    "lapsed": "say by when you renew it",
    "silent": "say whether you have it, or by when you will",
}
_WILLING = "say early that you will get it, and from when on"
"""Of a paper that the ad takes the will for."""
_DATED = "say so at once, with the date that you give in answer {}"


def name_missing_papers(mapped: Sequence[MappedRequirement]) -> str:
    """Return a sentence on each paper that must be there and is not; empty if none is missing.

    Where the ad takes the will to get it, who has begun needs no advice.
    """
    return " ".join(islice(_word_gaps(mapped), _MOST))


def _word_gaps(mapped: Sequence[MappedRequirement]) -> Iterator[str]:
    for each in mapped:
        gap = each.gap
        is_open = each.requirement.is_must and gap and gap.state in ("none", "lapsed")
        if gap and (each.is_lacking or is_open):
            advice = _advise(gap, is_willing_enough=not each.is_lacking)
            yield f"The ad asks for “{gap.name}”, and {_describe(gap)}: {advice}."


def _describe(gap: PaperGap) -> str:
    """Return how it stands with a paper; of two that must both be there one may be held."""
    is_both = gap.state == "none" and " and " in gap.name.casefold()
    return _NOT_ALL if is_both else _STATES[gap.state]


def _advise(gap: PaperGap, *, is_willing_enough: bool) -> str:
    if is_willing_enough and gap.state == "none" and gap.dated_in is None:
        return _WILLING
    return _ADVICE[gap.state] if gap.dated_in is None else _DATED.format(gap.dated_in)
