"""`interview new`: open a session for one application."""

import typer

from interview_cli.console.creation import (
    CompanyOption,
    CvOption,
    FocusOption,
    InterviewOptions,
    JobOption,
    LanguageOption,
    LevelOption,
    QuestionsOption,
    RoundOption,
    SourceOption,
    TitleOption,
    TtlOption,
    open_interview,
)
from interview_cli.console.expiry import hint_at_expiry
from interview_cli.console.options import (
    JobPostOption,
    KeepHiddenOption,
    declare_command,
    find_run,
)
from interview_cli.console.output import print_hint, print_json, print_result
from interview_cli.limits import DEFAULT_QUESTIONS
from interview_cli.render.commands import spell_command
from interview_cli.render.payload import build_status_payload
from interview_cli.store.summary import summarize
from interview_cli.workflow.stage import find_next_step


@declare_command
def new(
    ctx: typer.Context,
    title: TitleOption = None,
    company: CompanyOption = None,
    questions: QuestionsOption = DEFAULT_QUESTIONS,
    focus: FocusOption = "mixed",
    round: RoundOption = "mixed",  # noqa: A002 # the name of the option
    level: LevelOption = None,
    language: LanguageOption = "en",
    ttl: TtlOption = None,
    cv: CvOption = None,
    job: JobOption = None,
    job_post: JobPostOption = None,
    keep_hidden: KeepHiddenOption = False,
    source: SourceOption = None,
) -> None:
    """Open a session for one application; print its id."""
    run = find_run(ctx)
    interview = open_interview(run, InterviewOptions.collect(ctx))
    now = run.now()
    head = summarize(interview)
    if run.json:
        print_json(build_status_payload(head, now))
    else:
        print_result(interview.session_id)
        hint_at_expiry(head, now)
        print_hint(f"next: {spell_command(find_next_step(head, now))}")
