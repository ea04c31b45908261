"""Load the interviews that a command over several sessions works on."""

from collections.abc import Callable, Sequence

from interview_cli.errors import Conflict, SessionDamaged, SessionMissing
from interview_cli.models import Interview
from interview_cli.next_step import Action, NextStep
from interview_cli.store.base import Store
from interview_cli.store.summary import InterviewSummary


def load_interviews(
    store: Store,
    session_ids: Sequence[str],
    is_wanted: Callable[[InterviewSummary], bool],
    nothing: str,
) -> tuple[list[Interview], list[str]]:
    """Load these interviews, or all that are wanted; also return the names of damaged sessions.

    Each is loaded once, oldest first. Raises SessionMissing without any interview, Conflict with
    the sentence `nothing` if none is wanted, and what the store raises.
    """
    if session_ids:
        return _sort([store.load(chosen, Interview) for chosen in dict.fromkeys(session_ids)]), []
    listing = store.summaries()
    heads = [head for head in listing.summaries if isinstance(head, InterviewSummary)]
    if not heads:
        raise SessionMissing
    damaged, interviews = list(listing.damaged), []
    for head in filter(is_wanted, heads):
        try:
            interviews.append(store.load(head.session_id, Interview))
        except SessionDamaged:
            damaged.append(head.session_id)
    if not interviews:
        raise Conflict(nothing, NextStep(Action.PRACTISE, heads[0].session_id))
    return _sort(interviews), damaged


def _sort(interviews: list[Interview]) -> list[Interview]:
    return sorted(interviews, key=lambda interview: (interview.created_at, interview.session_id))
