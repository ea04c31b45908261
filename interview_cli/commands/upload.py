"""`interview upload`: store the CV and the job description."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from interview_cli.console.editing import can_edit, edit_document
from interview_cli.console.inputs import document_from, document_of, document_of_post
from interview_cli.console.options import (
    FromPost,
    KeepHidden,
    Session,
    command,
    file_option,
    run_of,
    session_id,
)
from interview_cli.console.output import document, hint, result
from interview_cli.context import Run
from interview_cli.documents.formats import MAIN_SUFFIXES
from interview_cli.errors import UsageError
from interview_cli.render.commands import spell_command
from interview_cli.render.payload import upload_document
from interview_cli.render.table import understood
from interview_cli.store.summary import summarize
from interview_cli.workflow import sessions
from interview_cli.workflow.stage import find_next_step


@command
def upload(
    ctx: typer.Context,
    session: Session = None,
    cv: Annotated[
        Path | None,
        file_option("FILE", f"CV ({' '.join(MAIN_SUFFIXES)}, - for stdin)."),
    ] = None,
    job: Annotated[
        Path | None,
        file_option("FILE", "Job description, in the same formats."),
    ] = None,
    job_text: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Job description as text.")
    ] = None,
    job_post: FromPost = None,
    keep_hidden: KeepHidden = False,
    # Hidden, because they cannot be changed; users try them here all the same.
    title: Annotated[str | None, typer.Option(hidden=True)] = None,
    company: Annotated[str | None, typer.Option(hidden=True)] = None,
) -> None:
    """Store the CV, the job description, or both."""
    run = run_of(ctx)
    if title is not None or company is not None:
        raise UsageError(
            "title and company of a session cannot be changed.",
            'interview new --from SESSION --title "…" --company "…"',
        )
    jobs = [source for source in (job, job_text, job_post) if source is not None]
    if cv is None and not jobs:
        raise UsageError("nothing to upload.", "give --cv FILE, --job FILE or --job-text TEXT")
    if len(jobs) > 1 or str(cv) == str(job) == "-":
        raise UsageError("a document is given twice.", "give each document once")
    chosen = None
    if "-" in (str(cv), str(job)) and can_edit():
        chosen = session_id(run, session)  # its drafts keep what is pasted
    new_cv = document_from(cv, "the CV", keep_hidden, _editor(run, chosen, "cv"))
    new_job = document_from(job, "the job description", keep_hidden, _editor(run, chosen, "job"))
    if job_text is not None:
        new_job = document_of(job_text, "--job-text", "the job description")
    if from_post := document_of_post(run, job_post):
        new_job = from_post[1]
    chosen = chosen or session_id(run, session)
    interview = sessions.upload(run.store, chosen, new_cv, new_job, run.now())
    head = summarize(interview)
    given = {"cv": new_cv, "job": new_job}
    uploaded = {kind: stored for kind, stored in given.items() if stored}
    for kind in uploaded:
        run.drafts.remove(chosen, kind)
    if run.json:
        document(upload_document(head, run.now(), uploaded))
        return
    for kind, stored in uploaded.items():
        result(understood("CV" if kind == "cv" else "job description", stored))
    hint(f"next: {spell_command(find_next_step(head, run.now()))}")


def _editor(run: Run, chosen: str | None, kind: str) -> Callable[[], str] | None:
    """Return what lets the user paste a document, or None where nobody can."""
    if chosen is None:
        return None
    return partial(edit_document, run, chosen, kind, _WHAT[kind])


_WHAT = {"cv": "the CV", "job": "the job description"}
