"""`interview status`: list all sessions, or show the details of some."""

from typing import Annotated

import typer

from interview_cli.console.options import complete_session, declare_command, find_run
from interview_cli.console.output import (
    is_stdout_terminal,
    print_hint,
    print_json,
    print_note,
    print_result,
    warn_of_damaged,
)
from interview_cli.console.paging import print_listing
from interview_cli.limits import LISTING_ROWS
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.render.payload import build_listing_payload, build_status_payload
from interview_cli.render.table import format_details
from interview_cli.store.base import Listing
from interview_cli.workflow.stage import find_next_step


@declare_command
def status(
    ctx: typer.Context,
    sessions: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SESSION]...",
            help="Ids, their first or last characters, or the start of names (default: list all).",
            autocompletion=complete_session,
            show_default=False,
        ),
    ] = None,
    count: Annotated[
        int, typer.Option("-n", min=1, metavar="N", help="Number of sessions to list.")
    ] = LISTING_ROWS,
    everything: Annotated[bool, typer.Option("--all", help="List every session.")] = False,
) -> None:
    """List all sessions, or show where some of them stand."""
    run = find_run(ctx)
    now = run.now()
    hides_scores = run.settings.is_calm and is_stdout_terminal()
    if sessions and len(sessions) == 1:
        head = run.store.summary(run.store.find(sessions[0], now))
        if run.json:
            print_json(build_status_payload(head, now))
        else:
            print_result(format_details(head, now, hides_scores=hides_scores))
        return
    shared = Listing([], total=0, damaged=[])
    if sessions:
        heads = [run.store.summary(run.store.find(name, now)) for name in sessions]
        found = Listing(heads, total=len(heads), damaged=[])
    else:
        found = run.store.summaries(None if everything else count)
        shared = run.store.shared(None if everything else count)
    warn_of_damaged(found.damaged + shared.damaged)
    if run.json:
        print_json(build_listing_payload(found, now, shared))
    elif sessions:
        print_result(
            "\n\n".join(
                format_details(head, now, hides_scores=hides_scores) for head in found.summaries
            )
        )
    else:
        print_listing(run, found, now, hides_scores=hides_scores)
        if shared.total:
            print_note("shared with you, to be read:")
            print_listing(run, shared, now, hides_scores=hides_scores)
        heads = found.summaries
        create = NextStep(Action.CREATE_INTERVIEW)
        step = find_next_step(heads[0], now) if heads else create
        print_hint(f"next: {spell_command(step)}")
