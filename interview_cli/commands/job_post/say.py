"""`interview job-post say`: take one turn."""

from typing import Annotated

import typer

from interview_cli.console.inputs import message_from
from interview_cli.console.options import command, complete_session, run_of, session_id
from interview_cli.console.output import document, hint, result
from interview_cli.console.progress import watch
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.render.job_post import post_document
from interview_cli.workflow import job_post as workflow


@command
def say(
    ctx: typer.Context,
    message: Annotated[
        str | None,
        typer.Argument(
            metavar="[MESSAGE]", help="What to say (default: stdin).", show_default=False
        ),
    ] = None,
    post: Annotated[
        str | None,
        typer.Option(
            "--post",
            metavar="POST",
            help="The post (default: the latest).",
            autocompletion=complete_session,
        ),
    ] = None,
) -> None:
    """Say what the job is or what to change; print the reply."""
    run = run_of(ctx)
    text = workflow.message_said(message_from(message))
    chosen = session_id(run, post, "job_post")
    changed = workflow.say(run.store, run.coach, chosen, text, run.now, watch(run))
    if run.json:
        document(post_document(changed))
    else:
        result(changed.messages[-1].content)
    if changed.is_complete:
        hint(f"next: {spell_command(NextStep(Action.EXPORT_JOB_POST, chosen))}")
