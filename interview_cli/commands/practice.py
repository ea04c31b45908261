"""`interview practice`: the whole interview in one sitting."""

from typing import Annotated

import typer

from interview_cli.console.choosing import choose_interview
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
)
from interview_cli.console.editing import can_edit
from interview_cli.console.options import (
    JobPostOption,
    KeepHiddenOption,
    SessionArgument,
    declare_asking_command,
    find_run,
)
from interview_cli.console.output import is_stdout_terminal
from interview_cli.console.sitting import Sitting
from interview_cli.errors import UsageError
from interview_cli.limits import DEFAULT_QUESTIONS
from interview_cli.next_step import Action, NextStep


@declare_asking_command
def practice(
    ctx: typer.Context,
    session: SessionArgument = None,
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
    study: Annotated[
        bool,
        typer.Option(
            "--study",
            help="Rate each answer as soon as it is given; these ratings do not count for the "
            "score.",
        ),
    ] = False,
) -> None:
    """Hold the whole interview in one sitting."""
    run = find_run(ctx)
    if run.json or not (can_edit() and is_stdout_terminal()):
        raise UsageError("practice needs a terminal.", NextStep(Action.ANSWER_LINES))
    Sitting(
        run, choose_interview(run, session, InterviewOptions.collect(ctx)), is_study=study
    ).hold()
