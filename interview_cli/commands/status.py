"""`interview status`: list all sessions, or show the details of some."""

from typing import Annotated

import typer

from interview_cli.console.options import complete_session, declare_command, find_run
from interview_cli.console.output import print_hint, print_json, print_result, warn_of_damaged
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.render.payload import build_listing, build_status
from interview_cli.render.table import details, listing
from interview_cli.settings import LISTING_ROWS
from interview_cli.store.base import Listing
from interview_cli.workflow.stage import find_next_step


@declare_command
def status(
    ctx: typer.Context,
    sessions: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SESSION]...", autocompletion=complete_session, show_default=False),
    ] = None,
    count: Annotated[
        int, typer.Option("-n", min=1, metavar="N", help="Number of sessions to list.")
    ] = LISTING_ROWS,
    everything: Annotated[bool, typer.Option("--all", help="List every session.")] = False,
) -> None:
    """List all sessions, or show where some of them stand."""
    run = find_run(ctx)
    now = run.now()
    if sessions and len(sessions) == 1:
        head = run.store.summary(run.store.find(sessions[0], now))
        if run.json:
            print_json(build_status(head, now))
        else:
            print_result(details(head, now))
        return
    if sessions:
        heads = [run.store.summary(run.store.find(name, now)) for name in sessions]
        found = Listing(heads, total=len(heads), damaged=[])
    else:
        found = run.store.summaries(None if everything else count)
    warn_of_damaged(found.damaged)
    if run.json:
        print_json(build_listing(found, now))
    elif sessions:
        print_result("\n\n".join(details(head, now) for head in found.summaries))
    else:
        print_result(listing(found, now))
        heads = found.summaries
        create = NextStep(Action.CREATE_INTERVIEW)
        step = find_next_step(heads[0], now) if heads else create
        print_hint(f"next: {spell_command(step)}")
