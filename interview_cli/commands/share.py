"""`interview share`: let a user of the page read a session, and see who may."""

from typing import Annotated

import typer

from interview_cli.console.options import complete_session, declare_command, find_run
from interview_cli.console.output import print_exactly, print_hint, print_json
from interview_cli.errors import InvalidInput, NotFound
from interview_cli.settings import find_setting
from interview_cli.store.ids import short_id
from interview_cli.workflow.session_turn import require_own


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
    require_own(run.store, chosen)
    reader: str | None = None
    if with_ is not None:
        reader = find_setting("owner").parse(with_, "--with")
    if stop:
        if not shares.remove(chosen, reader) and reader:
            raise NotFound(f"session {short_id(chosen)} is not shared with {reader}.")
    elif reader == run.settings.owner:
        raise InvalidInput(f"the session is one of {reader}'s own.", "name another user")
    elif reader:
        shares.add(chosen, reader)
    readers = shares.list_readers(chosen)
    if run.json:
        print_json({"status": "ok", "session_id": chosen, "shared_with": readers})
    elif readers:
        print_exactly("\n".join(readers))
    else:
        print_hint(f"session {short_id(chosen)} is shared with nobody")
