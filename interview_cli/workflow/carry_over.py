"""What a new interview takes over from the one that it is copied from."""

from datetime import date

from interview_cli.models import Interview, PlanSlot
from interview_cli.store.base import Store
from interview_cli.workflow.practice_plan import choose_due


def choose_practise(store: Store, source: Interview, today: date) -> list[PlanSlot]:
    """Return what the practice plan of `source` has due, for the plan of a new interview."""
    due = choose_due(source, store.summaries().summaries, today)
    return [due.slot] if due and due.sitting.practise == "subject" else []
