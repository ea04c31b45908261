"""`interview compare`: feedback side by side and over time."""

import typer

from interview_cli.console.options import (
    OptionalSessionsArgument,
    declare_command,
    find_run,
    resolve_sessions,
)
from interview_cli.console.output import print_json, warn_of_damaged
from interview_cli.console.paging import print_markdown
from interview_cli.console.reports import ExportOption, Force, PaperSize, export_report
from interview_cli.render.comparison import build_comparison_payload, build_comparison_report
from interview_cli.render.markdown import render_markdown
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
    file = export_report(run, report, export, paper, force=force) if export else {}
    if run.json:
        print_json(build_comparison_payload(comparison) | file)
    elif not export:
        print_markdown(run, render_markdown(report))
