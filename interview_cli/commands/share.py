"""`interview share`: let a user of the page read a session, and see who may."""

from typing import Annotated

import typer

from interview_cli.console.options import complete_session, declare_command, find_run
from interview_cli.console.output import print_exactly, print_hint, print_json
from interview_cli.store.ids import short_id
from interview_cli.workflow.sharing import list_readers, share_session, stop_sharing


@declare_command
def share(
    ctx: typer.Context,
    session: Annotated[
        str,
        typer.Argument(
            metavar="SESSION",
            help="An id, its first or last characters, the start of a name, or latest.",
            autocompletion=complete_session,
            show_default=False,
        ),
    ],
    with_: Annotated[
        str | None, typer.Option("--with", metavar="NAME", help="The user who may read it.")
    ] = None,
    stop: Annotated[
        bool, typer.Option("--stop", help="End the share with NAME, or with everybody.")
    ] = False,
) -> None:
    """Let another user read a session, or print who may (in a database)."""
    run = find_run(ctx)
    shares = run.open_shares()
    chosen = run.store.find(session, run.now())
    if stop:
        stop_sharing(run.store, shares, chosen, with_)
    elif with_ is not None:
        share_session(run.store, shares, chosen, run.owner, with_)
    readers = list_readers(run.store, shares, chosen)
    if run.json:
        print_json({"status": "ok", "session_id": chosen, "shared_with": readers})
    elif readers:
        print_exactly("\n".join(readers))
    else:
        print_hint(f"session {short_id(chosen)} is shared with nobody")
