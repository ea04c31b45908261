"""`interview doctor`: check settings, home, files and model."""

from typing import Annotated

import typer

from interview_cli.console.health import check_run
from interview_cli.console.options import declare_command, find_run
from interview_cli.console.output import print_json, print_result
from interview_cli.render.health import build_health_payload, format_findings
from interview_cli.store.health import find_worst


@declare_command
def doctor(
    ctx: typer.Context,
    yes: Annotated[
        bool,
        typer.Option("--yes", help="Send the model a request of one token without asking."),
    ] = False,
) -> None:
    """Check settings, home, files and model, and say what to do."""
    run = find_run(ctx)
    findings = check_run(run, is_sure=yes)
    if run.json:
        print_json(build_health_payload(findings))
    else:
        print_result(format_findings(findings))
    worst = find_worst(findings)
    if worst is not None:
        raise typer.Exit(worst.exit_code)
