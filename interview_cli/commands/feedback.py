"""`interview feedback`: rate all answers."""

from typing import Annotated

import typer

from interview_cli.console.options import Session, command, run_of, session_id
from interview_cli.console.output import document, hint, result
from interview_cli.console.progress import watch
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.render.explain import arithmetic
from interview_cli.render.markdown import markdown_of
from interview_cli.render.report import report_of
from interview_cli.workflow import interview as workflow


@command
def feedback(
    ctx: typer.Context,
    session: Session = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show the arithmetic of each score.")
    ] = False,
) -> None:
    """Rate the answers after the last one; print the feedback."""
    run = run_of(ctx)
    chosen = session_id(run, session)
    interview, given = workflow.feedback(run.store, run.coach, chosen, run.now, watch(run))
    if run.json:
        stored = given.model_dump(mode="json")
        document({"status": "ok", "session_id": interview.session_id, "feedback": stored})
        return
    kinds = [question.kind for question in interview.questions]
    result(arithmetic(given, kinds) if explain else markdown_of(report_of(interview)))
    hint(f"next: {spell_command(NextStep(Action.EXPORT, interview.session_id))}")
