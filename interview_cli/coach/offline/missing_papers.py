"""Say on the first page which paper of the ad is surely missing, and what to say of it."""

from collections.abc import Iterator, Sequence
from itertools import islice

from interview_cli.requirements.labels import name_requirement
from interview_cli.requirements.mapped_requirement import MappedRequirement
from interview_cli.requirements.paper_gaps import PaperGap, State

_MOST = 2
"""Papers that are named: a longer list is no beginning."""
_STATES: dict[State, str] = {
    "none": "you have none yet",
    "to_come": "yours is still to come",
    "lapsed": "yours has run out",
}
_ADVICE: dict[State, str] = {
    "none": "say on which day you apply for it, and what comes nearest to it until then",
    "to_come": "say by when you will have it, and what you do until then",
    "lapsed": "say by when you renew it",
}
_DATED = "say so at once, with the date that you give in answer {}"


def name_missing_papers(mapped: Sequence[MappedRequirement]) -> str:
    """Return a sentence on each paper that must be there and is not; empty if none is missing."""
    return " ".join(islice(_word_gaps(mapped), _MOST))


def _word_gaps(mapped: Sequence[MappedRequirement]) -> Iterator[str]:
    for each in mapped:
        if each.gap and each.is_lacking:
            name = name_requirement(each.requirement)
            yield f"The ad asks for “{name}”, and {_STATES[each.gap.state]}: {_advise(each.gap)}."


def _advise(gap: PaperGap) -> str:
    return _ADVICE[gap.state] if gap.dated_in is None else _DATED.format(gap.dated_in)
