"""`interview job-post chat`: job_post to the agent on a terminal."""

import sys

import typer

from interview_cli.console.options import PostArgument, declare_command, find_run, resolve_session
from interview_cli.console.output import print_hint, print_note, print_result
from interview_cli.console.progress import choose_listener
from interview_cli.errors import UsageError
from interview_cli.models import JobPost
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_command
from interview_cli.store.ids import short_id
from interview_cli.workflow import job_post as workflow


@declare_command
def chat(ctx: typer.Context, post: PostArgument = None) -> None:
    """Talk until the post is complete; Ctrl-D leaves."""
    run = find_run(ctx)
    if run.json or not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        raise UsageError("chat needs a terminal.", 'interview job-post say "…"')
    # Imported here: no other command needs it.
    from interview_cli.terminal.lines import read_line

    chosen = resolve_session(run, post, "job_post")
    job_post = run.store.load(chosen, JobPost)
    messages = job_post.messages
    print_result(messages[-1].content if messages else "What is the job? Tell me about it.")
    while (line := read_line("> ")) is not None:
        if not line.strip():
            continue
        message = workflow.clean_message(line)
        job_post = workflow.say(
            run.store, run.coach, chosen, message, run.now, choose_listener(run)
        )
        print_result(job_post.messages[-1].content)
        if job_post.is_complete:
            print_hint(f"next: {spell_command(NextStep(Action.EXPORT_JOB_POST, chosen))}")
            return
    print_note(f"saved; to continue: interview job-post chat {short_id(chosen)}")
