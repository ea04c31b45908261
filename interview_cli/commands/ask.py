"""`interview ask`: the open question, or the next one."""

import typer

from interview_cli.commands.options import Session, command, run_of, session_id
from interview_cli.commands.output import document, hint, note, result
from interview_cli.render.payload import turn_document
from interview_cli.store.ids import short_id
from interview_cli.workflow import interview as workflow


@command
def ask(ctx: typer.Context, session: Session = None) -> None:
    """Print the open question, or have the coach ask the next one."""
    run = run_of(ctx)
    turn = workflow.ask(run.store, run.coach, session_id(run, session), run.now)
    for notice in turn.notices:
        note(f"note: {notice}")
    if run.json:
        document(turn_document(turn.interview))
        return
    interview = turn.interview
    hint(f"question {len(interview.questions)} of {interview.max_questions}:")
    result(interview.questions[-1].content)
    hint(f'next: interview answer {short_id(interview.session_id)} --text "…"')
