"""Choose wordings of the first question that go straight into the work."""

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.cv_questions import find_role
from interview_cli.coach.offline.cv_wordings import Wordings
from interview_cli.coach.offline.job_trade import find_recent_near_title, find_stretch


def word_stretch(facts: Facts, entry: dict[str, list[str]], *, is_insider: bool) -> Wordings | None:
    """Return wordings that ask for a stretch of the work; None for who has not done it lately."""
    title = find_recent_near_title(facts)
    stretch = find_stretch(facts, title) if title else None
    if stretch is None:
        return None
    role = find_role(facts)
    # Of several jobs it must be clear which one is meant.
    form = "with_stretch" if "near_role" in role else "with_stretch_so_far"
    return entry["with_insider_stretch" if is_insider else form], {**role, "stretch": stretch}
