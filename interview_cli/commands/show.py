"""`interview show`: print the conversation, a document, or the map of requirements."""

import json
from typing import Annotated, Literal

import typer

from interview_cli.console.options import (
    SessionArgument,
    declare_command,
    find_run,
    resolve_session,
)
from interview_cli.console.output import print_json
from interview_cli.console.paging import print_markdown, print_paged
from interview_cli.errors import Conflict, UsageError
from interview_cli.models import Interview
from interview_cli.next_step import Action, NextStep
from interview_cli.render.markdown import render_markdown
from interview_cli.render.payload import build_map_payload
from interview_cli.render.report import build_map_report, build_transcript


@declare_command
def show(
    ctx: typer.Context,
    session: SessionArgument = None,
    cv: Annotated[bool, typer.Option("--cv", help="Print the stored CV.")] = False,
    job: Annotated[bool, typer.Option("--job", help="Print the stored job description.")] = False,
    map_: Annotated[
        bool, typer.Option("--map", help="Print the requirements and where you show them.")
    ] = False,
) -> None:
    """Print the conversation, or a stored document."""
    run = find_run(ctx)
    if cv + job + map_ > 1:
        raise UsageError("--cv, --job and --map cannot be combined.", "give one of them")
    interview = run.store.load(resolve_session(run, session), Interview)
    if run.json and map_:
        print_json(build_map_payload(interview))
    elif run.json:
        print_json({"status": "ok", "session": json.loads(interview.to_json())})
    elif map_:
        _require_text(interview, "job description", "job", interview.job_description_text)
        print_markdown(run, render_markdown(build_map_report(interview)))
    elif cv or job:
        text = (
            _require_text(interview, "CV", "cv", interview.cv_text)
            if cv
            else _require_text(interview, "job description", "job", interview.job_description_text)
        )
        print_paged(run, text)
    else:
        print_markdown(run, render_markdown(build_transcript(interview)))


def _require_text(
    interview: Interview, what: str, document: Literal["cv", "job"], text: str | None
) -> str:
    """Return the text. Raises Conflict if it is missing."""
    if text is None:
        raise Conflict(
            f"this session has no {what} yet.",
            NextStep(Action.UPLOAD, interview.session_id, missing=(document,)),
        )
    return text
