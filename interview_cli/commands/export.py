"""`interview export`: write the report to a file."""

from typing import Annotated

import typer

from interview_cli.console.options import Session, command, run_of, session_id
from interview_cli.console.reports import Force, Output, PaperSize, Target, deliver
from interview_cli.models import Interview
from interview_cli.render.export import Format, rendered


@command
def export(
    ctx: typer.Context,
    session: Session = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="Format (default: by the ending of -o, else pdf)."),
    ] = None,
    output: Output = None,
    paper: PaperSize = None,
    force: Force = False,
) -> None:
    """Write the report to a file, and print its path."""
    run = run_of(ctx)
    target = Target.of(form, output, run, force=force)
    interview = run.store.load(session_id(run, session), Interview)
    size = paper or run.settings.paper
    deliver(run, interview, target, lambda: rendered(interview, target.form, size))
