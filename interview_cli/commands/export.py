"""`interview export`: write the report to a file."""

from typing import Annotated

import typer

from interview_cli.console.options import (
    SessionArgument,
    declare_command,
    find_run,
    resolve_session,
)
from interview_cli.console.reports import Force, Output, PaperSize, ReportTarget, deliver_report
from interview_cli.models import Interview
from interview_cli.render.export import Format, render_interview


@declare_command
def export(
    ctx: typer.Context,
    session: SessionArgument = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="Format (default: by the ending of -o, else pdf)."),
    ] = None,
    output: Output = None,
    paper: PaperSize = None,
    force: Force = False,
) -> None:
    """Write the report to a file, and print its path."""
    run = find_run(ctx)
    target = ReportTarget.choose(form, output, run, force=force)
    interview = run.store.load(resolve_session(run, session), Interview)
    size = paper or run.settings.paper
    deliver_report(run, interview, target, lambda: render_interview(interview, target.format, size))
