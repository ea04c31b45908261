"""`interview upload`: store the CV and the job description."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from interview_cli.console.document_inputs import (
    confirm_roles,
    is_stdin,
    parse_document,
    read_document,
)
from interview_cli.console.editing import can_edit, edit_document
from interview_cli.console.options import (
    JobPostOption,
    KeepHiddenOption,
    SessionArgument,
    declare_command,
    declare_file_option,
    find_run,
    resolve_own_session,
)
from interview_cli.console.output import print_hint, print_json, print_result
from interview_cli.context import Run
from interview_cli.documents.formats import MAIN_SUFFIXES
from interview_cli.errors import UsageError
from interview_cli.models import Interview
from interview_cli.render.commands import spell_command
from interview_cli.render.payload import build_upload_payload
from interview_cli.render.table import describe_document
from interview_cli.store.summary import summarize
from interview_cli.workflow import sessions
from interview_cli.workflow.documents import (
    DOCUMENT_NAMES,
    DocumentKind,
    load_post_document,
)
from interview_cli.workflow.stage import find_next_step


@declare_command
def upload(
    ctx: typer.Context,
    session: SessionArgument = None,
    cv: Annotated[
        Path | None,
        declare_file_option("FILE", f"CV ({' '.join(MAIN_SUFFIXES)}, - for stdin)."),
    ] = None,
    job: Annotated[
        Path | None,
        declare_file_option("FILE", "Job description, in the same formats."),
    ] = None,
    job_text: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Job description as text.")
    ] = None,
    job_post: JobPostOption = None,
    keep_hidden: KeepHiddenOption = False,
    # Hidden, because they cannot be changed; users try them here all the same.
    title: Annotated[str | None, typer.Option(hidden=True)] = None,
    company: Annotated[str | None, typer.Option(hidden=True)] = None,
) -> None:
    """Store the CV, the job description, or both."""
    run = find_run(ctx)
    if title is not None or company is not None:
        raise UsageError(
            "title and company of a session cannot be changed.",
            'interview new --from SESSION --title "…" --company "…"',
        )
    jobs = [source for source in (job, job_text, job_post) if source is not None]
    if cv is None and not jobs:
        raise UsageError("nothing to upload.", "give --cv FILE, --job FILE or --job-text TEXT")
    if len(jobs) > 1 or (is_stdin(cv) and is_stdin(job)):
        raise UsageError("a document is given twice.", "give each document once")
    chosen = None
    if "-" in (str(cv), str(job)) and can_edit():
        chosen = resolve_own_session(run, session)  # its drafts keep what is pasted
    new_cv = read_document(cv, "cv", keep_hidden, _editor(run, chosen, "cv"))
    new_job = read_document(job, "job", keep_hidden, _editor(run, chosen, "job"))
    if job_text is not None:
        new_job = parse_document(job_text, "--job-text", "job")
    if job_post is not None:
        post_id = run.store.find(job_post, run.now(), "job_post")
        _, new_job = load_post_document(run.store, post_id)
    chosen = chosen or resolve_own_session(run, session)
    confirm_roles(new_cv, new_job, run.store.load(chosen, Interview))
    interview = sessions.upload_documents(run.store, chosen, new_cv, new_job, run.now(), run.drafts)
    head = summarize(interview)
    given = {"cv": new_cv, "job": new_job}
    uploaded = {kind: stored for kind, stored in given.items() if stored}
    if run.json:
        print_json(build_upload_payload(head, run.now(), uploaded))
        return
    for kind, stored in uploaded.items():
        print_result(describe_document("CV" if kind == "cv" else "job description", stored))
    print_hint(f"next: {spell_command(find_next_step(head, run.now()))}")


def _editor(run: Run, chosen: str | None, kind: DocumentKind) -> Callable[[], str] | None:
    """Return what lets the user paste a document, or None where nobody can."""
    if chosen is None:
        return None
    return partial(edit_document, run, chosen, kind, DOCUMENT_NAMES[kind])
