"""Debrief → a report and a JSON document."""

from typing import Any

from interview_cli.models import Interview
from interview_cli.progress import AskedQuestion
from interview_cli.render.blocks import (
    Block,
    Bullets,
    Heading,
    Prose,
    Report,
    SpokenBlock,
    join_lines,
)
from interview_cli.render.rates import describe_rate, describe_rate_as_data
from interview_cli.text import join_list
from interview_cli.vocabulary import Outcome
from interview_cli.workflow.debrief import list_unforeseen, measure_foresight

OUTCOMES: dict[Outcome, str] = {
    "waiting": "no answer yet",
    "next_round": "next round",
    "offer": "offer",
    "rejected": "rejected",
    "withdrawn": "withdrawn",
}
"""How an interview ended, in words."""


def build_debrief_report(interview: Interview) -> Report:
    """Build the report of a session's debrief."""
    debrief = interview.debrief
    blocks: list[Block] = []
    if debrief and debrief.questions:
        blocks += [
            Heading(2, "What was asked"),
            Bullets(tuple(map(_describe_question, debrief.questions))),
            *_describe_foresight(interview),
        ]
    if debrief and debrief.went:
        blocks.append(SpokenBlock("How it went", debrief.went))
    outcome = debrief.outcome if debrief else None
    return Report(
        kind="The real interview",
        title=join_lines(interview.job_title),
        subtitle=join_lines(interview.company_name),
        facts=(f"Outcome: {OUTCOMES[outcome] if outcome else 'not noted'}",),
        author="interview",
        language="en",
        moment=interview.last_updated,
        blocks=tuple(blocks),
    )


def _describe_question(question: AskedQuestion) -> str:
    numbers = join_list(list(map(str, question.foreseen_by)))
    practised = f"practised in question {numbers}" if numbers else "not practised"
    return f"{join_lines(question.content)} ({practised})"


def _describe_foresight(interview: Interview) -> list[Block]:
    foresight = measure_foresight(interview)
    lines = [
        f"Practised before: {describe_rate(foresight.recall)} of the questions that were asked.",
        f"Asked later: {describe_rate(foresight.precision)} of the questions that were practised.",
    ]
    unforeseen = len(list_unforeseen(interview))
    if unforeseen:
        others = "other one" if unforeseen == 1 else f"other {unforeseen}"
        lines.append(f"The next session on these documents asks the {others}.")
    return [Prose("\n\n".join(lines))]


def build_debrief_payload(interview: Interview) -> dict[str, Any]:
    """Describe a session's debrief as a JSON document."""
    foresight = measure_foresight(interview)
    debrief = interview.debrief
    return {
        "status": "ok",
        "session_id": interview.session_id,
        "debrief": debrief.model_dump(mode="json") if debrief else None,
        "recall": describe_rate_as_data(foresight.recall),
        "precision": describe_rate_as_data(foresight.precision),
        "unforeseen": [slot.question for slot in list_unforeseen(interview)],
    }
