"""`interview ask`: print the open question, or the next one."""

import json
from typing import Annotated

import typer

from interview_cli.console.options import (
    SessionArgument,
    declare_asking_command,
    find_run,
    resolve_session,
)
from interview_cli.console.output import (
    print_exactly,
    print_hint,
    print_json,
    print_note,
    print_result,
)
from interview_cli.console.progress import choose_listener
from interview_cli.context import Run
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.render.payload import build_request_payload, build_turn_payload
from interview_cli.render.sitting import describe_number
from interview_cli.workflow import interview as workflow


@declare_asking_command
def ask(
    ctx: typer.Context,
    session: SessionArgument = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what would be sent; send nothing.")
    ] = False,
) -> None:
    """Print the open question, or ask the next one."""
    run = find_run(ctx)
    chosen = resolve_session(run, session)
    if dry_run:
        _show_request(run, chosen)
        return
    interview = workflow.ask_question(run.store, run.coach, chosen, run.now, choose_listener(run))
    if run.json:
        print_json(build_turn_payload(interview))
        return
    number = len(interview.questions)
    print_hint(f"{describe_number(interview, number, uses_model=run.has_model_coach)}:")
    print_result(interview.questions[-1].content)
    print_hint(f"next: {spell_command(NextStep(Action.ANSWER, interview.session_id))}")


def _show_request(run: Run, chosen: str) -> None:
    interview, request = workflow.preview_request(
        run.store, run.coach, chosen, run.now(), choose_listener(run)
    )
    if run.json:
        print_json(build_request_payload(interview, request))
    elif request:
        print_exactly(json.dumps(request.body, ensure_ascii=False, indent=2))
        print_note(f"nothing was sent; it would go to {request.url}")
    elif interview.open_question:
        print_note("nothing would be sent: a question is open")
    else:
        print_note("nothing would be sent: the offline coach works on this machine")
