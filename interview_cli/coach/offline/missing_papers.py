"""Say on the first page which paper of the ad is surely missing, and what to say of it."""

from collections.abc import Iterator, Sequence
from itertools import islice

from interview_cli.requirements.mapped_requirement import MappedRequirement
from interview_cli.requirements.paper_gaps import PaperGap, State

_MOST = 2
"""Papers that are named: a longer list is no beginning."""
_STATES: dict[State, str] = {
    "none": "you have none yet",
    "to_come": "yours is still to come",
    "lapsed": "yours has run out",
    "silent": "no line of your CV names it",
}
_ADVICE: dict[State, str] = {
    "none": "say on which day you apply for it",
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
            yield f"The ad asks for “{gap.name}”, and {_STATES[gap.state]}: {advice}."


def _advise(gap: PaperGap, *, is_willing_enough: bool) -> str:
    if is_willing_enough and gap.state == "none" and gap.dated_in is None:
        return _WILLING
    return _ADVICE[gap.state] if gap.dated_in is None else _DATED.format(gap.dated_in)
