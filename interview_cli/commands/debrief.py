"""`interview debrief`: note the real interview, and see what the practice foresaw."""

from pathlib import Path
from typing import Annotated

import typer

from interview_cli.console.debrief import ask_debrief, report_changes
from interview_cli.console.editing import can_edit
from interview_cli.console.inputs import read_text_file
from interview_cli.console.options import (
    complete_session,
    declare_command,
    declare_file_option,
    find_run,
)
from interview_cli.console.output import print_hint, print_json
from interview_cli.console.paging import print_markdown
from interview_cli.errors import UsageError
from interview_cli.models import Interview
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_hint
from interview_cli.render.debrief import build_debrief_payload, build_debrief_report
from interview_cli.render.markdown import render_markdown
from interview_cli.store.ids import require_own
from interview_cli.vocabulary import Outcome
from interview_cli.workflow.debrief import (
    DebriefInput,
    list_unforeseen,
    parse_asked,
    parse_went,
    store_debrief,
)


@declare_command
def debrief(
    ctx: typer.Context,
    session: Annotated[
        str,
        typer.Argument(
            metavar="SESSION",
            help="The session that you practised with.",
            autocompletion=complete_session,
        ),
    ],
    questions: Annotated[
        Path | None,
        declare_file_option("FILE", "The questions that were asked, one a line; - for stdin."),
    ] = None,
    question: Annotated[
        list[str] | None, typer.Option(metavar="Q", help="A question that was asked (repeatable).")
    ] = None,
    went: Annotated[str | None, typer.Option(metavar="T", help="How it went.")] = None,
    outcome: Annotated[Outcome | None, typer.Option(help="How it ended.")] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace what was noted before; else add to it.")
    ] = False,
) -> None:
    """Note the real interview: what was asked, how it went, how it ended."""
    run = find_run(ctx)
    chosen = run.store.find(session, run.now(), "interview")
    if questions and question:
        raise UsageError("--questions and --question cannot be combined.", "give one of them")
    lines = read_text_file(questions, "the list") if questions else "\n".join(question or [])
    given = DebriefInput(
        questions=parse_asked(lines) if questions or question else None,
        went=None if went is None else parse_went(went),
        outcome=outcome,
        replaces=replace,
    )
    interview = run.store.load(chosen, Interview)
    if given.is_empty and not interview.debrief:
        if run.json or not can_edit():
            raise UsageError(
                "nothing is noted yet.", NextStep(Action.DEBRIEF, interview.session_id)
            )
        require_own(run.store, chosen)
        given = ask_debrief(run, interview)
    if not given.is_empty:
        before = interview.debrief
        interview = store_debrief(run.store, chosen, given, run.now())
        run.drafts.remove(chosen, "debrief")
        report_changes(before, given)
    if run.json:
        print_json(build_debrief_payload(interview))
        return
    print_markdown(run, render_markdown(build_debrief_report(interview)))
    if list_unforeseen(interview):
        print_hint(spell_hint(NextStep(Action.COPY_INTERVIEW, interview.session_id)))
