"""`interview plan`: what to practise on which day until the real interview."""

from pathlib import Path
from typing import Annotated

import typer

from interview_cli.console.expiry import hint_at_expiry
from interview_cli.console.options import (
    SessionArgument,
    declare_command,
    declare_file_option,
    find_run,
    resolve_session,
)
from interview_cli.console.output import print_exactly, print_json
from interview_cli.console.paging import print_markdown
from interview_cli.console.reports import Force
from interview_cli.context import Run
from interview_cli.models import Interview
from interview_cli.render.calendar import render_calendar
from interview_cli.render.markdown import render_markdown
from interview_cli.render.practice_plan import build_plan_payload, build_plan_report
from interview_cli.store import disk
from interview_cli.store.summary import summarize
from interview_cli.workflow.practice_plan import (
    choose_due,
    parse_interview_date,
    require_plan,
    store_plan,
)


@declare_command
def plan(
    ctx: typer.Context,
    session: SessionArgument = None,
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="D", help="Day of the interview, as in 2026-12-10."),
    ] = None,
    ics: Annotated[
        Path | None, declare_file_option("FILE", "Also write the plan for a calendar.")
    ] = None,
    force: Force = False,
) -> None:
    """Plan what to practise on which day until the interview."""
    run = find_run(ctx)
    chosen = resolve_session(run, session)
    if ics:
        disk.require_usable(ics, overwrite=force)
    # Listed first: once the plan is stored, nothing but the output can fail.
    summaries = run.store.summaries().summaries
    interview = _load_plan(run, chosen, day)
    due = choose_due(interview, summaries, run.today())
    if ics:
        disk.write_report(ics, render_calendar(interview), overwrite=force)
    if run.json:
        file = {"ics": str(ics.absolute())} if ics else {}
        print_json(build_plan_payload(interview, due) | file)
    elif ics:
        print_exactly(str(ics))
    else:
        print_markdown(run, render_markdown(build_plan_report(interview, due)))
    hint_at_expiry(summarize(interview), run.now())


def _load_plan(run: Run, session_id: str, day: str | None) -> Interview:
    """Make the plan for a day, or load the stored one. Raises InvalidInput without either."""
    if day is not None:
        today = run.today()
        parsed = parse_interview_date(day, today)
        return store_plan(run.store, session_id, parsed, today, run.now())
    return require_plan(run.store.load(session_id, Interview))
