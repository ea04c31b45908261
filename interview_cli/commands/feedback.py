"""`interview feedback`: rate all answers."""

from typing import Annotated

import typer

from interview_cli.console.options import (
    SessionArgument,
    declare_command,
    find_run,
    resolve_session,
)
from interview_cli.console.output import print_hint, print_json, print_result
from interview_cli.console.progress import choose_listener
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.render.explain import explain_scores
from interview_cli.render.markdown import markdown_of
from interview_cli.render.report import report_of
from interview_cli.workflow import interview as workflow


@declare_command
def feedback(
    ctx: typer.Context,
    session: SessionArgument = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show the arithmetic of each score.")
    ] = False,
) -> None:
    """Rate the answers after the last one; print the feedback."""
    run = find_run(ctx)
    chosen = resolve_session(run, session)
    interview, given = workflow.give_feedback(
        run.store, run.coach, chosen, run.now, choose_listener(run)
    )
    if run.json:
        stored = given.model_dump(mode="json")
        print_json({"status": "ok", "session_id": interview.session_id, "feedback": stored})
        return
    kinds = [question.kind for question in interview.questions]
    print_result(explain_scores(given, kinds) if explain else markdown_of(report_of(interview)))
    print_hint(f"next: {spell_command(NextStep(Action.EXPORT, interview.session_id))}")
