"""`interview redo`: answer a question again."""

from pathlib import Path
from typing import Annotated

import typer

from interview_cli.console.answering import describe_typing, is_stored, type_answer
from interview_cli.console.editing import can_edit, keep_draft_if_refused
from interview_cli.console.inputs import read_answer
from interview_cli.console.options import (
    SessionArgument,
    declare_command,
    declare_file_option,
    find_run,
    resolve_own_session,
)
from interview_cli.console.output import print_hint, print_json
from interview_cli.context import Run
from interview_cli.models import Interview
from interview_cli.render.payload import build_turn_payload
from interview_cli.workflow import answers


@declare_command
def redo(
    ctx: typer.Context,
    number: Annotated[int, typer.Option(min=1, metavar="N", help="Number of the question.")],
    session: SessionArgument = None,
    text: Annotated[str | None, typer.Option(metavar="T", help="The answer.")] = None,
    file: Annotated[Path | None, declare_file_option("F", "A file that holds the answer.")] = None,
) -> None:
    """Answer a question again; the latest answer counts."""
    run = find_run(ctx)
    if text is None and file is None and can_edit():
        _redo_in_editor(run, resolve_own_session(run, session), number)
        return
    given = read_answer(text, file, skip=False, empty_hint='give it as in --text "I led …"')
    _redo(run, resolve_own_session(run, session), number, given)


def _redo_in_editor(run: Run, chosen: str, number: int) -> None:
    interview = run.store.load(chosen, Interview)
    answers.require_answer(interview, number, run.now())
    typing = describe_typing(interview, number)
    given = type_answer(run, interview, typing)
    if given is None:
        if run.json:
            print_json(build_turn_payload(interview))
        return
    with keep_draft_if_refused(run, typing, given.text, lambda: is_stored(run, typing, given)):
        _redo(run, chosen, number, given)


def _redo(run: Run, chosen: str, number: int, given: answers.AnswerInput) -> None:
    interview = answers.redo_answer(run.store, chosen, number, given, run.now(), run.drafts)
    if run.json:
        print_json(build_turn_payload(interview))
    print_hint(f"question {number}: the new answer counts; the earlier one is kept")
