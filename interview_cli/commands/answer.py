"""`interview answer`: answer the open question, or many from a pipe."""

from pathlib import Path
from typing import Annotated

import typer

from interview_cli.console.answering import answer_typing, find_session, is_stored, type_answer
from interview_cli.console.editing import can_edit, hold_next_draft, keep_draft_if_refused
from interview_cli.console.inputs import Records, answer_from
from interview_cli.console.options import Session, command, file_option, run_of, session_id
from interview_cli.console.output import document, hint, note, result
from interview_cli.console.progress import watch
from interview_cli.context import Run
from interview_cli.errors import UsageError
from interview_cli.models import Interview
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.render.payload import turn_document
from interview_cli.workflow import answers
from interview_cli.workflow.interview import Turn


@command
def answer(
    ctx: typer.Context,
    session: Session = None,
    text: Annotated[str | None, typer.Option(metavar="T", help="The answer.")] = None,
    file: Annotated[Path | None, file_option("F", "A file that holds the answer.")] = None,
    skip: Annotated[
        bool, typer.Option("--skip", help="Skip the question; it counts as 0.")
    ] = False,
    lines: Annotated[
        bool, typer.Option("--lines", help="Each line of stdin answers one question.")
    ] = False,
    null: Annotated[
        bool, typer.Option("-0", "--null", help="Like --lines, for NUL-separated answers.")
    ] = False,
    number: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="The number of the question.")
    ] = None,
    no_ask: Annotated[bool, typer.Option("--no-ask", help="Do not ask the next question.")] = False,
) -> None:
    """Answer the open question, then print the next one."""
    run = run_of(ctx)
    if lines or null:
        if (lines and null) or text is not None or file or skip or no_ask or number is not None:
            raise UsageError(
                "--lines and -0 cannot be combined with other options.",
                "leave out --text, --file, --skip, --number, --no-ask",
            )
        _answer_all(run, session_id(run, session), b"\0" if null else b"\n")
        return
    if text is None and file is None and not skip and can_edit():
        _answer_in_editor(run, session, number, go_on=not no_ask)
        return
    chosen, _ = find_session(run, session, is_typing=False)
    target = answers.question_meant(run.store, chosen, number)
    if text is None and file is None and not (skip or no_ask):
        run.coach.prepare()  # meanwhile the user types
    _answer(run, chosen, target, answer_from(text, file, skip), go_on=not no_ask)


def _answer_in_editor(run: Run, session: str | None, number: int | None, *, go_on: bool) -> None:
    chosen, words = find_session(run, session, is_typing=True)
    interview = run.store.load(chosen, Interview)
    open_number = answers.question_to_answer(interview, number, run.now())
    typing = answer_typing(interview, open_number, words)
    # No lock is held here: another window may answer meanwhile.
    given = type_answer(run, interview, typing, run.coach.prepare if go_on else lambda: None)
    if given is None:
        return
    target = answers.Meant(open_number, pinned=True)
    with (
        hold_next_draft(run, chosen, open_number + 1, interview.max_questions),
        keep_draft_if_refused(run, typing, given.text, lambda: is_stored(run, typing, given)),
    ):
        _answer(run, chosen, target, given, go_on=go_on)


def _answer(
    run: Run, chosen: str, target: answers.Meant, given: answers.Said, *, go_on: bool
) -> None:
    coach, watcher = run.coach, watch(run)
    turn = answers.answer(
        run.store,
        coach,
        chosen,
        target,
        given,
        run.now,
        watcher,
        go_on=go_on,
        drafts=run.drafts,
    )
    _show(run, turn)
    interview = turn.interview
    if interview.is_complete:
        step = spell_command(NextStep(Action.FEEDBACK, chosen))
        hint(f"all {interview.max_questions} answered; next: {step}")
    else:
        hint(f"saved: {len(interview.answers)} of {interview.max_questions}")


def _answer_all(run: Run, chosen: str, separator: bytes) -> None:
    given = Records(separator)
    run.coach.prepare()
    interview: Interview | None = None
    turns = answers.answer_all(
        run.store, run.coach, chosen, iter(given), run.now, watch(run), drafts=run.drafts
    )
    for turn in turns:
        _show(run, turn)
        interview = turn.interview
    interview = interview or run.store.load(chosen, Interview)
    if not interview.is_complete:
        note(f"{len(interview.answers)} of {interview.max_questions}")
    elif given.is_anything_left():
        note("warning: more answers than questions; the rest was not read")


def _show(run: Run, turn: Turn) -> None:
    if run.json and turn.answered is not None:
        document(turn_document(turn.interview))
    elif not run.json and turn.interview.open_question:
        result(turn.interview.open_question.content)
