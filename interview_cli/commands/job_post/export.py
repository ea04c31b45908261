"""`interview job-post export`: write the post to a file."""

from typing import Annotated

import typer

from interview_cli.console.options import Post, command, run_of, session_id
from interview_cli.console.output import note
from interview_cli.console.reports import Force, Output, PaperSize, Target, deliver
from interview_cli.models import JobPost
from interview_cli.render.export import PostFormat, post_rendered
from interview_cli.render.job_post import posting


@command
def export(
    ctx: typer.Context,
    post: Post = None,
    form: Annotated[
        PostFormat | None,
        typer.Option("--format", help="Format (default: by the ending of -o, else pdf)."),
    ] = None,
    output: Output = None,
    paper: PaperSize = None,
    force: Force = False,
) -> None:
    """Write the post to a file (jsonld: for job search engines)."""
    run = run_of(ctx)
    target = Target.of(form, output, run, also={".jsonld": "jsonld"}, force=force)
    stored = run.store.load(session_id(run, post, "job_post"), JobPost)
    if target.form == "jsonld":
        _report_missing(stored)
    size = paper or run.settings.paper
    deliver(run, stored, target, lambda: post_rendered(stored, target.form, size))


def _report_missing(post: JobPost) -> None:
    _, required, recommended = posting(post)
    if required:
        note(f"warning: job search engines require {', '.join(required)}; not given yet")
    if recommended:
        note(f"note: job search engines recommend {', '.join(recommended)}; not given yet")
