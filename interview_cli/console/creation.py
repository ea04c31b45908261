"""Open an interview from the options that `new` and `practice` share."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Self

import typer

from interview_cli.console.document_inputs import confirm_roles, is_stdin, read_document
from interview_cli.console.options import complete_session, declare_file_option
from interview_cli.console.output import print_note
from interview_cli.context import Run
from interview_cli.errors import UsageError
from interview_cli.limits import DEFAULT_QUESTIONS, MAX_QUESTIONS
from interview_cli.models import Interview
from interview_cli.vocabulary import Focus, Level, Round
from interview_cli.workflow import sessions

TitleOption = Annotated[str | None, typer.Option(help="Job title.")]
CompanyOption = Annotated[str | None, typer.Option(help="Employer.")]
QuestionsOption = Annotated[
    int,
    typer.Option(
        min=1, max=MAX_QUESTIONS, metavar="N", help="Number of questions.", show_default=True
    ),
]
FocusOption = Annotated[Focus, typer.Option(help="Focus of the questions.")]
RoundOption = Annotated[Round, typer.Option(help="Which round it is: who interviews you.")]
LevelOption = Annotated[
    Level | None, typer.Option(help="Seniority (default: from title and description).")
]
LanguageOption = Annotated[str, typer.Option(metavar="L", help="Language, such as en or de.")]
TtlOption = Annotated[
    str | None,
    typer.Option(metavar="T", help="Expire so long after the last change: 90m, 24h, 7d or never."),
]
CvOption = Annotated[Path | None, declare_file_option("FILE", "Your CV.")]
JobOption = Annotated[Path | None, declare_file_option("FILE", "The job description.")]
SourceOption = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="SESSION",
        help="Copy documents, title and company from a session.",
        autocompletion=complete_session,
    ),
]


@dataclass(frozen=True)
class InterviewOptions:
    """The options of a new interview as they were typed, or their defaults."""

    title: str | None = None
    company: str | None = None
    questions: int = DEFAULT_QUESTIONS
    focus: Focus = "mixed"
    round: Round = "mixed"
    level: Level | None = None
    language: str = "en"
    ttl: str | None = None
    cv: Path | None = None
    job: Path | None = None
    job_post: str | None = None
    keep_hidden: bool = False
    source: str | None = None
    """The session to copy documents, title and company from."""

    @classmethod
    def collect(cls, ctx: typer.Context) -> Self:
        """Return the options of a command that declares all of them by these names."""
        given = {field.name: ctx.params[field.name] for field in fields(cls)}
        for name in ("cv", "job"):  # Typer makes paths of them only when it calls the command.
            given[name] = None if given[name] is None else Path(given[name])
        return cls(**given)


def _explain_practise(interview: Interview) -> None:
    """Say how many questions of a real interview come first, and how many find no place."""
    real = sum(bool(slot.question) for slot in interview.practise)
    if not real:
        return
    fits = min(real, interview.max_questions)
    count = "1 question" if fits == 1 else f"{fits} questions"
    left = f"; no place is left for {real - fits} (more with --questions)" if real > fits else ""
    print_note(f"{count} of the real interview will be asked{left}")


def open_interview(run: Run, options: InterviewOptions) -> Interview:
    """Create and store an interview. Raises UsageError, InvalidInput, NotFound, StorageFailed."""
    if is_stdin(options.cv) and is_stdin(options.job):
        raise UsageError(
            "CV and job description cannot both come from stdin.", "name a file for one of them"
        )
    if options.job is not None and options.job_post is not None:
        raise UsageError("the job description is given twice.", "give --job or --job-post")
    now, store, hidden = run.now(), run.store, options.keep_hidden
    cv = read_document(options.cv, "cv", hidden)
    job = read_document(options.job, "job", hidden)
    confirm_roles(cv, job)
    interview = sessions.open_interview(
        store,
        build_outline(run, options),
        now,
        post_id=store.find(options.job_post, now, "job_post") if options.job_post else None,
        cv=cv,
        job=job,
        source_id=store.find(options.source, now, "interview") if options.source else None,
    )
    _explain_practise(interview)
    if run.settings.auto_gc:
        sessions.collect_expired(run.store, run.drafts, now)
        run.drafts.collect(run.store)
    return interview


def build_outline(run: Run, options: InterviewOptions) -> sessions.NewInterview:
    """Return what the new interview is to be, without its documents."""
    return sessions.NewInterview(
        options.title,
        options.company,
        options.questions,
        options.focus,
        options.level,
        options.language,
        run.settings.ttl if options.ttl is None else options.ttl,
        options.round,
    )
