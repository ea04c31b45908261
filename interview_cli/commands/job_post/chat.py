"""`interview job-post chat`: talk to the agent on a terminal."""

import typer

from interview_cli.console.editing import Typing, can_edit, edit_until_sent, hold_next_draft
from interview_cli.console.options import PostArgument, declare_command, find_run, resolve_session
from interview_cli.console.output import is_stdout_terminal, print_hint, print_note, print_result
from interview_cli.console.progress import choose_listener
from interview_cli.errors import UsageError
from interview_cli.models import JobPost
from interview_cli.next_step import Action, NextStep, Resume
from interview_cli.render.commands import spell_command, spell_hint
from interview_cli.settings import MAX_ANSWER_CHARS
from interview_cli.workflow import job_post as workflow


@declare_command
def chat(ctx: typer.Context, post: PostArgument = None) -> None:
    """Talk until the post is complete; Ctrl-D sends."""
    run = find_run(ctx)
    if run.json or not (can_edit() and is_stdout_terminal()):
        raise UsageError("chat needs a terminal.", 'interview job-post say "…"')
    chosen = resolve_session(run, post, "job_post")
    job_post = run.store.load(chosen, JobPost)
    messages = job_post.messages
    print_result(messages[-1].content if messages else "What is the job? Tell me about it.")
    while True:
        number = len(job_post.employer_messages) + 1
        typed = edit_until_sent(run, _describe_typing(job_post, number), run.coach.prepare)
        if typed.command == "pause" or not typed.text.strip():
            print_note(f"saved; {spell_hint(Resume(NextStep(Action.CHAT, chosen)))}")
            return
        message = workflow.clean_message(typed.text)
        with hold_next_draft(run, chosen, number + 1, number + 1):
            job_post = workflow.say(
                run.store, run.coach, chosen, message, run.now, choose_listener(run)
            )
        run.drafts.remove(chosen, number)
        print_result(job_post.messages[-1].content)
        if job_post.is_complete:
            print_hint(f"next: {spell_command(NextStep(Action.EXPORT_JOB_POST, chosen))}")
            return


def _describe_typing(job_post: JobPost, number: int) -> Typing:
    return Typing(
        what="the message",
        session_id=job_post.session_id,
        part=number,
        max_chars=MAX_ANSWER_CHARS,
        resume=Resume(NextStep(Action.CHAT, job_post.session_id)),
        commands={"pause": "stop here; the draft is kept", "help": "show the keys"},
        history=tuple(message.content for message in job_post.employer_messages),
    )
