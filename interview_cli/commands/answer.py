"""`interview answer`: answer the open question, or many from a pipe."""

from pathlib import Path
from typing import Annotated

import typer

from interview_cli.console.answering import describe_typing, find_session, is_stored, type_answer
from interview_cli.console.editing import can_edit, hold_next_draft, keep_draft_if_refused
from interview_cli.console.inputs import AnswerRecords, read_answer
from interview_cli.console.options import (
    SessionArgument,
    declare_asking_command,
    declare_file_option,
    find_run,
    resolve_own_session,
)
from interview_cli.console.output import print_hint, print_json, print_note, print_result
from interview_cli.console.preparation import prepare_turn
from interview_cli.console.progress import choose_listener
from interview_cli.context import Run
from interview_cli.errors import UsageError
from interview_cli.models import Interview
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.render.payload import build_turn_payload
from interview_cli.workflow import answers
from interview_cli.workflow.interview import TurnResult


@declare_asking_command
def answer(
    ctx: typer.Context,
    session: SessionArgument = None,
    text: Annotated[str | None, typer.Option(metavar="T", help="The answer.")] = None,
    file: Annotated[Path | None, declare_file_option("F", "A file that holds the answer.")] = None,
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
    run = find_run(ctx)
    if lines or null:
        if (lines and null) or text is not None or file or skip or no_ask or number is not None:
            raise UsageError(
                "--lines and -0 cannot be combined with other options.",
                "leave out --text, --file, --skip, --number, --no-ask",
            )
        _answer_all(run, resolve_own_session(run, session), b"\0" if null else b"\n")
        return
    if text is None and file is None and not skip and can_edit():
        _answer_in_editor(run, session, number, go_on=not no_ask)
        return
    chosen, _ = find_session(run, session, is_typing=False)
    target = answers.find_target(run.store, chosen, number)
    if text is None and file is None and not (skip or no_ask):
        run.coach.prepare()  # meanwhile the user types
    turn = _save_answer(run, chosen, target, read_answer(text, file, skip), go_on=not no_ask)
    if turn.was_stored:
        print_note(f"question {turn.answered} already has this answer; it was not stored again")
    _report(run, turn)


def _answer_in_editor(run: Run, session: str | None, number: int | None, *, go_on: bool) -> None:
    chosen, words = find_session(run, session, is_typing=True)
    interview = run.store.load(chosen, Interview)
    open_number = answers.require_open_question(interview, number, run.now())
    typing = describe_typing(interview, open_number, words)
    # No lock is held here: another window may answer meanwhile.
    given = type_answer(
        run, interview, typing, lambda: prepare_turn(run, interview) if go_on else None
    )
    if given is None:
        if run.json:
            print_json(build_turn_payload(interview))
        return
    target = answers.TargetQuestion(open_number, is_pinned=True)
    with (
        hold_next_draft(run, chosen, open_number + 1, interview.max_questions),
        keep_draft_if_refused(run, typing, given.text, lambda: is_stored(run, typing, given)),
    ):
        # The words typed below /skip stay a draft: the question can be answered later.
        keeps_draft = given.skipped and bool(run.drafts.load(chosen, open_number).strip())
        turn = _save_answer(run, chosen, target, given, go_on=go_on, keeps_draft=keeps_draft)
    _report(run, turn)


def _save_answer(
    run: Run,
    chosen: str,
    target: answers.TargetQuestion,
    given: answers.AnswerInput,
    *,
    go_on: bool,
    keeps_draft: bool = False,
) -> TurnResult:
    coach, listener = run.coach, choose_listener(run)
    return answers.answer_question(
        run.store,
        coach,
        chosen,
        target,
        given,
        run.now,
        listener,
        go_on=go_on,
        drafts=None if keeps_draft else run.drafts,
    )


def _report(run: Run, turn: TurnResult) -> None:
    _show(run, turn)
    interview = turn.interview
    if interview.is_complete:
        step = spell_command(NextStep(Action.FEEDBACK, interview.session_id))
        print_hint(f"all {interview.max_questions} answered; next: {step}")
    else:
        print_hint(f"saved: {len(interview.answers)} of {interview.max_questions}")


def _answer_all(run: Run, chosen: str, separator: bytes) -> None:
    given = AnswerRecords(separator)
    run.coach.prepare()
    interview: Interview | None = None
    stored = 0
    turns = answers.answer_questions(
        run.store, run.coach, chosen, iter(given), run.now, choose_listener(run), drafts=run.drafts
    )
    try:
        for turn in turns:
            interview = turn.interview
            if turn.was_stored:
                stored += 1
                continue
            stored = _note_stored(stored)
            _show(run, turn)
    finally:
        _note_stored(stored)
    interview = interview or run.store.load(chosen, Interview)
    if not interview.is_complete:
        print_note(f"{len(interview.answers)} of {interview.max_questions}")
    elif given.has_more():
        print_note("warning: more answers than questions; the rest was not read")


def _note_stored(count: int) -> int:
    """Say how many leading answers were skipped; return how many are still to be told: none."""
    if count:
        what = "the first answer was" if count == 1 else f"the first {count} answers were"
        print_note(f"{what} stored already and skipped")
    return 0


def _show(run: Run, turn: TurnResult) -> None:
    if run.json and turn.answered is not None:
        print_json(build_turn_payload(turn.interview))
    elif not run.json and turn.interview.open_question:
        print_result(turn.interview.open_question.content)
