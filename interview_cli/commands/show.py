"""`interview show`: the conversation, or a stored document."""

import json
from typing import Annotated

import typer

from interview_cli.console.options import Session, command, run_of, session_id
from interview_cli.console.output import document, result
from interview_cli.errors import NotFound, UsageError
from interview_cli.models import Interview
from interview_cli.render.markdown import markdown_of
from interview_cli.render.payload import map_document
from interview_cli.render.report import map_page, transcript_of
from interview_cli.store.ids import short_id


@command
def show(
    ctx: typer.Context,
    session: Session = None,
    cv: Annotated[bool, typer.Option("--cv", help="The stored CV.")] = False,
    job: Annotated[bool, typer.Option("--job", help="The stored job description.")] = False,
    map_: Annotated[
        bool, typer.Option("--map", help="What the job asks for, and where CV and answers show it.")
    ] = False,
) -> None:
    """Print the conversation with its times, a stored document, or the map of the requirements."""
    run = run_of(ctx)
    if cv + job + map_ > 1:
        raise UsageError("--cv, --job and --map do not go together.", "give one of them")
    interview = run.store.load(session_id(run, session), Interview)
    if run.json and map_:
        document(map_document(interview))
    elif run.json:
        document({"status": "ok", "session": json.loads(interview.to_json())})
    elif map_:
        _refuse_without(interview, "job description", "job", interview.job_description_text)
        result(markdown_of(map_page(interview)))
    elif cv or job:
        what, option = ("CV", "cv") if cv else ("job description", "job")
        text = interview.cv_text if cv else interview.job_description_text
        result(_refuse_without(interview, what, option, text))
    else:
        result(markdown_of(transcript_of(interview)))


def _refuse_without(interview: Interview, what: str, option: str, text: str | None) -> str:
    """The text, if there is one. Raises NotFound."""
    if text is None:
        raise NotFound(
            f"this session has no {what} yet.",
            f"interview upload {short_id(interview.session_id)} --{option} FILE",
        )
    return text
