"""`interview status`: list all sessions, or show the details of some."""

from typing import Annotated

import typer

from interview_cli.console.options import command, complete_session, run_of
from interview_cli.console.output import document, hint, result, warn_of_damaged
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.render.payload import listing_document, status_document
from interview_cli.render.table import details, listing
from interview_cli.settings import LISTING_ROWS
from interview_cli.store.base import Listing
from interview_cli.workflow.stage import find_next_step


@command
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
    run = run_of(ctx)
    now = run.now()
    if sessions and len(sessions) == 1:
        head = run.store.summary(run.store.find(sessions[0], now))
        if run.json:
            document(status_document(head, now))
        else:
            result(details(head, now))
        return
    if sessions:
        heads = [run.store.summary(run.store.find(name, now)) for name in sessions]
        found = Listing(heads, total=len(heads), damaged=[])
    else:
        found = run.store.summaries(None if everything else count)
    warn_of_damaged(found.damaged)
    if run.json:
        document(listing_document(found, now))
    elif sessions:
        result("\n\n".join(details(head, now) for head in found.summaries))
    else:
        result(listing(found, now))
        heads = found.summaries
        create = NextStep(Action.CREATE_INTERVIEW)
        step = find_next_step(heads[0], now) if heads else create
        hint(f"next: {spell_command(step)}")
