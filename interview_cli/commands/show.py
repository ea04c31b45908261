"""`interview show`: the conversation, or a stored document."""

import json
from typing import Annotated

import typer

from interview_cli.commands.options import Session, command, run_of, session_id
from interview_cli.commands.output import document, result
from interview_cli.errors import NotFound, UsageError
from interview_cli.models import Interview
from interview_cli.render.markdown import markdown_of
from interview_cli.render.report import transcript_of
from interview_cli.store.ids import short_id


@command
def show(
    ctx: typer.Context,
    session: Session = None,
    cv: Annotated[bool, typer.Option("--cv", help="The stored CV.")] = False,
    job: Annotated[bool, typer.Option("--job", help="The stored job description.")] = False,
) -> None:
    """Print the conversation with its times, or a stored document."""
    run = run_of(ctx)
    if cv and job:
        raise UsageError("--cv and --job do not go together.", "give one of them")
    interview = run.store.load(session_id(run, session), Interview)
    if run.json:
        document({"status": "ok", "session": json.loads(interview.to_json())})
    elif cv or job:
        text = interview.cv_text if cv else interview.job_description_text
        if text is None:
            raise NotFound(
                f"this session has no {'CV' if cv else 'job description'} yet.",
                f"interview upload {short_id(interview.session_id)} --{'cv' if cv else 'job'} FILE",
            )
        result(text)
    else:
        result(markdown_of(transcript_of(interview)))
