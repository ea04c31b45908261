"""`interview job-post chat`: talk to the agent on a terminal."""

import sys

import typer

from interview_cli.console.coach_failure import choose_after_failure
from interview_cli.console.editing import Typing, can_edit, edit_until_sent, hold_next_draft
from interview_cli.console.options import (
    PostArgument,
    declare_command,
    find_run,
    resolve_own_session,
)
from interview_cli.console.output import is_stdout_terminal, print_hint, print_note, print_result
from interview_cli.console.preparation import prepare_turn
from interview_cli.console.progress import choose_listener
from interview_cli.console.wrapping import measure_terminal, place_beside
from interview_cli.context import Run
from interview_cli.errors import CoachFailed, UsageError
from interview_cli.job_posts.advert import build_ad
from interview_cli.limits import MAX_ANSWER_CHARS
from interview_cli.next_step import Action, NextStep, Resume
from interview_cli.post_models import JobPost
from interview_cli.render.commands import spell_command, spell_hint
from interview_cli.text import is_blank
from interview_cli.workflow import job_post as workflow

_MIN_COLUMNS = 100
"""A window of at least this width shows the post beside the talk."""


@declare_command
def chat(ctx: typer.Context, post: PostArgument = None) -> None:
    """Talk until the post is complete; Ctrl-D sends."""
    run = find_run(ctx)
    if run.json or not (can_edit() and is_stdout_terminal()):
        raise UsageError("chat needs a terminal.", 'interview job-post say "…"')
    chosen = resolve_own_session(run, post, "job_post")
    job_post = run.store.load(chosen, JobPost)
    reply = job_post.last_reply
    print_result(reply.content if reply else "What is the job? Tell me about it.")
    while True:
        typing = _describe_typing(job_post)
        message = _read_message(run, typing)
        answered = _say(run, typing, message) if message else None
        if answered is None:
            print_note(f"saved; {spell_hint(typing.resume)}")
            return
        job_post = answered
        _print_turn(job_post)
        if job_post.is_complete:
            print_hint(f"next: {spell_command(NextStep(Action.EXPORT_JOB_POST, chosen))}")
            return


def _print_turn(job_post: JobPost) -> None:
    """Print the reply, and the post beside it while it grows; in a narrow window the reply only."""
    reply = job_post.messages[-1].content
    columns, _ = measure_terminal(sys.stdout)
    ad = build_ad(job_post.job_data, job_post.company_name)
    if columns < _MIN_COLUMNS or not ad.title or ad.text() in reply:
        print_result(reply)
        return
    print_result(place_beside(reply, ad.text(), columns))


def _describe_typing(job_post: JobPost) -> Typing:
    """Describe the editor for the next message, or for the last one if the coach failed on it."""
    messages = job_post.employer_messages
    is_answered = not messages or job_post.messages[-1] is not messages[-1]
    return Typing(
        what="the message",
        session_id=job_post.session_id,
        part=len(messages) + is_answered,
        max_chars=MAX_ANSWER_CHARS,
        resume=Resume(NextStep(Action.CHAT, job_post.session_id)),
        stored="" if is_answered else messages[-1].content,
        commands={"pause": "stop here; the draft is kept", "help": "show the keys"},
        history=tuple(message.content for message in messages),
    )


def _read_message(run: Run, typing: Typing) -> str | None:
    """Return what the user sent, or None if the user pauses."""
    typed = edit_until_sent(run, typing, lambda: prepare_turn(run))
    if typed.command == "pause" or is_blank(typed.text):
        return None
    return workflow.clean_message(typed.text)


def _say(run: Run, typing: Typing, message: str) -> JobPost | None:
    """Return the post after the coach's reply, or None if the user pauses after a failure."""
    number = int(typing.part)
    while True:
        try:
            with hold_next_draft(run, typing.session_id, number + 1, number + 1):
                post = workflow.say(
                    run.store, run.coach, typing.session_id, message, run.now, choose_listener(run)
                )
        except CoachFailed as failure:
            if not choose_after_failure(run, failure):
                return None
        else:
            run.drafts.remove(typing.session_id, number)
            return post
