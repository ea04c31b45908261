"""`interview job-post`: build a job post with an employer."""

from typing import Any

import typer

from interview_cli.console.options import LazyGroup
from interview_cli.errors import PostNotFound, SessionExpired, SessionMissing

POST_COMMANDS = ("new", "say", "chat", "show", "list", "rm", "export", "check")


class JobPostGroup(LazyGroup):
    """Report a missing post in the form that scripts of job posts expect."""

    command_names = POST_COMMANDS
    package = "interview_cli.commands.job_post"

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except (SessionMissing, SessionExpired) as error:
            raise PostNotFound.explain(error) from error


job_post = typer.Typer(
    cls=JobPostGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@job_post.callback()
def describe() -> None:
    """Build a job post in a conversation (for employers)."""
