"""`interview export`: the report as a file."""

from pathlib import Path
from typing import Annotated

import typer

from interview_cli.commands.options import Session, command, run_of, session_id
from interview_cli.commands.output import document, hint, result, result_bytes, stdout_is_terminal
from interview_cli.errors import UsageError
from interview_cli.models import Interview
from interview_cli.render.export import Format, format_of, rendered
from interview_cli.settings import Paper
from interview_cli.store import disk
from interview_cli.text import slug


@command
def export(
    ctx: typer.Context,
    session: Session = None,
    form: Annotated[
        Format | None, typer.Option("--format", help="Else the ending of -o tells; else pdf.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", readable=False, help="Where to; - is stdout."
        ),
    ] = None,
    paper: Annotated[
        Paper | None,
        typer.Option(
            help="Of a PDF; else as set up; else a4.", case_sensitive=False, show_default=False
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite an existing file.")] = False,
) -> None:
    """Write the report (before feedback: the transcript); prints the path."""
    run = run_of(ctx)
    to_stdout = str(output) == "-"
    chosen = format_of(form, None if to_stdout else output)
    if to_stdout and run.json:
        raise UsageError("-o - and --json both want stdout.", "leave one of them out")
    if to_stdout and chosen == "pdf" and stdout_is_terminal():
        raise UsageError("a PDF is nothing for a terminal.", "name a file, as in -o report.pdf")
    on = paper or run.settings.paper
    interview = run.store.load(session_id(run, session), Interview)
    if to_stdout:
        result_bytes(rendered(interview, chosen, on))
        return
    # Made anew: the name in a file written by hand may be a path.
    path = output or Path(f"{slug(interview.name)}.{chosen}")
    content = rendered(interview, chosen, on)
    disk.write_report(path, content, overwrite=force)
    if run.json:
        size = {"format": chosen, "bytes": len(content)}
        document(
            {
                "status": "ok",
                "session_id": interview.session_id,
                "path": str(path.absolute()),
                **size,
            }
        )
        return
    result(str(path))
    hint(f"{len(content):,} bytes")
