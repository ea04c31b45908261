"""`interview stories`: the answers that told a real case."""

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
from interview_cli.render.stories import build_story_payload, build_story_report
from interview_cli.workflow.stories import load_stories


@declare_command
def stories(
    ctx: typer.Context,
    sessions: OptionalSessionsArgument = None,
    export: ExportOption = None,
    paper: PaperSize = None,
    force: Force = False,
) -> None:
    """Collect the stories you told, and name what has none yet."""
    run = find_run(ctx)
    bank, damaged = load_stories(run.store, resolve_sessions(run, sessions))
    warn_of_damaged(damaged)
    report = build_story_report(bank)
    payload = partial(build_story_payload, bank)
    deliver_overview(run, report, payload, export, paper, force=force)
