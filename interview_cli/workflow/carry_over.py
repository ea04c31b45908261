"""What a new interview takes over from the one that it is copied from."""

from datetime import date

from interview_cli.models import Interview, PlanSlot
from interview_cli.store.base import Store
from interview_cli.workflow.debrief import list_unforeseen
from interview_cli.workflow.practice_plan import choose_due


def choose_practise(store: Store, source: Interview, today: date) -> list[PlanSlot]:
    """Return what a new interview is to ask about, the questions of the real one first.

    They are those that `source` had not practised, and the subject that its practice plan has due,
    unless one of them asks about it.
    """
    unforeseen = list_unforeseen(source)
    due = choose_due(source, store.summaries().summaries, today)
    if due is None or due.sitting.practise != "subject":
        return unforeseen
    is_asked = any(slot.topic == due.slot.topic for slot in unforeseen)
    return unforeseen if is_asked else [*unforeseen, due.slot]
