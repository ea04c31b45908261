"""`interview job-post list`: list all job posts."""

import typer

from interview_cli.console.options import command, run_of
from interview_cli.console.output import document, result, warn_of_damaged
from interview_cli.render.payload import listing_document
from interview_cli.render.table import listing
from interview_cli.store.base import Listing


@command
def list(ctx: typer.Context) -> None:
    """List all job posts, newest first."""
    run = run_of(ctx)
    found = run.store.summaries()
    posts = [head for head in found.summaries if head.kind == "job_post"]
    shown = Listing(posts, total=len(posts), damaged=found.damaged)
    warn_of_damaged(found.damaged)
    if run.json:
        document(listing_document(shown, run.now()))
    else:
        result(listing(shown, run.now()))
