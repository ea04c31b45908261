"""Practice plan → a report, a JSON document, and what is due today in a sentence."""

from datetime import date
from typing import Any

from interview_cli.models import Interview
from interview_cli.next_step import Action, NextStep
from interview_cli.progress import PlannedSitting
from interview_cli.render.blocks import Block, Bullets, Heading, Prose, Report, join_lines
from interview_cli.render.commands import spell_command
from interview_cli.workflow.practice_plan import DueSitting, find_asked
from interview_cli.workflow.subjects import Subject

_DAY = "%a %Y-%m-%d"
_ABOUT = (
    "Practice spread over days stays better than the same practice in one go, so the sittings are "
    "as far apart as the days allow, nine at most. The weakest subject comes first, and each "
    "comes again. The ratings of your answers decide what is weak; plan again after new feedback."
)


def build_plan_report(interview: Interview, due: DueSitting | None) -> Report:
    """Build the report of a stored practice plan."""
    entries = tuple(
        f"{sitting.date:{_DAY}}: {described}" + (" (due)" if due and sitting == due.sitting else "")
        for sitting, described in zip(
            interview.practice_plan, describe_sittings(interview), strict=True
        )
    )
    blocks: list[Block] = [
        Bullets((*entries, f"{interview.interview_date:{_DAY}}: the interview")),
        Heading(2, "How it is made"),
        Prose(_ABOUT),
    ]
    return Report(
        kind="Practice plan",
        title=join_lines(interview.job_title),
        subtitle=join_lines(interview.company_name),
        facts=(),
        author="interview",
        language="en",
        moment=interview.last_updated,
        blocks=tuple(blocks),
    )


def describe_sittings(interview: Interview) -> list[str]:
    """Return what to practise in each sitting of a plan, and why where it comes first."""
    asked = find_asked(interview)
    known: set[str] = set()
    described = []
    for sitting in interview.practice_plan:
        described.append(_describe_sitting(sitting, asked, is_again=sitting.topic in known))
        known.add(sitting.topic)
    return described


def _describe_sitting(sitting: PlannedSitting, asked: frozenset[Subject], *, is_again: bool) -> str:
    subject = Subject(sitting.kind, sitting.topic)
    title = join_lines(subject.title)
    if sitting.score is None:
        reason = "asked about, not rated yet" if subject in asked else "not asked about yet"
    elif sitting.criterion is None:
        reason = f"{sitting.score} of 100"
    else:
        reason = f"{sitting.score} of 100, lowest on {sitting.criterion}"
    if sitting.practise == "interview":
        return f"a whole interview; watch: {title}" + ("" if is_again else f" ({reason})")
    return f"{title}, again" if is_again else f"{title} ({reason})"


def describe_due(due: DueSitting, today: date) -> str:
    """Return what is due, for which interview, and the command that begins it."""
    interview, sitting = due.interview, due.sitting
    left = ((interview.interview_date or today) - today).days
    when = {0: "today", 1: "tomorrow"}.get(left, f"in {left} days")
    since = "today" if sitting.date == today else f"since {sitting.date}"
    job = f"{join_lines(interview.job_title)}, {join_lines(interview.company_name)}"
    described = describe_sittings(interview)[interview.practice_plan.index(sitting)]
    step = NextStep(Action.PRACTISE_AGAIN, interview.session_id)
    return (
        f"Due {since}: {described}.\nThe day is {when}: {job}. To practise: {spell_command(step)}"
    )


def build_plan_payload(interview: Interview, due: DueSitting | None) -> dict[str, Any]:
    """Describe a stored practice plan as a JSON document."""
    return {
        "status": "ok",
        "session_id": interview.session_id,
        "interview_date": str(interview.interview_date),
        "practice_plan": [_describe(sitting) for sitting in interview.practice_plan],
        "due": _describe(due.sitting) if due else None,
    }


def _describe(sitting: PlannedSitting) -> dict[str, Any]:
    title = Subject(sitting.kind, sitting.topic).title
    return sitting.model_dump(mode="json") | {"title": title}
