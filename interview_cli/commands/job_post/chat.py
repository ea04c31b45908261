"""`interview job-post chat`: job_post to the agent on a terminal."""

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
    """Talk until the post is complete; Ctrl-D leaves."""
    run = run_of(ctx)
    if run.json or not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        raise UsageError("chat needs a terminal.", 'interview job-post say "…"')
    # Imported here: no other command needs it.
    from interview_cli.terminal.lines import ask_line

    chosen = session_id(run, post, "job_post")
    job_post = run.store.load(chosen, JobPost)
    messages = job_post.messages
    result(messages[-1].content if messages else "What is the job? Tell me about it.")
    while (line := ask_line("> ")) is not None:
        if not line.strip():
            continue
        message = workflow.message_said(line)
        job_post = workflow.say(run.store, run.coach, chosen, message, run.now, watch(run))
        result(job_post.messages[-1].content)
        if job_post.is_complete:
            hint(f"next: {spell_command(NextStep(Action.EXPORT_JOB_POST, chosen))}")
            return
    note(f"saved; to continue: interview job-post chat {short_id(chosen)}")
