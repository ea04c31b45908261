"""`interview ask`: print the open question, or the next one."""

import json
from typing import Annotated

import typer

from interview_cli.console.options import Session, command, run_of, session_id
from interview_cli.console.output import document, hint, note, result
from interview_cli.console.progress import watch
from interview_cli.context import Run
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.render.payload import request_document, turn_document
from interview_cli.workflow import interview as workflow


@command
def ask(
    ctx: typer.Context,
    session: Session = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what would be sent; send nothing.")
    ] = False,
) -> None:
    """Print the open question, or ask the next one."""
    run = run_of(ctx)
    chosen = session_id(run, session)
    if dry_run:
        _show_request(run, chosen)
        return
    interview = workflow.ask(run.store, run.coach, chosen, run.now, watch(run))
    if run.json:
        document(turn_document(interview))
        return
    hint(f"question {len(interview.questions)} of {interview.max_questions}:")
    result(interview.questions[-1].content)
    hint(f"next: {spell_command(NextStep(Action.ANSWER, interview.session_id))}")


def _show_request(run: Run, chosen: str) -> None:
    interview, request = workflow.next_request(run.store, run.coach, chosen, run.now(), watch(run))
    if run.json:
        document(request_document(interview, request))
    elif request:
        result(json.dumps(request.body, ensure_ascii=False, indent=2))
        note(f"nothing was sent; this would go to {request.url}")
    elif interview.open_question:
        note("nothing would be sent: a question is open")
    else:
        note("nothing would be sent: the offline coach works on this machine")
