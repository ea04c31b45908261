"""`interview job-post list`: list all job posts."""

import typer

from interview_cli.console.options import declare_command, find_run
from interview_cli.console.output import print_json, warn_of_damaged
from interview_cli.console.paging import print_listing
from interview_cli.render.payload import build_listing_payload
from interview_cli.store.base import Listing


@declare_command
def list(ctx: typer.Context) -> None:
    """List all job posts, newest first."""
    run = find_run(ctx)
    found = run.store.summaries()
    posts = [head for head in found.summaries if head.kind == "job_post"]
    shown = Listing(posts, total=len(posts), damaged=found.damaged)
    warn_of_damaged(found.damaged)
    now = run.now()
    if run.json:
        print_json(build_listing_payload(shown, now))
    else:
        print_listing(run, shown, now)
