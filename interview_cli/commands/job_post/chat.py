"""`interview job-post chat`: the conversation on a terminal."""

import sys

import typer

from interview_cli.console.options import Post, command, run_of, session_id
from interview_cli.console.output import hint, note, result
from interview_cli.console.progress import watch
from interview_cli.errors import UsageError
from interview_cli.models import JobPost
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.store.ids import short_id
from interview_cli.workflow import job_post as workflow


@command
def chat(ctx: typer.Context, post: Post = None) -> None:
    """Talk until the post is complete; Ctrl-D leaves, and everything is saved."""
    run = run_of(ctx)
    if run.json or not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        raise UsageError("chat is for a terminal.", 'interview job-post say "…"')
    # Imported here: a conversation on a terminal alone needs it.
    from interview_cli.terminal.lines import ask_line

    chosen = session_id(run, post, "job_post")
    talk = run.store.load(chosen, JobPost)
    result(talk.messages[-1].content if talk.messages else "What is the job? Tell me about it.")
    while (line := ask_line("> ")) is not None:
        if not line.strip():
            continue
        said = workflow.message_said(line)
        talk = workflow.say(run.store, run.coach, chosen, said, run.now, watch(run))
        result(talk.messages[-1].content)
        if talk.is_complete:
            hint(f"next: {spell_command(NextStep(Action.EXPORT_JOB_POST, chosen))}")
            return
    note(f"saved; to go on: interview job-post chat {short_id(chosen)}")
