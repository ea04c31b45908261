"""`interview import`: review an interview that was held elsewhere."""

from pathlib import Path
from typing import Annotated

import typer

from interview_cli.console.creation import (
    CompanyOption,
    CvOption,
    JobOption,
    LanguageOption,
    LevelOption,
    TitleOption,
    TtlOption,
)
from interview_cli.console.document_inputs import read_document
from interview_cli.console.inputs import read_transcript
from interview_cli.console.options import KeepHiddenOption, declare_command, find_run
from interview_cli.console.output import print_hint, print_json
from interview_cli.console.paging import print_markdown
from interview_cli.console.progress import choose_listener
from interview_cli.console.transcripts import ask_me, report_import
from interview_cli.documents.transcript import choose_me, parse_transcript
from interview_cli.errors import UsageError
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.render.markdown import render_markdown
from interview_cli.render.report import build_report
from interview_cli.workflow.feedback_turn import give_feedback
from interview_cli.workflow.transcripts import build_import, pair_turns


@declare_command
def import_(
    ctx: typer.Context,
    transcript: Annotated[
        Path,
        typer.Argument(
            metavar="TRANSCRIPT",
            readable=False,
            help="Text with a name before each turn, .vtt, .srt, .docx, .pdf or a session file; "
            "- for stdin.",
        ),
    ],
    cv: CvOption = None,
    job: JobOption = None,
    me: Annotated[
        str | None, typer.Option(metavar="NAME", help="Which of the speakers you are.")
    ] = None,
    title: TitleOption = None,
    company: CompanyOption = None,
    level: LevelOption = None,
    language: LanguageOption = "en",
    ttl: TtlOption = None,
    keep_hidden: KeepHiddenOption = False,
) -> None:
    """Review an interview that was held elsewhere, from its transcript."""
    run = find_run(ctx)
    if [str(path) for path in (transcript, cv, job)].count("-") > 1:
        raise UsageError("only one of the files can come from stdin.", "name the others")
    parsed = parse_transcript(read_transcript(transcript))
    speaker = choose_me(parsed.speakers, me) or ask_me(run, parsed.speakers)
    held = pair_turns(parsed, speaker, language)
    interview = build_import(
        held,
        source="stdin" if str(transcript) == "-" else transcript.name,
        now=run.now(),
        title=title,
        company=company,
        level=level,
        language=language,
        ttl=run.settings.ttl if ttl is None else ttl,
        cv=read_document(cv, "cv", keep_hidden),
        job=read_document(job, "job", keep_hidden),
    )
    run.store.create(interview)
    report_import(interview, held)
    interview, feedback = give_feedback(
        run.store, run.coach, interview.session_id, run.now, choose_listener(run)
    )
    if run.json:
        reply = {"status": "ok", "session_id": interview.session_id}
        counts = {"questions": len(held.exchanges), "left_out": list(held.left_out)}
        print_json(reply | counts | {"feedback": feedback.model_dump(mode="json")})
        return
    print_markdown(run, render_markdown(build_report(interview)))
    print_hint(f"next: {spell_command(NextStep(Action.EXPORT, interview.session_id))}")
