"""`interview job-post say`: take one turn."""

from typing import Annotated

import typer

from interview_cli.console.inputs import read_message
from interview_cli.console.options import (
    complete_session,
    declare_command,
    find_run,
    resolve_own_session,
)
from interview_cli.console.output import print_hint, print_json, print_result
from interview_cli.console.progress import choose_listener
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.render.job_post import build_post_payload
from interview_cli.workflow import job_post as workflow


@declare_command
def say(
    ctx: typer.Context,
    message: Annotated[
        str | None,
        typer.Argument(
            metavar="[MESSAGE]", help="What to say (default, or -: stdin).", show_default=False
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
    run = find_run(ctx)
    text = workflow.clean_message(read_message(message))
    chosen = resolve_own_session(run, post, "job_post")
    changed = workflow.say(run.store, run.coach, chosen, text, run.now, choose_listener(run))
    if run.json:
        print_json(build_post_payload(changed))
    else:
        print_result(changed.messages[-1].content)
    if changed.is_complete:
        print_hint(f"next: {spell_command(NextStep(Action.EXPORT_JOB_POST, chosen))}")
