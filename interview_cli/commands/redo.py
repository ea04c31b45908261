"""`interview redo`: answer a question again."""

from pathlib import Path
from typing import Annotated

import typer

from interview_cli.console.inputs import answer_from
from interview_cli.console.options import Session, command, file_option, run_of, session_id
from interview_cli.console.output import document, hint
from interview_cli.render.payload import turn_document
from interview_cli.workflow import answers


@command
def redo(
    ctx: typer.Context,
    number: Annotated[int, typer.Option(min=1, metavar="N", help="Number of the question.")],
    session: Session = None,
    text: Annotated[str | None, typer.Option(metavar="T", help="The answer.")] = None,
    file: Annotated[Path | None, file_option("F", "A file that holds the answer.")] = None,
) -> None:
    """Answer a question again; the latest answer counts."""
    run = run_of(ctx)
    given = answer_from(text, file, skip=False, empty_hint='give it as in --text "I led …"')
    chosen = session_id(run, session)
    interview = answers.redo(run.store, chosen, number, given, run.now())
    if run.json:
        document(turn_document(interview))
    hint(f"question {number}: the new answer counts; the earlier one is kept")
