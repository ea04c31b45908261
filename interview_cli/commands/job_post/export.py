"""`interview job-post export`: write the post to a file."""

from typing import Annotated

import typer

from interview_cli.console.options import PostArgument, declare_command, find_run, resolve_session
from interview_cli.console.output import print_note
from interview_cli.console.reports import Force, Output, PaperSize, ReportTarget, deliver_report
from interview_cli.post_models import JobPost
from interview_cli.render.export import PostFormat, render_job_post
from interview_cli.render.job_posting import build_job_posting


@declare_command
def export(
    ctx: typer.Context,
    post: PostArgument = None,
    form: Annotated[
        PostFormat | None,
        typer.Option("--format", help="Format (default: by the ending of -o, else pdf)."),
    ] = None,
    output: Output = None,
    paper: PaperSize = None,
    force: Force = False,
) -> None:
    """Write the post to a file (jsonld: for job search engines)."""
    run = find_run(ctx)
    also = {".jsonld": "jsonld"}
    target = ReportTarget.choose(form, output, run, also=also, what="post", force=force)
    stored = run.store.load(resolve_session(run, post, "job_post"), JobPost)
    if target.format == "jsonld":
        _report_missing(stored)
    size = paper or run.settings.paper
    deliver_report(run, stored, target, lambda: render_job_post(stored, target.format, size))


def _report_missing(post: JobPost) -> None:
    _, required, recommended = build_job_posting(post)
    if required:
        print_note(f"warning: job search engines require {', '.join(required)}; not given yet")
    if recommended:
        print_note(f"note: job search engines recommend {', '.join(recommended)}; not given yet")
