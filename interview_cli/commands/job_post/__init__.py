"""`interview job-post`: the second agent, which builds a job post with an employer."""

from typing import Any

import typer

from interview_cli.console.options import Door
from interview_cli.errors import NotFound, PostNotFound

POST_COMMANDS = ("new", "say", "chat", "show", "list", "rm", "export", "check")


class PostDoor(Door):
    """Says of a post that is gone what scripts of job posts expect."""

    names = POST_COMMANDS
    folder = "interview_cli.commands.job_post"

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except NotFound as error:
            if not error.sentence.startswith("Session not found or expired"):
                raise
            hint = error.hint if error.hint and "keep" in error.hint else _AFRESH
            sentence = "Session not found or expired. Please start a new conversation."
            raise PostNotFound(sentence, hint) from error


_AFRESH = 'interview job-post new --company "…", or interview job-post list'

job_post = typer.Typer(
    cls=PostDoor,
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@job_post.callback()
def describe() -> None:
    """Build a job post in a conversation: new, then say what the job is, then say yes."""
