"""`interview compare`: feedback side by side and over time."""

from functools import partial

import typer

from interview_cli.console.options import (
    OptionalSessionsArgument,
    declare_command,
    find_run,
    resolve_sessions,
)
from interview_cli.console.output import warn_of_damaged
from interview_cli.console.reports import ExportOption, Force, PaperSize, deliver_overview
from interview_cli.render.comparison import build_comparison_report
from interview_cli.render.comparison_payload import build_comparison_payload
from interview_cli.workflow.compare import load_comparison


@declare_command
def compare(
    ctx: typer.Context,
    sessions: OptionalSessionsArgument = None,
    export: ExportOption = None,
    paper: PaperSize = None,
    force: Force = False,
) -> None:
    """Compare interviews with feedback: scores, what recurs, what improved, what to practise."""
    run = find_run(ctx)
    comparison, damaged = load_comparison(run.store, resolve_sessions(run, sessions))
    warn_of_damaged(damaged)
    report = build_comparison_report(comparison)
    payload = partial(build_comparison_payload, comparison)
    deliver_overview(run, report, payload, export, paper, force=force)
