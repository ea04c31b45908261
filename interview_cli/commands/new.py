"""`interview new`: open a session for one application."""

from pathlib import Path
from typing import Annotated

import typer

from interview_cli.console.expiry import hint_at_expiry
from interview_cli.console.inputs import load_job_post, read_document
from interview_cli.console.options import (
    JobPostOption,
    KeepHiddenOption,
    complete_session,
    declare_command,
    declare_file_option,
    find_run,
)
from interview_cli.console.output import print_hint, print_json, print_result
from interview_cli.errors import UsageError
from interview_cli.models import Interview
from interview_cli.render.commands import spell_command
from interview_cli.render.payload import build_status_payload
from interview_cli.settings import DEFAULT_QUESTIONS, MAX_QUESTIONS
from interview_cli.store.summary import summarize
from interview_cli.vocabulary import Focus, Level
from interview_cli.workflow import sessions
from interview_cli.workflow.stage import find_next_step


@declare_command
def new(
    ctx: typer.Context,
    title: Annotated[str | None, typer.Option(help="Job title.")] = None,
    company: Annotated[str | None, typer.Option(help="Employer.")] = None,
    questions: Annotated[
        int,
        typer.Option(
            min=1, max=MAX_QUESTIONS, metavar="N", help="Number of questions.", show_default=True
        ),
    ] = DEFAULT_QUESTIONS,
    focus: Annotated[Focus, typer.Option(help="Focus of the questions.")] = "mixed",
    level: Annotated[
        Level | None, typer.Option(help="Seniority (default: from title and description).")
    ] = None,
    language: Annotated[str, typer.Option(metavar="L", help="Language, such as en or de.")] = "en",
    ttl: Annotated[
        str | None, typer.Option(metavar="T", help="Time to live: 90m, 24h, 7d or never.")
    ] = None,
    cv: Annotated[Path | None, declare_file_option("FILE", "Your CV.")] = None,
    job: Annotated[Path | None, declare_file_option("FILE", "The job description.")] = None,
    job_post: JobPostOption = None,
    keep_hidden: KeepHiddenOption = False,
    from_session: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="SESSION",
            help="Copy documents, title and company from a session.",
            autocompletion=complete_session,
        ),
    ] = None,
) -> None:
    """Open a session for one application; print its id."""
    run = find_run(ctx)
    if str(cv) == str(job) == "-":
        raise UsageError(
            "CV and job description cannot both come from stdin.", "name a file for one of them"
        )
    if job is not None and job_post is not None:
        raise UsageError("the job description is given twice.", "give --job or --job-post")
    now = run.now()
    from_post = load_job_post(run, job_post)
    if from_post:
        title = from_post[0].job_title or None if title is None else title
        company = from_post[0].company_name if company is None else company
    time_to_live = run.settings.ttl if ttl is None else ttl
    outline = sessions.NewInterview(title, company, questions, focus, level, language, time_to_live)
    interview = sessions.build_interview(
        outline,
        now,
        cv=read_document(cv, "the CV", keep_hidden),
        job=from_post[1] if from_post else read_document(job, "the job description", keep_hidden),
        source=run.store.load(run.store.find(from_session, now, "interview"), Interview)
        if from_session
        else None,
    )
    run.store.create(interview)
    if run.settings.auto_gc:
        sessions.collect_expired(run.store, now)
    head = summarize(interview)
    if run.json:
        print_json(build_status_payload(head, now))
    else:
        print_result(interview.session_id)
        hint_at_expiry(head, now)
        print_hint(f"next: {spell_command(find_next_step(head, now))}")
