"""`interview job-post new`: open a job post."""

from typing import Annotated

import typer

from interview_cli.console.expiry import hint_at_expiry
from interview_cli.console.inputs import read_message
from interview_cli.console.options import declare_command, find_run
from interview_cli.console.output import print_hint, print_json, print_note, print_result
from interview_cli.console.progress import choose_listener
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.render.job_post import build_post_payload
from interview_cli.store.summary import summarize
from interview_cli.workflow import job_post as workflow
from interview_cli.workflow.sessions import collect_expired


@declare_command
def new(
    ctx: typer.Context,
    company: Annotated[str, typer.Option("--company", metavar="C", help="Employer.")],
    message: Annotated[
        str | None,
        typer.Argument(
            metavar="[MESSAGE]",
            help="First message: what the job is (-: stdin).",
            show_default=False,
        ),
    ] = None,
    company_id: Annotated[
        str | None, typer.Option(metavar="ID", help="Your id for the company (default: a new one).")
    ] = None,
    ttl: Annotated[
        str | None,
        typer.Option(
            metavar="T", help="Expire so long after the last change: 90m, 24h, 7d or never."
        ),
    ] = None,
) -> None:
    """Open a job post; print its id."""
    run = find_run(ctx)
    first = None if message is None else workflow.clean_message(read_message(message))
    time_to_live = run.settings.ttl if ttl is None else ttl
    wanted = workflow.NewPost(company, company_id, time_to_live)
    post = workflow.open_post(run.store, wanted, run.now())
    if run.settings.auto_gc:
        collect_expired(run.store, run.drafts, run.now())
    if not run.json:
        print_result(post.session_id)
    if first is not None:
        post = workflow.say(
            run.store, run.coach, post.session_id, first, run.now, choose_listener(run)
        )
    if run.json:
        print_json(build_post_payload(post))
    elif first is not None:
        print_note(post.messages[-1].content)
    hint_at_expiry(summarize(post), run.now())
    print_hint(f"next: {spell_command(NextStep(Action.SAY, post.session_id))}")
