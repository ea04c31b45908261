"""`interview keep`: exempt a session from expiry."""

from typing import Annotated

import typer

from interview_cli.console.options import (
    SessionArgument,
    declare_command,
    find_run,
    resolve_session,
)
from interview_cli.console.output import print_hint, print_json
from interview_cli.render.payload import build_status_payload
from interview_cli.store.summary import summarize
from interview_cli.workflow import sessions


@declare_command
def keep(
    ctx: typer.Context,
    session: SessionArgument = None,
    undo: Annotated[bool, typer.Option("--undo", help="Let it expire again.")] = False,
) -> None:
    """Keep a session from expiring, or bring back an expired one."""
    run = find_run(ctx)
    chosen = resolve_session(run, session, kind=None)
    kept = sessions.keep_session(run.store, chosen, run.now(), undo=undo)
    if run.json:
        print_json(build_status_payload(summarize(kept), run.now()))
    print_hint("this session can expire again" if undo else "kept: this session does not expire")
