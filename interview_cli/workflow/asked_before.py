"""What earlier interviews for the same job have asked, so that the next one asks something else."""

from collections.abc import Iterator

from interview_cli.errors import NotFound, StorageFailed
from interview_cli.models import Interview
from interview_cli.store.base import Store

_RECENT = 30
"""So many of the newest interviews are looked through: a new one must not take longer with more."""
_FOR_THE_JOB = 4
_KINDS = ("situation", "behaviour", "motivation", "closing")
"""Questions of these kinds have no words of a CV or an answer, which go with their own session."""


def list_asked_before(store: Store, name: str) -> list[str]:
    """Return what the latest interviews with a name asked about the work and the motives, as far
    as they can be read."""
    recent = store.summaries(limit=_RECENT, kind="interview").summaries
    own = [summary.session_id for summary in recent if summary.name == name][:_FOR_THE_JOB]
    asked = (question for session_id in own for question in _list_asked(store, session_id))
    return list(dict.fromkeys(asked))


def _list_asked(store: Store, session_id: str) -> Iterator[str]:
    try:
        interview = store.load(session_id, Interview)
    except (NotFound, StorageFailed):  # removed meanwhile, or damaged: nothing depends on it
        return
    yield from (each.content for each in interview.questions if each.kind in _KINDS)
