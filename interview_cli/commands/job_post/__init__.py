"""`interview job-post`: build a job post with an employer."""

from typing import Any

import typer

from interview_cli.console.options import LazyGroup
from interview_cli.errors import PostNotFound, SessionExpired, SessionMissing

POST_COMMANDS = {
    "new": "Open a job post; print its id.",
    "say": "Say what the job is or what to change; print the reply.",
    "chat": "Talk until the post is complete; Ctrl-D sends.",
    "show": "Print the post as it is so far.",
    "list": "List all job posts, newest first.",
    "rm": "Delete job posts with all their data.",
    "export": "Write the post to a file (jsonld: for job search engines).",
    "check": "Print what weakens the post (pay, wording, requirements).",
}
"""Each subcommand with its summary, which the help shows without importing the subcommand."""


class JobPostGroup(LazyGroup):
    """Report a missing post in the form that scripts of job posts expect."""

    summaries = POST_COMMANDS
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
