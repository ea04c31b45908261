"""`interview keep`: exempt a session from expiry."""

from typing import Annotated

import typer

from interview_cli.console.options import Session, command, run_of, session_id
from interview_cli.console.output import document, hint
from interview_cli.render.payload import status_document
from interview_cli.store.summary import summarize
from interview_cli.workflow import sessions


@command
def keep(
    ctx: typer.Context,
    session: Session = None,
    undo: Annotated[bool, typer.Option("--undo", help="Let it expire again.")] = False,
) -> None:
    """Exempt a session from expiry, or bring it back."""
    run = run_of(ctx)
    chosen = session_id(run, session, kind=None)
    kept = sessions.keep(run.store, chosen, run.now(), undo=undo)
    if run.json:
        document(status_document(summarize(kept), run.now()))
    hint("this session can expire again" if undo else "kept: this session does not expire")
